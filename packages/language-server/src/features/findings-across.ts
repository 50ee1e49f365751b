import type { Finding } from '@klarsprak/linter'

/** What the rules about several texts found in a text when all were last checked, and the text as it was then. */
export interface FoundAcross {
  readonly text: string
  readonly findings: readonly Finding[]
}

/**
 * Those findings where they stand in the text now, without those in or beside what has been written. Only their
 * places are moved: what is suggested is for the text as it was.
 */
export function acrossIn(text: string, { text: before, findings }: FoundAcross): readonly Finding[] {
  if (text === before) return findings
  const least = Math.min(text.length, before.length)
  let same = 0
  while (same < least && text.charCodeAt(same) === before.charCodeAt(same)) same++
  let end = 0
  while (end < least - same && text.charCodeAt(text.length - 1 - end) === before.charCodeAt(before.length - 1 - end))
    end++
  const by = text.length - before.length
  return findings.flatMap((finding) => {
    const { span } = finding
    if (span.end < same) return [finding]
    if (span.start <= before.length - end) return []
    return [{ ...finding, span: { start: span.start + by, end: span.end + by } }]
  })
}
