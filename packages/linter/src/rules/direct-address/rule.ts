import { type AnalysedSegment, isSentenceStart } from '../../analysis/analyse.js'
import { fixed } from '../lexemes.js'
import { phraseList, phrasesIn } from '../phrase-list.js'
import { defineRule, guardOptions } from '../rule.js'
import { DIRECTIVES, NOT_PRONOUN, PERHAPS_READERS, READERS, YOU } from './data.js'

const readers = phraseList(
  'direct-address/readers',
  () => READERS,
  (word) => [word],
)
const perhaps = phraseList(
  'direct-address/perhaps',
  () => PERHAPS_READERS,
  (word) => [word],
)
const one = phraseList(
  'direct-address/one',
  () => [fixed('man')],
  (word) => [word],
)

export const directAddress = defineRule({
  id: 'direct-address',
  summary: 'Skriv ”du” till läsaren.',
  severity: 'info',
  presets: ['strict'],
  messages: {
    you: 'Skriv ”du” om det är läsaren som är ”{actual}”.',
  },
  options: (z) =>
    z.strictObject({
      audience: z
        .enum(['mixed', 'citizen'])
        .default('mixed')
        .describe('”citizen”: alla texter är till invånare. ”mixed”: bara texter som redan skriver ”du”.'),
      man: z.boolean().default(true).describe('Anmärk också på ”man”.'),
      ...guardOptions(z),
    }),
  check({ segments, report }, { audience, man, ...options }) {
    if (audience === 'mixed' && !speaksToReader(segments)) return
    const lists = [readers, ...(audience === 'citizen' ? [perhaps] : []), ...(man ? [one] : [])]
    for (const list of lists) {
      for (const { segment, match, actual } of phrasesIn(segments, list, options)) {
        if (!isTold(segment, match.first, match.last, list === one)) continue
        report({ segment, span: match.span, messageId: 'you', data: { actual: actual.toLowerCase() } })
      }
    }
  },
})

/** One ”du” in so many words makes a text speak to its reader. A report that quotes somebody has fewer. */
const SHARE = 100

/** Whether the text says ”du”, in some form, all along. */
function speaksToReader(segments: readonly AnalysedSegment[]): boolean {
  let all = 0
  let you = 0
  for (const { words } of segments) {
    all += words.count
    for (let token = 0; token < words.count; token++) {
      if (words.ends[token]! - words.starts[token]! <= 5 && YOU.has(words.key(token))) you++
    }
  }
  return you > 0 && you * SHARE >= all
}

/** Whether the sentence tells this person what to do: the subject first, or after its verb. */
function isTold(segment: AnalysedSegment, first: number, last: number, isMan: boolean): boolean {
  const { words } = segment
  const next = last + 1 < words.count ? words.key(last + 1) : ''
  const before = first > 0 ? words.key(first - 1) : ''
  const speaks = sentenceSpeaksToReader(segment, first)
  // ”Du som vårdar en brukare … brukaren ska”: the sentence has a reader already, and this is somebody else.
  if (speaks) return false
  // ”En man ska”: a man.
  if (isMan) return !NOT_PRONOUN.has(before) && (DIRECTIVES.has(next) || DIRECTIVES.has(before))
  return DIRECTIVES.has(next)
    ? isSentenceStart(segment, first) || /^(?:att|om|när|,|som)$/u.test(before)
    : DIRECTIVES.has(before)
}

function sentenceSpeaksToReader(segment: AnalysedSegment, token: number): boolean {
  const { words } = segment
  const sentence = segment.sentenceOf(token)
  const end = words.sentences[sentence + 1] ?? words.count
  for (let at = words.sentences[sentence] ?? 0; at < end; at++) if (YOU.has(words.key(at))) return true
  return false
}
