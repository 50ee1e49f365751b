import { wordKey } from '@klarsprak/swedish'
import { type Concept, termForms } from '@klarsprak/termbank'
import type { View } from '../view.js'
import { inCase } from './completion.js'
import { agrees, expectedAt } from './expected-form.js'
import { isAvoided } from './show-concept.js'

/** A form of a concept's term that can be put in a text. */
export interface InsertableForm {
  readonly text: string
  readonly term: string
  /** The form that the words before ask for, or the word that is replaced is in. */
  readonly fits: boolean
}

/**
 * The forms of the concept's recommended and admitted terms, those that fit first: after ”vår” comes
 * ”digitala ingång”, after ”den” ”digitala ingången”, and in the place of a form the same form.
 */
export function insertableForms(
  view: View | undefined,
  span: { readonly start: number; readonly end: number },
  concept: Concept,
): readonly InsertableForm[] {
  const text = view?.file.text ?? ''
  const replaced = text.slice(span.start, span.end)
  const expected = expectedAt(text, span.start)
  const inPlace = replaced === '' ? undefined : featuresOf(concept, replaced)
  const startsSentence = /(?:^|[.!?]\s+|\n\s*(?:[#>*-]+\s+)?)$/u.test(
    text.slice(Math.max(0, span.start - 20), span.start),
  )
  const terms = concept.terms.filter((term) => term.lang === 'sv' && !isAvoided(term))
  const ranked = terms.flatMap((term) =>
    termForms(term)
      .filter(({ rare, guess }) => rare !== true && guess !== true)
      .map(({ form, features }, at) => {
        const fits = inPlace === undefined ? agrees(features, expected) : inPlace === JSON.stringify(features)
        const rank = (fits ? 0 : 2) + (term.status === 'preferred' ? 0 : 1)
        return { term: term.label, fits, rank, at, text: cased(form, replaced, startsSentence) }
      }),
  )
  const seen = new Set<string>()
  return ranked
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .filter(({ text: form }) => !seen.has(form) && seen.add(form))
    .map(({ text: form, term, fits }) => ({ text: form, term, fits }))
}

const featuresOf = (concept: Concept, word: string): string | undefined => {
  for (const term of concept.terms) {
    const form = termForms(term).find((one) => wordKey(one.form) === wordKey(word))
    if (form !== undefined) return JSON.stringify(form.features)
  }
  return undefined
}

const cased = (form: string, replaced: string, startsSentence: boolean): string =>
  replaced !== '' ? inCase(replaced, form) : startsSentence ? inCase('X', form) : form
