import type { Grammar } from '@klarsprak/swedish'

/** Where a candidate stands in a text. */
export interface Context {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly column: number
  /** The words around, on one line. */
  readonly text: string
}

/**
 * `abbreviation`: capitals, with or without what they stand for. `compound`: a word of known parts.
 * `phrase`: adjectives and a noun. `word`: one that the general lexicon does not know.
 */
export const CANDIDATE_KINDS = ['abbreviation', 'compound', 'phrase', 'word'] as const
export type CandidateKind = (typeof CANDIDATE_KINDS)[number]

/** A word or a phrase that may deserve a place in the bank. */
export interface Candidate {
  readonly kind: CandidateKind
  /** The base form, by guess. */
  readonly label: string
  /** What the forms in the text say about the grammar. A guess too. */
  readonly grammar: Grammar
  /** Abbreviations: what a parenthesis nearby says that it stands for. */
  readonly expansion?: string
  /** The forms in the texts, the commonest first. */
  readonly forms: readonly string[]
  readonly count: number
  readonly files: number
  /** From as many files as possible. */
  readonly contexts: readonly Context[]
  /** How much speaks for it; comparable within one extraction. */
  readonly score: number
}
