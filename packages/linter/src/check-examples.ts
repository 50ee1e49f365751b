import { type Bank, type Concept, type Problem, problem } from '@klarsprak/termbank'
import { createLinter, type LinterOptions } from './create-linter.js'
import { presetRules } from './rules/preset-rules.js'

/**
 * Lints the sentences that concepts of a bank carry: those in `flags` are to be reported for the concept, those in
 * `allows` not.
 */
export function checkExamples(
  bank: Bank,
  words: Pick<LinterOptions, 'index' | 'rewrite'>,
  concepts: readonly Concept[] = bank.concepts,
): readonly Problem[] {
  const every = createLinter({ ...words, rules: presetRules('all') })
  const usual = createLinter(words)
  return concepts.flatMap((concept) => {
    const { id, flags = [], allows = [] } = concept
    const place = (key: 'flags' | 'allows', at: number) => ({
      ...(bank.placeOf(concept, [key, at]) ?? { path: bank.provenance(concept).layer }),
      conceptId: id,
    })
    const silent = flags.flatMap((sentence, at) => {
      const isReported = every.lint({ path: 'mening.txt', text: sentence }).some(({ conceptId }) => conceptId === id)
      return isReported ? [] : [problem('BANK-SILENT-EXAMPLE', place('flags', at), { sentence })]
    })
    const reported = allows.flatMap((sentence, at) => {
      const found = usual.lint({ path: 'mening.txt', text: sentence }).find(({ conceptId }) => conceptId === id)
      if (found === undefined) return []
      return [problem('BANK-REPORTED-EXAMPLE', place('allows', at), { sentence, text: found.text })]
    })
    return [...silent, ...reported]
  })
}
