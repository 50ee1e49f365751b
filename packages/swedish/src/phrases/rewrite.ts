import type { Features, Grammar } from '../inflection/grammar.js'
import type { Span } from '../span.js'
import type { TokenisedText } from '../text/tokens.js'

/** A word or phrase together with what is known of its grammar. */
export interface Lexeme {
  readonly label: string
  readonly grammar: Grammar
}

/** Words of a text that should be written with another term. */
export interface RewriteRequest {
  readonly text: TokenisedText
  /** Tokens `[first, last]` that hold the old term. */
  readonly first: number
  readonly last: number
  /** The old term itself; smaller than the tokens when it is part of a compound. */
  readonly span: Span
  readonly part: 'whole' | 'head' | 'modifier'
  /** Every reading of the old form. Context decides between them, or the rewrite is refused. */
  readonly features: readonly Features[]
  readonly from: Lexeme
  readonly to: Lexeme
}

/** Replace `span` of the text by `text`. `span` covers an article or a predicative that changes too. */
export interface Rewrite {
  readonly span: Span
  readonly text: string
  /** The result is certain to be right Swedish with the same form. Only such rewrites may be applied unseen. */
  readonly safe: boolean
}

/** Why no rewrite, or no safe one, is given. The linter has the sentence a writer reads for each. */
export type RewriteRefusal =
  | 'no-form' // the new term lacks the form that is needed (no plural, no passive)
  | 'ambiguous-form' // singular or plural, noun or verb: the context does not say
  | 'ambiguous-context' // the noun phrase around cannot be made to agree with certainty
  | 'anaphora' // a pronoun further on refers to the old gender
  | 'phrase-in-compound' // a phrase cannot be part of a compound
  | 'no-compound-form' // the new term's form inside a compound is not declared
  | 'guessed-grammar' // the forms of either term rest on a guess
  | 'word-class' // the terms belong to different word classes

export interface RewriteAnswer {
  /** Best first; empty when the old words can only be reported. */
  readonly rewrites: readonly Rewrite[]
  /** Set when `rewrites` is empty or none of them is safe. */
  readonly refusal?: RewriteRefusal
}
