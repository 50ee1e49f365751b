import { MISSPELT } from '../hears.js'
import { misspellingReport, misspellings } from '../misspelled.js'
import { defineRule } from '../rule.js'

export const splitCompound = defineRule({
  id: 'split-compound',
  summary: 'Skriv sammansatta ord ihop.',
  severity: 'error',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  hears: [MISSPELT],
  messages: {
    join: 'Skriv ”{right}” som ett ord, inte ”{actual}”.',
  },
  options: (z) =>
    z.strictObject({
      quotes: z.boolean().default(false).describe('Läs också citat.'),
    }),
  check({ segments, report }, options) {
    for (const misspelling of misspellings(segments, options)) {
      const { actual, match } = misspelling
      // How a brand is written is `spelling-variant`'s, which knows the norm.
      if (match.fault !== 'split' || match.brand !== undefined) continue
      const { right, certain } = match
      const reasons = certain ? [] : ['Båda orden finns var för sig, så läs meningen innan du ändrar.']
      report({ ...misspellingReport(misspelling, right, reasons), messageId: 'join', data: { right, actual } })
    }
  },
})
