import type { Features, Grammar, InflectedForm } from '../inflection/grammar.js'
import { inflect } from '../inflection/inflect.js'
import { wordKey } from '../normalise.js'
import type { Lexeme } from './rewrite.js'

/** The forms of a term, as far as a rewrite asks for them. */
export interface Forms {
  readonly all: readonly InflectedForm[]
  /** The form to write for these features, or `undefined` when the term has none. */
  of(features: Features): InflectedForm | undefined
}

/** Where rewriting gets the forms of a term from. */
export type FormsOf = (lexeme: Lexeme) => Forms

/** `formsOf` that inflects each term once, however often it is asked for. Remembers by the grammar object and the label. */
export function rememberedForms(): FormsOf {
  const known = new WeakMap<Grammar, Map<string, Forms>>()
  return (lexeme) => {
    const labels = known.get(lexeme.grammar) ?? new Map<string, Forms>()
    known.set(lexeme.grammar, labels)
    const forms = labels.get(lexeme.label) ?? formsOf(lexeme)
    labels.set(lexeme.label, forms)
    return forms
  }
}

export function formsOf({ label, grammar }: Lexeme): Forms {
  const all = inflect(label, grammar)
  const exactly = (features: Features): InflectedForm | undefined =>
    best(all.filter((form) => !form.rare && saysTheSame(form.features, features)))
  // A single word has no adjective to be weak.
  const of = (features: Features): InflectedForm | undefined =>
    exactly(features) ?? (features.weak ? exactly(withoutWeak(features)) : undefined)
  return { all, of }
}

const best = (forms: readonly InflectedForm[]): InflectedForm | undefined =>
  forms.find(({ guess }) => !guess) ?? forms[0]

const KEYS = ['number', 'definite', 'weak', 'case', 'gender', 'degree', 'verbForm', 'voice'] as const

const saysTheSame = (a: Features, b: Features): boolean => KEYS.every((key) => featureOf(a, key) === featureOf(b, key))

const featureOf = (features: Features, key: (typeof KEYS)[number]): Features[typeof key] =>
  features[key] ?? (key === 'case' ? 'nominative' : undefined)

/** Whether `written` is a form of the term with these features that does not rest on a guess. */
export function isCertainForm(forms: Forms, written: string, features: Features): boolean {
  const key = wordKey(written)
  return forms.all.some((form) => !form.guess && wordKey(form.form) === key && saysTheSame(form.features, features))
}

/** Whether `written` is a form of the term with these features that is not rare. */
export function isUsualForm(forms: Forms, written: string, features: Features): boolean {
  const key = wordKey(written)
  return forms.all.some((form) => !form.rare && wordKey(form.form) === key && saysTheSame(form.features, features))
}

/** The term is an adjective and a noun, so that its definite needs an article and its adjective agrees. */
export const opensWithAdjective = (forms: Forms): boolean => forms.all.some(({ features }) => features.weak)

/** An adjective or participle as a noun: den anhöriga, den närstående. Its definite needs an article too. */
export const isNominalised = (forms: Forms): boolean => {
  const definite = forms.of({ number: 'singular', definite: true, case: 'nominative' })?.form
  return definite !== undefined && /[ae]$/u.test(definite)
}

const withoutWeak = ({ weak: _, ...features }: Features): Features => features
