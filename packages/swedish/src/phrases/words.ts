import { findInWord, isLetter, widthInWord } from '../text/chars.js'
import { type TokenisedText, TokenKind } from '../text/tokens.js'

/** The words of one sentence and its neighbours, seen from a match. Positions are tokens of the text. */
export interface Words {
  readonly text: TokenisedText
  /** Tokens `[start, end)` of the sentence that holds the match. */
  readonly start: number
  readonly end: number
  /** The key of a word, or `''` when token `i` is no word or is outside the sentence. */
  word(i: number): string
  /** The token as written. */
  raw(i: number): string
  isWord(i: number): boolean
  isNumber(i: number): boolean
  isSlot(i: number): boolean
  /** Whether token `i` is the mark `mark`, inside the sentence. */
  is(i: number, mark: string): boolean
  /** Only marks, such as bullets and quotes, stand between the start of the sentence (or a colon) and token `i`. */
  opensSentence(i: number): boolean
}

export function wordsAround(text: TokenisedText, token: number): Words {
  const sentence = sentenceOf(text, token)
  return new SentenceWords(text, text.sentences[sentence]!, text.sentences[sentence + 1] ?? text.count)
}

class SentenceWords implements Words {
  readonly text: TokenisedText
  readonly start: number
  readonly end: number

  constructor(text: TokenisedText, start: number, end: number) {
    this.text = text
    this.start = start
    this.end = end
  }

  word(i: number): string {
    return this.isWord(i) ? this.text.key(i) : ''
  }

  raw(i: number): string {
    const { text, count, starts, ends } = this.text
    return i >= 0 && i < count ? text.slice(starts[i], ends[i]) : ''
  }

  isWord(i: number): boolean {
    return this.kindAt(i) === TokenKind.Word
  }

  isNumber(i: number): boolean {
    return this.kindAt(i) === TokenKind.Number
  }

  isSlot(i: number): boolean {
    return this.kindAt(i) === TokenKind.Slot
  }

  is(i: number, mark: string): boolean {
    return i >= this.start && i < this.end && this.raw(i) === mark
  }

  opensSentence(i: number): boolean {
    const { kinds } = this.text
    for (let at = i - 1; at >= this.start; at--) {
      const kind = kinds[at]
      if (kind === TokenKind.Punctuation && this.raw(at) === ':') return true
      if (kind !== TokenKind.Punctuation && kind !== TokenKind.Symbol && !this.isListNumber(at)) return false
    }
    return true
  }

  private kindAt(i: number): number | undefined {
    return i >= this.start && i < this.end ? this.text.kinds[i] : undefined
  }

  private isListNumber(at: number): boolean {
    const { kinds } = this.text
    return at === this.start && kinds[at] === TokenKind.Number && kinds[at + 1] === TokenKind.Punctuation
  }
}

/** The sentence that holds `token`, found by halving. */
function sentenceOf(text: TokenisedText, token: number): number {
  let low = 0
  let high = text.sentences.length - 1
  while (low < high - 1) {
    const middle = (low + high) >> 1
    if (text.sentences[middle]! <= token) low = middle
    else high = middle
  }
  return low
}

function letters(text: string): string {
  let only = ''
  for (let at = 0; at < text.length; at += widthInWord(text, at)) {
    if (isLetter(text, at)) only += text.slice(at, at + widthInWord(text, at))
  }
  return only
}

/** Two letters or more, and all of them capitals. */
export const isAllCaps = (text: string): boolean => {
  const only = letters(text)
  return only.length > 1 && only === only.toUpperCase() && only !== only.toLowerCase()
}

/** The first letter is a capital: that of a word, or the one-letter first part of ”E-tjänst”. */
export function startsWithCapital(text: string): boolean {
  const at = findInWord(text, isLetter)
  const first = at < 0 ? '' : text.slice(at, at + widthInWord(text, at))
  return first !== first.toLowerCase()
}

/** The first letter as a capital, nothing else changed: e-tjänst → E-tjänst. */
export const capitalised = (text: string): string =>
  text.replace(/^[^\p{L}\p{N}]*\p{L}/u, (start) => start.toUpperCase())
export const uncapitalised = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toLowerCase())

/** `text` in the case that `model` is written in: all capitals, an initial capital, or as it is. */
export function inCaseOf(model: string, text: string): string {
  if (isAllCaps(model)) return text.toUpperCase()
  return startsWithCapital(model) ? capitalised(text) : text
}
