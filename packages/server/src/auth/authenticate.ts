import { type Refusal, refuse } from '../api/problems.js'
import type { Instant, Storage } from '../storage/storage.js'
import { callerOfKey, looksLikeApiKey } from './api-key.js'
import type { Caller } from './caller.js'
import { IssuerUnavailable } from './token.js'

/** Who sends a header `Authorization`: nobody in particular when there is none. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller | Refusal | undefined>

/** RFC 6750: what to send, and that what was sent is wrong. */
const CHALLENGE = 'Bearer realm="klarsprak"'
const HEADER = /^(?:bearer|apikey) +(\S+) *$/iu

export const keyNeeded = refuse(
  'key-needed',
  {
    sv: 'Skicka Authorization: Bearer följt av din nyckel. Fråga den som sköter tjänsten om du saknar en.',
    en: 'Send Authorization: Bearer followed by your key. Ask those who run the service if you have none.',
  },
  { headers: { 'www-authenticate': CHALLENGE } },
)

// One answer whatever is wrong, so that nobody learns which keys there are.
const wrongKey = refuse(
  'key-needed',
  {
    sv: 'Nyckeln gäller inte: den är felskriven, har gått ut eller är återkallad.',
    en: 'The key is not valid: it is mistyped, has expired or has been revoked.',
  },
  { headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` } },
)

export function createAuthenticator({
  storage,
  tokens,
  now,
}: {
  readonly storage: Pick<Storage, 'apiKey'>
  /** Left out, only keys of the service's own are taken. */
  readonly tokens?: ((token: string) => Promise<Caller | undefined>) | undefined
  readonly now: () => Instant
}): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return undefined
    const credentials = HEADER.exec(authorization)?.[1]
    if (credentials === undefined) return wrongKey
    if (looksLikeApiKey(credentials)) return (await callerOfKey(credentials, storage, now())) ?? wrongKey
    try {
      return (await tokens?.(credentials)) ?? wrongKey
    } catch (error) {
      if (!(error instanceof IssuerUnavailable)) throw error
      return refuse(
        'unavailable',
        {
          sv: 'Inloggningstjänsten svarar inte, så det går inte att se vem du är. Försök igen om en stund.',
          en: 'The sign-in service does not answer, so we cannot tell who you are. Try again in a while.',
        },
        { headers: { 'retry-after': '10' } },
      )
    }
  }
}
