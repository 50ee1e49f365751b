import { isBorrowed, isRunningText } from '../prose.js'
import { defineRule } from '../rule.js'

export const englishReadability = defineRule({
  id: 'english-readability',
  summary: 'Skriv lättlästa meningar också på engelska.',
  severity: 'info',
  presets: ['strict'],
  about: 'text',
  readsEnglish: 'sentences',
  messages: {
    hard: 'Meningen är svår att läsa enligt {agreeing} av {formulas} mått för engelska. Dela upp den, eller skriv enklare ord.',
  },
  options: (z) =>
    z.strictObject({
      age: z.int().min(8).max(22).default(16).describe('Den som är så här gammal ska förstå meningen.'),
      agreeing: z.int().min(1).max(7).default(5).describe('Så många av de sju måtten ska vara överens.'),
      minWords: z.int().min(1).default(12).describe('Kortare meningar än så mäts inte, för måtten blir osäkra.'),
    }),
  check({ english, report }, options) {
    if (english === undefined) return
    for (const segment of english.segments) {
      if (!isRunningText(segment)) continue
      for (const { start, end, agreeing, formulas } of english.reader.hardSentences(segment.prose, options)) {
        const span = { start, end }
        if (!isBorrowed(segment, span)) report({ segment, span, messageId: 'hard', data: { agreeing, formulas } })
      }
    }
  },
})
