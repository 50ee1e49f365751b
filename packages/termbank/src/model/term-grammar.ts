import type { Grammar } from '@klarsprak/swedish'
import type { Term } from './concept.js'

/** What the term's author says about its grammar, as the inflection engine wants it. */
export function grammarOf(term: Term): Grammar {
  const { pos, gender, plural, definite, present, past, supine, passive, neuter, compoundForms, forms } = term
  return { pos, gender, plural, definite, present, past, supine, passive, neuter, compoundForms, forms }
}
