import { ipKeyGenerator, MemoryStore } from 'express-rate-limit'

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
  count(kind: keyof RateLimits, address: string): Promise<Allowance>
  close(): void
}

const MINUTE = 60_000

/** Addresses of IPv6 are counted by network, since one asker has very many. */
const keyOf = (address: string): string => (address.includes(':') ? ipKeyGenerator(address) : address)

/** Counts in this process only: several servers each allow as much. Addresses are held for a minute at most. */
export function createRateLimiter(limits: RateLimits): RateLimiter {
  const stores = Object.fromEntries(
    Object.keys(limits).map((kind) => {
      const store = new MemoryStore()
      store.init({ windowMs: MINUTE } as Parameters<MemoryStore['init']>[0])
      return [kind, store]
    }),
  ) as Record<keyof RateLimits, MemoryStore>
  return {
    async count(kind, address) {
      const limit = limits[kind]
      const { totalHits, resetTime } = await stores[kind].increment(keyOf(address))
      const wait = Math.max(1, Math.ceil(((resetTime?.getTime() ?? Date.now()) - Date.now()) / 1_000))
      return {
        isAllowed: totalHits <= limit,
        wait,
        headers: [
          'ratelimit-policy',
          `"${kind}";q=${limit};w=${MINUTE / 1_000}`,
          'ratelimit',
          `"${kind}";r=${Math.max(0, limit - totalHits)};t=${wait}`,
        ],
      }
    },
    close() {
      for (const store of Object.values(stores)) store.shutdown()
    },
  }
}
