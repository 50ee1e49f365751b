import { firstPartForms, isParticle } from '@klarsprak/swedish'
import { Role } from '@klarsprak/swedish/lexicon'
import { keyOf } from './entry-forms.js'
import { type Affixes, type Entry, expand } from './hunspell.js'
import { classesOf } from './word-class.js'

/**
 * Every form that may stand before another part, declared or by rule, with the word class of what
 * it is a form of.
 */
export function firstParts(entries: readonly Entry[], affixes: Affixes): Map<string, number> {
  const { first, middle, onlyInCompound } = affixes.special
  const opens = (flags: string): boolean => flags.includes(first) || flags.includes(middle)
  const forms = new Map<string, number>()
  const add = (form: string, bits: number): void => void forms.set(form, (forms.get(form) ?? 0) | bits)
  for (const entry of entries) {
    const { stem, flags } = entry
    const classes = classesOf(entry)
    if (opens(flags)) add(keyOf(stem), Role.First | classes)
    for (const { form, rule } of expand(entry, affixes)) {
      if (rule !== undefined && opens(rule.flags)) add(keyOf(form), Role.First | classes)
    }
    const key = keyOf(stem)
    if (flags.includes(onlyInCompound) || (classes & Role.Name) !== 0 || isParticle(key)) continue
    if ((classes & Role.Noun) !== 0) {
      for (const form of usualFirstForms(key)) add(form, Role.FirstByRule | Role.Noun)
    }
    // vitbok, privatläkare; but adjectives made with a suffix stand apart: en viktig bok.
    if ((classes & Role.Adjective) !== 0 && !/(?:ig|isk|ad|[ae]nde|are|ast)$/u.test(key)) {
      add(key, Role.FirstByRule | Role.Adjective)
    }
    // läsplatta, skrivbord: verbs whose stem is the imperative.
    if ((classes & Role.Verb) !== 0 && flags.includes('J') && key.endsWith('a')) {
      add(key.slice(0, -1), Role.FirstByRule | Role.Verb)
    }
  }
  return forms
}

/** Without the vowel links (gatu, hälso): the dictionary declares them, and by rule we would see ”sexo” in ”sexologi”. */
function usualFirstForms(noun: string): readonly string[] {
  return noun.endsWith('a') ? [noun.slice(0, -1), noun] : firstPartForms(noun)
}
