import { type Lexicon, Role } from './lexicon.js'

/**
 * The forms a noun may take before another part of a compound, most usual first. Swedish often
 * has several (tidplan, tidsplan), and no rule knows which one a given word takes; so this list
 * is for recognition. For writing, use what the author of the term declared.
 *
 * Source: counts of links by the ending of the first part in 25,053 compounds of SALDO, and
 * Svenska Akademiens grammatik. Rare links (-e after a consonant as in tjänste-, -u as in gatu-,
 * a dropped -e as in tim-) are given only when `lexicon` has that very form as a first part.
 */
export function firstPartForms(noun: string, lexicon?: Lexicon): readonly string[] {
  const declared = (form: string): boolean => lexicon !== undefined && (lexicon.roles(form) & Role.First) !== 0
  return [...new Set([...usualForms(noun), ...rareForms(noun).filter(declared)])]
}

/** Endings that nearly always take -s (84–100 %). */
const TAKES_S = /(?:ing|tion|sion|het|itet|skap|dom|nad)$/u
/** No -s is added after s, x, z or an sje-sound. */
const SIBILANT = /(?:[sxz]|sch|sj)$/u

function usualForms(noun: string): string[] {
  const stem = noun.slice(0, -1)
  if (noun.length < 2) return [noun]
  if (/are$/u.test(noun)) return [stem]
  if (/else$/u.test(noun)) return [noun]
  if (/[ae]nde$/u.test(noun)) return [noun, `${noun}s`]
  if (/e$/u.test(noun)) return [noun, `${noun}s`, `${stem}s`]
  if (/a$/u.test(noun)) return [stem, `${stem}e`, noun, `${stem}o`]
  if (/[iouyåäöé]$/u.test(noun) || SIBILANT.test(noun)) return [noun]
  return TAKES_S.test(noun) ? [`${noun}s`, noun] : [noun, `${noun}s`]
}

function rareForms(noun: string): string[] {
  const stem = noun.slice(0, -1)
  if (/a$/u.test(noun)) return [`${stem}u`, `${stem}s`, `${stem}es`]
  if (/e$/u.test(noun)) return [stem, `${stem}o`, `${stem}es`]
  if (/um$/u.test(noun)) return [`${noun.slice(0, -2)}e`, `${noun.slice(0, -2)}i`]
  return [`${noun}e`, `${noun}es`, `${noun}a`]
}
