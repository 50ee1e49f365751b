import type { Finding } from './finding.js'

/** By where they begin; of those that begin together, the longer first. */
export function inFileOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}
