import { isOfficialese } from '@klarsprak/termbank'
import { checkDeprecated, DEPRECATED_MESSAGES } from '../deprecated.js'
import { ADVISED } from '../hears.js'
import { defineRule, guardOptions } from '../rule.js'

export const avoidTerm = defineRule({
  id: 'avoid-term',
  summary: 'Skriv den rekommenderade termen i stället för den avrådda.',
  severity: 'error',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  hears: [ADVISED],
  messages: DEPRECATED_MESSAGES,
  options: (z) => z.strictObject(guardOptions(z)),
  check(context, options) {
    checkDeprecated(context, options, ({ concept, term }) => term.status === 'deprecated' && !isOfficialese(concept))
  },
})
