/** Word classes that a term can have. A `phrase` has no head that inflects as one of the others. */
export const POS = [
  'noun',
  'verb',
  'adjective',
  'adverb',
  'preposition',
  'conjunction',
  'pronoun',
  'phrase',
  'abbreviation',
  'name',
] as const
export type Pos = (typeof POS)[number]

export type Gender = 'common' | 'neuter'

/**
 * What an author says about the grammar of a word or a phrase. The keys are those of a term in a
 * concept file. What is left out is filled in by rule; what no rule can know is guessed, and the
 * forms that follow from a guess are marked (`InflectedForm.guess`).
 */
export interface Grammar {
  readonly pos: Pos
  /** Nouns, and abbreviations and names that inflect as nouns. */
  readonly gender?: Gender | undefined
  /** Nouns: the indefinite plural, or `false` when there is none. Adjectives: the plural when irregular. */
  readonly plural?: string | false | undefined
  /** Nouns: the definite singular when irregular. */
  readonly definite?: string | undefined
  /** Verbs: the key forms. Left out, the verb is taken to follow the class its infinitive shows. */
  readonly present?: string | undefined
  readonly past?: string | undefined
  readonly supine?: string | undefined
  /** Verbs: `false` when no -s passive is usable (få, ha, bli). */
  readonly passive?: boolean | undefined
  /** Adjectives: the neuter when irregular (gott, litet). */
  readonly neuter?: string | undefined
  /** Forms the word takes as the first part of a compound: hälso, arbets. The first one is used when writing. */
  readonly compoundForms?: readonly string[] | undefined
  /** The complete list of forms; replaces everything generated. */
  readonly forms?: readonly string[] | undefined
}

/**
 * What a form says. Only the keys that apply are present: a noun has `number`, `definite` and
 * `case`; an adjective `degree` and then `gender`, `number`, `definite` as far as the form shows
 * them; a verb `verbForm` and `voice`, and as a participle the keys of an adjective too.
 */
export interface Features {
  readonly number?: 'singular' | 'plural'
  readonly definite?: boolean
  /**
   * Phrases: the adjectives are weak though the noun is indefinite, as after a possessive or
   * ”denna” (vår digitala ingång). Left out, they are strong in the indefinite, weak in the definite.
   */
  readonly weak?: true
  readonly case?: 'nominative' | 'genitive'
  readonly gender?: Gender
  readonly degree?: 'positive' | 'comparative' | 'superlative'
  readonly verbForm?:
    | 'infinitive'
    | 'present'
    | 'past'
    | 'supine'
    | 'imperative'
    | 'subjunctive'
    | 'present-participle'
    | 'past-participle'
  readonly voice?: 'active' | 'passive'
}

export interface InflectedForm {
  readonly form: string
  readonly features: Features
  /** Follows from a guess, not from what the author said: good for finding, never for a fix. */
  readonly guess?: true
  /** Correct but formal or rare (köpes): recognised, never written. */
  readonly rare?: true
}
