import { type Span, type TokenisedText, TokenKind } from '@klarsprak/swedish'
import type { AnalysedSegment } from '../analysis/analyse.js'
import type { GuardKind } from '../analysis/guards.js'

/** Text in sentences, as opposed to headings, labels and cells. */
export const isRunningText = ({ kind }: AnalysedSegment): boolean =>
  kind === 'paragraph' || kind === 'list-item' || kind === 'text'

/** The prose of a segment without the white space around it. A segment is never all white space. */
export function wholeOf({ prose }: AnalysedSegment): Span {
  return { start: prose.length - prose.trimStart().length, end: prose.trimEnd().length }
}

/** The words and numbers among tokens `[from, to)`, counted as for readability: no signs, addresses or code. */
export function countWords(words: TokenisedText, from = 0, to = words.count): number {
  let count = 0
  for (let at = from; at < to; at++) {
    if (words.kinds[at] === TokenKind.Word || words.kinds[at] === TokenKind.Number) count++
  }
  return count
}

export interface Sentence {
  /** Its tokens `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly span: Span
  readonly words: number
}

/** The sentences of a segment that have a word. */
export function sentencesIn({ words }: AnalysedSegment): readonly Sentence[] {
  const sentences: Sentence[] = []
  for (let at = 0; at + 1 < words.sentences.length; at++) {
    const from = words.sentences[at]!
    const to = words.sentences[at + 1]!
    const count = countWords(words, from, to)
    if (count > 0) {
      sentences.push({ from, to, span: { start: words.starts[from]!, end: words.ends[to - 1]! }, words: count })
    }
  }
  return sentences
}

/** Whether all of `span` is somebody else's words: a block quotation, or an element in another language. */
export function isBorrowed(segment: AnalysedSegment, span: Span): boolean {
  const isOther = (kind: string) => kind === 'quote' || kind === 'foreign'
  if (!segment.guardsAt(span).some(isOther)) return false
  return segment.marks.some(
    ({ kind, value, start, end }) =>
      isOther(kind) && !value?.toLowerCase().startsWith('sv') && start <= span.start && span.end <= end,
  )
}

const SWEDISH = new Set(
  'och att det är som en ett på för av till med inte den om har de kan du vi i eller från ska vid så'.split(' '),
)
// Not words that are Swedish too: i, for, by, all, under, men, at.
const OTHER = new Set(
  'the of and to is are with this that it you be or from as have not we your og ikke af til det er en å som der und der die das ist nicht mit ja et les des dans pour est'.split(
    ' ',
  ),
)

/**
 * Whether the tokens `[from, to)` are in another language than Swedish, by their smallest words. It takes three
 * foreign ones, and more of them than of Swedish ones, so that a title in a Swedish sentence does not count.
 */
export function looksForeign(words: TokenisedText, from = 0, to = words.count): boolean {
  let swedish = 0
  let other = 0
  for (let at = from; at < to; at++) {
    if (words.kinds[at] !== TokenKind.Word) continue
    const key = words.key(at)
    if (SWEDISH.has(key)) swedish++
    if (OTHER.has(key)) other++
  }
  return other >= 3 && other > swedish
}

/** Small words that are English and nothing else. */
const ENGLISH = new Set('the of and to is are with this that you your our from or not'.split(' '))

/** Whether an English word stands right by tokens `[first, last]`, as in an English title in a Swedish sentence. */
export function isAmongEnglish(words: TokenisedText, first: number, last: number): boolean {
  const isEnglish = (at: number) =>
    at >= 0 && at < words.count && words.kinds[at] === TokenKind.Word && ENGLISH.has(words.key(at))
  return [first - 2, first - 1, last + 1, last + 2].some(isEnglish)
}

/** Every place where `pattern`, which is global, matches the prose of `segment` and no guard but those in `reads` is touched. */
export function* unguarded(
  segment: AnalysedSegment,
  pattern: RegExp,
  reads: readonly GuardKind[] = [],
): Generator<{ readonly span: Span; readonly found: RegExpMatchArray }> {
  for (const found of segment.prose.matchAll(pattern)) {
    const start = found.index
    const span = { start, end: start + found[0].length }
    if (segment.guardsAt(span).every((kind) => reads.includes(kind))) yield { span, found }
  }
}

/** `text` with its first letter as a capital. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
