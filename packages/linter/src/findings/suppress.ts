import type { Span } from '@klarsprak/swedish'
import type { Document } from '../documents/document.js'
import type { Finding } from './finding.js'
import { type Positions, positionsIn } from './positions.js'

/**
 * What the comments of a file ask for:
 *
 * `<!-- klarsprak-disable -->` … `<!-- klarsprak-enable -->`, `<!-- klarsprak-disable-line -->`,
 * `<!-- klarsprak-disable-next-line avoid-term, jargon -- reason -->`. Without rules they mean all.
 * The next line is the next one that is not blank.
 */
export interface Suppressions {
  covers(finding: Finding): boolean
  /** Rules and commands that do not exist, with where they are named. */
  readonly problems: readonly SuppressionProblem[]
}

export type SuppressionProblem =
  | { readonly kind: 'unknown-rule'; readonly id: string; readonly span: Span }
  | { readonly kind: 'unknown-command'; readonly command: string; readonly span: Span }

interface Region extends Span {
  /** `undefined`: every rule. */
  readonly rule: string | undefined
}

const COMMAND = /^\s*(klarsprak-[\w-]+)([\s\S]*)$/u

export function suppressionsOf(document: Document, ruleIds: readonly string[]): Suppressions {
  const problems: SuppressionProblem[] = []
  const regions: Region[] = []
  const open = new Map<string | undefined, number>()
  const known = new Set(ruleIds)
  let positions: Positions | undefined

  const close = (rule: string | undefined, end: number) => {
    const start = open.get(rule)
    if (start !== undefined) regions.push({ rule, start, end })
    open.delete(rule)
  }

  for (const { span, text } of [...document.comments].sort((a, b) => a.span.start - b.span.start)) {
    const [, command, rest] = COMMAND.exec(text) ?? []
    if (command === undefined || rest === undefined) continue
    const named = rest
      .split(/\s--(?:\s|$)/u)[0]!
      .split(/[\s,]+/u)
      .filter((id) => id !== '')
    let from = span.start
    for (const id of named) {
      const start = document.text.indexOf(id, from)
      const isFound = start >= 0 && start + id.length <= span.end
      if (isFound) from = start + id.length
      const place = isFound ? { start, end: from } : span
      if (!known.has(id)) problems.push({ kind: 'unknown-rule', id, span: place })
    }
    const rules = named.length === 0 ? [undefined] : named.filter((id) => known.has(id))

    if (command === 'klarsprak-disable') for (const rule of rules) open.set(rule, open.get(rule) ?? span.start)
    else if (command === 'klarsprak-enable') {
      for (const rule of named.length === 0 ? [...open.keys()] : rules) close(rule, span.start)
    } else if (command === 'klarsprak-disable-line' || command === 'klarsprak-disable-next-line') {
      positions ??= positionsIn(document.text)
      const isNext = command.endsWith('next-line')
      const { line } = positions.at(isNext ? span.end : span.start)
      const target = isNext ? nextWithText(positions, line) : line
      const start = positions.startOf(target)
      for (const rule of rules) regions.push({ rule, start, end: start + positions.line(target).length })
    } else problems.push({ kind: 'unknown-command', command, span })
  }
  for (const rule of [...open.keys()]) close(rule, document.text.length)

  return {
    problems,
    covers: ({ ruleId, span }) =>
      regions.some(
        ({ rule, start, end }) => (rule === undefined || rule === ruleId) && span.start >= start && span.start < end,
      ),
  }
}

function nextWithText(positions: Positions, line: number): number {
  let next = line + 1
  while (next < positions.lineCount && positions.line(next).trim() === '') next++
  return Math.min(next, positions.lineCount)
}
