import { once, wordKey } from '@klarsprak/swedish'
import type { TermIndex } from '../index/term-index.js'
import { type LookupSense, lookup } from '../lookup/lookup.js'
import type { Concept, Term } from '../model/concept.js'
import { compileSearch, type SearchTables } from './compile-search.js'
import { editDistance } from './edit-distance.js'
import { type Guide, guideOver } from './guide.js'
import { type LabelMatch, searchLabels, tolerance } from './label-index.js'

/** How a query leads to a term, from the most to the least certain. */
export const SEARCH_MATCHES = [
  'exact',
  'inflected',
  'hidden',
  'misspelling',
  'prefix',
  'compound-part',
  'wording',
] as const
export type SearchMatch = (typeof SEARCH_MATCHES)[number]

/** A sense as `lookup` gives it, found in more ways. A term that is only like the query has no features. */
export interface SearchHit extends Omit<LookupSense, 'matchType'> {
  readonly matchType: SearchMatch
  /** From 0 to 1. */
  readonly confidence: number
}

export interface BankSearch {
  /** The terms that a query may mean, best first, each term once. */
  search(query: string, limit?: number): readonly SearchHit[]
  /** Where somebody's own words lead; see `createGuide`. */
  readonly guide: Guide
}

const CONFIDENCE = { exact: 1, inflected: 0.98, hidden: 0.93, 'compound-part': 0.9 } as const
/** A word that follows from a guess is likely, not certain. */
const GUESSED = 0.85
const MATCH_OF_LABEL: Readonly<Record<LabelMatch, SearchMatch>> = {
  exact: 'exact',
  folded: 'misspelling',
  prefix: 'prefix',
  misspelling: 'misspelling',
  words: 'compound-part',
  head: 'compound-part',
}

/**
 * One search for all surfaces, over a compiled index.
 *
 * @param prepare gives its tables, at the first search and not before: a program that never searches pays nothing
 */
export function createBankSearch(
  index: TermIndex,
  prepare: () => SearchTables = () => compileSearch(index),
): BankSearch {
  const tables = once(prepare)
  const guide = once(() => guideOver(tables().guide, index.conceptAt))
  const termOf = (label: number): Pick<SearchHit, 'concept' | 'term'> => {
    const concept = index.conceptAt(tables().labelConcept[label]!)
    return { concept, term: concept.terms[tables().labelTerm[label]!]! }
  }

  return {
    guide: (query, limit) => guide()(query, limit),
    search: (query, limit = 10) => {
      const key = wordKey(query).trim().replaceAll(/\s+/gu, ' ').slice(0, LONGEST_QUERY)
      if (key === '') return []
      const hits = new Map<Term, SearchHit>()
      const add = (hit: SearchHit): void => {
        const known = hits.get(hit.term)
        if (known === undefined || hit.confidence > known.confidence) hits.set(hit.term, hit)
      }
      for (const hit of asForms(index, key)) add(hit)
      for (const { label, match, score } of searchLabels(tables().labels, key, limit * 2)) {
        const { concept, term } = termOf(label)
        add(likeness(index, concept, term, MATCH_OF_LABEL[match], score))
      }
      // Own words are tried only when the query is no word of the bank.
      if (![...hits.values()].some(({ confidence }) => confidence >= SURE))
        for (const { concept, term, confidence } of guide()(key, limit))
          add(likeness(index, concept, term, 'wording', confidence * MOST_FOR_WORDING))
      return [...hits.values()]
        .sort(
          (a, b) =>
            b.confidence - a.confidence ||
            SEARCH_MATCHES.indexOf(a.matchType) - SEARCH_MATCHES.indexOf(b.matchType) ||
            (a.concept.id < b.concept.id ? -1 : 1),
        )
        .slice(0, limit)
    },
  }
}

/** Longer than any term; what comes after is not read. In UTF-16 code units. */
const LONGEST_QUERY = 200
const SURE = 0.7
const MOST_FOR_WORDING = 0.7

function likeness(
  index: TermIndex,
  concept: Concept,
  term: Term,
  matchType: SearchMatch,
  confidence: number,
): SearchHit {
  return { concept, term, layer: index.layerOf(concept, term), matchType, features: [], guess: false, confidence }
}

function asForms(index: TermIndex, key: string): SearchHit[] {
  return lookup(index, key).map((sense) => ({
    ...sense,
    matchType: sense.matchType === 'hidden' && isMisspelling(sense.concept, key) ? 'misspelling' : sense.matchType,
    confidence: certainty(sense),
  }))
}

/** The last part of a compound says what it is, the first only of what kind. */
function certainty({ matchType, guess, part }: LookupSense): number {
  const sure = CONFIDENCE[matchType] * (guess && matchType !== 'exact' ? GUESSED : 1)
  return part?.kind === 'modifier' ? sure - 0.02 : sure
}

/** A spelling kept for searching is either another word for the thing, or one of its words spelt wrong. */
const isMisspelling = ({ terms }: Concept, key: string): boolean =>
  terms.some(
    ({ label }) =>
      Math.abs(label.length - key.length) <= 2 && editDistance(wordKey(label), key) <= tolerance(key.length),
  )
