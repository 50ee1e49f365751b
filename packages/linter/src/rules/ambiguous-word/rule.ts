import type { AnalysedSegment } from '../../analysis/analyse.js'
import { phraseList, phrasesIn } from '../phrase-list.js'
import { defineRule, guardOptions } from '../rule.js'
import { AMBIGUOUS } from './data.js'

const ambiguous = phraseList(
  'ambiguous-word/ambiguous',
  () => AMBIGUOUS,
  ({ words }) => words,
)

export const ambiguousWord = defineRule({
  id: 'ambiguous-word',
  summary: 'Skriv så att ordet bara kan betyda en sak.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  hears: [ambiguous],
  messages: {
    ambiguous: '”{actual}” kan förstås på två sätt. {advice}',
  },
  options: (z) => z.strictObject(guardOptions(z)),
  check({ segments, report }, options) {
    for (const { segment, match, actual } of phrasesIn(segments, ambiguous, options)) {
      const { entry, span, first, last } = match
      if (entry.near.length > 0 && !isNear(segment, first, last, entry.near)) continue
      report({ segment, span, messageId: 'ambiguous', data: { actual, advice: entry.advice } })
    }
  },
})

/** Words to each side in which the other word is looked for. */
const REACH = 4

/** As many letters as a stem has that is the end of a compound too: närstående**penning**. */
const LONG = 5

/** Whether a word that begins as one of `stems`, or ends in a compound with it, stands near, in the same sentence. */
function isNear(segment: AnalysedSegment, first: number, last: number, stems: readonly string[]): boolean {
  const { words } = segment
  const sentence = segment.sentenceOf(first)
  const from = Math.max(words.sentences[sentence] ?? 0, first - REACH)
  const to = Math.min(words.sentences[sentence + 1] ?? words.count, last + 1 + REACH)
  for (let at = from; at < to; at++) {
    if (at >= first && at <= last) continue
    const key = words.key(at)
    if (stems.some((stem) => (stem.length < LONG ? key.startsWith(stem) : key.includes(stem)))) return true
  }
  return false
}
