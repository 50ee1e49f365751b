import { limit } from '../levels.js'
import { countWords, isBorrowed, isRunningText, looksForeign, sentencesIn, wholeOf } from '../prose.js'
import { defineRule } from '../rule.js'

export const longParagraph = defineRule({
  id: 'long-paragraph',
  summary: 'Dela upp långa stycken.',
  severity: 'info',
  presets: ['strict'],
  about: 'text',
  reach: 'segment',
  messages: {
    words: 'Stycket har {words} ord. Dela upp det, gärna med en mellanrubrik eller en lista.',
    sentences: 'Stycket har {sentences} meningar. Dela upp det, gärna med en mellanrubrik eller en lista.',
  },
  options: (z) =>
    z.strictObject({
      words: limit(z, 80, 'Så många ord får ett stycke ha. 0 stänger av.'),
      sentences: limit(z, 4, 'Så många meningar får ett stycke ha. 0 stänger av.'),
    }),
  check({ segments, report }, options) {
    for (const segment of segments) {
      if (!isRunningText(segment)) continue
      const span = wholeOf(segment)
      const words = countWords(segment.words)
      const sentences = sentencesIn(segment).length
      const isLong = options.words > 0 && words > options.words
      if (!isLong && !(options.sentences > 0 && sentences > options.sentences)) continue
      if (isBorrowed(segment, span) || looksForeign(segment.words)) continue
      if (isLong) report({ segment, span, messageId: 'words', data: { words } })
      else report({ segment, span, messageId: 'sentences', data: { sentences } })
    }
  },
})
