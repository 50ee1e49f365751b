import { createTermPartFinder, type Lexicon, once, type TermPartFinder } from '@klarsprak/swedish'
import { ALL_WORD_SIGNS, type CompoundFinder, type SpellingIndex, type TermIndex, WordSign } from '@klarsprak/termbank'
import type { TermSearch } from '../analysis/analyse.js'
import type { Rewriter } from '../rules/replacement.js'

/** Everything a linter needs to know of words. */
export interface Words {
  readonly index: TermIndex & TermSearch & Required<Pick<TermSearch, 'misspellings'>>
  readonly rewrite: Rewriter
  /** Tells terms inside compounds, for an index of one's own. */
  readonly compounds: CompoundFinder
}

/** Tells terms inside compounds. `lexicon` is asked for when the first long enough word may hold a term. */
export function compoundsBy(lexicon: () => Lexicon): CompoundFinder {
  let finder: TermPartFinder | undefined
  return {
    holds(word, start, end) {
      finder ??= createTermPartFinder({ lexicon: lexicon() })
      return finder.holds(word, start, end)
    },
  }
}

/** The index with the ways its terms are written wrongly, which are made ready when a rule first asks. */
export function withMisspellings(index: TermIndex, prepare: () => SpellingIndex): Words['index'] {
  const spellings = once(prepare)
  return {
    ...index,
    // Made ready only for somebody who listens: for a bank of one's own that takes seconds.
    signsOf: (number: number, asked: number = ALL_WORD_SIGNS) =>
      index.signsOf(number) |
      ((asked & WordSign.Misspelt) !== 0 && spellings().mayBegin(number) ? WordSign.Misspelt : 0),
    misspellings: (words) => spellings().search(words),
  }
}
