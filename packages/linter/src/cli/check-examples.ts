import { type Bank, type Problem, problem } from '@klarsprak/termbank'
import { createLinter } from '../create-linter.js'
import { presetRules } from '../rules/preset-rules.js'
import type { Words } from '../words/words.js'

/** Lints the sentences that the concepts carry: those in `flags` are to be reported for the concept, those in `allows` not. */
export function checkExamples(bank: Bank, words: Words): readonly Problem[] {
  const every = createLinter({ ...words, rules: presetRules('all') })
  const usual = createLinter(words)
  return bank.concepts.flatMap((concept) => {
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
