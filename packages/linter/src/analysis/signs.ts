import { rememberedByWord, type TokenisedText, wordNumbersOf } from '@klarsprak/swedish'
import { ALL_WORD_SIGNS } from '@klarsprak/termbank'
import type { TermSearch } from './analyse.js'

/** The bits of the bank, `WordSign`, come first. */
const BANK_BITS = 32 - Math.clz32(ALL_WORD_SIGNS)
/** A number has 32 bits, and `rememberedByWord` needs one. */
const MOST_WANTERS = 31 - BANK_BITS

/** Each tells which of its signs a key is. */
const readers: ((key: string) => number)[] = []
let signsMade = 0

/** A bit that nobody has yet, for `readSigns`. */
export function newSign(): number {
  if (signsMade === MOST_WANTERS) throw new RangeError(`No more than ${MOST_WANTERS} may look for words.`)
  return 1 << (BANK_BITS + signsMade++)
}

/** Asks `signsOf` about each word. What it says of a key must never change. */
export function readSigns(signsOf: (key: string) => number): void {
  readers.push(signsOf)
}

/** A bit for the words whose key `wants` accepts. What it says of a key must never change. */
export function signFor(wants: (key: string) => boolean): number {
  const sign = newSign()
  readSigns((key) => (wants(key) ? sign : 0))
  return sign
}

/** How many signs there are; what is kept of a text is worth nothing when there are more. */
export const signCount = (): number => signsMade

/**
 * Tells what the words of a text are signs of. Most words are signs of nothing that anybody looks for, and a word costs a
 * look at its number.
 */
export interface SignReader {
  /** The bits of all words. */
  signsIn(words: TokenisedText): number
  /** The tokens that have one of the bits `signs`, in order. */
  tokensWith(words: TokenisedText, signs: number): readonly number[]
}

/** @param asked bits of `WordSign`, what somebody will ask for; the others are left out or not */
export function createSignReader(index: TermSearch, asked: number): SignReader {
  const signsOf = index.signsOf ?? (() => ALL_WORD_SIGNS)
  const createMemory = () =>
    rememberedByWord((key, number) => {
      let signs = signsOf(number, asked)
      for (const read of readers) signs |= read(key)
      return signs
    })
  let signsOfWord = createMemory()
  let count = signCount()
  const remembered = () => {
    if (count !== signCount()) {
      signsOfWord = createMemory()
      count = signCount()
    }
    return signsOfWord
  }
  return {
    signsIn(words) {
      const signsOfWord = remembered()
      const numbers = wordNumbersOf(words)
      let signs = 0
      for (let token = 0; token < numbers.length; token++) signs |= signsOfWord(numbers[token]!)
      return signs
    },
    tokensWith(words, signs) {
      const signsOfWord = remembered()
      const numbers = wordNumbersOf(words)
      const tokens: number[] = []
      for (let token = 0; token < numbers.length; token++) {
        if ((signsOfWord(numbers[token]!) & signs) !== 0) tokens.push(token)
      }
      return tokens
    },
  }
}
