import { initialismForms } from './abbreviation.js'
import { addAdjectiveForms, adjectiveForms, isInvariable, neuterOf, weakOf } from './adjective.js'
import { type Gathering, gather, NAME, NOUN, sameFeatures } from './features.js'
import type { Features, Grammar, InflectedForm } from './grammar.js'
import { addNounForms, definites, isPluralOnly, nounForms, nounKeys } from './noun.js'
import { addNounPhrase, phraseShape } from './phrase.js'
import { genitives, isInitialism } from './spelling.js'
import { addVerbForms, verbForms } from './verb.js'
import { addVerbPhrase } from './verb-phrase.js'

/**
 * Every form of a word or phrase with what it says, the base form first. One spelling comes once
 * for each set of features it has. Forms that follow from what no rule can know are marked `guess`;
 * correct but formal, old or optional ones `rare`.
 *
 * Never fails: what cannot be understood is returned as its only form.
 */
export function inflect(label: string, grammar: Grammar): readonly InflectedForm[] {
  const word = label.trim()
  if (word === '') return []
  const to = gather()
  if (grammar.forms) addListed(to, word, grammar.forms)
  else addForms(to, word, grammar)
  if (to.forms.length === 0) to.add(word, {})
  return to.forms
}

function addListed(to: Gathering, label: string, forms: readonly string[]): void {
  to.add(label, UNKNOWN)
  for (const form of forms) to.add(form, UNKNOWN)
}

const UNKNOWN: Features = {}

function addForms(to: Gathering, label: string, grammar: Grammar): void {
  const isPhrase = label.includes(' ')
  switch (grammar.pos) {
    case 'noun':
      if (isPhrase) addNounPhrase(to, label, grammar)
      else addNoun(to, label, grammar)
      return
    case 'abbreviation':
      addAbbreviation(to, label, grammar)
      return
    case 'name':
      addName(to, label, grammar)
      return
    case 'adjective':
      addAdjective(to, label, grammar)
      return
    case 'verb':
      if (isPhrase) addVerbPhrase(to, label, grammar)
      else addVerbForms(to, verbForms(label, grammar))
      return
    default:
      to.add(label, UNKNOWN)
  }
}

function addNoun(to: Gathering, label: string, grammar: Grammar): void {
  addNounForms(to, usesColon(label, grammar) ? initialismForms(label, grammar) : nounForms(label, grammar))
}

/** The declared forms decide how endings are joined; without them, whether the word is read letter by letter. */
function usesColon(label: string, { plural, definite }: Grammar): boolean {
  const declared = [definite, plural].filter((form) => typeof form === 'string' && form !== label)
  return declared.length > 0 ? declared.some((form) => (form as string).startsWith(`${label}:`)) : isInitialism(label)
}

/** An abbreviation with a gender inflects as a noun; a spelt-out one without takes the genitive only; t.ex. nothing. */
function addAbbreviation(to: Gathering, label: string, grammar: Grammar): void {
  if (label.includes(' ')) {
    if (grammar.gender === undefined) to.add(label, UNKNOWN)
    else addNounPhrase(to, label, grammar)
    return
  }
  const declared = grammar.gender !== undefined || typeof grammar.plural === 'string' || grammar.definite !== undefined
  if (declared) {
    addNounForms(
      to,
      hasLowerCaseOnly(label) && !usesColon(label, grammar)
        ? nounForms(label, grammar)
        : initialismForms(label, grammar),
    )
    return
  }
  if (label.includes('.') || !isInitialism(label)) to.add(label, UNKNOWN)
  else addNameForms(to, label)
}

const hasLowerCaseOnly = (label: string): boolean => label === label.toLowerCase() && !isInitialism(label)

function addName(to: Gathering, label: string, grammar: Grammar): void {
  const { gender, definite } = grammar
  if (gender === undefined && definite === undefined) {
    addNameForms(to, label)
    return
  }
  addNameForms(to, label)
  const byRule = label.includes(' ')
    ? []
    : isInitialism(label)
      ? initialismForms(label, grammar).definite
      : definites(label, { gender: gender ?? 'common', plural: false })
  for (const [place, form] of (definite === undefined ? byRule : [definite]).entries()) {
    to.add(form, NOUN.definite.nominative, { rare: place > 0 })
    for (const genitive of genitives(form)) to.add(genitive, NOUN.definite.genitive, { rare: place > 0 })
  }
}

function addNameForms(to: Gathering, label: string): void {
  to.add(label, NAME.nominative)
  genitives(label).forEach((form, place) => {
    to.add(form, NAME.genitive, { rare: place > 0 })
  })
}

function addAdjective(to: Gathering, label: string, grammar: Grammar): void {
  if (!label.includes(' ')) {
    addAdjectiveForms(to, adjectiveForms(label, grammar))
    return
  }
  // långvarigt sjuk: the last word before a preposition agrees.
  const { words, head } = phraseShape(label, { pos: 'adjective' })
  const forms = adjectiveForms(words[head] as string, {
    neuter: wordAt(grammar.neuter, words.length, head),
    plural: typeof grammar.plural === 'string' ? wordAt(grammar.plural, words.length, head) : grammar.plural,
  })
  addAdjectiveForms(to, forms, (form) => words.with(head, form).join(' '))
}

function wordAt(phrase: string | undefined, length: number, place: number): string | undefined {
  const words = phrase?.split(' ')
  return words?.length === length ? words[place] : phrase
}

/**
 * The written form of a word with exactly these features, or undefined when there is none. Never a
 * rare form; a guessed one only if asked for. `weak` may be left in for a single word, which has no
 * adjective to show it.
 */
export function selectForm(
  label: string,
  grammar: Grammar,
  features: Features,
  { guess = false }: { readonly guess?: boolean } = {},
): string | undefined {
  const forms = inflect(label, grammar)
  const wanted = closest(forms, features)
  if (wanted === undefined) return undefined
  return forms.find((form) => !form.rare && (guess || !form.guess) && sameFeatures(form.features, wanted))?.form
}

function closest(forms: readonly InflectedForm[], features: Features): Features | undefined {
  const find = (wanted: Features) => forms.find((form) => sameFeatures(form.features, wanted))?.features
  const exact = find(features)
  if (exact || features.weak === undefined) return exact
  const { weak: _, ...rest } = features
  return find(rest)
}

/** Grammar with every key filled in, and which of them are guesses. */
export interface CompletedGrammar {
  readonly grammar: Grammar
  readonly guessed: readonly ('gender' | 'plural' | 'present' | 'past' | 'supine')[]
}

/** What the rules make of a word: gender, plural and definite; neuter and plural; or the key forms of a verb. */
export function completeGrammar(label: string, grammar: Grammar): CompletedGrammar {
  const word = label.trim()
  if (grammar.forms || word === '') return { grammar, guessed: [] }
  if (grammar.pos === 'noun') return completeNoun(word, grammar)
  if (grammar.pos === 'verb') return completeVerb(word, grammar)
  if (grammar.pos === 'adjective' && !word.includes(' ') && !isInvariable(word)) {
    const forms = adjectiveForms(word, grammar)
    const neuter = grammar.neuter ?? forms.neuter[0] ?? neuterOf(word)
    return { grammar: { ...grammar, neuter, plural: grammar.plural ?? forms.plural[0] ?? weakOf(word) }, guessed: [] }
  }
  return { grammar, guessed: [] }
}

function completeNoun(label: string, grammar: Grammar): CompletedGrammar {
  const { words, head } = phraseShape(label, grammar)
  const noun = words[head] as string
  if (words.length === 1 && isPluralOnly(noun, grammar)) return { grammar, guessed: [] }
  if (isInitialism(noun)) return { grammar, guessed: [] }
  const headPlural = typeof grammar.plural === 'string' ? wordAt(grammar.plural, words.length, head) : grammar.plural
  const keys = nounKeys(noun, { ...grammar, plural: headPlural })
  const guessed = (['gender', 'plural'] as const).filter((key) => keys.guessed[key])
  const plural =
    grammar.plural ?? (words.length === 1 ? keys.plural : pluralOfPhrase(label, { ...grammar, gender: keys.gender }))
  return { grammar: { ...grammar, gender: keys.gender, plural }, guessed }
}

const pluralOfPhrase = (label: string, grammar: Grammar): string | false =>
  selectForm(label, grammar, NOUN.plural.nominative, { guess: true }) ?? false

function completeVerb(label: string, grammar: Grammar): CompletedGrammar {
  const [verb = '', ...rest] = label.split(' ')
  const forms = verbForms(verb, grammar)
  const tail = rest.length === 0 ? '' : ` ${rest.join(' ')}`
  const fill = (declared: string | undefined, list: readonly string[]) =>
    declared ?? (list[0] === undefined ? undefined : list[0] + tail)
  return {
    grammar: {
      ...grammar,
      present: fill(grammar.present, forms.present),
      past: fill(grammar.past, forms.past),
      supine: fill(grammar.supine, forms.supine),
    },
    guessed: forms.guess ? (['present', 'past', 'supine'] as const).filter((key) => grammar[key] === undefined) : [],
  }
}
