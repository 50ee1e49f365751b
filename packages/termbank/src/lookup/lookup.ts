import { type Features, TokenKind, tokenise, wordKey } from '@klarsprak/swedish'
import type { IndexedPart, IndexedSense } from '../index/entry-reader.js'
import type { TermIndex } from '../index/term-index.js'
import type { Concept, Term } from '../model/concept.js'

/** How a word leads to a term, the closest first. */
export const MATCH_TYPES = ['exact', 'inflected', 'hidden', 'compound-part'] as const
export type MatchType = (typeof MATCH_TYPES)[number]

export interface LookupSense {
  readonly concept: Concept
  readonly term: Term
  /** The layer that decides about the term. */
  readonly layer: string
  /** `hidden`: by a spelling that is only for searching, or by what an abbreviation stands for. */
  readonly matchType: MatchType
  /** Every reading of the form, most usual first. */
  readonly features: readonly Features[]
  /** The form follows from guessed grammar. */
  readonly guess: boolean
  /** For `compound-part`: which part of the word is the term. */
  readonly part?: { readonly text: string; readonly kind: 'head' | 'modifier' }
}

/**
 * What a word or phrase means: every sense, in any inflected form and with any capitals. When the whole is no term, the
 * terms inside it are given. Misspellings are for the fuzzy search.
 */
export function lookup(index: TermIndex, word: string): readonly LookupSense[] {
  const tokens = tokenise(word.trim())
  const key = wordKey(word.trim())
  const whole = index.entries
    .wholeOf(tokens)
    .filter(({ shadowed }) => !shadowed)
    .map((sense) => senseOf(index, sense, matchTypeOf(sense, key)))
    .sort((a, b) => MATCH_TYPES.indexOf(a.matchType) - MATCH_TYPES.indexOf(b.matchType))
  if (whole.length > 0 || tokens.count !== 1 || tokens.kinds[0] !== TokenKind.Word) return whole
  const inside = tokens.key(0)
  return withoutOverlaps(index.entries.partsOf(inside)).flatMap(({ start, end, part, senses }) =>
    senses
      .filter(({ shadowed }) => !shadowed)
      .map((sense) => ({
        ...senseOf(index, sense, 'compound-part'),
        part: { text: inside.slice(start, end), kind: part },
      })),
  )
}

function matchTypeOf({ hidden, term }: IndexedSense, key: string): MatchType {
  if (hidden) return 'hidden'
  return wordKey(term.label) === key ? 'exact' : 'inflected'
}

function senseOf(index: TermIndex, sense: IndexedSense, matchType: MatchType): LookupSense {
  const { concept, term, features, guess } = sense
  return { concept, term, layer: index.layerOf(concept, term), matchType, features, guess }
}

/** The leftmost, and of those the longest, as in a text search. */
function withoutOverlaps(parts: readonly IndexedPart[]): readonly IndexedPart[] {
  const kept: IndexedPart[] = []
  for (const part of parts) if (part.start >= (kept.at(-1)?.end ?? 0)) kept.push(part)
  return kept
}
