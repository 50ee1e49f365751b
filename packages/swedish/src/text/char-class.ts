/** Character classes for the tokeniser, as bits. */
export const CharClass = {
  Lower: 1,
  Upper: 2,
  /** A letter without case. */
  OtherLetter: 4,
  Digit: 8,
  Mark: 16,
  /** Not seen: soft hyphen, zero-width space and joiners, direction marks, byte order mark. */
  Invisible: 32,
  /** The same characters as `\s`. */
  Space: 64,
  Punctuation: 128,
  /** May continue a word, depending on its neighbours: `- ' : . @ _ +` and their typographic siblings. */
  Joiner: 256,
  LineBreak: 512,
} as const

// Signs that Unicode calls punctuation although a reader says them aloud, or that mark rather than punctuate.
const SIGNS = '%‰&@#*\\§¶_•†‡'

/**
 * The class of one character, asked of Unicode properties. Slow, so that what texts are full of is in tables
 * (char-tables.ts).
 */
export function computedClass(code: number): number {
  const { Lower, Upper, OtherLetter, Digit, Mark, Invisible, Space, Punctuation, Joiner, LineBreak } = CharClass
  const char = String.fromCodePoint(code)
  if (code === 0xfeff) return Invisible | Space
  if (/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/.test(char)) return Invisible
  if (/[\n\r\u2028\u2029]/.test(char)) return Space | LineBreak
  if (/\s/.test(char)) return Space
  if (code === 0x40 || code === 0x5f || code === 0x2b) return Joiner
  if (isHyphen(code) || isApostrophe(code) || code === 0x3a || code === 0x2e) return Punctuation | Joiner
  if (/\p{Ll}/u.test(char)) return Lower
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return Upper
  if (/\p{L}/u.test(char)) return OtherLetter
  if (/\p{N}/u.test(char)) return Digit
  if (/\p{M}/u.test(char)) return Mark
  return /\p{P}/u.test(char) && !SIGNS.includes(char) ? Punctuation : 0
}

/** `-`, hyphen and non-breaking hyphen. Not dashes. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011
}

export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x201b || code === 0x2bc || code === 0xb4
}
