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
  const start = text.sentences[sentence]!
  const end = text.sentences[sentence + 1] ?? text.count
  const inside = (i: number): boolean => i >= start && i < end
  const raw = (i: number): string => (i >= 0 && i < text.count ? text.text.slice(text.starts[i], text.ends[i]) : '')
  const kindIs = (i: number, kind: TokenKind): boolean => inside(i) && text.kinds[i] === kind
  return {
    text,
    start,
    end,
    raw,
    word: (i) => (kindIs(i, TokenKind.Word) ? text.key(i) : ''),
    isWord: (i) => kindIs(i, TokenKind.Word),
    isNumber: (i) => kindIs(i, TokenKind.Number),
    isSlot: (i) => kindIs(i, TokenKind.Slot),
    is: (i, mark) => inside(i) && raw(i) === mark,
    opensSentence(i) {
      for (let at = i - 1; at >= start; at--) {
        const kind = text.kinds[at]
        if (kind === TokenKind.Punctuation && raw(at) === ':') return true
        if (kind !== TokenKind.Punctuation && kind !== TokenKind.Symbol && !isListNumber(at)) return false
      }
      return true
      function isListNumber(at: number): boolean {
        return at === start && text.kinds[at] === TokenKind.Number && text.kinds[at + 1] === TokenKind.Punctuation
      }
    },
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

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '')

/** Two letters or more, and all of them capitals. */
export const isAllCaps = (text: string): boolean => {
  const only = letters(text)
  return only.length > 1 && only === only.toUpperCase() && only !== only.toLowerCase()
}

/** The first letter is a capital: that of a word, or the one-letter first part of ”E-tjänst”. */
export function startsWithCapital(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return first !== '' && first !== first.toLowerCase()
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
