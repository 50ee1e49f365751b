import { createRemoteJWKSet, customFetch, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Role } from '../storage/storage.js'
import { ROLES } from '../storage/storage.js'
import type { Caller } from './caller.js'

/** What a service needs to know of the one who signs in its users (OpenID Connect). */
export interface TokenSettings {
  readonly issuer: string
  readonly audience: string
  /** Where the issuer's public keys lie. */
  readonly jwksUrl: string
  /** The claim with roles; points lead into objects: `realm_access.roles`. */
  readonly rolesClaim: string
  /** What the values of that claim mean. Without it they are roles themselves: `administrator`, `editor:region-x`. */
  readonly roles?: ReadonlyMap<string, Grant> | undefined
}

/** A role, and for an editor the organisation. */
export interface Grant {
  readonly role: Role
  readonly organisation?: string
}

/** The issuer's keys cannot be had, so nobody can be told from another. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable'
}

/** Codes of the library that say that the issuer’s keys could not be had. */
const OF_THE_ISSUER: ReadonlySet<string> = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'])
/** Signatures with a public key. `none` and shared secrets are never taken. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
/** Seconds that the clocks of the issuer and the service may differ. */
const SKEW = 60
/** In characters; a token of a person with very many roles has some thousands. */
const LONGEST_TOKEN = 8_000
/** Of a document with keys, in bytes. */
const LARGEST_KEYS = 200_000
const MOST_ROLES = 200

/** `editor:region-x`, `administrator` or `contributor`. */
export function readGrant(text: string): Grant | undefined {
  const [role, organisation, ...rest] = text.split(':')
  if (rest.length > 0 || !ROLES.includes(role as Role)) return undefined
  if (role === 'editor') return organisation ? { role, organisation } : undefined
  return organisation === undefined ? { role: role as Role } : undefined
}

/** From tokens to callers. Undefined for a token that is not right, for whatever reason. */
export function createTokenReader(
  { issuer, audience, jwksUrl, rolesClaim, roles }: TokenSettings,
  {
    keys = remoteKeys(jwksUrl),
    now = () => new Date(),
  }: { readonly keys?: JWTVerifyGetKey; readonly now?: () => Date } = {},
): (token: string) => Promise<Caller | undefined> {
  return async (token) => {
    if (token.length > LONGEST_TOKEN) return undefined
    let payload: JWTPayload
    try {
      const verified = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: SKEW,
        requiredClaims: ['exp', 'sub'],
        currentDate: now(),
      })
      payload = verified.payload
    } catch (error) {
      const isTheirs = error instanceof errors.JOSEError && !OF_THE_ISSUER.has(error.code)
      if (isTheirs) return undefined
      throw new IssuerUnavailable('The keys of the issuer cannot be had.', { cause: error })
    }
    const grants = valuesAt(payload, rolesClaim).flatMap(
      (value) => (roles === undefined ? readGrant(value) : roles.get(value)) ?? [],
    )
    if (grants.length === 0 && roles?.has('*') !== true) return undefined
    const given = [...grants, ...(roles?.get('*') === undefined ? [] : [roles.get('*')!])]
    const name = [payload.name, payload.preferred_username].find((one) => typeof one === 'string' && one.trim() !== '')
    return {
      id: `user:${String(payload.sub)
        .replace(/\p{Cc}/gu, ' ')
        .slice(0, 200)}`,
      name: String(name ?? payload.sub)
        .replace(/\p{Cc}/gu, ' ')
        .slice(0, 100),
      isAdministrator: given.some(({ role }) => role === 'administrator'),
      edits: [...new Set(given.flatMap(({ role, organisation }) => (role === 'editor' ? (organisation ?? []) : [])))],
    }
  }
}

/** The texts at a claim: a list of them, one, or several with spaces between. */
function valuesAt(payload: JWTPayload, claim: string): readonly string[] {
  let at: unknown = Object.hasOwn(payload, claim) ? payload[claim] : undefined
  if (at === undefined) {
    at = payload
    for (const part of claim.split('.'))
      at =
        typeof at === 'object' && at !== null && Object.hasOwn(at, part)
          ? (at as Record<string, unknown>)[part]
          : undefined
  }
  const all = typeof at === 'string' ? at.split(' ') : Array.isArray(at) ? at : []
  return all.filter((one): one is string => typeof one === 'string').slice(0, MOST_ROLES)
}

/** The keys at an address, fetched when one is missing: not oftener than each half minute, and again after ten. */
const remoteKeys = (url: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(url), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    [customFetch]: limitedFetch,
  })

/** A fetch that gives up on a document larger than any with keys. */
async function limitedFetch(url: string, options: RequestInit): Promise<Response> {
  const response = await fetch(url, options)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > LARGEST_KEYS) throw new Error('The document with keys is too large.')
    parts.push(part)
  }
  return new Response(Buffer.concat(parts), { status: response.status, headers: response.headers })
}
