import type { Features, InflectedForm } from './grammar.js'

// Every set of features a form can have, once. Forms share these objects, so that two forms have
// the same features when the objects are the same.

const noun = (number: 'singular' | 'plural', definite: boolean, weak?: true) =>
  ({
    nominative: { number, definite, ...(weak && { weak }), case: 'nominative' },
    genitive: { number, definite, ...(weak && { weak }), case: 'genitive' },
  }) as const satisfies Record<string, Features>

/** The cells of a noun or noun phrase. */
export const NOUN = {
  singular: noun('singular', false),
  weakSingular: noun('singular', false, true),
  definite: noun('singular', true),
  plural: noun('plural', false),
  weakPlural: noun('plural', false, true),
  pluralDefinite: noun('plural', true),
} as const

/** A name or an abbreviation that only takes the genitive. */
export const NAME = {
  nominative: { case: 'nominative' },
  genitive: { case: 'genitive' },
} as const satisfies Record<string, Features>

export interface Cell {
  readonly nominative: Features
  readonly genitive: Features
}

const withGenitive = (features: Features): Cell => ({
  nominative: features,
  genitive: { ...features, case: 'genitive' },
})

/** The cells of an adjective. Genitives (de anhörigas) carry `case`, nominatives leave it out. */
export const ADJECTIVE = {
  common: withGenitive({ degree: 'positive', gender: 'common', number: 'singular', definite: false }),
  neuter: withGenitive({ degree: 'positive', gender: 'neuter', number: 'singular', definite: false }),
  plural: withGenitive({ degree: 'positive', number: 'plural', definite: false }),
  weak: withGenitive({ degree: 'positive', definite: true }),
  weakSingular: withGenitive({ degree: 'positive', number: 'singular', definite: true }),
  weakPlural: withGenitive({ degree: 'positive', number: 'plural', definite: true }),
  masculine: withGenitive({ degree: 'positive', gender: 'common', number: 'singular', definite: true }),
  invariable: withGenitive({ degree: 'positive' }),
  comparative: withGenitive({ degree: 'comparative' }),
  superlative: withGenitive({ degree: 'superlative', definite: false }),
  superlativeWeak: withGenitive({ degree: 'superlative', definite: true }),
  superlativeMasculine: withGenitive({ degree: 'superlative', gender: 'common', number: 'singular', definite: true }),
} as const

const participle = (rest: Features): Cell => withGenitive({ verbForm: 'past-participle', ...rest })

/** The cells of a past participle. */
export const PARTICIPLE = {
  common: participle({ gender: 'common', number: 'singular', definite: false }),
  neuter: participle({ gender: 'neuter', number: 'singular', definite: false }),
  plural: participle({ number: 'plural', definite: false }),
  weak: participle({ definite: true }),
  masculine: participle({ gender: 'common', number: 'singular', definite: true }),
} as const

const verb = (verbForm: NonNullable<Features['verbForm']>) =>
  ({ active: { verbForm, voice: 'active' }, passive: { verbForm, voice: 'passive' } }) as const satisfies Record<
    string,
    Features
  >

/** The cells of a verb. A deponent (hoppas) has active cells only: its forms mean the active. */
export const VERB = {
  infinitive: verb('infinitive'),
  present: verb('present'),
  past: verb('past'),
  supine: verb('supine'),
  imperative: verb('imperative'),
  subjunctive: verb('subjunctive'),
  presentParticiple: withGenitive({ verbForm: 'present-participle' }),
} as const

/** Forms being gathered; keeps out a form that is there already with the same features. */
export interface Gathering {
  readonly forms: InflectedForm[]
  add(form: string, features: Features, mark?: Mark): void
}

/** How sure a form is, and whether it is to be written. */
export interface Mark {
  readonly guess?: boolean
  readonly rare?: boolean
}

const SURE: Mark = {}

export function gather(): Gathering {
  const forms: InflectedForm[] = []
  return {
    forms,
    add(form, features, { guess, rare } = SURE) {
      if (form.trim() === '') return
      for (const other of forms) if (other.features === features && other.form === form) return
      if (guess) forms.push(rare ? { form, features, guess: true, rare: true } : { form, features, guess: true })
      else forms.push(rare ? { form, features, rare: true } : { form, features })
    },
  }
}

const keyOf = (features: Features): string =>
  Object.entries(features)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('|')

/** Whether two sets of features say the same. */
export const sameFeatures = (a: Features, b: Features): boolean => a === b || keyOf(a) === keyOf(b)
