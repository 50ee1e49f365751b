import type { Span, TokenisedText } from '@klarsprak/swedish'
import type { Match, SpellingMatch } from '@klarsprak/termbank'
import type { Segment } from '../documents/document.js'
import type { Finding } from '../findings/finding.js'
import type { AnalysedSegment, TermSearch } from './analyse.js'
import { createGuards, type GuardKind } from './guards.js'
import { type SignReader, signCount } from './signs.js'

interface Known {
  readonly find: (segment: AnalysedSegment) => unknown
  readonly fact: unknown
}

/** A segment, and all that has been found out about it. A class, since every block of every file is one. */
export class Understood implements AnalysedSegment {
  readonly kind: Segment['kind']
  readonly lang: string
  readonly prose: string
  readonly map: Segment['map']
  readonly marks: Segment['marks']
  readonly keyPath?: string
  readonly audience?: string
  readonly write?: (text: string) => string
  readonly words: TokenisedText
  /** What the rules that look at one segment at a time say of it, in the order of the rules; undefined: not asked yet. */
  findings: readonly Finding[] | undefined = undefined
  private readonly index: TermSearch
  private readonly reader: SignReader
  private found: readonly Match[] | undefined = undefined
  private seen = 0
  /** How many signs there were when `seen` was found out; -1: it has not been. */
  private seenOf = -1
  private misspelt: readonly SpellingMatch[] | undefined = undefined
  private facts: Known[] | undefined = undefined
  private guards: ((span: Span) => readonly GuardKind[]) | undefined = undefined

  constructor(segment: Segment, words: TokenisedText, index: TermSearch, reader: SignReader, map = segment.map) {
    this.kind = segment.kind
    this.lang = segment.lang
    this.prose = segment.prose
    this.map = map
    this.marks = segment.marks
    if (segment.keyPath !== undefined) this.keyPath = segment.keyPath
    if (segment.audience !== undefined) this.audience = segment.audience
    if (segment.write !== undefined) this.write = segment.write
    this.words = words
    this.index = index
    this.reader = reader
  }

  get matches(): readonly Match[] {
    this.found ??= this.index.search(this.words)
    return this.found
  }

  get signs(): number {
    if (this.seenOf !== signCount()) {
      this.seen = this.reader.signsIn(this.words)
      this.seenOf = signCount()
    }
    return this.seen
  }

  tokensWith(signs: number): readonly number[] {
    return (this.signs & signs) === 0 ? NONE : this.reader.tokensWith(this.words, signs)
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
    const { sentences } = this.words
    let low = 0
    let high = sentences.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (sentences[middle]! <= token) low = middle
      else high = middle - 1
    }
    return low
  }

  known<Fact>(find: (segment: AnalysedSegment) => Fact): Fact {
    this.facts ??= []
    // A handful at most.
    for (const known of this.facts) if (known.find === find) return known.fact as Fact
    const fact = find(this)
    this.facts.push({ find, fact })
    return fact
  }

  /** `segment`, which has the same prose, with what is known of the words. */
  withProseOf(segment: Segment): Understood {
    return this.withWordsOf(new Understood(segment, this.words, this.index, this.reader))
  }

  /** The same segment `by` code units further on, in a later version of the file, where its map is `map`. */
  movedTo(map: Segment['map'], by: number): Understood {
    const moved = this.withWordsOf(new Understood(this, this.words, this.index, this.reader, map))
    moved.guards = this.guards
    moved.facts = this.facts
    moved.findings = by === 0 ? this.findings : this.findings?.map((finding) => movedFinding(finding, by))
    return moved
  }

  /** `other`, which has the same words, with what is known of them. */
  private withWordsOf(other: Understood): Understood {
    other.found = this.found
    other.misspelt = this.misspelt
    other.seen = this.seen
    other.seenOf = this.seenOf
    return other
  }
}

const NONE: readonly number[] = []

function movedFinding(finding: Finding, by: number): Finding {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by })
  return {
    ...finding,
    span: move(finding.span),
    suggestions: finding.suggestions.map((suggestion) => ({ ...suggestion, span: move(suggestion.span) })),
  }
}
