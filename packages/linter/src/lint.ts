import { analyse, type TermSearch, type Tokenise } from './analysis/analyse.js'
import type { DocumentParser, SourceFile } from './documents/document.js'
import type { Finding } from './findings/finding.js'
import { inFileOrder } from './findings/in-file-order.js'
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
}

/** From a file to its findings. The stages run in the order they are written. */
export function lint(file: SourceFile, { parserFor, tokenise, index, replace, rules }: Setup): readonly Finding[] {
  const document = parserFor(file).parse(file.text) // documents/: prose, with a map back to the file
  const segments = analyse(document, tokenise, index) // analysis/: sentences, words, terms of the bank
  const found = rules.flatMap((rule) => run(rule, segments, document.text, replace)) // rules/: what each reports
  const apart = withoutOverlap(found, rules) // findings/: one for each stretch of text
  return inFileOrder(withoutSuppressed(apart, document, rules))
}
