import { Role } from '@klarsprak/swedish/lexicon'
import { type Affixes, type Entry, expand } from './hunspell.js'
import { classesOf, classesOfForm } from './word-class.js'

/** As `wordKey` makes them; the dictionary has no characters that need more. */
export const keyOf = (form: string): string => form.normalize('NFC').toLowerCase()

/** Adds every form of an entry with its roles, except what only stands before another part. */
export function addForms(entry: Entry, affixes: Affixes, add: (form: string, bits: number) => void): void {
  const { special } = affixes
  const classes = classesOf(entry)
  const last = entry.flags.includes(special.last) ? Role.Last : 0
  const alone = entry.flags.includes(special.onlyInCompound) ? 0 : Role.Word
  if (alone === 0 && last === 0) return
  for (const { form, rule } of expand(entry, affixes)) {
    if (rule === undefined) add(keyOf(form), classes | alone | last | Role.Base)
    else if (!rule.flags.includes(special.onlyInCompound) && !form.endsWith('-')) {
      add(keyOf(form), classesOfForm(entry, classes, rule) | alone | last)
    }
  }
}

/**
 * Adds nouns that every verb can be made into as the last part of a compound, though few of them stand
 * alone: körkorts|havare, prov|smakare, journal|föring.
 */
export function addVerbalHeads(entry: Entry, add: (form: string, bits: number) => void): void {
  const key = keyOf(entry.stem)
  if ((classesOf(entry) & Role.Verb) === 0 || !/[^aeiouyåäö]a$/u.test(key)) return
  for (const ending of AGENT_ENDINGS) add(key + ending, Role.Noun | Role.Last)
  // Those of the second and fourth conjugation have -ing after r, else -ning.
  if (!/[JKL]/u.test(entry.flags)) return
  const stem = key.slice(0, -1) + (/r.$/u.test(key) ? '' : 'n')
  for (const ending of ACTION_ENDINGS) add(stem + ending, Role.Noun | Role.Last)
}

const ACTION_ENDINGS = ['ing', 'ings', 'ingen', 'ingens', 'ingar', 'ingars', 'ingarna', 'ingarnas']
const AGENT_ENDINGS = ['re', 'res', 'ren', 'rens', 'rna', 'rnas']
