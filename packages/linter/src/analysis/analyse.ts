import type { Span, TokenisedText } from '@klarsprak/swedish'
import { TokenKind } from '@klarsprak/swedish'
import type { Match, SpellingMatch } from '@klarsprak/termbank'
import type { Document, Segment } from '../documents/document.js'
import { createGuards, type GuardKind } from './guards.js'

/** A segment with its words and the bank's terms among them. Offsets are in the segment's prose. */
export interface AnalysedSegment extends Segment {
  readonly words: TokenisedText
  readonly matches: readonly Match[]
  /** Terms that are written wrongly. Looked for when the first rule asks. */
  readonly misspellings: readonly SpellingMatch[]
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
  /** Finds terms that are written wrongly. Without it, the rules about spelling find nothing. */
  readonly misspellings?: (words: TokenisedText) => readonly SpellingMatch[]
  /** Finds the bank's terms in English. Made ready when a text in English is read; without it, none is found. */
  readonly english?: () => Pick<TermSearch, 'search'>
}

/** The Swedish segments of a document, understood, up to where `isOverdue`. Guards are looked for only where a rule asks. */
export function analyse(
  document: Document,
  tokenise: Tokenise,
  index: TermSearch,
  isOverdue: () => boolean = () => false,
): readonly AnalysedSegment[] {
  const segments: AnalysedSegment[] = []
  for (const segment of document.segments) {
    if (isOverdue()) break
    if (isSwedish(segment)) segments.push(new Understood(segment, tokenise(segment.prose), index))
  }
  return segments
}

/** The English segments, with their words and the bank's terms in English. */
export function analyseEnglish(document: Document, tokenise: Tokenise, index: TermSearch): readonly AnalysedSegment[] {
  const segments = document.segments.filter(isEnglish)
  if (segments.length === 0) return []
  const terms = index.english?.() ?? NO_TERMS
  return segments.map((segment) => new Understood(segment, tokenise(segment.prose), terms))
}

const NO_TERMS: TermSearch = { search: () => [] }

// A class, since every block of every file is one.
class Understood implements AnalysedSegment {
  readonly kind: Segment['kind']
  readonly lang: string
  readonly prose: string
  readonly map: Segment['map']
  readonly marks: Segment['marks']
  readonly keyPath?: string
  readonly audience?: string
  readonly write?: (text: string) => string
  readonly words: TokenisedText
  readonly matches: readonly Match[]
  private readonly index: TermSearch
  private misspelt: readonly SpellingMatch[] | undefined = undefined
  private guards: ((span: Span) => readonly GuardKind[]) | undefined = undefined

  constructor(segment: Segment, words: TokenisedText, index: TermSearch) {
    this.kind = segment.kind
    this.lang = segment.lang
    this.prose = segment.prose
    this.map = segment.map
    this.marks = segment.marks
    if (segment.keyPath !== undefined) this.keyPath = segment.keyPath
    if (segment.audience !== undefined) this.audience = segment.audience
    if (segment.write !== undefined) this.write = segment.write
    this.words = words
    this.index = index
    this.matches = index.search(words)
  }

  get misspellings(): readonly SpellingMatch[] {
    this.misspelt ??= this.index.misspellings?.(this.words) ?? []
    return this.misspelt
  }

  guardsAt(span: Span): readonly GuardKind[] {
    this.guards ??= createGuards(this.prose, this.marks)
    return this.guards(span)
  }

  sentenceOf(token: number): number {
    return sentenceOf(this.words, token)
  }
}

const isSwedish = ({ lang }: Segment) => lang === 'sv' || lang.toLowerCase().startsWith('sv')
const isEnglish = ({ lang }: Segment) => lang !== 'sv' && /^en(?:-|$)/iu.test(lang)

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
