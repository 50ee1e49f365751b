import { type Lexicon, tokenise } from '@klarsprak/swedish'
import { type AnalysedSegment, analyse, type TermSearch, tokenText, understandWith } from '../analysis/analyse.js'
import type { DocumentParser, SourceFile } from '../documents/document.js'
import { type Positions, positionsIn } from '../findings/positions.js'
import { abbreviationsIn } from './abbreviations.js'
import type { Candidate, Context } from './candidate.js'
import { groupTerms } from './group-terms.js'
import { createPhraseFinder } from './words-and-phrases.js'

/** One form, and where it was found. */
export interface Tally {
  count: number
  readonly files: Set<string>
  readonly contexts: Context[]
}

export interface PhraseTally extends Tally {
  readonly adjectives: readonly string[]
  readonly noun: string
  /** Without it, a form that is always written with a capital may be a name. */
  hasSmallLetter: boolean
  /** The bank has it already. Counted all the same, for the phrases that it is part of. */
  isInBank: boolean
}

export interface AbbreviationTally extends Tally {
  readonly expansions: Map<string, number>
}

export interface Extractor {
  add(file: SourceFile): void
  /** What was found at least `fewest` times, best first. */
  candidates(fewest: number): readonly Candidate[]
}

const MOST_CONTEXTS = 3
/** UTF-16 code units to each side of a candidate in its context. */
const AROUND = 60

/**
 * Looks for words and phrases that the bank lacks. Quotations, names, code, addresses and other languages are left
 * alone; only Swedish prose is read.
 */
export function createExtractor(setup: {
  readonly index: TermSearch
  readonly lexicon: Lexicon
  readonly parserFor: (file: SourceFile) => DocumentParser
}): Extractor {
  const { index, lexicon, parserFor } = setup
  const finder = createPhraseFinder(lexicon)
  const phrases = new Map<string, PhraseTally>()
  const abbreviations = new Map<string, AbbreviationTally>()

  return {
    add(file) {
      const positions = positionsIn(file.text)
      for (const segment of analyse(parserFor(file).parse(file.text), understandWith(tokenise, index))) {
        const place: Place = { file, positions, segment }
        for (const { token, label, expansion } of abbreviationsIn(segment)) {
          if (isGuarded(segment, token, token) || isInBank(segment, token, token)) continue
          const tally = tallyOf(abbreviations, label, () => ({ ...emptyTally(), expansions: new Map() }))
          count(tally, place, token, token)
          if (expansion !== undefined) tally.expansions.set(expansion, (tally.expansions.get(expansion) ?? 0) + 1)
        }
        for (const { first, last, adjectives, noun } of finder.find(segment)) {
          if (isGuarded(segment, first, last)) continue
          const tally = tallyOf(phrases, [...adjectives, noun].join(' '), () => ({
            ...emptyTally(),
            adjectives,
            noun,
            hasSmallLetter: false,
            isInBank: false,
          }))
          count(tally, place, first, last)
          tally.hasSmallLetter ||= /^\p{Ll}/u.test(tokenText(segment.words, first))
          tally.isInBank ||= isInBank(segment, first, last)
        }
      }
    },
    candidates: (fewest) => groupTerms({ phrases, abbreviations, lexicon, nounClass: finder.nounClass }, fewest),
  }
}

interface Place {
  readonly file: SourceFile
  readonly positions: Positions
  readonly segment: AnalysedSegment
}

const emptyTally = (): Tally => ({ count: 0, files: new Set(), contexts: [] })

function tallyOf<T>(tallies: Map<string, T>, key: string, make: () => T): T {
  let tally = tallies.get(key)
  if (tally === undefined) tallies.set(key, (tally = make()))
  return tally
}

const spanOf = ({ words }: AnalysedSegment, first: number, last: number) => ({
  start: words.starts[first]!,
  end: words.ends[last]!,
})

const isGuarded = (segment: AnalysedSegment, first: number, last: number): boolean =>
  segment.guardsAt(spanOf(segment, first, last)).length > 0

/** Whether a term of the bank covers the words; one inside them, or inside a compound, does not. */
function isInBank({ matches }: AnalysedSegment, first: number, last: number): boolean {
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (matches[middle]!.last < last) low = middle + 1
    else high = middle
  }
  const match = matches[low]
  return match !== undefined && match.part === 'whole' && match.first <= first && match.last >= last
}

function count(tally: Tally, { file, positions, segment }: Place, first: number, last: number): void {
  tally.count++
  const isNew = !tally.files.has(file.path)
  tally.files.add(file.path)
  // A place in another file says more than a second one in the same.
  if (tally.contexts.length >= MOST_CONTEXTS && !isNew) return
  const span = spanOf(segment, first, last)
  const { line, column } = positions.at(segment.map.toSource(span).start)
  const context = { path: file.path, line, column, text: around(segment.prose, span.start, span.end) }
  if (tally.contexts.length < MOST_CONTEXTS) tally.contexts.push(context)
  else {
    const paths = tally.contexts.map(({ path }) => path)
    const again = paths.findIndex((path, at) => paths.indexOf(path) < at)
    if (again >= 0) tally.contexts[again] = context
  }
}

/** The words around `[start, end)`, whole words only, on one line. */
function around(prose: string, start: number, end: number): string {
  const from = start <= AROUND ? 0 : prose.indexOf(' ', start - AROUND) + 1
  const to = prose.length - end <= AROUND ? prose.length : prose.lastIndexOf(' ', end + AROUND)
  const text = prose.slice(Math.min(from, start), Math.max(to, end)).replaceAll(/\s+/gu, ' ').trim()
  return `${from > 0 ? '… ' : ''}${text}${to < prose.length ? ' …' : ''}`
}
