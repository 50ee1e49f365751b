import { MISSPELT } from '../hears.js'
import { misspellingReport, misspellings } from '../misspelled.js'
import { defineRule } from '../rule.js'

export const brandCasing = defineRule({
  id: 'brand-casing',
  summary: 'Skriv namn som de skrivs i termbanken.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  hears: [MISSPELT],
  messages: {
    name: 'Namnet skrivs ”{right}”, inte ”{actual}”.',
  },
  options: (z) =>
    z.strictObject({
      quotes: z.boolean().default(false).describe('Läs också citat.'),
    }),
  check({ segments, report }, options) {
    for (const misspelling of misspellings(segments, options)) {
      const { actual, match } = misspelling
      const { fault, right } = match
      if (fault !== 'name') continue
      report({ ...misspellingReport(misspelling, right, []), messageId: 'name', data: { right, actual } })
    }
  },
})
