import { type InflectedForm, inflect } from '@klarsprak/swedish'
import type { Term } from './concept.js'
import { grammarOf } from './term-grammar.js'

/** Every form of a term. A term in another language than Swedish has its label, and the forms its author lists. */
export function termForms(term: Term): readonly InflectedForm[] {
  if (term.lang === 'sv') return inflect(term.label, grammarOf(term))
  return [term.label, ...(term.forms ?? [])].map((form) => ({ form, features: {} }))
}
