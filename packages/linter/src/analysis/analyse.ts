import type { Span, TokenisedText } from '@klarsprak/swedish'
import { TokenKind } from '@klarsprak/swedish'
import type { Match } from '@klarsprak/termbank'
import type { Document, Segment } from '../documents/document.js'
import { type Guard, type GuardKind, guardsIn } from './guards.js'

/** A segment with its words and the bank's terms among them. Offsets are in the segment's prose. */
export interface AnalysedSegment extends Segment {
  readonly words: TokenisedText
  readonly matches: readonly Match[]
  /** The kinds of guarded text that `span` touches. */
  guardsAt(span: Span): readonly GuardKind[]
  /** The number of the sentence that holds token `token`. */
  sentenceOf(token: number): number
}

/** Finds words in prose. `swedish` has the one we use. */
export type Tokenise = (text: string) => TokenisedText

/** Finds terms among words. `compileIndex` of the term bank has the one we use. */
export interface TermSearch {
  search(words: TokenisedText): readonly Match[]
}

/** The Swedish segments of a document, understood. Guards are looked for only where a rule asks. */
export function analyse(document: Document, tokenise: Tokenise, index: TermSearch): readonly AnalysedSegment[] {
  return document.segments.filter(isSwedish).map((segment) => {
    const words = tokenise(segment.prose)
    let guards: readonly Guard[] | undefined
    return {
      ...segment,
      words,
      matches: index.search(words),
      guardsAt(span) {
        guards ??= guardsIn(segment.prose, segment.marks)
        return guards.filter(({ start, end }) => start < span.end && span.start < end).map(({ kind }) => kind)
      },
      sentenceOf: (token) => sentenceOf(words, token),
    }
  })
}

const isSwedish = ({ lang }: Segment) => lang.toLowerCase().startsWith('sv')

function sentenceOf(words: TokenisedText, token: number): number {
  let low = 0
  let high = words.sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (words.sentences[middle]! <= token) low = middle
    else high = middle - 1
  }
  return low
}

/** The text of token `token`, or '' outside the text. */
export function tokenText(words: TokenisedText, token: number): string {
  return token < 0 || token >= words.count ? '' : words.text.slice(words.starts[token], words.ends[token])
}

export const isWord = (words: TokenisedText, token: number) =>
  token >= 0 && token < words.count && words.kinds[token] === TokenKind.Word

/** Whether token `token` is the first word of its sentence. */
export function isSentenceStart(segment: AnalysedSegment, token: number): boolean {
  const { words } = segment
  for (let at = words.sentences[segment.sentenceOf(token)] ?? 0; at < token; at++) {
    if (words.kinds[at] === TokenKind.Word || words.kinds[at] === TokenKind.Number) return false
  }
  return true
}
