import type { Span, TokenisedText } from '@klarsprak/swedish'
import { type AnalysedSegment, isSentenceStart, tokenText } from '../../analysis/analyse.js'
import { fixed } from '../lexemes.js'
import { phraseList, phrasesIn, readsTokens } from '../phrase-list.js'
import { capitalised } from '../prose.js'
import { defineRule, guardOptions } from '../rule.js'
import { CALLS, LIMITS, POSITIVE } from './data.js'

const calls = phraseList('negative-framing/calls', CALLS, ([words]) => [fixed(words)])

export const negativeFraming = defineRule({
  id: 'negative-framing',
  summary: 'Skriv vad som gäller, inte vad som inte gäller.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
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
      const { words } = segment
      for (let token = 0; token + 1 < words.count; token++) {
        if (!isNot(words, token)) continue
        const found = positiveAfter(segment, token)
        if (found === undefined || !readsTokens(segment, { first: token, ...found }, options)) continue
        const { span, positive, isWhole, messageId } = found
        const actual = segment.prose.slice(span.start, span.end)
        const suggestions = isWhole ? [{ span, text: positive, safe: false }] : []
        report({ segment, span, messageId, data: { actual, positive }, suggestions })
      }
    }
  },
})

const isNot = (words: TokenisedText, token: number) => {
  const key = words.ends[token]! - words.starts[token]! <= 8 ? words.key(token) : ''
  return key === 'inte' || key === 'ej'
}

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
