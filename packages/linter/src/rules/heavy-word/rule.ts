import { isOfficialese } from '@klarsprak/termbank'
import { checkDeprecated, DEPRECATED_MESSAGES } from '../deprecated.js'
import { ADVISED } from '../hears.js'
import { defineRule, guardOptions } from '../rule.js'

export const heavyWord = defineRule({
  id: 'heavy-word',
  summary: 'Skriv ett vanligt ord i stället för kanslisvenska.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  hears: [ADVISED],
  messages: DEPRECATED_MESSAGES,
  options: (z) => z.strictObject(guardOptions(z)),
  check(context, options) {
    checkDeprecated(context, options, ({ concept }) => isOfficialese(concept))
  },
})
