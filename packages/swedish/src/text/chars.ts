import { CharClass, computedClass, isApostrophe, isHyphen } from './char-class.js'
import { CLASSES, GENERAL_CLASSES, GENERAL_END, GENERAL_START, TABLE_END } from './char-tables.js'

export { CharClass, isApostrophe, isHyphen } from './char-class.js'
export { CLASSES, TABLE_END } from './char-tables.js'

export const LETTER = CharClass.Lower | CharClass.Upper | CharClass.OtherLetter
export const ALPHANUMERIC = LETTER | CharClass.Digit
/** What a word is made of, beside what joins its parts. */
export const WORD_CHAR = ALPHANUMERIC | CharClass.Mark

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

/**
 * As `classAt`, for words on their own. It shares no code with it, since V8 compiles a function for the kinds of strings
 * that it has met: a text that is cut is of one kind, and words are of many.
 */
function classInWord(word: string, offset: number): number {
  const code = offset < word.length ? word.charCodeAt(offset) : 0
  if (code < TABLE_END) return CLASSES[code]!
  return computedClass(word.codePointAt(offset)!)
}

export const isLetter = (word: string, offset: number): boolean => (classInWord(word, offset) & LETTER) !== 0
export const isUpper = (word: string, offset: number): boolean => (classInWord(word, offset) & CharClass.Upper) !== 0
export const isLower = (word: string, offset: number): boolean => (classInWord(word, offset) & CharClass.Lower) !== 0
/** Code units of the character at `offset`. */
export const widthInWord = (word: string, offset: number): 1 | 2 => (word.codePointAt(offset)! > 0xffff ? 2 : 1)

/** Where the first character of a word stands that is as `is` says, such as `isUpper`; -1 where none is. */
export function findInWord(word: string, is: (word: string, offset: number) => boolean): number {
  for (let at = 0; at < word.length; at += widthInWord(word, at)) if (is(word, at)) return at
  return -1
}

/** Code units of the character at `offset`: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, offset: number): 1 | 2 {
  const code = unitAt(text, offset)
  if (code < 0xd800 || code > 0xdbff) return 1
  const next = unitAt(text, offset + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
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
