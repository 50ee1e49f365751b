import { TokenKind } from '@klarsprak/swedish'
import { z } from 'zod'
import { type AnalysedSegment, tokenText } from '../../analysis/analyse.js'
import { levelOf, limit } from '../levels.js'
import { countWords, isBorrowed, looksForeign, type Sentence, sentencesIn } from '../prose.js'
import { defineRule } from '../rule.js'

/** Segments that are no sentences: a heading has a rule of its own. */
const NO_SENTENCES: ReadonlySet<string> = new Set(['heading', 'button', 'label', 'link'])

export const longSentence = defineRule({
  id: 'long-sentence',
  summary: 'Dela upp långa meningar.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  // Sentences of 21 to 25 words are common in good texts too.
  presetOptions: { recommended: { info: 0 } },
  about: 'text',
  messages: {
    long: 'Meningen har {words} ord. Dela upp den, så blir den lättare att läsa.',
  },
  options: z.strictObject({
    info: limit(20, 'Ge ett råd om meningar med fler ord än så. 0 stänger av.'),
    warning: limit(25, 'Varna för meningar med fler ord än så. 0 stänger av.'),
    error: limit(35, 'Meningar med fler ord än så är fel. 0 stänger av.'),
  }),
  check({ segments, report }, limits) {
    for (const segment of segments) {
      if (NO_SENTENCES.has(segment.kind)) continue
      for (const sentence of sentencesIn(segment)) {
        const words = longestPart(segment, sentence)
        const severity = levelOf(words, limits)
        if (severity === undefined || isBorrowed(segment, sentence.span)) continue
        if (looksForeign(segment.words, sentence.from, sentence.to)) continue
        report({ segment, span: sentence.span, messageId: 'long', data: { words }, severity })
      }
    }
  },
})

/** The words of a sentence; of a list that stands in one line, with its bullets, those of its longest point. */
function longestPart({ words }: AnalysedSegment, { from, to, words: all }: Sentence): number {
  let longest = 0
  let start = from
  for (let at = from; at < to; at++) {
    if (words.kinds[at] === TokenKind.Word || !/^[•·▪‣◦]$/u.test(tokenText(words, at))) continue
    longest = Math.max(longest, countWords(words, start, at))
    start = at + 1
  }
  return start === from ? all : Math.max(longest, countWords(words, start, to))
}
