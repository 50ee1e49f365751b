import { type TokenisedText, TokenKind } from './tokens.js'

/** Longer tokens have no number: no word of a list or a bank is so long. In UTF-16 code units of the key. */
export const LONGEST_NUMBERED = 128

/** So many different words are numbered; then the numbers start again. */
const MOST_WORDS = 1 << 17

// One table for the whole process, since all who look words up (the bank, its spellings, the lists of the rules) meet
// the same words: a word is read letter by letter once in a text, as it is cut, and what anybody finds out about it is
// then kept by its number. It grows to some megabytes and then starts again, which `wordEra` tells.
//
// Whether a word is known takes two looks outside the nearest cache: a slot has the hash and the place of a record, and
// a record has all that is asked about the word. Other tables of words are asked with the same hash; see `lookUpNumber`.

let era = 1
let count = 0
/** Open addressing: the hash and where the record begins, or 0. */
let slots = new Int32Array(1 << 14)
/** Records: number (two units), length, letters. */
let records = new Uint16Array(1 << 15)
const RECORD_HEAD = 3
let recordsEnd = 1
/** Where the record of a number begins. */
let recordOf = new Uint32Array(1 << 12)
/** By number: the hash as slots have it. Apart, since what is asked of each word of a text is to lie close together. */
let hashOf = new Int32Array(1 << 12)
/** By number, once somebody has asked. */
let words: (string | undefined)[] = []
/** Where the key of a word is spelt to be numbered. */
export const keyLetters = new Uint16Array(LONGEST_NUMBERED)

/** What is kept by word number is worth nothing when this has changed. It changes in `wordNumbersOf` only. */
export const wordEra = (): number => era

/** The era in which a text that is cut now can be numbered; 0 when there are so many words that the numbers are to start again. */
export const eraForNumbering = (): number => (count < MOST_WORDS ? era : 0)

/**
 * A number for each token of `text`: the same for the same key (`TokenisedText.key`) until the next `wordEra`; -1 for
 * slots and for what is too long. Numbers follow one another from 0. `tokenise` gives them as it cuts a text, so that
 * this costs nothing but for a text that was cut in another era.
 */
export function wordNumbersOf(text: TokenisedText): Int32Array {
  if (text.era !== era) {
    if (count >= MOST_WORDS) startAgain()
    for (let token = 0; token < text.count; token++) {
      text.numbers[token] = text.kinds[token] === TokenKind.Slot ? -1 : numberOfKey(text.key(token))
    }
    text.era = era
  }
  return text.numbers
}

/** The key of the word with this number. Kept, since everybody who remembers something by number asks once. */
export function wordOfNumber(number: number): string {
  const known = words[number]
  if (known !== undefined) return known
  const start = recordOf[number]! + RECORD_HEAD
  const word = String.fromCharCode(...records.subarray(start, start + records[start - 1]!))
  words[number] = word
  return word
}

function startAgain(): void {
  slots.fill(0)
  words = []
  count = 0
  recordsEnd = 1
  era++
}

// As a signed number, as all others of a hash are: V8 keeps those without making objects of them.
export const WORD_HASH_START = 0x811c9dc5 | 0
/** One step of FNV-1a, over UTF-16 code units. */
export const wordHashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
/** Spreads the last letters over all 32 bits, as open addressing needs. */
export const wordHashEnd = (hash: number): number => hashEndFrom(hash ^ (hash >>> 15))
/** The rest of `wordHashEnd`; our own slots are sparse enough without. */
function hashEndFrom(hash: number): number {
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

/**
 * What `lookUp` says of the word with this number, whose key is `units[from, to)`. Its `hash` (after `wordHashEnd`) was
 * made when the word was cut, so that a table of words has no letter to read before it has found one with that hash.
 *
 * @param number of this era, not -1
 * @param lookUp reads `units` at once: they are those of all words, and move
 */
export function lookUpNumber<Found>(
  number: number,
  lookUp: (units: Uint16Array, from: number, to: number, hash: number) => Found,
): Found {
  const from = recordOf[number]! + RECORD_HEAD
  return lookUp(records, from, from + records[from - 1]!, hashEndFrom(hashOf[number]!))
}

/** The number of the word whose key is `key`. */
export function numberOfKey(key: string): number {
  const { length } = key
  if (length > LONGEST_NUMBERED) return -1
  let hash = WORD_HASH_START
  for (let i = 0; i < length; i++) {
    const unit = key.charCodeAt(i)
    keyLetters[i] = unit
    hash = wordHashStep(hash, unit)
  }
  return numberOfLetters(length, hash)
}

/** The number of the word whose key is the first `length` of `keyLetters`, over which `hash` has gone. */
export function numberOfLetters(length: number, hash: number): number {
  if (length > LONGEST_NUMBERED) return -1
  hash ^= hash >>> 15
  const mask = slots.length - 2
  next: for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
    const record = slots[slot + 1]!
    if (record === 0) return add(slot, length, hash)
    if (slots[slot] !== hash || records[record + 2] !== length) continue
    const from = record + RECORD_HEAD
    for (let i = 0; i < length; i++) if (records[from + i] !== keyLetters[i]) continue next
    return records[record]! | (records[record + 1]! << 16)
  }
}

function add(slot: number, length: number, hash: number): number {
  if (count === recordOf.length) {
    grow()
    slot = freeSlot(hash)
  }
  const record = recordsEnd
  recordsEnd += RECORD_HEAD + length
  if (recordsEnd > records.length) records = longer(records, new Uint16Array(records.length * 2))
  records[record] = count & 0xffff
  records[record + 1] = count >>> 16
  records[record + 2] = length
  for (let i = 0; i < length; i++) records[record + RECORD_HEAD + i] = keyLetters[i]!
  slots[slot] = hash
  slots[slot + 1] = record
  recordOf[count] = record
  hashOf[count] = hash
  words[count] = undefined
  return count++
}

function freeSlot(hash: number): number {
  const mask = slots.length - 2
  let slot = (hash << 1) & mask
  while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
  return slot
}

/** Half of the slots are free at least. */
function grow(): void {
  recordOf = longer(recordOf, new Uint32Array(count * 2))
  hashOf = longer(hashOf, new Int32Array(count * 2))
  const before = slots
  slots = new Int32Array(before.length * 2)
  for (let at = 0; at < before.length; at += 2) {
    if (before[at + 1] === 0) continue
    const slot = freeSlot(before[at]!)
    slots[slot] = before[at]!
    slots[slot + 1] = before[at + 1]!
  }
}

/** Room for the words of a page. */
const FEWEST_ANSWERS = 1 << 9

function longer<T extends Uint16Array | Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/**
 * Remembers a whole number about each word. `work` is asked once for each word and era, by its key and its number; what it
 * gives must be in [0, 4294967294].
 */
export function rememberedByWord(work: (key: string, number: number) => number): (number: number) => number {
  // 0: not asked; else the answer plus one. Most who could ask about the words of a page never do.
  let answers = new Uint32Array(0)
  let answersEra = 0
  return (number) => {
    if (answersEra !== era) {
      answers.fill(0)
      answersEra = era
    }
    if (number < 0) return 0
    if (number >= answers.length) {
      answers = longer(answers, new Uint32Array(Math.max(number + 1, answers.length * 2, FEWEST_ANSWERS)))
    }
    const known = answers[number]!
    if (known !== 0) return known - 1
    const answer = work(wordOfNumber(number), number)
    answers[number] = answer + 1
    return answer
  }
}

/** As `rememberedByWord`, for anything but nothing: a list, a text. */
export function keptByWord<Fact extends object | string>(work: (key: string) => Fact): (number: number) => Fact {
  let facts: (Fact | undefined)[] = []
  let factsEra = 0
  return (number) => {
    if (factsEra !== era) {
      facts = []
      factsEra = era
    }
    return (facts[number] ??= work(wordOfNumber(number)))
  }
}
