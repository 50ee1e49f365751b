import { analyse, analyseEnglish, type TermSearch, type Tokenise } from './analysis/analyse.js'
import type { EnglishReader } from './analysis/english.js'
import type { DocumentParser, Fault, SourceFile } from './documents/document.js'
import type { Finding } from './findings/finding.js'
import { inFileOrder } from './findings/in-file-order.js'
import type { Suppressed } from './findings/suppress.js'
import { withoutOverlap } from './findings/without-overlap.js'
import { withoutSuppressed } from './findings/without-suppressed.js'
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
}

const untimed: Timed = (_, work) => work()

/** From a file to its findings. The stages run in the order they are written. */
export function lint(file: SourceFile, setup: Setup): Linted {
  const { parserFor, tokenise, index, replace, rules, today, timed = untimed } = setup
  // documents/: prose, with a map back to the file
  const document = timed('läsa', () => parserFor(file).parse(file.text))
  // analysis/: sentences, words, terms of the bank
  const segments = timed('ord och termer', () => analyse(document, tokenise, index))
  const english =
    setup.english === undefined ? undefined : { segments: analyseEnglish(document, tokenise), reader: setup.english }
  // rules/: what each reports
  const found = rules.flatMap((rule) => timed(rule.rule.id, () => run(rule, segments, document.text, replace, english)))
  // findings/: one for each stretch of text
  const apart = withoutOverlap(found, rules)
  const { kept, suppressed } = withoutSuppressed(apart, document, rules, today)
  const told = kept.filter(({ noted }) => noted === undefined)
  return {
    findings: inFileOrder(told),
    suppressed,
    noted: kept.filter(({ noted }) => noted !== undefined),
    ...(document.fault === undefined ? {} : { fault: document.fault }),
  }
}
