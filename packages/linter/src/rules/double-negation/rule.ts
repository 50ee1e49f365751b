import { functionWords } from '@klarsprak/swedish'
import { type AnalysedSegment, isWord, tokenText } from '../../analysis/analyse.js'
import { createPhraseRewriter, type PhraseMatch, phraseList, readsTokens } from '../phrase-list.js'
import { capitalised } from '../prose.js'
import { defineRule, guardOptions } from '../rule.js'
import { wantedWords } from '../wanted-words.js'
import { AFTER_UTAN, COPULAS, DEGREES, NEGATIVES, type Negative, NOT } from './data.js'

const negatives = phraseList(
  'double-negation/negatives',
  () => NEGATIVES,
  ({ negative }) => [negative],
)
const noes = wantedWords((key) => NOT.has(key))
const rewrite = createPhraseRewriter()

const WHY = 'Två nekande ord tar ut varandra, och läsaren måste räkna ut vad som menas.'

export const doubleNegation = defineRule({
  id: 'double-negation',
  summary: 'Säg det utan dubbel negation.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  hears: [negatives, noes],
  messages: {
    plain: 'Skriv ”{plain}” i stället för ”{actual}”.',
    without: 'Säg det med ett nekande ord mindre än ”{actual}”, till exempel med ”bara” eller ”alltid”.',
  },
  options: (z) => z.strictObject(guardOptions(z)),
  check({ segments, report }, options) {
    for (const segment of segments) {
      const { words } = segment
      for (const match of negatives.search(segment)) {
        const no = denialOf(segment, match)
        if (no === undefined) continue
        const span = { start: words.starts[no.token]!, end: match.span.end }
        if (!readsTokens(segment, { first: no.token, last: match.last, span }, options)) continue
        const actual = segment.prose.slice(span.start, span.end)
        const [best] = rewrite(segment, match, match.entry.plain)
        const plain = best?.text ?? match.entry.plain.label
        const text = /^\p{Lu}/u.test(actual) ? capitalised(plain) : plain
        // ”Som inte är ovanligt”: the verb stands between, so that more than a word must go.
        const fits = no.isBeside && best?.span.start === match.span.start
        report({
          segment,
          span,
          messageId: 'plain',
          data: { actual, plain },
          reasons: [WHY],
          // Never safe: ”inte ovanligt” may be a little less than ”vanligt”.
          suggestions: fits ? [{ span, text, safe: false }] : [],
        })
      }
      for (const token of noes.tokensIn(segment)) {
        const second = secondNo(segment, token)
        if (second === undefined) continue
        const span = { start: words.starts[token]!, end: words.ends[second.last]! }
        if (!readsTokens(segment, { first: token, last: second.last, span }, options)) continue
        const actual = segment.prose.slice(span.start, span.end)
        const { plain } = second
        if (plain === undefined) {
          report({ segment, span, messageId: 'without', data: { actual }, reasons: [WHY] })
          continue
        }
        const text = /^\p{Lu}/u.test(actual) ? capitalised(plain) : plain
        report({
          segment,
          span,
          messageId: 'plain',
          data: { actual, plain },
          reasons: [WHY],
          suggestions: [{ span, text, safe: false }],
        })
      }
    }
  },
})

/** The ”inte” that denies an adjective of denial, if there is one. */
function denialOf(
  segment: AnalysedSegment,
  { first, last, entry }: PhraseMatch<Negative>,
): { readonly token: number; readonly isBeside: boolean } | undefined {
  const { words } = segment
  const key = (at: number) => (at < 0 ? '' : words.key(at))
  const before = DEGREES.has(key(first - 1)) ? first - 2 : first - 1
  if (NOT.has(key(before))) {
    // ”Svårt, om inte omöjligt”, ”sällsynt, inte omöjligt”: two words held against each other.
    if (/^(?:om|utan|[,;(–—-])$/u.test(key(before - 1)) || saysHow(segment, before, last)) return undefined
    const isSaid = [1, 2, 3, 4].some((back) => COPULAS.has(key(before - back)))
    return entry.where === 'anywhere' || isSaid ? { token: before, isBeside: true } : undefined
  }
  if (COPULAS.has(key(before)) && NOT.has(key(before - 1))) return { token: before - 1, isBeside: false }
  return undefined
}

/** Whether the adjective tells how much of another: ”inte orimligt stor” is not ”rimligt stor”. */
function saysHow({ words }: AnalysedSegment, no: number, last: number): boolean {
  if (!words.key(last).endsWith('t') || !isWord(words, last + 1) || functionWords.has(words.key(last + 1))) return false
  return no === 0 || !/^(?:ett|något|det|detta)$/u.test(words.key(no - 1))
}

/** Words between ”inte” and ”annat än”: ”kan inte göra annat än”. */
const MOST_BETWEEN = 3

/** What makes the ”inte” at `token` the first of two: ”inte sällan”, ”inte utan”, ”inte annat än”. */
function secondNo(
  { words }: AnalysedSegment,
  token: number,
): { readonly last: number; readonly plain: string | undefined } | undefined {
  if (token + 1 >= words.count) return undefined
  const next = token + (DEGREES.has(words.key(token + 1)) ? 2 : 1)
  if (next >= words.count) return undefined
  const key = words.key(next)
  if (key === 'sällan') return { last: next, plain: 'ofta' }
  if (key === 'utan' && next + 1 < words.count) {
    return AFTER_UTAN.has(words.key(next + 1)) ? undefined : { last: next, plain: undefined }
  }
  for (let at = next; at <= next + MOST_BETWEEN && at + 1 < words.count; at++) {
    if (/^[.,;:!?]$/u.test(tokenText(words, at))) return undefined
    if (words.key(at) === 'annat' && words.key(at + 1) === 'än') return { last: at + 1, plain: undefined }
  }
  return undefined
}
