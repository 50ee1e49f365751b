import { type Grant, readGrant, type TokenSettings } from './auth/token.js'
import { type RateLimits, USUAL_LIMITS } from './http/rate-limit.js'

/** What the surroundings say of how to serve. */
export interface Settings {
  readonly port: number
  readonly host: string
  readonly data: string | undefined
  readonly databaseUrl: string | undefined
  readonly publicUrl: string | undefined
  readonly proxies: number
  readonly limits: RateLimits
  /** Who signs in those that have no key; undefined when nobody does. */
  readonly tokens: TokenSettings | undefined
  readonly logLevel: string
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Settings from environment variables; docs/api.md lists them.
 *
 * @throws {RangeError} when one of them cannot be used
 */
export function readSettings(env: Environment): Settings {
  const text = (name: string): string | undefined => {
    const value = env[name]?.trim()
    return value === '' ? undefined : value
  }
  const whole = (name: string, otherwise: number, most: number): number => {
    const value = text(name)
    if (value === undefined) return otherwise
    const number = Number(value)
    if (!/^\d{1,9}$/u.test(value) || number > most)
      throw new RangeError(`${name} ska vara ett heltal, högst ${most}, och inte ”${value}”.`)
    return number
  }
  const databaseUrl = text('DATABASE_URL')
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\//u.test(databaseUrl))
    throw new RangeError('DATABASE_URL ska börja med postgres://. Utan den används den inbyggda databasen.')
  const publicUrl = text('PUBLIC_URL')
  if (publicUrl !== undefined && !URL.canParse(publicUrl))
    throw new RangeError(
      `PUBLIC_URL ska vara en adress, till exempel https://termer.exempel.se, och inte ”${publicUrl}”.`,
    )
  const logLevel = text('LOG_LEVEL') ?? 'info'
  const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']
  if (!levels.includes(logLevel)) throw new RangeError(`LOG_LEVEL ska vara ${levels.join(', ')}.`)
  return {
    port: whole('PORT', 3000, 65_535),
    host: text('HOST') ?? '127.0.0.1',
    data: text('DATA_DIR'),
    databaseUrl,
    publicUrl,
    proxies: whole('PROXIES', 0, 10),
    limits: {
      reads: whole('READS_PER_MINUTE', USUAL_LIMITS.reads, 100_000_000),
      checks: whole('CHECKS_PER_MINUTE', USUAL_LIMITS.checks, 100_000_000),
      edits: whole('EDITS_PER_MINUTE', USUAL_LIMITS.edits, 100_000_000),
      proposals: whole('PROPOSALS_PER_MINUTE', USUAL_LIMITS.proposals, 1_000),
    },
    tokens: readTokenSettings(text),
    logLevel,
  }
}

const OIDC = ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'] as const

function readTokenSettings(text: (name: string) => string | undefined): TokenSettings | undefined {
  const [issuer, audience, jwksUrl] = OIDC.map(text)
  if (issuer === undefined && audience === undefined && jwksUrl === undefined) return undefined
  if (issuer === undefined || audience === undefined || jwksUrl === undefined)
    throw new RangeError(`Ange alla tre eller ingen: ${OIDC.join(', ')}.`)
  const address = URL.canParse(jwksUrl) ? new URL(jwksUrl) : undefined
  const isOwn = address?.hostname === 'localhost' || address?.hostname === '127.0.0.1' || address?.hostname === '[::1]'
  if (address?.protocol !== 'https:' && !(address?.protocol === 'http:' && isOwn))
    throw new RangeError(`OIDC_JWKS_URL ska börja med https://, och inte vara ”${jwksUrl}”.`)
  const roles = text('OIDC_ROLES')
  return {
    issuer,
    audience,
    jwksUrl,
    rolesClaim: text('OIDC_ROLES_CLAIM') ?? 'roles',
    ...(roles === undefined ? {} : { roles: readRoles(roles) }),
  }
}

/** `termgruppen=administrator, rx-redaktion=editor:region-x, *=contributor` */
function readRoles(list: string): ReadonlyMap<string, Grant> {
  return new Map(
    list.split(',').map((pair) => {
      const at = pair.lastIndexOf('=')
      const name = pair.slice(0, at).trim()
      const grant = readGrant(pair.slice(at + 1).trim())
      if (at < 1 || name === '' || grant === undefined)
        throw new RangeError(
          `OIDC_ROLES ska vara till exempel termgrupp=administrator,rx=editor:region-x,*=contributor, och inte ”${pair.trim()}”.`,
        )
      return [name, grant]
    }),
  )
}
