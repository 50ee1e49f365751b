import { type TokenisedText, TokenKind, wordKey } from '@klarsprak/swedish'
import { findKey, HASH_START, hashEnd, hashStep, type KeyTables, LONGEST_KEY } from './tables.js'

/** The lower-case letter that a Latin-1 character has in a key, or 0 when `wordKey` must be asked about the whole word. */
const FOLD = Uint16Array.from({ length: 256 }, (_, code) => {
  const key = wordKey(String.fromCharCode(code))
  return key.length === 1 ? key.charCodeAt(0) : 0
})

/** At most so many different words are remembered; then it starts afresh. */
const MOST_WORDS = 1 << 17

/**
 * Remembers the words of the texts searched, so that what is worked out for a word (its key in the
 * bank, terms inside it) is worked out once. A word that has been seen costs one look and no memory.
 */
export interface WordMemo {
  /** The number of the token's word, or -1 for what can never be part of a term. Numbers hold until `trim`. */
  numberOf(text: TokenisedText, token: number): number
  /** The word's key in the bank, plus one; 0 when no form has it. */
  keyOf(word: number): number
  textOf(word: number): string
  /** Forgets everything when there is too much of it. Between texts only: numbers start again from 0. */
  trim(): boolean
}

export function createWordMemo(tables: KeyTables): WordMemo {
  const scratch = new Uint16Array(LONGEST_KEY)
  let slots = new Int32Array(1 << 12)
  let hashes = new Uint32Array(1 << 11)
  let starts = new Uint32Array((1 << 11) + 1)
  let keys = new Uint32Array(1 << 11)
  let units = new Uint16Array(1 << 14)
  let count = 0

  function grow(): void {
    hashes = longer(hashes, new Uint32Array(count * 2))
    starts = longer(starts, new Uint32Array(count * 2 + 1))
    keys = longer(keys, new Uint32Array(count * 2))
    slots = new Int32Array(slots.length * 2)
    const mask = slots.length - 1
    for (let word = 0; word < count; word++) {
      let slot = hashes[word]! & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = word + 1
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
    keys[count] = findKey(tables, scratch, 0, length, hash)
    slots[slot] = count + 1
    starts[count + 1] = start + length
    return count++
  }

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

  return {
    numberOf(tokens, token) {
      const kind = tokens.kinds[token]
      if (kind === TokenKind.Slot) return -1
      const { text } = tokens
      const start = tokens.starts[token]!
      let length = tokens.ends[token]! - start
      let hash = HASH_START
      let plain = length <= LONGEST_KEY && kind === TokenKind.Word
      for (let i = 0; plain && i < length; i++) {
        const code = text.charCodeAt(start + i)
        const unit = code < 256 ? FOLD[code]! : 0
        if (unit === 0) plain = false
        scratch[i] = unit
        hash = hashStep(hash, unit)
      }
      if (!plain) {
        const key = tokens.key(token)
        length = key.length
        if (length > LONGEST_KEY) return -1
        hash = HASH_START
        for (let i = 0; i < length; i++) {
          scratch[i] = key.charCodeAt(i)
          hash = hashStep(hash, scratch[i]!)
        }
      }
      return find(hashEnd(hash), length)
    },
    keyOf: (word) => keys[word]!,
    textOf: (word) => String.fromCharCode(...units.subarray(starts[word]!, starts[word + 1]!)),
    trim() {
      if (count < MOST_WORDS) return false
      slots.fill(0)
      count = 0
      return true
    },
  }
}

function longer<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
