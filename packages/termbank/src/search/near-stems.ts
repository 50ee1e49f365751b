import { editDistance } from './edit-distance.js'
import { isIdea } from './everyday-words.js'
import { buildKeyTrie, findKey, type KeyTrie, nearKeys, prefixRange } from './key-trie.js'
import { keysEndingIn, orderFromEnd } from './keys-from-end.js'

/** A stem of the bank's texts that a stem asked for may stand for. */
export interface NearStem {
  /** Its place in the list of stems. */
  readonly stem: number
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

/** Stems in order, from both ends. */
export interface StemTables {
  /** Stems that can be parts of words, sorted. */
  readonly trie: KeyTrie
  /** The same in order of their letters from the end. */
  readonly fromEnd: Uint32Array
  /** By the number of a key, its place in the list of stems. */
  readonly places: Uint32Array
  /** The others, of which there are few, one to a line; and their places. */
  readonly others: string
  readonly otherPlaces: Uint32Array
}

export function compileStems(stems: readonly string[]): StemTables {
  const all = [...stems.keys()]
  const places = Uint32Array.from(all.filter((place) => isPart(stems[place]!))).sort((a, b) =>
    stems[a]! < stems[b]! ? -1 : 1,
  )
  const otherPlaces = Uint32Array.from(all.filter((place) => !isPart(stems[place]!)))
  const keys = Array.from(places, (place) => stems[place]!)
  return {
    trie: buildKeyTrie(keys),
    fromEnd: orderFromEnd(keys),
    places,
    others: Array.from(otherPlaces, (place) => stems[place]!).join('\n'),
    otherPlaces,
  }
}

/**
 * Finds the stems near a stem: itself, the parts of a compound and the compounds of a part (”läkarbesök” and ”besök”),
 * and, when there is none of these, those with one letter wrong. The cost follows what is found, not the number of
 * stems; `nearStemsNaively` says the same the long way.
 */
export function createNearStems(tables: StemTables): (stem: string) => readonly NearStem[] {
  const { trie, fromEnd, places } = tables
  const others = new Map(tables.others.split('\n').map((stem, at) => [stem, tables.otherPlaces[at]]))
  return (stem) => {
    if (!isPart(stem)) {
      const place = others.get(stem)
      return place === undefined ? [] : [{ stem: place, likeness: 1 }]
    }
    const same = findKey(trie, stem)
    const parts = new Set<number>()
    for (let from = 1; stem.length - from >= SHORTEST_PART; from++) parts.add(findKey(trie, stem.slice(from)))
    for (let to = SHORTEST_BEGINNING; to < stem.length; to++) parts.add(findKey(trie, stem.slice(0, to)))
    let left = MOST_LONGER
    for (const key of keysEndingIn(trie, fromEnd, stem)) {
      if (left-- === 0) break
      parts.add(key)
    }
    if (stem.length >= SHORTEST_BEGINNING) {
      const [low, high] = prefixRange(trie, stem)
      for (let key = low; key < Math.min(high, low + MOST_LONGER); key++) parts.add(key)
    }
    parts.delete(same)
    parts.delete(NO_KEY)
    const near: NearStem[] = same === NO_KEY ? [] : [{ stem: places[same]!, likeness: 1 }]
    for (const key of parts) near.push({ stem: places[key]!, likeness: PART })
    if (near.length === 0 && stem.length >= SHORTEST_MISSPELT)
      for (const { key } of nearKeys(trie, stem, 1, MOST_LONGER)) near.push({ stem: places[key]!, likeness: MISSPELT })
    return near
  }
}

/** What `findKey` says when there is none. */
const NO_KEY = -1

/** Whether a stem can be a part of a word. Ideas are no words. */
const isPart = (stem: string): boolean => stem.length >= SHORTEST_PART && !isIdea(stem)

/** The same as `createNearStems`, by looking at every stem; for tests. */
export function nearStemsNaively(stem: string, stems: readonly string[]): readonly NearStem[] {
  const near: NearStem[] = []
  const add = (other: number, likeness: number) => near.push({ stem: other, likeness })
  const same = stems.indexOf(stem)
  if (same !== -1) add(same, 1)
  if (!isPart(stem)) return near
  const others = [...stems.entries()].filter(([, other]) => other !== stem && isPart(other))
  for (const [place, other] of others) {
    const [short, long] = other.length < stem.length ? [other, stem] : [stem, other]
    const begins = long.startsWith(short) && short.length >= SHORTEST_BEGINNING
    if (long.endsWith(short) || begins) add(place, PART)
  }
  if (near.length === 0 && stem.length >= SHORTEST_MISSPELT)
    for (const [place, other] of others) if (editDistance(stem, other) === 1) add(place, MISSPELT)
  return near
}
