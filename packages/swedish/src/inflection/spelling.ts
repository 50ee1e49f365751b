// Spelling facts that all word classes share.

import { isLetter } from '../text/chars.js'

const VOWELS = new Set('aeiouyåäöéèáàüAEIOUYÅÄÖÉÈÁÀÜ')

export const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.has(letter)

export const endsInVowel = (word: string): boolean => isVowel(word[word.length - 1])

/** Groups of vowels, which is near enough the number of syllables. */
export function syllables(word: string): number {
  let count = 0
  for (let i = 0; i < word.length; i++) if (isVowel(word[i]) && !isVowel(word[i - 1])) count++
  return count
}

/** Letters whose names end in a vowel (be, de, hå) take :n and :t; the others (ess, äll) take :en and :et. */
const CONSONANT_NAMES = new Set('flmnrsxFLMNRSX')
export const nameEndsInConsonant = (letter: string): boolean => CONSONANT_NAMES.has(letter)

/** Abbreviations in small letters that are read letter by letter. Those without a vowel need no list. */
const SPELLED_OUT = new Set(
  'id bank-id sms mms api url dna rna hiv adhd ocd ptsd kbt dbt ekg eeg mr ct it ikt ai cd dvd pdf tv vd pr fn eu usa uvi pep lvu lvm lss gdpr faq html xml css usb wifi vab bvc mvc bup ivo'.split(
    ' ',
  ),
)

/**
 * Whether a word is read letter by letter and takes its endings after a colon (API:er, sms:et,
 * bank-id:t). Looks at the last part of a hyphenated word.
 */
export function isInitialism(word: string): boolean {
  const part = word.slice(word.lastIndexOf('-') + 1)
  if (part === '') return false
  if (/^[A-ZÅÄÖ0-9&/]*[A-ZÅÄÖ]$/.test(part)) return true
  if (SPELLED_OUT.has(part)) return true
  return /^[bcdfghjklmnpqrstvwxz]{2,}$/.test(part)
}

/**
 * The genitive, as written first, then as accepted. No s after s, x or z; a colon after digits,
 * initialisms and other signs.
 */
export function genitives(form: string): readonly string[] {
  const last = form[form.length - 1] ?? ''
  if ('sxzSXZ'.includes(last) && last !== '') {
    const word = form.slice(form.lastIndexOf(' ') + 1)
    // An initialism does take the s: SMS:s.
    return isInitialism(word) ? [`${form}:s`] : [form, `${form}’`]
  }
  if (!isLetter(last, 0)) return last === '.' || last === '-' ? [`${form}s`] : [`${form}:s`]
  const word = form.slice(form.lastIndexOf(' ') + 1)
  return word.includes(':') || !isInitialism(word) ? [`${form}s`] : [`${form}:s`, `${form}s`]
}
