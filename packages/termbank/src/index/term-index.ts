import { rememberedByWord, type Span, type TokenisedText } from '@klarsprak/swedish'
import type { Concept, Term } from '../model/concept.js'
import type { CompoundFinder } from './compound-finder.js'
import { hyphenFinder } from './compound-finder.js'
import { partsByWord } from './compound-parts.js'
import { createConceptTable } from './concept-table.js'
import { createEntryReader, type EntryReader } from './entry-reader.js'
import type { Match } from './match.js'
import { createSearch } from './search.js'
import { findTermNumber, type TermTables } from './tables.js'
import { createWordSigns } from './word-signs.js'

/** Why a form of the bank that stands in the text is no match. */
export type RejectionReason =
  | 'case' // the capitals differ: ”rest” is not ”REST”
  | 'unless' // within a phrase where the term is in order
  | 'near' // the words of the text speak for another meaning
  | 'longer' // within a longer term
  | 'layer' // a layer above says something else about the label

export interface Rejection {
  readonly span: Span
  readonly concept: Concept
  readonly term: Term
  readonly why: RejectionReason
}

export interface SearchOptions {
  /** Called for every form of the bank that was found and turned down. Slows the search down. */
  readonly onReject?: (rejection: Rejection) => void
}

/** The terms of one language, ready to be found. Holds memory of the words it has seen; searches are otherwise pure. */
export interface TermIndex {
  readonly lang: string
  readonly release: string
  readonly size: { readonly concepts: number; readonly terms: number; readonly forms: number }
  /** Every term in the text: leftmost-longest, in order, not overlapping. */
  search(text: TokenisedText, options?: SearchOptions): readonly Match[]
  /** What a word, by its number, may be a sign of: bits of `WordSign`. A text where no word has the sign has no such match. */
  signsOf(number: number): number
  /** Every meaning of a word or phrase, in any form and with any capitals; see `lookup`. */
  readonly entries: EntryReader
  /** The topmost layer's concept with this id. */
  conceptOf(id: string): Concept | undefined
  /** The concept with this number in `tables`. */
  conceptAt(number: number): Concept
  /** The same as an object of its own, which the index does not remember; for going through a large bank. */
  readConcept(number: number): Concept
  /** Every concept, read from the index one by one as they are asked for. */
  concepts(): IterableIterator<Concept>
  /** The layer that decides about a term of this index; about a concept when no term is given. */
  layerOf(concept: Concept, term?: Term): string
  /** For `saveIndex`. */
  readonly tables: TermTables
}

/** An index over compiled tables. `concepts` are the objects the tables were made from, when they are at hand. */
export function createTermIndex(
  tables: TermTables,
  {
    compounds = hyphenFinder,
    concepts,
  }: { compounds?: CompoundFinder | undefined; concepts?: readonly Concept[] } = {},
): TermIndex {
  const table = createConceptTable(tables, concepts)
  const keyOfWord = rememberedByWord((_, number) => findTermNumber(tables, number))
  const partsOfWord = partsByWord(tables, compounds)
  return {
    lang: tables.meta.lang,
    release: tables.meta.release,
    size: {
      concepts: tables.conceptStarts.length - 1,
      terms: tables.termConcept.length,
      forms: tables.entryStarts.length - 1,
    },
    search: createSearch(tables, table, keyOfWord, partsOfWord),
    signsOf: createWordSigns(tables, table, keyOfWord, partsOfWord),
    entries: createEntryReader(tables, table, compounds),
    conceptOf: table.conceptOf,
    conceptAt: table.conceptAt,
    readConcept: table.readConcept,
    concepts: table.concepts,
    layerOf: table.layerOf,
    tables,
  }
}
