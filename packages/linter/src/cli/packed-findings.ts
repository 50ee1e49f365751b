import type { Finding, Suggestion } from '../findings/finding.js'
import type { Linted } from '../lint.js'

// Findings as JSON, in less room: what many findings say alike is kept once, and named by its number.

/** What is found where nothing is found. */
export const NOTHING_FOUND: Linted = { findings: [], suppressed: [], noted: [] }

/** What a finding has of its own; the rest is shared. */
type Own = Pick<Finding, 'span' | 'text' | 'suggestions' | 'fingerprint'>
type Shared = Omit<Finding, keyof Own>

/** The number of what it shares, where it is, its words, what to write (from, to, text, safe) and its fingerprint. */
type Row = readonly [
  shared: number,
  start: number,
  end: number,
  text: string,
  suggestions: readonly (readonly [start: number, end: number, text: string, safe: 0 | 1])[],
  fingerprint: string,
]

interface Packed {
  readonly f?: readonly Row[]
  readonly s?: readonly (readonly [Row, reason?: string])[]
  readonly n?: readonly Row[]
  readonly fault?: Linted['fault']
}

export interface Packer {
  /** As text without tabs or line breaks; empty when nothing is found. */
  pack(linted: Linted): string
  /** What the findings packed so far share, each as JSON, in the order of their numbers. */
  shared(): Iterable<string>
}

export function createPacker(): Packer {
  const numbers = new Map<string, number>()
  const row = ({ span, text, suggestions, fingerprint, ...shared }: Finding): Row => {
    const json = JSON.stringify(shared)
    const number = numbers.get(json) ?? numbers.size
    numbers.set(json, number)
    const rows = suggestions.map(({ span, text, safe }) => [span.start, span.end, text, safe ? 1 : 0] as const)
    return [number, span.start, span.end, text, rows, fingerprint]
  }
  return {
    pack({ findings, suppressed, noted, fault }) {
      const packed: Packed = {
        ...(findings.length === 0 ? {} : { f: findings.map(row) }),
        ...(suppressed.length === 0
          ? {}
          : {
              s: suppressed.map(({ finding, reason }) =>
                reason === undefined ? ([row(finding)] as const) : ([row(finding), reason] as const),
              ),
            }),
        ...(noted.length === 0 ? {} : { n: noted.map(row) }),
        ...(fault === undefined ? {} : { fault }),
      }
      return Object.keys(packed).length === 0 ? '' : JSON.stringify(packed)
    },
    shared: () => numbers.keys(),
  }
}

/** What has been packed, with what it shares with others; each of that is parsed once. */
export function createUnpacker(sharedOf: () => readonly string[]): (packed: string) => Linted {
  const parsed: Shared[] = []
  let shared: readonly string[] = []
  const finding = ([number, start, end, text, suggestions, fingerprint]: Row): Finding => {
    const { ruleId, severity, message, sources, url, ...rest } = (parsed[number] ??= JSON.parse(
      shared[number]!,
    ) as Shared)
    // All of one shape, as far as most go: making them is most of what a remembered text costs.
    return {
      ruleId,
      severity,
      message,
      sources,
      url,
      span: { start, end },
      text,
      suggestions: suggestions.map(suggestionOf),
      fingerprint,
      ...rest,
    }
  }
  return (packed) => {
    if (packed === '') return NOTHING_FOUND
    if (shared.length === 0) shared = sharedOf()
    const { f = [], s = [], n = [], fault } = JSON.parse(packed) as Packed
    return {
      findings: f.map(finding),
      suppressed: s.map(([row, reason]) =>
        reason === undefined ? { finding: finding(row) } : { finding: finding(row), reason },
      ),
      noted: n.map(finding),
      ...(fault === undefined ? {} : { fault }),
    }
  }
}

const suggestionOf = ([start, end, text, safe]: Row[4][number]): Suggestion => ({
  span: { start, end },
  text,
  safe: safe === 1,
})
