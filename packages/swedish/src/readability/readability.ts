import { CharClass, classAt, LETTER, widthAt } from '../text/chars.js'
import { type TokenisedText, TokenKind } from '../text/tokens.js'
import { lix, ovix } from './indices.js'

/** More letters than this make a word long, as LIX has it. */
const LONG_WORD = 6
/** At least this many letters make a word very long: mostly compounds that can be taken apart. */
const VERY_LONG_WORD = 14

/**
 * How a text reads.
 *
 * - A word is a `Word` or `Number` token, so `e-tjänst`, `EU:s`, `t.ex.` and `12 000` are one each. Addresses, signs,
 *   emoji and slots are no words.
 * - The length of a word is its letters: `IT-stöd` has six and is not long. (Sparv counts the hyphen too.)
 * - A sentence is one of `TokenisedText` with at least one word. Headings, list items and table cells should be
 *   segments of their own, or they run together into one long sentence and LIX soars.
 * - Measures that need to know the part of speech, such as the nominal quotient, are left out rather than guessed.
 */
export interface Readability {
  readonly words: number
  readonly sentences: number
  /** Words of more than six letters. */
  readonly longWords: number
  /** Words of 14 letters or more. */
  readonly veryLongWords: number
  /** Different words: by their keys, so whatever their case. */
  readonly types: number
  /** `undefined` for a text without words. */
  readonly lix: number | undefined
  /** `undefined` when no word comes back. */
  readonly ovix: number | undefined
  /** Words in each sentence, in the order of the text. */
  readonly sentenceLengths: readonly number[]
  /** `undefined` for a text without words. */
  readonly meanSentenceLength: number | undefined
}

export interface ReadabilityOptions {
  /** Count a colon before a capital as the end of a sentence, as Björnsson does for LIX. Off unless said. */
  readonly colonEndsSentence?: boolean
}

/** How one text reads. Linear in its tokens. */
export function readability(tokens: TokenisedText, options: ReadabilityOptions = {}): Readability {
  return segmentsReadability([tokens], options)
}

/** How a text in several segments reads. The end of a segment ends a sentence. */
export function segmentsReadability(
  segments: readonly TokenisedText[],
  { colonEndsSentence = false }: ReadabilityOptions = {},
): Readability {
  const types = new Set<string>()
  const sentenceLengths: number[] = []
  let words = 0
  let longWords = 0
  let veryLongWords = 0

  for (const tokens of segments) {
    for (let s = 0; s + 1 < tokens.sentences.length; s++) {
      let length = 0
      for (let i = tokens.sentences[s]!; i < tokens.sentences[s + 1]!; i++) {
        const kind = tokens.kinds[i]
        if (kind === TokenKind.Word || kind === TokenKind.Number) {
          const key = tokens.key(i)
          const letters = countLetters(key)
          if (letters > LONG_WORD) longWords++
          if (letters >= VERY_LONG_WORD) veryLongWords++
          types.add(key)
          length++
        } else if (colonEndsSentence && length > 0 && isColonBeforeCapital(tokens, i)) {
          sentenceLengths.push(length)
          words += length
          length = 0
        }
      }
      if (length === 0) continue
      sentenceLengths.push(length)
      words += length
    }
  }

  const sentences = sentenceLengths.length
  return {
    words,
    sentences,
    longWords,
    veryLongWords,
    types: types.size,
    lix: lix({ words, sentences, longWords }),
    ovix: ovix({ words, types: types.size }),
    sentenceLengths,
    meanSentenceLength: sentences === 0 ? undefined : words / sentences,
  }
}

function countLetters(key: string): number {
  let letters = 0
  for (let i = 0; i < key.length; i += widthAt(key, i)) {
    if (classAt(key, i) & LETTER) letters++
  }
  return letters
}

function isColonBeforeCapital({ text, count, starts }: TokenisedText, i: number): boolean {
  if (text[starts[i]!] !== ':' || i + 1 >= count) return false
  return (classAt(text, starts[i + 1]!) & CharClass.Upper) !== 0
}
