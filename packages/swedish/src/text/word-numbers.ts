import { FOLD } from './fold-table.js'
import { type TokenisedText, TokenKind } from './tokens.js'

/** Longer tokens have no number: no word of a list or a bank is so long. In UTF-16 code units of the key. */
export const LONGEST_NUMBERED = 128

/** So many different words are numbered; then the numbers start again. */
const MOST_WORDS = 1 << 17

/** The numbers of a text's tokens, and when they were given. */
export interface Numbering {
  readonly era: number
  readonly numbers: Int32Array
}

// One table for the whole process, since all who look words up (the bank, its spellings, the lists of the rules) meet
// the same words: a word is read letter by letter once in a text, and what anybody finds out about it is then kept by
// its number. It grows to some megabytes and then starts again, which `wordEra` tells.

let era = 1
let count = 0
let slots = new Int32Array(1 << 13)
let hashes = new Uint32Array(1 << 12)
let starts = new Uint32Array((1 << 12) + 1)
let units = new Uint16Array(1 << 15)
const scratch = new Uint16Array(LONGEST_NUMBERED)
const words = new Map<number, string>()

/** What is kept by word number is worth nothing when this has changed. It changes in `wordNumbersOf` only. */
export const wordEra = (): number => era

/**
 * A number for each token of `text`: the same for the same key (`TokenisedText.key`) until the next `wordEra`; -1 for
 * slots and for what is too long. Numbers follow one another from 0. Asked again for the same text it costs nothing.
 */
export function wordNumbersOf(text: TokenisedText): Int32Array {
  const known = text.numbering
  if (known?.era === era) return known.numbers
  if (count >= MOST_WORDS) startAgain()
  const numbers = new Int32Array(text.count)
  for (let token = 0; token < text.count; token++) numbers[token] = numberOf(text, token)
  text.numbering = { era, numbers }
  return numbers
}

/** The key of the word with this number. Kept, since everybody who remembers something by number asks once. */
export function wordOfNumber(number: number): string {
  const known = words.get(number)
  if (known !== undefined) return known
  const word = String.fromCharCode(...units.subarray(starts[number]!, starts[number + 1]!))
  words.set(number, word)
  return word
}

function startAgain(): void {
  slots.fill(0)
  words.clear()
  count = 0
  era++
}

function numberOf(tokens: TokenisedText, token: number): number {
  const kind = tokens.kinds[token]
  if (kind === TokenKind.Slot) return -1
  const { text } = tokens
  const start = tokens.starts[token]!
  let length = tokens.ends[token]! - start
  let hash = HASH_START
  let plain = length <= LONGEST_NUMBERED && kind === TokenKind.Word
  for (let i = 0; plain && i < length; i++) {
    const code = text.charCodeAt(start + i)
    const unit = code < 256 ? FOLD[code]! : 0
    if (unit === 0) plain = false
    scratch[i] = unit
    hash = Math.imul(hash ^ unit, FNV_PRIME)
  }
  if (!plain) {
    const key = tokens.key(token)
    length = key.length
    if (length > LONGEST_NUMBERED) return -1
    hash = HASH_START
    for (let i = 0; i < length; i++) {
      const unit = key.charCodeAt(i)
      scratch[i] = unit
      hash = Math.imul(hash ^ unit, FNV_PRIME)
    }
  }
  hash ^= hash >>> 15
  return find(hash >>> 0, length)
}

// FNV-1a over UTF-16 code units.
const HASH_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

function find(hash: number, length: number): number {
  const mask = slots.length - 1
  next: for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const found = slots[slot]!
    if (found === 0) return add(slot, hash, length)
    const word = found - 1
    const start = starts[word]!
    if (hashes[word] !== hash || starts[word + 1]! - start !== length) continue
    for (let i = 0; i < length; i++) if (units[start + i] !== scratch[i]) continue next
    return word
  }
}

function add(slot: number, hash: number, length: number): number {
  if (count === hashes.length) {
    grow()
    slot = hash & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
  }
  const start = starts[count]!
  if (start + length > units.length) units = longer(units, new Uint16Array(units.length * 2))
  for (let i = 0; i < length; i++) units[start + i] = scratch[i]!
  hashes[count] = hash
  slots[slot] = count + 1
  starts[count + 1] = start + length
  return count++
}

function grow(): void {
  hashes = longer(hashes, new Uint32Array(count * 2))
  starts = longer(starts, new Uint32Array(count * 2 + 1))
  slots = new Int32Array(slots.length * 2)
  const mask = slots.length - 1
  for (let word = 0; word < count; word++) {
    let slot = hashes[word]! & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = word + 1
  }
}

function longer<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/**
 * Remembers a whole number about each word. `work` is asked once for each word and era; what it gives must be in
 * [0, 4294967294].
 */
export function rememberedByWord(work: (key: string) => number): (number: number) => number {
  // 0: not asked; else the answer plus one.
  let answers = new Uint32Array(1 << 12)
  let answersEra = 0
  return (number) => {
    if (answersEra !== era) {
      answers.fill(0)
      answersEra = era
    }
    if (number < 0) return 0
    if (number >= answers.length) {
      answers = longer(answers, new Uint32Array(Math.max(number + 1, answers.length * 2)))
    }
    const known = answers[number]!
    if (known !== 0) return known - 1
    const answer = work(wordOfNumber(number))
    answers[number] = answer + 1
    return answer
  }
}
