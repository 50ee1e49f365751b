import type { Answer } from './operation.js'
import type { Refusal } from './problems.js'

/** That an operation will go away, and what to use instead. */
export interface Deprecation {
  /** The day from which it should not be used: 2027-01-01. */
  readonly since: string
  /** The day it goes away. */
  readonly until: string
  /** The address to use instead, from the root of the service. */
  readonly successor: string
}

/** The answer with `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a link to what comes after. Errors have them too. */
export function withDeprecation<Reply extends Answer | Refusal>(
  reply: Reply,
  { since, until, successor }: Deprecation,
  link: (path: string) => string,
): Reply {
  const known = reply.headers?.link
  const next = `<${link(successor)}>; rel="successor-version"`
  return {
    ...reply,
    headers: {
      ...reply.headers,
      deprecation: `@${Date.parse(since) / 1_000}`,
      sunset: new Date(until).toUTCString(),
      link: known === undefined || known === '' ? next : `${known}, ${next}`,
    },
  }
}
