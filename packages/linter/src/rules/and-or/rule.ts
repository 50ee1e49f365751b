import { characters } from '../hears.js'
import { unguarded } from '../prose.js'
import { defineRule, guardOptions } from '../rule.js'

/** In all that `AND_OR` finds; it is made in no time. */
const NEEDED = /(?:och|eller)\s?[/⁄]/i
const AND_OR = /(?<![\p{L}\d/-])(?:och\s?[/⁄]\s?eller|eller\s?[/⁄]\s?och)(?![\p{L}\d/-])/giu

export const andOr = defineRule({
  id: 'and-or',
  summary: 'Välj ”och” eller ”eller” i stället för ”och/eller”.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  hears: [characters('/', '⁄')],
  messages: {
    choose: 'Välj ”eller” eller ”och” i stället för ”{actual}”.',
  },
  options: (z) => z.strictObject({ quotes: guardOptions(z).quotes, references: guardOptions(z).references }),
  check({ segments, report }, { quotes, references }) {
    const reads = [...(quotes ? (['quote'] as const) : []), ...(references ? (['reference'] as const) : [])]
    for (const segment of segments) {
      if (!NEEDED.test(segment.prose)) continue
      for (const { span, found } of unguarded(segment, AND_OR, reads)) {
        report({
          segment,
          span,
          messageId: 'choose',
          data: { actual: found[0] },
          reasons: [
            '”Eller” räcker oftast. Behöver båda möjligheterna sägas ut, skriv ”det ena eller det andra, eller båda”.',
          ],
          // Never safe: only the writer knows which is meant.
          suggestions: ['eller', 'och'].map((text) => ({ span, text, safe: false })),
        })
      }
    }
  },
})
