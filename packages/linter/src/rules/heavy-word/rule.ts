import { checkDeprecated, DEPRECATED_MESSAGES } from '../deprecated.js'
import { isOfficialese } from '../is-officialese.js'
import { defineRule, guardOptions } from '../rule.js'

export const heavyWord = defineRule({
  id: 'heavy-word',
  summary: 'Skriv ett vanligt ord i stället för kanslisvenska.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  messages: DEPRECATED_MESSAGES,
  options: (z) => z.strictObject(guardOptions(z)),
  check(context, options) {
    checkDeprecated(context, options, ({ concept }) => isOfficialese(concept))
  },
})
