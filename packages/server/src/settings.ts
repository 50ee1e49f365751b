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
    },
    logLevel,
  }
}
