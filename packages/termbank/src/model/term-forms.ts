import type { InflectedForm } from '@klarsprak/swedish'
import type { Term } from './concept.js'

/** Every form of a term. A term in another language than Swedish has the forms its author lists, or only its label. */
export function termForms(term: Term): readonly InflectedForm[] {
  const guess =
    term.pos === 'noun' && term.forms === undefined && (term.gender === undefined || term.plural === undefined)
  return [
    { form: term.label, features: {} },
    ...(guess ? [{ form: `${term.label}s`, features: {}, guess: true as const }] : []),
    ...(term.forms ?? []).map((form) => ({ form, features: {} })),
  ]
}
