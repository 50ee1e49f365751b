import { Role } from '@klarsprak/swedish/lexicon'
import type { AffixRule, Entry } from './hunspell.js'

/** What one affix flag says of an entry that has it: the class of the stem, and of the forms it makes. */
interface ClassOfFlag {
  readonly stem: number
  readonly forms: number
}

const noun: ClassOfFlag = { stem: Role.Noun, forms: Role.Noun }
const adjective: ClassOfFlag = { stem: Role.Adjective, forms: Role.Adjective }
const verb: ClassOfFlag = { stem: Role.Verb, forms: Role.Verb }
const nothing: ClassOfFlag = { stem: 0, forms: 0 }

/**
 * The word class that an inflection flag of dictionary-sv shows. The letters carry several tables
 * at once, told apart by the end of the stem: D is the definite form of ”katt” but the participle
 * of ”söka”. Source: the tables of its .aff file and the comments in them.
 */
function classOfFlag(flag: string, stem: string): ClassOfFlag {
  const a = stem.endsWith('a')
  const vowel = /[eiouyåäö]$/u.test(stem)
  switch (flag) {
    case 'C':
    case 'E':
    case 'G':
    case 'H':
    case 'I':
    case 'd':
    case 'e':
      return noun
    case 'B':
    case 'F':
      return a ? { stem: Role.Verb, forms: Role.Noun | Role.Adjective } : noun
    case 'D':
      return a ? { stem: Role.Verb, forms: Role.Adjective } : noun
    case 'J':
      return a ? verb : noun
    case 'K':
      return a || vowel ? verb : adjective
    case 'L':
      return a ? verb : vowel ? { stem: Role.Verb, forms: Role.Adjective } : adjective
    case 'M':
      return a || vowel ? verb : adjective
    case 'm':
      return verb
    case 'N':
      return a || vowel || stem.endsWith('s') ? verb : adjective
    case 'O':
      return a ? { stem: Role.Verb, forms: Role.Adjective } : adjective
    case 'P':
      return a ? { stem: Role.Verb, forms: Role.Verb | Role.Adjective } : adjective
    case 'Q':
      return a ? { stem: Role.Verb, forms: Role.Adjective } : adjective
    case 'R':
      return a ? verb : nothing
    case 'T':
      return a ? { stem: Role.Verb, forms: Role.Noun } : { stem: Role.Noun, forms: Role.Noun | Role.Adjective }
    default:
      return nothing
  }
}

/** The word classes of an entry's stem, as `Role` bits. Names begin with a capital, or have no small letter. */
export function classesOf({ stem, flags }: Entry): number {
  if (stem !== stem.toLowerCase()) return Role.Name
  // Ordinal numbers; 7 makes compounds of them, and J a reading that is no verb.
  if (flags.includes('7')) return Role.Adjective
  let classes = 0
  for (const flag of flags) classes |= classOfFlag(flag, stem).stem
  if (classes !== 0) return classes
  if (/[ae]nde$/u.test(stem)) return Role.Adjective | Role.Noun
  if (flags.includes('A')) return Role.Noun
  // The lexicon lets it end compounds but shows no inflection.
  return flags.includes('Y') ? Role.Noun | Role.Adjective : Role.Other
}

/** The word classes of a form that `rule` made of an entry with `classes`. */
export function classesOfForm({ stem }: Entry, classes: number, rule: AffixRule): number {
  if ((classes & Role.Name) !== 0) return Role.Name
  // -s is the genitive of nouns and the passive of verbs.
  if (rule.flag === 'A') return classes & (Role.Noun | Role.Verb | Role.Adjective)
  const made = classOfFlag(rule.flag, stem)
  // köpt and tonat are supines and participles.
  const participle = (made.forms & Role.Verb) !== 0 && /[^s]t$/u.test(rule.add) ? Role.Adjective : 0
  return made.forms === 0 ? classes : made.forms | participle
}

/** Whether a word with the flags `compound` may be a compound with a last part of the flags `head`: all its forms are. */
export function inflectsAs(compound: string, head: string): boolean {
  return [...compound].every((flag) => !INFLECTION.includes(flag) || head.includes(flag))
}

/** Whether nothing speaks against it: the two have neither different genders nor different plurals. Many are listed unevenly. */
export function couldInflectAs(compound: string, head: string): boolean {
  if (inflectsAs(compound, head)) return true
  const genders = [genderOf(compound), genderOf(head)]
  if (!genders.includes('') && genders[0] !== genders[1]) return false
  const plurals = [pluralsOf(compound), pluralsOf(head)] as const
  return plurals[0] === '' || plurals[1] === '' || [...plurals[0]].some((flag) => plurals[1].includes(flag))
}

const INFLECTION = 'BCDEFGHIJKLMNOPQRT'
const genderOf = (flags: string): string => (/[BC]/u.test(flags) ? 'neuter' : /[DE]/u.test(flags) ? 'common' : '')
const pluralsOf = (flags: string): string => flags.replace(/[^GHIJ]/gu, '')
