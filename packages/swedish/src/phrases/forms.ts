import type { Features, Grammar, InflectedForm } from '../inflection/grammar.js'
import { inflect } from '../inflection/inflect.js'
import { wordKey } from '../normalise.js'
import type { Lexeme } from './rewrite.js'

/** The forms of a term, as far as a rewrite asks for them. */
export interface Forms {
  readonly all: readonly InflectedForm[]
  /** The form to write for these features, or `undefined` when the term has none. */
  of(features: Features): InflectedForm | undefined
  /** Those with this spelling, whatever their capitals. */
  spelt(written: string): readonly InflectedForm[]
}

/** Where rewriting gets the forms of a term from. */
export type FormsOf = (lexeme: Lexeme) => Forms

/** `formsOf` that inflects each term once, however often it is asked for. Remembers by the grammar object and the label. */
export function rememberedForms(): FormsOf {
  const known = new WeakMap<Grammar, Map<string, Forms>>()
  return (lexeme) => {
    let labels = known.get(lexeme.grammar)
    if (labels === undefined) {
      labels = new Map()
      known.set(lexeme.grammar, labels)
    }
    let forms = labels.get(lexeme.label)
    if (forms === undefined) {
      forms = formsOf(lexeme)
      labels.set(lexeme.label, forms)
    }
    return forms
  }
}

export function formsOf({ label, grammar }: Lexeme): Forms {
  const all = inflect(label, grammar)
  const byFeatures = new Map<number, InflectedForm>()
  const bySpelling = new Map<string, InflectedForm[]>()
  for (const form of all) {
    const key = wordKey(form.form)
    const alike = bySpelling.get(key)
    if (alike === undefined) bySpelling.set(key, [form])
    else alike.push(form)
    if (form.rare) continue
    // The first that is no guess, or else the first.
    const code = featuresCode(form.features)
    const other = byFeatures.get(code)
    if (other === undefined || (other.guess && !form.guess)) byFeatures.set(code, form)
  }
  return {
    all,
    of: (features) =>
      byFeatures.get(featuresCode(features)) ??
      // A single word has no adjective to be weak.
      (features.weak ? byFeatures.get(featuresCode(withoutWeak(features))) : undefined),
    spelt: (written) => bySpelling.get(wordKey(written)) ?? NONE,
  }
}

const NONE: readonly InflectedForm[] = []

/** The values that each feature can have. One that is left out says nothing, but for the case, which is then the nominative. */
const VALUES = {
  number: ['singular', 'plural'],
  definite: [false, true],
  weak: [true],
  case: ['nominative', 'genitive'],
  gender: ['common', 'neuter'],
  degree: ['positive', 'comparative', 'superlative'],
  verbForm: [
    ...['infinitive', 'present', 'past', 'supine', 'imperative', 'subjunctive'],
    ...['present-participle', 'past-participle'],
  ],
  voice: ['active', 'passive'],
} as const satisfies { readonly [Key in keyof Features]-?: readonly unknown[] }

/** `code` with one more digit: the place of a value among those of its feature, from 1; 0 for none. */
const withDigit = (code: number, values: readonly unknown[], value: unknown): number =>
  code * (values.length + 1) + values.indexOf(value) + 1

/** Equal for features that say the same, and only for them. Asked so often that it is spelt out. */
function featuresCode(features: Features): number {
  let code = withDigit(0, VALUES.number, features.number)
  code = withDigit(code, VALUES.definite, features.definite)
  code = withDigit(code, VALUES.weak, features.weak)
  code = withDigit(code, VALUES.case, features.case ?? 'nominative')
  code = withDigit(code, VALUES.gender, features.gender)
  code = withDigit(code, VALUES.degree, features.degree)
  code = withDigit(code, VALUES.verbForm, features.verbForm)
  return withDigit(code, VALUES.voice, features.voice)
}

const saysTheSame = (a: Features, b: Features): boolean => a === b || featuresCode(a) === featuresCode(b)

/** Whether `written` is a form of the term with these features that does not rest on a guess. */
export const isCertainForm = (forms: Forms, written: string, features: Features): boolean =>
  forms.spelt(written).some((form) => !form.guess && saysTheSame(form.features, features))

/** Whether `written` is a form of the term with these features that is not rare. */
export const isUsualForm = (forms: Forms, written: string, features: Features): boolean =>
  forms.spelt(written).some((form) => !form.rare && saysTheSame(form.features, features))

/** The term is an adjective and a noun, so that its definite needs an article and its adjective agrees. */
export const opensWithAdjective = (forms: Forms): boolean => forms.all.some(({ features }) => features.weak)

/** An adjective or participle as a noun: den anhöriga, den närstående. Its definite needs an article too. */
export const isNominalised = (forms: Forms): boolean => {
  const definite = forms.of({ number: 'singular', definite: true, case: 'nominative' })?.form
  if (definite === undefined) return false
  // Of several words the one that inflects: parkeringsplats**en** för rörelsehindrade.
  const indefinite = forms.of({ number: 'singular', definite: false, case: 'nominative' })?.form.split(' ')
  const head = definite.split(' ').find((word, place) => word !== indefinite?.[place]) ?? definite
  return /[ae]$/u.test(head)
}

const withoutWeak = ({ weak: _, ...features }: Features): Features => features
