import type { Term } from '../model/concept.js'

/**
 * Whether a text must write the term with the same capitals: names and abbreviations that have a
 * capital, and every label with a capital within a word (”eTjänst”, ”REST”).
 */
export function isCased({ label, pos }: Pick<Term, 'label' | 'pos'>): boolean {
  if (label === label.toLowerCase()) return false
  return pos === 'name' || pos === 'abbreviation' || /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*\p{Lu}/u.test(label)
}

/** A spelling with its capitals but without what a reader cannot see: invisible characters, sort of hyphen, white space. */
export const bareSpelling = (text: string): string =>
  text
    .replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu, '')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\u00b4\u2018\u2019\u201b\u02bc]/gu, "'")
    .normalize('NFC')

/** `actual` has the capitals of `form`; a form that begins in lower case may begin a sentence. */
export function hasCapitalsOf(actual: string, form: string): boolean {
  const seen = bareSpelling(actual)
  const wanted = bareSpelling(form)
  if (seen === wanted) return true
  const first = wanted.charAt(0)
  return first !== first.toUpperCase() && seen === first.toUpperCase() + wanted.slice(1)
}

export const isAllCaps = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()

/** A word in capitals with so few letters is read as an abbreviation (REST), not as a word that is stressed. */
const LONGEST_INITIALISM = 4

export const looksLikeInitialism = (text: string): boolean =>
  text.length <= LONGEST_INITIALISM * 2 &&
  isAllCaps(text) &&
  letterCount(text) > 1 &&
  letterCount(text) <= LONGEST_INITIALISM

const letterCount = (text: string): number => bareSpelling(text).replace(/[^\p{L}]/gu, '').length
