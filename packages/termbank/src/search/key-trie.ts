/**
 * Sorted keys as a trie with compressed paths, in typed arrays: built once, saved, and loaded without
 * work. See DESIGN.md.
 *
 * ```
 *  keys: remiss remissen recept       root ─ re ┬ cept●
 *                                              └ miss● ─ en●
 * ```
 *
 * A node's subtree is a range of the sorted list, as every key with a prefix is: from its `low` to that of its next
 * sibling, or to where its parent's ends. Its edge is read in its first key, from where the parent's ends.
 */
export interface KeyTrie {
  /** All keys, one after the other. */
  readonly pool: string
  /** `offsets[k]`, `offsets[k + 1]`: where key `k` stands in `pool`. */
  readonly offsets: Uint32Array
  /** Node `n`'s children are nodes `[firstChild[n], firstChild[n + 1])`. */
  readonly firstChild: Uint32Array
  readonly edgeLength: Uint16Array
  readonly low: Uint32Array
  /** The lengths of the shortest and the longest key in the node's subtree. */
  readonly shortest: Uint16Array
  readonly longest: Uint16Array
}

/** @param keys sorted by UTF-16 code unit, without repeats, none longer than 65,535. */
export function buildKeyTrie(keys: readonly string[]): KeyTrie {
  const offsets = new Uint32Array(keys.length + 1)
  for (let key = 0; key < keys.length; key++) offsets[key + 1] = offsets[key]! + keys[key]!.length
  const most = 2 * keys.length + 1
  const firstChild = new Uint32Array(most + 1)
  const edgeLength = new Uint16Array(most)
  const low = new Uint32Array(most)
  const high = new Uint32Array(most)
  /** Letters from the root down to the end of the node's edge. */
  const depth = new Uint16Array(most)
  high[0] = keys.length
  let count = 1
  // Breadth first, so that siblings lie side by side.
  for (let node = 0; node < count; node++) {
    const at = depth[node]!
    let from = low[node]!
    const to = high[node]!
    firstChild[node] = count
    if (from < to && keys[from]!.length === at) from++
    while (from < to) {
      const letter = keys[from]!.charCodeAt(at)
      let end = from + 1
      while (end < to && keys[end]!.charCodeAt(at) === letter) end++
      const first = keys[from]!
      const last = keys[end - 1]!
      let shared = at + 1
      while (shared < first.length && shared < last.length && first.charCodeAt(shared) === last.charCodeAt(shared))
        shared++
      edgeLength[count] = shared - at
      depth[count] = shared
      low[count] = from
      high[count] = end
      count++
      from = end
    }
  }
  firstChild[count] = count
  const shortest = new Uint16Array(count).fill(65_535)
  const longest = new Uint16Array(count)
  // From the leaves: a node's children come after it.
  for (let node = count - 1; node >= 0; node--) {
    const first = keys[low[node]!]?.length
    if (first !== undefined && first === depth[node]) shortest[node] = longest[node] = first
    for (let child = firstChild[node]!; child < firstChild[node + 1]!; child++) {
      shortest[node] = Math.min(shortest[node]!, shortest[child]!)
      longest[node] = Math.max(longest[node]!, longest[child]!)
    }
  }
  return {
    pool: keys.join(''),
    offsets,
    firstChild: firstChild.slice(0, count + 1),
    edgeLength: edgeLength.slice(0, count),
    low: low.slice(0, count),
    shortest,
    longest,
  }
}

export const keyAt = ({ pool, offsets }: KeyTrie, key: number): string => pool.slice(offsets[key]!, offsets[key + 1]!)

/** The keys that begin with `prefix`, as a range of the sorted list. */
export function prefixRange(trie: KeyTrie, prefix: string): readonly [low: number, high: number] {
  const { pool, offsets, firstChild, edgeLength, low } = trie
  let node = 0
  let high = offsets.length - 1
  let at = 0
  while (at < prefix.length) {
    let next = firstChild[node]!
    const end = firstChild[node + 1]!
    while (next < end && pool.charCodeAt(offsets[low[next]!]! + at) !== prefix.charCodeAt(at)) next++
    if (next === end) return [0, 0]
    const start = offsets[low[next]!]!
    const to = Math.min(prefix.length, at + edgeLength[next]!)
    for (; at < to; at++) if (pool.charCodeAt(start + at) !== prefix.charCodeAt(at)) return [0, 0]
    if (next + 1 < end) high = low[next + 1]!
    node = next
  }
  return [low[node]!, high]
}

/** The position of `key` in the sorted list, or -1. */
export function findKey(trie: KeyTrie, key: string): number {
  const [low, high] = prefixRange(trie, key)
  return low < high && trie.offsets[low + 1]! - trie.offsets[low]! === key.length ? low : -1
}

export interface NearKey {
  readonly key: number
  /** Letters that differ (optimal string alignment). */
  readonly distance: number
}

/**
 * Every key at most `most` letters from `query`, up to `limit` of them.
 *
 * Walks the trie and turns back where all keys are too short or too long, or nothing can be near enough. What is known on the way down is a set for each number of
 * faults `e`: how many letters of the query may have been read with at most `e` of them, as bits, so that a letter
 * of the path costs a few operations on whole numbers (Wu and Manber 1992, with swaps as in optimal string alignment).
 *
 * ```
 *   query remis, path r e n    e = 0   {}
 *                              e = 1   {2, 3}      re and an n too many, or n in the place of m
 *                              e = 2   {1, 2, 3, 4}
 * ```
 */
export function nearKeys(trie: KeyTrie, query: string, most: number, limit: number): readonly NearKey[] {
  const { pool, offsets, firstChild, edgeLength, low, shortest, longest } = trie
  const deepest = query.length + most
  const state = createNearState(query, most)
  const found: NearKey[] = []

  const visit = (node: number, depth: number): void => {
    const key = low[node]!
    if (node !== 0 && depth >= query.length - most && offsets[key + 1]! - offsets[key]! === depth) {
      const distance = state.distanceAt(depth)
      if (distance <= most) found.push({ key, distance })
    }
    for (let child = firstChild[node]!, end = firstChild[node + 1]!; child < end && found.length < limit; child++) {
      if (longest[child]! < query.length - most || shortest[child]! > deepest) continue
      const start = offsets[low[child]!]!
      const to = depth + edgeLength[child]!
      let at = depth
      let isNear = true
      while (isNear && at < to) {
        isNear = at < deepest && state.step(at + 1, pool.charCodeAt(start + at))
        at++
      }
      if (isNear) visit(child, to)
    }
  }
  visit(0, 0)
  return found
}

/** The sets of `nearKeys` for each letter on the way down. A set takes a number for each 32 letters of the query. */
function createNearState(query: string, most: number) {
  const words = (query.length >> 5) + 1
  const size = words * (most + 1)
  const sets = new Int32Array((query.length + most + 1) * size)
  for (let faults = 0; faults <= most; faults++)
    for (let read = 0; read <= Math.min(faults, query.length); read++) sets[faults * words + (read >> 5)]! |= 1 << read
  /** Where each letter of the query stands, as bits. The first mask is that of letters that are not in it. */
  const placeOf = new Map<number, number>()
  const masks = new Int32Array((query.length + 1) * words)
  for (let at = 0; at < query.length; at++) {
    const letter = query.charCodeAt(at)
    const place = placeOf.get(letter) ?? (placeOf.size + 1) * words
    placeOf.set(letter, place)
    masks[place + (at >> 5)]! |= 1 << at
  }
  /** By depth, the mask of the letter on the way down. */
  const path = new Int32Array(query.length + most + 1)
  /** Nothing is read beyond the end of the query. */
  const lastWord = -1 >>> (31 - (query.length & 31))

  return {
    /** Reads the letter at `depth`, from 1; whether anything near enough can still come. */
    step(depth: number, letter: number): boolean {
      const mask = placeOf.get(letter) ?? 0
      const swapped = path[depth - 1]!
      path[depth] = mask
      const to = depth * size
      let alive = 0
      for (let set = to; set < to + size; set += words) {
        const isFirst = set === to
        let carry = 0
        let swapCarry = 0
        for (let word = 0; word < words; word++) {
          // Letters of the query that are read by this one, in its place, or left out …
          let moved = sets[set - size + word]! & masks[mask + word]!
          let stays = 0
          if (!isFirst) {
            // … with one fault more; or this one is too many.
            stays = sets[set - size - words + word]!
            moved |= stays | sets[set - words + word]!
            if (depth > 1) {
              const first = sets[set - 2 * size - words + word]! & masks[mask + word]!
              moved |= ((first << 1) | swapCarry) & masks[swapped + word]!
              swapCarry = first >>> 31
            }
          }
          const next = ((moved << 1) | carry | stays) & (word === words - 1 ? lastWord : -1)
          carry = moved >>> 31
          sets[set + word] = next
          alive |= next
        }
      }
      return alive !== 0
    },
    /** The faults with which the whole query has been read at `depth`; more than allowed when it has not. */
    distanceAt(depth: number): number {
      const end = query.length >> 5
      let faults = 0
      while (faults <= most && (sets[depth * size + faults * words + end]! & (1 << query.length)) === 0) faults++
      return faults
    },
  }
}
