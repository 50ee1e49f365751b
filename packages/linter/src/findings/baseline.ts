import type { Finding } from './finding.js'

/**
 * Findings that were there when a team began, so that only new ones are reported: a multiset by file
 * and fingerprint. It knows no lines, so it survives edits; the rule and the words are for people.
 */
export interface Baseline {
  readonly files: ReadonlyMap<string, readonly BaselineEntry[]>
}

export interface BaselineEntry {
  readonly fingerprint: string
  readonly rule: string
  readonly text: string
  /** How many findings have this fingerprint. */
  readonly count: number
}

export interface Compared {
  /** Findings that are not in the baseline, in the order given. */
  readonly added: readonly Finding[]
  /** Findings that are. */
  readonly known: readonly Finding[]
  /** What is left of the entries: findings that are no more. */
  readonly stale: readonly BaselineEntry[]
}

export const EMPTY_BASELINE: Baseline = { files: new Map() }

/** Longest text of an entry; it is only for people. */
const SHOWN = 80

/** Holds a file's findings against its entries. Of equal ones, those first in the file are the known. */
export function compareWithBaseline(findings: readonly Finding[], entries: readonly BaselineEntry[] = []): Compared {
  const left = new Map<string, number>()
  for (const { fingerprint, count } of entries) left.set(fingerprint, (left.get(fingerprint) ?? 0) + count)
  const added: Finding[] = []
  const known: Finding[] = []
  for (const finding of findings) {
    const count = left.get(finding.fingerprint) ?? 0
    if (count > 0) left.set(finding.fingerprint, count - 1)
    ;(count > 0 ? known : added).push(finding)
  }
  const stale: BaselineEntry[] = []
  for (const entry of entries) {
    const count = Math.min(entry.count, left.get(entry.fingerprint) ?? 0)
    left.set(entry.fingerprint, (left.get(entry.fingerprint) ?? 0) - count)
    if (count > 0) stale.push({ ...entry, count })
  }
  return { added, known, stale }
}

/** The entries for a file with these findings. */
export function entriesOf(findings: readonly Finding[]): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>()
  for (const { fingerprint, ruleId, text } of findings) {
    const count = (entries.get(fingerprint)?.count ?? 0) + 1
    const shown = text.replace(/\s+/gu, ' ').slice(0, SHOWN)
    entries.set(
      fingerprint,
      entries.get(fingerprint)
        ? { ...entries.get(fingerprint)!, count }
        : { fingerprint, rule: ruleId, text: shown, count },
    )
  }
  return [...entries.values()].sort((a, b) => compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint))
}

/** `entries` without what is stale: it can only become less. */
export function withoutStale(
  entries: readonly BaselineEntry[],
  stale: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const gone = new Map<string, number>()
  for (const { fingerprint, count } of stale) gone.set(fingerprint, (gone.get(fingerprint) ?? 0) + count)
  return entries.flatMap((entry) => {
    const count = Math.max(0, entry.count - (gone.get(entry.fingerprint) ?? 0))
    gone.set(entry.fingerprint, Math.max(0, (gone.get(entry.fingerprint) ?? 0) - entry.count))
    return count === 0 ? [] : [{ ...entry, count }]
  })
}

export const countIn = (entries: readonly BaselineEntry[]): number => entries.reduce((sum, { count }) => sum + count, 0)

/** As a file: sorted, a line an entry, so that a change of it can be read and joined. */
export function formatBaseline({ files }: Baseline): string {
  const parts = [...files]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => compare(a, b))
    .map(
      ([path, entries]) =>
        `    ${JSON.stringify(path)}: [\n${entries.map((entry) => `      ${JSON.stringify(entry)}`).join(',\n')}\n    ]`,
    )
  return `{\n  "version": 1,\n  "files": {${parts.length === 0 ? '' : `\n${parts.join(',\n')}\n  `}}\n}\n`
}

/** The baseline that `formatBaseline` wrote, or undefined when the text is none. */
export function parseBaseline(text: string): Baseline | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isObject(value) || value.version !== 1 || !isObject(value.files)) return undefined
  const files = new Map<string, readonly BaselineEntry[]>()
  for (const [path, entries] of Object.entries(value.files)) {
    if (!Array.isArray(entries) || !entries.every(isEntry)) return undefined
    files.set(path, entries)
  }
  return { files }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEntry = (value: unknown): value is BaselineEntry =>
  isObject(value) &&
  typeof value.fingerprint === 'string' &&
  typeof value.rule === 'string' &&
  typeof value.text === 'string' &&
  Number.isInteger(value.count) &&
  Number(value.count) > 0

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
