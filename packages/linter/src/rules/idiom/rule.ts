import { phraseList, phrasesIn } from '../phrase-list.js'
import { defineRule, guardOptions } from '../rule.js'
import { IDIOMS } from './data.js'

const idioms = phraseList(
  'idiom/idioms',
  () => IDIOMS,
  ([words]) => words,
)

export const idiom = defineRule({
  id: 'idiom',
  summary: 'Skriv rakt ut i stället för med bildspråk.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  hears: [idioms],
  messages: {
    plain: '”{actual}” är bildspråk. Skriv rakt ut vad du menar, till exempel ”{plain}”.',
  },
  options: (z) => z.strictObject(guardOptions(z)),
  check({ segments, report }, options) {
    for (const { segment, match, actual } of phrasesIn(segments, idioms, options)) {
      report({ segment, span: match.span, messageId: 'plain', data: { actual, plain: match.entry[1] } })
    }
  },
})
