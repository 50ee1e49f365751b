import type { Grammar } from './grammar.js'
import type { NounForms } from './noun.js'
import { isVowel, nameEndsInConsonant } from './spelling.js'

/**
 * The forms of a word that is read letter by letter: API:et, URL:en, bank-id:t, sms:et, UVI:er.
 * Endings follow the name of the last letter: -n and -t after a vowel (de, ve), else -en and -et.
 * Source: Språkrådet, Svenska skrivregler, on endings of abbreviations.
 */
export function initialismForms(label: string, grammar: Grammar): NounForms {
  const { gender, plural, definite } = grammar
  const last = label[label.length - 1] ?? ''
  const long = nameEndsInConsonant(last)
  const both = (ending: string): readonly string[] => [`${label}:${ending}`, `${label}-${ending}`]
  const singular = [label]
  if (gender === undefined && definite === undefined && (plural === undefined || plural === false)) {
    return { singular, definite: [], plural: [], pluralDefinite: [], guess: { definite: true, plural: true } }
  }
  const common = gender !== 'neuter'
  const byRule = common ? both(long ? 'en' : 'n') : neuterDefinites(label, last, long)
  const itsDefinite = definite === undefined ? byRule : [definite, ...byRule.filter((form) => form !== definite)]
  if (plural === false) {
    return {
      singular,
      definite: itsDefinite,
      plural: [],
      pluralDefinite: [],
      guess: { definite: gender === undefined, plural: false },
    }
  }
  const itsPlural = plural === undefined ? guessPlural(label, common, long) : pluralVariants(label, plural)
  return {
    singular,
    definite: itsDefinite,
    plural: itsPlural,
    pluralDefinite: itsPlural.flatMap((form) => pluralDefinites(label, form, common, long)),
    guess: { definite: gender === undefined && definite === undefined, plural: plural === undefined },
  }
}

function neuterDefinites(label: string, last: string, long: boolean): readonly string[] {
  const joined = /[a-zåäö]$/u.test(label) ? [`${label}et`] : []
  if (long) return [`${label}:et`, `${label}-et`, ...joined]
  // After a letter that is a vowel itself (API) -et is the usual one, after be, de, ve -t.
  return isVowel(last)
    ? [`${label}:et`, `${label}:t`, `${label}-et`, `${label}-t`]
    : [`${label}:t`, `${label}:et`, `${label}-t`, `${label}-et`]
}

const pluralVariants = (label: string, plural: string): readonly string[] =>
  plural.startsWith(`${label}:`) ? [plural, `${label}-${plural.slice(label.length + 1)}`] : [plural]

const guessPlural = (label: string, common: boolean, long: boolean): readonly string[] => {
  if (common) return [`${label}:er`, `${label}-er`]
  return long ? [label] : [`${label}:n`, `${label}-n`]
}

function pluralDefinites(label: string, plural: string, common: boolean, long: boolean): readonly string[] {
  if (plural === label)
    return common
      ? [`${label}:na`, `${label}-na`]
      : long
        ? [`${label}:en`, `${label}-en`]
        : [`${label}:na`, `${label}:n`]
  return plural.endsWith('n') ? [`${plural}a`] : [`${plural}na`]
}
