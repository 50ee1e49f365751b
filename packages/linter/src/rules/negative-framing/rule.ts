import type { Span } from '@klarsprak/swedish'
import { type AnalysedSegment, isSentenceStart, tokenText } from '../../analysis/analyse.js'
import { fixed } from '../lexemes.js'
import { phraseList, phrasesIn, readsTokens } from '../phrase-list.js'
import { capitalised } from '../prose.js'
import { defineRule, guardOptions } from '../rule.js'
import { wantedWords } from '../wanted-words.js'
import { CALLS, LIMITS, POSITIVE } from './data.js'

const calls = phraseList(
  'negative-framing/calls',
  () => CALLS,
  ([words]) => [fixed(words)],
)
const noes = wantedWords((key) => key === 'inte' || key === 'ej')

export const negativeFraming = defineRule({
  id: 'negative-framing',
  summary: 'Skriv vad som gäller, inte vad som inte gäller.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  hears: [calls, noes],
  messages: {
    positive: 'Skriv vad som gäller: ”{positive}” i stället för ”{actual}”.',
    until: 'Skriv när det går, med ”{positive}” i stället för ”{actual}”.',
  },
  options: (z) => z.strictObject(guardOptions(z)),
  check({ segments, report }, options) {
    for (const { segment, match, actual } of phrasesIn(segments, calls, options)) {
      const [, instead] = match.entry
      const positive = isSentenceStart(segment, match.first) ? capitalised(instead) : instead
      // ”Tveka inte att ringa” is ”du får gärna ringa”: as many words, in the same order.
      const suggestions = [{ span: match.span, text: positive, safe: false }]
      report({ segment, span: match.span, messageId: 'positive', data: { actual, positive }, suggestions })
    }
    for (const segment of segments) {
      for (const token of noes.tokensIn(segment)) {
        const found = token + 1 < segment.words.count ? positiveAfter(segment, token) : undefined
        if (found === undefined || !readsTokens(segment, { first: token, ...found }, options)) continue
        const { span, positive, isWhole, messageId } = found
        const actual = segment.prose.slice(span.start, span.end)
        const suggestions = isWhole ? [{ span, text: positive, safe: false }] : []
        report({ segment, span, messageId, data: { actual, positive }, suggestions })
      }
    }
  },
})

/** Words between ”inte” and ”förrän”. */
const MOST_BETWEEN = 8

interface Positive {
  readonly last: number
  readonly span: Span
  readonly positive: string
  /** The span can be replaced as a whole. */
  readonly isWhole: boolean
  readonly messageId: 'positive' | 'until'
}

function positiveAfter(segment: AnalysedSegment, token: number): Positive | undefined {
  const { words } = segment
  const upTo = (last: number) => ({ last, span: { start: words.starts[token]!, end: words.ends[last]! } })
  const key = (at: number) => (at < words.count ? words.key(at) : '')
  const plain = POSITIVE.get(key(token + 1))
  // ”Inte öppet för alla”, ”är det inte öppna data”: a word after it says what is denied.
  if (plain !== undefined && !/^(?:för|data|api|källkod|standarder|mot|om|att)$/u.test(key(token + 2))) {
    return { ...upTo(token + 1), positive: plain, isWhole: true, messageId: 'positive' }
  }
  const limit = LIMITS.get(key(token + 1))
  if (
    limit !== undefined &&
    key(token + 2) === 'än' &&
    /^\d|^(?:en|ett|två|tre|fyra|fem|sex|tio)$/u.test(key(token + 3))
  ) {
    return { ...upTo(token + 2), positive: limit, isWhole: true, messageId: 'positive' }
  }
  for (let at = token + 1; at <= token + 1 + MOST_BETWEEN && at < words.count; at++) {
    if (/^[.!?;:,]$/u.test(tokenText(words, at))) return undefined
    if (words.key(at) !== 'förrän') continue
    const isWhole = at === token + 1
    return { ...upTo(at), positive: 'först', isWhole, messageId: 'until' }
  }
  return undefined
}
