import { type TokenisedText, TokenKind } from '@klarsprak/swedish'
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
  // Right on running text, but texts that have been PDF are full of sentences that are none: docs/benchmarks/precision.md.
  presets: ['strict'],
  about: 'text',
  reach: 'segment',
  messages: {
    long: 'Meningen har {words} ord. Dela upp den, så blir den lättare att läsa.',
  },
  options: (z) =>
    z.strictObject({
      info: limit(z, 20, 'Ge ett råd om meningar med fler ord än så. 0 stänger av.'),
      warning: limit(z, 25, 'Varna för meningar med fler ord än så. 0 stänger av.'),
      error: limit(z, 35, 'Meningar med fler ord än så är fel. 0 stänger av.'),
    }),
  check({ segments, text, report }, limits) {
    for (const segment of segments) {
      if (NO_SENTENCES.has(segment.kind)) continue
      for (const sentence of sentencesIn(segment)) {
        if (levelOf(sentence.words, limits) === undefined || isBorrowed(segment, sentence.span)) continue
        if (looksForeign(segment.words, sentence.from, sentence.to)) continue
        for (const { from, to, words, span } of partsOf(segment, sentence)) {
          const severity = levelOf(words, limits)
          if (severity === undefined || isLooseText(segment, to, text)) continue
          report({ segment, span, messageId: 'long', data: { words }, severity })
          // One finding for a sentence, whatever its parts.
          if (from === sentence.from && to === sentence.to) break
        }
      }
    }
  },
})

/** What parts the points of a list or the cells of a row that stand in one line. */
const SEPARATOR = /^[•·▪‣◦|]$/u
/** A full stop with the number of a note after it, as text from a PDF has: ”tjänster.1 Det”. */
const NOTE = /[\p{L}\p{N})”"]\.\d{1,3}(?:,\d{1,3}){0,4}$/u

/** A sentence, or its parts where something that is no word parts it. */
function partsOf({ words, prose }: AnalysedSegment, { from, to }: Sentence): readonly Sentence[] {
  const parts: Sentence[] = []
  let start = from
  const close = (end: number, next: number) => {
    if (end > start) {
      const span = { start: words.starts[start]!, end: words.ends[end - 1]! }
      parts.push({ from: start, to: end, span, words: countWords(words, start, end) })
    }
    start = next
  }
  for (let at = from; at < to; at++) {
    const end = words.ends[at]!
    if (words.kinds[at] !== TokenKind.Word && SEPARATOR.test(tokenText(words, at))) close(at, at + 1)
    else if (
      /\d/u.test(prose[end - 1]!) &&
      NOTE.test(prose.slice(Math.max(0, end - 16), end)) &&
      startsWithCapital(words, at + 1)
    ) {
      close(at + 1, at + 1)
    }
  }
  close(to, to)
  return parts
}

const startsWithCapital = (words: TokenisedText, token: number) => /^\p{Lu}/u.test(tokenText(words, token))

/**
 * Whether a paragraph over several lines ends without a mark: text from a PDF has its tables, notes and headings that
 * way, and they are no sentences.
 */
function isLooseText({ kind, words, prose, map }: AnalysedSegment, to: number, text: string): boolean {
  if (kind !== 'paragraph' || to !== words.count || /[.!?:;…][”"’)\]»\d,]{0,6}$/u.test(prose.trimEnd())) return false
  const source = map.toSource({ start: 0, end: prose.length })
  return /[\r\n]/u.test(text.slice(source.start, source.end).trim())
}
