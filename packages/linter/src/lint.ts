import { analyse, analyseEnglish, type TermSearch, type Tokenise } from './analysis/analyse.js'
import type { EnglishReader } from './analysis/english.js'
import type { DocumentParser, Fault, SourceFile } from './documents/document.js'
import type { Finding } from './findings/finding.js'
import { inFileOrder } from './findings/in-file-order.js'
import type { Suppressed } from './findings/suppress.js'
import { withoutOverlap } from './findings/without-overlap.js'
import { withoutSuppressed } from './findings/without-suppressed.js'
import { byAudience } from './rules/by-audience.js'
import type { Replacer } from './rules/replacement.js'
import { type ConfiguredRule, run } from './rules/run.js'

export interface Setup {
  readonly parserFor: (file: SourceFile) => DocumentParser
  readonly tokenise: Tokenise
  readonly index: TermSearch
  readonly replace: Replacer
  /** In the order of precedence: where two report the same words, the first is kept. */
  readonly rules: readonly ConfiguredRule[]
  /** For rules about English; see `prepareEnglish`. Left out, they find nothing. */
  readonly english?: EnglishReader | undefined
  /** Today, as 2027-01-31, for comments that count until a day. Left out, none is too old. */
  readonly today?: string | undefined
  /** Measures a stage or, by its id, a rule. */
  readonly timed?: Timed | undefined
  /** Left out, a file may take any time. */
  readonly timeLimit?: TimeLimit | undefined
}

/** How long one file may take. Looked at between blocks and between rules. */
export interface TimeLimit {
  readonly milliseconds: number
  /** Milliseconds since any moment. */
  readonly now: () => number
}

/** Does `work` and returns what it gives. */
export type Timed = <Result>(name: string, work: () => Result) => Result

export interface Linted {
  readonly findings: readonly Finding[]
  /** What comments in the file ask to leave out. */
  readonly suppressed: readonly Suppressed[]
  /** What rules about several files have noted here, for `acrossFiles`. */
  readonly noted: readonly Finding[]
  /** Where the file stops being what it calls itself: some of it may not have been read. */
  readonly fault?: Fault
  /** The file took longer than it may, so nothing is said of it: half an answer would be another one each time. */
  readonly isOverdue?: true
}

const OVERDUE: Linted = { findings: [], suppressed: [], noted: [], isOverdue: true }

const untimed: Timed = (_, work) => work()

/** From a file to its findings. The stages run in the order they are written. */
export function lint(file: SourceFile, setup: Setup): Linted {
  const { parserFor, tokenise, index, replace, rules, today, timed = untimed } = setup
  const isOverdue = clockOf(setup.timeLimit)
  // documents/: prose, with a map back to the file
  const document = timed('läsa', () => parserFor(file).parse(file.text))
  // analysis/: sentences, words, terms of the bank
  const segments = timed('ord och termer', () => analyse(document, tokenise, index, isOverdue))
  if (isOverdue()) return OVERDUE
  const english =
    setup.english === undefined
      ? undefined
      : { segments: analyseEnglish(document, tokenise, index), reader: setup.english }
  // rules/: what each reports
  const apart: Finding[] = []
  for (const { isWhole, segments: own, rules: theirs } of byAudience(segments, rules)) {
    const found: Finding[] = []
    for (const rule of theirs) {
      const reported = timed(rule.rule.id, () => run(rule, own, document.text, replace, isWhole ? english : undefined))
      for (const one of reported) found.push(one)
      if (isOverdue()) return OVERDUE
    }
    // findings/: one for each stretch of text
    for (const one of withoutOverlap(found, theirs)) apart.push(one)
  }
  const { kept, suppressed } = withoutSuppressed(apart, document, rules, today)
  const told = kept.filter(({ noted }) => noted === undefined)
  return {
    findings: inFileOrder(told),
    suppressed,
    noted: kept.filter(({ noted }) => noted !== undefined),
    ...(document.fault === undefined ? {} : { fault: document.fault }),
  }
}

function clockOf(limit: TimeLimit | undefined): () => boolean {
  if (limit === undefined) return () => false
  const { milliseconds, now } = limit
  const end = now() + milliseconds
  return () => now() > end
}
