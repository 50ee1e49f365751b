import type { Features, Span } from '@klarsprak/swedish'
import type { Concept, Term } from '../model/concept.js'

/** One reading of a matched form: which term of which concept, and what the form can say. */
export interface Sense {
  readonly concept: Concept
  readonly term: Term
  /** Every reading of the form, most usual first. Empty for a term inside a compound's first part. */
  readonly features: readonly Features[]
  /** The form follows from guessed grammar; it may be reported but not rewritten. */
  readonly guess: boolean
}

/**
 * A term of the bank found in a text.
 *
 * Matches are leftmost-longest and do not overlap. One stretch of text may mean several things;
 * all senses are given, and it is for a rule to stay silent when it cannot tell.
 */
export interface Match {
  /** The matched words; inside a compound, only the part that is the term. */
  readonly span: Span
  /** Tokens `[first, last]` of the text that hold the match. */
  readonly first: number
  readonly last: number
  /** `whole`: the words are the term. `head`, `modifier`: the term is the last, or an earlier, part of a compound. */
  readonly part: 'whole' | 'head' | 'modifier'
  readonly senses: readonly Sense[]
  /**
   * Tokens `[first, last]` within the match that are not the term: ”du” in ”loggar du in”. All senses are then
   * a `guess`: the words around a gap are not one stretch that can be replaced.
   */
  readonly gap?: { readonly first: number; readonly last: number }
}
