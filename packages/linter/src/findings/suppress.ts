import type { Span } from '@klarsprak/swedish'
import type { Comment, Document } from '../documents/document.js'
import type { Finding } from './finding.js'
import { type Positions, positionsIn } from './positions.js'

/**
 * What the comments of a file ask for:
 *
 * `<!-- klarsprak-disable -->` … `<!-- klarsprak-enable -->`, `<!-- klarsprak-disable-line -->`,
 * `<!-- klarsprak-disable-next-line avoid-term, jargon until 2027-01-31 -- reason -->`. Without
 * rules they mean all. The next line is the next one that is not blank, or in a file of translations
 * the next text; a note that belongs to a text is about that text. A day is the last on which the
 * comment counts.
 */
export interface Suppressions {
  /** What the comments cover, with the reason they give, and the rest; both in the order given. */
  divide(findings: readonly Finding[]): Divided
  /** What is wrong with the comments themselves, in the order of the file. */
  readonly problems: readonly SuppressionProblem[]
  /** Comments, or rules in them, that have covered nothing of what has been divided. */
  unused(): readonly Unused[]
}

export interface Divided {
  readonly kept: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
}

/** A finding that a comment asks to leave out. */
export interface Suppressed {
  readonly finding: Finding
  /** What stands after `--`, or a dash: `--` may not stand in the comments of XML. */
  readonly reason?: string
}

export type SuppressionProblem =
  | { readonly kind: 'unknown-rule'; readonly id: string; readonly span: Span }
  | { readonly kind: 'unknown-command'; readonly command: string; readonly span: Span }
  | { readonly kind: 'no-date'; readonly date: string; readonly span: Span }
  | { readonly kind: 'expired'; readonly date: string; readonly span: Span }
  | { readonly kind: 'no-reason'; readonly span: Span }

export interface Unused {
  /** `undefined`: every rule. */
  readonly rule: string | undefined
  readonly span: Span
}

export interface SuppressionSettings {
  /** The rules that exist. */
  readonly ruleIds: readonly string[]
  /** Today, as 2027-01-31. Left out, no comment is too old. */
  readonly today?: string | undefined
}

interface Region extends Span {
  readonly rule: string | undefined
  readonly source: Use
}

/** One rule of one comment, and whether it has done anything. */
interface Use extends Unused {
  readonly reason: string | undefined
  isUsed: boolean
}

interface Instruction {
  readonly command: string
  readonly span: Span
  readonly rules: readonly { readonly id: string; readonly span: Span }[]
  readonly until: string | undefined
  readonly reason: string | undefined
}

const COMMAND = /^\s*(klarsprak-[\w-]+)([\s\S]*)$/u
const DISABLES: ReadonlySet<string> = new Set([
  'klarsprak-disable',
  'klarsprak-disable-line',
  'klarsprak-disable-next-line',
])

export function suppressionsOf(document: Document, { ruleIds, today }: SuppressionSettings): Suppressions {
  const problems: SuppressionProblem[] = []
  const regions: Region[] = []
  const uses: Use[] = []
  const open = new Map<string | undefined, { readonly start: number; readonly source: Use }>()
  const names = new Set(ruleIds)
  // A plugin's rules are named with a colon, and known only when it has been run.
  const known = { has: (id: string) => names.has(id) || id.includes(':') }
  let positions: Positions | undefined

  const close = (rule: string | undefined, end: number) => {
    const opened = open.get(rule)
    if (opened !== undefined) regions.push({ rule, start: opened.start, end, source: opened.source })
    open.delete(rule)
  }

  for (const comment of [...document.comments].sort((a, b) => a.span.start - b.span.start)) {
    const instruction = instructionIn(comment, document.text)
    if (instruction === undefined) continue
    const { command, span, rules: named, until, reason } = instruction
    if (command !== 'klarsprak-enable' && !DISABLES.has(command)) {
      problems.push({ kind: 'unknown-command', command, span })
      continue
    }
    for (const rule of named) if (!known.has(rule.id)) problems.push({ kind: 'unknown-rule', ...rule })
    const rules = named.length === 0 ? [{ id: undefined, span }] : named.filter(({ id }) => known.has(id))
    if (command === 'klarsprak-enable') {
      for (const id of named.length === 0 ? [...open.keys()] : rules.map((rule) => rule.id)) close(id, span.start)
      continue
    }
    if (reason === undefined) problems.push({ kind: 'no-reason', span })
    if (until !== undefined && !isDate(until)) problems.push({ kind: 'no-date', date: until, span })
    else if (until !== undefined && today !== undefined && until < today) {
      problems.push({ kind: 'expired', date: until, span })
      continue
    }
    for (const rule of rules) {
      const use: Use = { rule: rule.id, span: rule.span, reason, isUsed: false }
      const { about, isNote } = comment
      if (about !== undefined && (isNote || command !== 'klarsprak-disable')) {
        regions.push({ rule: rule.id, ...about, source: use })
      } else if (command === 'klarsprak-disable') {
        // One that is on already is not opened again, so that it is found to be of no use.
        if (!open.has(rule.id)) open.set(rule.id, { start: span.start, source: use })
      } else {
        positions ??= positionsIn(document.text)
        const isNext = command === 'klarsprak-disable-next-line'
        const { line } = positions.at(isNext ? span.end : span.start)
        const target = isNext ? nextWithText(positions, line) : line
        const start = positions.startOf(target)
        regions.push({ rule: rule.id, start, end: start + positions.line(target).length, source: use })
      }
      uses.push(use)
    }
  }
  for (const rule of [...open.keys()]) close(rule, document.text.length)

  return {
    problems,
    divide: (findings) => divide(findings, regions),
    unused: () => uses.filter(({ isUsed }) => !isUsed).map(({ rule, span }) => ({ rule, span })),
  }
}

/** What a comment says, or undefined when it does not speak to us. */
function instructionIn({ span, text }: Comment, source: string): Instruction | undefined {
  const [, command, rest] = COMMAND.exec(text) ?? []
  if (command === undefined || rest === undefined) return undefined
  const [before = '', ...after] = rest.split(/(?:^|\s)(?:--|[–—])(?:\s|$)/u)
  const reason = after.join(' -- ').trim()
  const dated = UNTIL.exec(before) ?? UNTIL.exec(reason)
  const written = source.slice(span.start, span.end)
  let from = 0
  const rules = before
    .replace(UNTIL, ' ')
    .split(/[\s,]+/u)
    .filter((id) => id !== '')
    .map((id) => {
      const at = written.indexOf(id, from)
      if (at < 0) return { id, span }
      from = at + id.length
      return { id, span: { start: span.start + at, end: span.start + from } }
    })
  return { command, span, rules, until: dated?.[1], reason: reason === '' ? undefined : reason }
}

/** Until what day: after the rules, or in the reason. */
const UNTIL = /(?:^|\s)until[\s:]+(\d[\d-]*)/u

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** One pass over findings and regions in the order of the file. */
function divide(findings: readonly Finding[], regions: readonly Region[]): Divided {
  if (regions.length === 0) return { kept: findings, suppressed: [] }
  const byStart = [...regions].sort((a, b) => a.start - b.start)
  const inOrder = findings.map((finding, at) => ({ finding, at })).sort((a, b) => startOf(a) - startOf(b))
  const reasons = new Map<Finding, string | undefined>()
  /** For each rule the regions that have begun, the one that ends last on top. */
  const begun = new Map<string | undefined, Region[]>()
  let next = 0
  for (const { finding } of inOrder) {
    for (; next < byStart.length && byStart[next]!.start <= finding.span.start; next++) {
      const region = byStart[next]!
      const others = begun.get(region.rule)?.filter(({ end }) => end > region.start) ?? []
      // Two that cover the same stretch: the first does the work.
      if (others.some(({ start, end }) => start === region.start && end === region.end)) continue
      begun.set(region.rule, [...others, region])
    }
    const covering = [...(begun.get(finding.ruleId) ?? []), ...(begun.get(undefined) ?? [])].filter(
      ({ end }) => finding.span.start < end,
    )
    if (covering.length === 0) continue
    for (const { source } of covering) source.isUsed = true
    reasons.set(finding, covering.findLast(({ source }) => source.reason !== undefined)?.source.reason)
  }
  return {
    kept: findings.filter((finding) => !reasons.has(finding)),
    suppressed: findings
      .filter((finding) => reasons.has(finding))
      .map((finding) => {
        const reason = reasons.get(finding)
        return { finding, ...(reason === undefined ? {} : { reason }) }
      }),
  }
}

const startOf = ({ finding }: { readonly finding: Finding }) => finding.span.start

function nextWithText(positions: Positions, line: number): number {
  let next = line + 1
  while (next < positions.lineCount && positions.line(next).trim() === '') next++
  return Math.min(next, positions.lineCount)
}
