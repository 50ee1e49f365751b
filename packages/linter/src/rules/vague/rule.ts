import { phraseList, phrasesIn } from '../phrase-list.js'
import { defineRule, guardOptions } from '../rule.js'
import { ADVICE, VAGUE } from './data.js'

const vagueWords = phraseList(
  'vague/vagueWords',
  () => VAGUE,
  ({ words }) => words,
)

export const vague = defineRule({
  id: 'vague',
  summary: 'Säg när, hur ofta och hur mycket.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  hears: [vagueWords],
  messages: {
    vague: '”{actual}” kan betyda olika för olika läsare. {advice}',
  },
  options: (z) => z.strictObject(guardOptions(z)),
  check({ segments, report }, options) {
    for (const { segment, match, actual } of phrasesIn(segments, vagueWords, options)) {
      // ”Snarast möjligt” is another phrase, and the bank's.
      const next = match.last + 1
      if (next < segment.words.count && segment.words.key(next) === 'möjligt') continue
      report({
        segment,
        span: match.span,
        messageId: 'vague',
        data: { actual, advice: ADVICE[match.entry.missing] },
      })
    }
  },
})
