import { editDistance } from './edit-distance.js'
import { buildKeyTrie, findKey, keyAt, nearKeys, prefixRange } from './key-trie.js'
import { keysEndingIn, orderFromEnd } from './keys-from-end.js'

/** A stem of the bank's texts that a stem asked for may stand for. */
export interface NearStem {
  readonly stem: string
  /** From 0 to 1. */
  readonly likeness: number
}

const PART = 0.6
const MISSPELT = 0.8
/** Shorter stems are parts of too many words. */
const SHORTEST_PART = 4
const SHORTEST_BEGINNING = 5
const SHORTEST_MISSPELT = 5
/** Longer words looked at for each beginning and ending. More share them only in a very large bank. */
const MOST_LONGER = 500

/**
 * Finds the stems near a stem: itself, the parts of a compound and the compounds of a part (”läkarbesök” and ”besök”),
 * and, when there is none of these, those with one letter wrong. The cost follows what is found, not the number of
 * stems; `nearStemsNaively` says the same the long way.
 */
export function createNearStems(stems: readonly string[]): (stem: string) => readonly NearStem[] {
  const all = new Set(stems)
  const keys = stems.filter(isPart).sort()
  const trie = buildKeyTrie(keys)
  const fromEnd = orderFromEnd(keys)
  return (stem) => {
    const near: NearStem[] = all.has(stem) ? [{ stem, likeness: 1 }] : []
    if (!isPart(stem)) return near
    const parts = new Set<string>()
    for (let from = 1; stem.length - from >= SHORTEST_PART; from++) parts.add(stem.slice(from))
    for (let to = SHORTEST_BEGINNING; to < stem.length; to++) parts.add(stem.slice(0, to))
    for (const part of parts) if (findKey(trie, part) === -1) parts.delete(part)
    let left = MOST_LONGER
    for (const key of keysEndingIn(trie, fromEnd, stem)) if (left-- > 0) parts.add(keyAt(trie, key))
    if (stem.length >= SHORTEST_BEGINNING) {
      const [low, high] = prefixRange(trie, stem)
      for (let key = low; key < Math.min(high, low + MOST_LONGER); key++) parts.add(keyAt(trie, key))
    }
    parts.delete(stem)
    for (const part of parts) near.push({ stem: part, likeness: PART })
    if (near.length === 0 && stem.length >= SHORTEST_MISSPELT)
      for (const { key } of nearKeys(trie, stem, 1, MOST_LONGER))
        near.push({ stem: keyAt(trie, key), likeness: MISSPELT })
    return near
  }
}

/** Whether a stem can be a part of a word. Ideas, which begin with a mark, are no words. */
const isPart = (stem: string): boolean => stem.length >= SHORTEST_PART && !stem.startsWith('=')

/** The same as `createNearStems`, by looking at every stem; for tests. */
export function nearStemsNaively(stem: string, stems: readonly string[]): readonly NearStem[] {
  const near: NearStem[] = stems.includes(stem) ? [{ stem, likeness: 1 }] : []
  if (!isPart(stem)) return near
  const others = stems.filter((other) => other !== stem && isPart(other))
  for (const other of others) {
    const [short, long] = other.length < stem.length ? [other, stem] : [stem, other]
    const begins = long.startsWith(short) && short.length >= SHORTEST_BEGINNING
    if (long.endsWith(short) || begins) near.push({ stem: other, likeness: PART })
  }
  if (near.length === 0 && stem.length >= SHORTEST_MISSPELT)
    for (const other of others) if (editDistance(stem, other) === 1) near.push({ stem: other, likeness: MISSPELT })
  return near
}
