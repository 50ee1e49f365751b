import { randomFillSync } from 'node:crypto'

const VALID = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/u

/** Where a request belongs in a trace (W3C Trace Context), as this service passes it on. */
export interface Trace {
  readonly traceId: string
  /** The header to answer with. */
  readonly traceparent: string
}

/** Random numbers are drawn many at a time: one by one they cost more than the answer. */
export function createTracer(): (header: string | undefined) => Trace {
  const pool = Buffer.alloc(24 * 256)
  let at = pool.length
  const draw = (bytes: number): string => {
    if (at + bytes > pool.length) {
      randomFillSync(pool)
      at = 0
    }
    at += bytes
    return pool.toString('hex', at - bytes, at)
  }
  return (header) => {
    const known = header === undefined ? null : VALID.exec(header)
    if (known === null || /^0+$/u.test(known[1]!) || /^0+$/u.test(known[2]!)) {
      const drawn = draw(24)
      const traceId = drawn.slice(0, 32)
      return { traceId, traceparent: `00-${traceId}-${drawn.slice(32)}-00` }
    }
    const traceId = known[1]!
    return { traceId, traceparent: `00-${traceId}-${draw(8)}-${known[3]!}` }
  }
}
