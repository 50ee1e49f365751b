import { ipKeyGenerator } from 'express-rate-limit'

/** Calls that one address may make in a minute. */
export interface RateLimits {
  readonly reads: number
  /** POST: checks and batches, which cost more. */
  readonly checks: number
  /** Whatever changes something, or is for those with a key and has a body. */
  readonly edits: number
  /** Proposals that are sent on the web without a key; with 0, a key is needed. */
  readonly proposals: number
}

export const USUAL_LIMITS: RateLimits = { reads: 600, checks: 60, edits: 300, proposals: 0 }

export interface Allowance {
  readonly isAllowed: boolean
  /**
   * `RateLimit` and `RateLimit-Policy` as the IETF draft (ietf-httpapi-ratelimit-headers, 8) has them: names and
   * values in turn.
   */
  readonly headers: readonly string[]
  /** Seconds until it starts anew. */
  readonly wait: number
}

export interface RateLimiter {
  count(kind: keyof RateLimits, address: string): Allowance
}

const MINUTE = 60_000

/** Addresses of IPv6 are counted by network, since one asker has very many. */
const keyOf = (address: string): string => (address.includes(':') ? ipKeyGenerator(address) : address)

/**
 * Counts in this process only: several servers each allow as much. Addresses are held for a minute, until others come.
 *
 * @param clock milliseconds from some moment
 */
export function createRateLimiter(limits: RateLimits, clock: () => number = () => performance.now()): RateLimiter {
  const windows = mapValues(limits, (limit, kind) => ({
    limit,
    policy: `"${kind}";q=${limit};w=${MINUTE / 1_000}`,
    calls: new Map<string, Calls>(),
  }))
  return {
    count(kind, address) {
      const { limit, policy, calls } = windows[kind]
      const now = clock()
      const { made, until } = oneMore(calls, keyOf(address), now)
      const wait = Math.max(1, Math.ceil((until - now) / 1_000))
      return {
        isAllowed: made <= limit,
        wait,
        headers: ['ratelimit-policy', policy, 'ratelimit', `"${kind}";r=${Math.max(0, limit - made)};t=${wait}`],
      }
    },
  }
}

/** What one address has asked for since it began a minute. */
interface Calls {
  made: number
  readonly until: number
}

/** They are held in the order in which their minutes end, so those that have ended are found first. */
function oneMore(calls: Map<string, Calls>, key: string, now: number): Calls {
  const known = calls.get(key)
  if (known !== undefined && known.until > now) {
    known.made++
    return known
  }
  for (const [ended, { until }] of calls) {
    if (until > now) break
    calls.delete(ended)
  }
  const begun = { made: 1, until: now + MINUTE }
  calls.set(key, begun)
  return begun
}

const mapValues = <K extends string, A, B>(all: Readonly<Record<K, A>>, make: (value: A, key: K) => B): Record<K, B> =>
  Object.fromEntries(Object.entries<A>(all).map(([key, value]) => [key, make(value, key as K)])) as Record<K, B>
