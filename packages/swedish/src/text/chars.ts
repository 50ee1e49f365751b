/**
 * Character classes for the tokeniser, as bits. Latin and the combining marks are in a table; what lies beyond is
 * asked of Unicode properties one character at a time, which is slower but still linear.
 */
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

export const LETTER = CharClass.Lower | CharClass.Upper | CharClass.OtherLetter
export const ALPHANUMERIC = LETTER | CharClass.Digit
/** What a word is made of, beside what joins its parts. */
export const WORD_CHAR = ALPHANUMERIC | CharClass.Mark

/** First code unit that is not in the table: Greek. Below it are Latin, IPA, spacing modifiers and combining marks. */
export const TABLE_END = 0x370

// Signs that Unicode calls punctuation although a reader says them aloud, or that mark rather than punctuate.
const SIGNS = '%‰&@#*\\§¶_•†‡'

/** The class of every code unit below `TABLE_END`. Read only. */
export const CLASSES: Uint16Array = classTable(0, TABLE_END)

/** General Punctuation, where quotation marks, dashes and thin spaces are. */
const GENERAL_START = 0x2000
const GENERAL_END = 0x2070
const GENERAL_CLASSES: Uint16Array = classTable(GENERAL_START, GENERAL_END)

function classTable(start: number, end: number): Uint16Array {
  const table = new Uint16Array(end - start)
  for (let code = start; code < end; code++) table[code - start] = computedClass(code)
  return table
}

/** The code unit at `offset`, or 0 past the end: asking a string for what it does not have makes V8 give up its fast code. */
export function unitAt(text: string, offset: number): number {
  return offset < text.length ? text.charCodeAt(offset) : 0
}

/**
 * The class of the character at `offset`, where a high surrogate stands for its pair. `0` for symbols, lone
 * surrogates and past the end.
 */
export function classAt(text: string, offset: number): number {
  const code = unitAt(text, offset)
  if (code < TABLE_END) return CLASSES[code]!
  if (code >= GENERAL_START && code < GENERAL_END) return GENERAL_CLASSES[code - GENERAL_START]!
  if (code >= 0xd800 && code <= 0xdfff) return computedClass(text.codePointAt(offset)!)
  return computedClass(code)
}

/** Code units of the character at `offset`: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, offset: number): 1 | 2 {
  const code = unitAt(text, offset)
  if (code < 0xd800 || code > 0xdbff) return 1
  const next = unitAt(text, offset + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}

/** `-`, hyphen and non-breaking hyphen. Not dashes. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011
}

export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x201b || code === 0x2bc || code === 0xb4
}

/** Ends what it stands after: closing brackets and every quotation mark (Swedish opens and closes with the same ”). */
export function isCloser(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d || isQuote(code)
}

/** May stand before the first word of a sentence: brackets, quotation marks, dashes, inverted marks. */
export function isOpener(code: number): boolean {
  return (
    code === 0x28 || code === 0x5b || code === 0x7b || isQuote(code) || isDash(code) || code === 0xbf || code === 0xa1
  )
}

function isQuote(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x201a && code <= 0x201f) ||
    code === 0x2039 ||
    code === 0x203a ||
    isApostrophe(code)
  )
}

function isDash(code: number): boolean {
  return isHyphen(code) || (code >= 0x2012 && code <= 0x2015)
}

function computedClass(code: number): number {
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
