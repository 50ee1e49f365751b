import { type InflectedForm, inflect } from '@klarsprak/swedish'
import type { Term } from './concept.js'
import { grammarOf } from './term-grammar.js'

/** Every form of a term. A term in another language than Swedish has its label, and the forms its author lists. */
export function termForms(term: Term): readonly InflectedForm[] {
  if (term.lang === 'sv') return inflect(term.label, grammarOf(term))
  return [term.label, ...(term.forms ?? [])].map((form) => ({ form, features: {} }))
}

/**
 * Every form of an exception of a Swedish term. Its words inflect as a noun phrase does: ”psykisk hälsa” covers ”psykiska
 * hälsan”. One that begins with the verb it is about is inflected as that too: ”kvittera ut” covers ”kvitterade ut”.
 */
export function exceptionForms(term: Term, phrase: string): readonly string[] {
  const { label, pos } = term
  const rest = phrase.slice(label.length)
  const isVerbPhrase = pos === 'verb' && rest.startsWith(' ') && phrase.toLowerCase().startsWith(label.toLowerCase())
  const asVerb = isVerbPhrase ? termForms(term).map(({ form }) => form + rest) : []
  return [phrase, ...asVerb, ...inflect(phrase, { pos: 'noun' }).map(({ form }) => form)]
}
