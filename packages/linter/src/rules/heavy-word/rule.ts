import type { Concept } from '@klarsprak/termbank'
import { checkDeprecated, DEPRECATED_MESSAGES } from '../deprecated.js'
import { defineRule, guardOptions } from '../rule.js'

/** Whether a concept's words are officialese, which this rule reports; other deprecated terms are `avoid-term`'s. */
export const isOfficialese = ({ subject }: Concept) => subject === 'kanslisvenska'

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
