import type { Span, TokenisedText } from '@klarsprak/swedish'
import { TokenKind } from '@klarsprak/swedish'
import { ALL_WORD_SIGNS, type Match, type SpellingMatch } from '@klarsprak/termbank'
import type { Document, Segment } from '../documents/document.js'
import type { GuardKind } from './guards.js'
import { createSignReader } from './signs.js'
import { Understood } from './understood.js'

/** A segment with its words and the bank's terms among them. Offsets are in the segment's prose. */
export interface AnalysedSegment extends Segment {
  readonly words: TokenisedText
  /** What its words are signs of: bits of `WordSign` and of `signFor`, those of all of them. */
  readonly signs: number
  /** Looked for when the first rule asks. */
  readonly matches: readonly Match[]
  /** Terms that are written wrongly. Looked for when the first rule asks. */
  readonly misspellings: readonly SpellingMatch[]
  /** The tokens that are signs of what the bits `signs` stand for, in order. */
  tokensWith(signs: number): readonly number[]
  /** The kinds of guarded text that `span` touches. */
  guardsAt(span: Span): readonly GuardKind[]
  /** The number of the sentence that holds token `token`. */
  sentenceOf(token: number): number
  /**
   * What `find` finds out about the segment. It is found out once, also for the later versions of a text that have the
   * same segment, so `find` looks at nothing else, keeps no place in the file, and is the same function each time.
   */
  known<Fact>(find: (segment: AnalysedSegment) => Fact): Fact
}

/** Finds words in prose. `swedish` has the one we use. */
export type Tokenise = (text: string) => TokenisedText

/** Finds terms among words. `compileIndex` of the term bank has the one we use. */
export interface TermSearch {
  search(words: TokenisedText): readonly Match[]
  /**
   * What a word may be a sign of, by its number: bits of `WordSign`, of which those in `asked` count. Without it, any word may be
   * one of everything.
   */
  readonly signsOf?: (number: number, asked: number) => number
  /** Finds terms that are written wrongly. Without it, the rules about spelling find nothing. */
  readonly misspellings?: (words: TokenisedText) => readonly SpellingMatch[]
  /** Finds the bank's terms in English. Made ready when a text in English is read; without it, none is found. */
  readonly english?: () => Pick<TermSearch, 'search'>
}

/** Finds out about a segment what can be found out by itself. */
export type Understand = (segment: Segment) => Understood

/**
 * Nothing is remembered: each segment is understood anew.
 *
 * @param asked the bits of `WordSign` that somebody listens for
 */
export function understandWith(tokenise: Tokenise, index: TermSearch, asked = ALL_WORD_SIGNS): Understand {
  const signs = createSignReader(index, asked)
  return (segment) => new Understood(segment, tokenise(segment.prose), index, signs)
}

/** The Swedish segments of a document, understood, up to where `isOverdue`. Guards are looked for only where a rule asks. */
export function analyse(
  document: Document,
  understand: Understand,
  isOverdue: () => boolean = () => false,
): readonly Understood[] {
  const segments: Understood[] = []
  for (const segment of document.segments) {
    if (isOverdue()) break
    if (isSwedish(segment)) segments.push(understand(segment))
  }
  return segments
}

/** The English segments, understood. */
export const analyseEnglish = (document: Document, understand: Understand): readonly Understood[] =>
  document.segments.filter(isEnglish).map(understand)

/** Terms in English. They are made ready when a text in English is read. */
export const englishTerms = (index: TermSearch): TermSearch => ({
  search: (words) => index.english?.().search(words) ?? [],
})

const isSwedish = ({ lang }: Segment) => lang === 'sv' || lang.toLowerCase().startsWith('sv')
const isEnglish = ({ lang }: Segment) => lang !== 'sv' && /^en(?:-|$)/iu.test(lang)

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

/** The matches whose first token is in `[from, to)`. They lie in order and do not overlap. */
export function matchesBetween({ matches }: AnalysedSegment, from: number, to: number): readonly Match[] {
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (matches[middle]!.first < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < matches.length && matches[end]!.first < to) end++
  return matches.slice(low, end)
}

/** Tokens to each side that a sentence is looked through: enough for any sentence, and bounded for any text. */
const LONGEST_SENTENCE = 100

/** The tokens `[from, to)` of token `token`'s sentence and the one before it. */
export function sentencesAround(segment: AnalysedSegment, token: number): readonly [from: number, to: number] {
  const { sentences, count } = segment.words
  const sentence = segment.sentenceOf(token)
  return [
    Math.max(sentences[Math.max(0, sentence - 1)] ?? 0, token - LONGEST_SENTENCE),
    Math.min(sentences[sentence + 1] ?? count, token + LONGEST_SENTENCE),
  ]
}
