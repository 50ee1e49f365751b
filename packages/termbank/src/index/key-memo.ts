import { wordEra, wordOfNumber } from '@klarsprak/swedish'
import { findKey, HASH_START, hashEnd, hashStep, type KeyTables, LONGEST_KEY } from './tables.js'

/**
 * Looks words up by their number, each once. The function gives the word's key in the bank, plus one; 0 when no form
 * has it.
 */
export function createKeyMemo(tables: KeyTables): (word: number) => number {
  const scratch = new Uint16Array(LONGEST_KEY)
  /** By word number: 0 before it has been looked up, then what has been found plus one. */
  let found = new Uint32Array(1 << 12)
  let era = 0

  function look(word: number): number {
    const key = wordOfNumber(word)
    let hash = HASH_START
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i)
      scratch[i] = unit
      hash = hashStep(hash, unit)
    }
    if (word >= found.length) {
      const more = new Uint32Array(Math.max(word + 1, found.length * 2))
      more.set(found)
      found = more
    }
    const answer = findKey(tables, scratch, 0, key.length, hashEnd(hash))
    found[word] = answer + 1
    return answer
  }

  return (word) => {
    if (era !== wordEra()) {
      found.fill(0)
      era = wordEra()
    }
    const known = word < found.length ? found[word]! : 0
    return known === 0 ? look(word) : known - 1
  }
}
