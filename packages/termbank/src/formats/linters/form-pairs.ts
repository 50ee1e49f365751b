import { inflect, selectForm } from '@klarsprak/swedish'
import type { Concept, Term } from '../../model/concept.js'
import { grammarOf } from '../../model/term-grammar.js'

/** A form that writers should not use, and the form to write instead when the same one exists. */
export interface FormPair {
  readonly conceptId: string
  readonly from: string
  readonly to?: string
  /** The base form of the recommended term, for messages. */
  readonly preferred?: string
  readonly reason?: string
}

export interface WordForms {
  /** Every form of the preferred and admitted terms. */
  readonly accepted: readonly string[]
  /** Every form of the terms advised against, unless it is also an accepted form. One entry a form. */
  readonly avoided: readonly FormPair[]
}

/**
 * The bank with all its forms spelt out, for tools that know no Swedish. They match words blindly, so
 * forms that need their context are left out: homographs, and exceptions (`unless`) are not carried.
 */
export function wordForms(concepts: readonly Concept[]): WordForms {
  const accepted = new Set<string>()
  const avoided = new Map<string, FormPair>()
  const swedish = concepts.map((concept) => ({ concept, terms: concept.terms.filter(({ lang }) => lang === 'sv') }))
  const usable = (label: string, term: Term) =>
    inflect(label, grammarOf(term)).filter(({ guess, rare }) => guess === undefined && rare === undefined)

  for (const { terms } of swedish)
    for (const term of terms)
      if (term.status === 'preferred' || term.status === 'admitted')
        for (const { form } of usable(term.label, term)) accepted.add(form)

  for (const { concept, terms } of swedish) {
    const preferred = terms.find(({ status }) => status === 'preferred')
    for (const term of terms) {
      if ((term.status !== 'deprecated' && term.status !== 'superseded') || term.homograph === true) continue
      for (const { form, features } of usable(term.label, term)) {
        if (accepted.has(form) || avoided.has(form)) continue
        // A definite phrase needs an article, or must not have one: these tools cannot know which.
        const article = preferred?.label.includes(' ') === true && features.definite === true
        const sameWordClass = preferred?.pos === term.pos
        const to =
          preferred === undefined || concept.neverReplace !== undefined || article || !sameWordClass
            ? undefined
            : selectForm(preferred.label, grammarOf(preferred), features)
        avoided.set(form, {
          conceptId: concept.id,
          from: form,
          ...(to === undefined ? {} : { to }),
          ...(preferred === undefined ? {} : { preferred: preferred.label }),
          ...(term.reason === undefined ? {} : { reason: term.reason }),
        })
      }
    }
  }
  const byAlphabet = new Intl.Collator('sv').compare
  return {
    accepted: [...accepted].sort(byAlphabet),
    avoided: [...avoided.values()].sort((a, b) => byAlphabet(a.from, b.from)),
  }
}
