import { checkDeprecated, DEPRECATED_MESSAGES } from '../deprecated.js'
import { isOfficialese } from '../is-officialese.js'
import { defineRule, guardOptions } from '../rule.js'

export const avoidTerm = defineRule({
  id: 'avoid-term',
  summary: 'Skriv den rekommenderade termen i stället för den avrådda.',
  severity: 'error',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  messages: DEPRECATED_MESSAGES,
  options: (z) => z.strictObject(guardOptions(z)),
  check(context, options) {
    checkDeprecated(context, options, ({ concept, term }) => term.status === 'deprecated' && !isOfficialese(concept))
  },
})
