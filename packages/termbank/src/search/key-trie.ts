/**
 * Sorted keys as a trie with compressed paths, in typed arrays: built once, saved, and loaded without
 * work. See DESIGN.md.
 *
 * ```
 *  keys: remiss remissen recept       root ─ re ┬ cept●
 *                                              └ miss● ─ en●
 * ```
 *
 * A node's edge is a stretch of `pool`, where all keys stand one after the other; its subtree is the
 * keys `[low, high)` of the sorted list, so that every key with a prefix is a range.
 */
export interface KeyTrie {
  readonly pool: string
  /** `offsets[k]`, `offsets[k + 1]`: where key `k` stands in `pool`. */
  readonly offsets: Uint32Array
  /** Node `n`'s children are nodes `[firstChild[n], firstChild[n] + childCount[n])`. */
  readonly firstChild: Uint32Array
  readonly childCount: Uint16Array
  readonly edgeStart: Uint32Array
  readonly edgeLength: Uint16Array
  readonly low: Uint32Array
  readonly high: Uint32Array
}

/** @param keys sorted by UTF-16 code unit, without repeats, none longer than 65,535. */
export function buildKeyTrie(keys: readonly string[]): KeyTrie {
  const offsets = new Uint32Array(keys.length + 1)
  for (let key = 0; key < keys.length; key++) offsets[key + 1] = offsets[key]! + keys[key]!.length
  const most = 2 * keys.length + 1
  const firstChild = new Uint32Array(most)
  const childCount = new Uint16Array(most)
  const edgeStart = new Uint32Array(most)
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
      edgeStart[count] = offsets[from]! + at
      edgeLength[count] = shared - at
      depth[count] = shared
      low[count] = from
      high[count] = end
      count++
      childCount[node]!++
      from = end
    }
  }
  return {
    pool: keys.join(''),
    offsets,
    firstChild: firstChild.slice(0, count),
    childCount: childCount.slice(0, count),
    edgeStart: edgeStart.slice(0, count),
    edgeLength: edgeLength.slice(0, count),
    low: low.slice(0, count),
    high: high.slice(0, count),
  }
}

export const keyAt = ({ pool, offsets }: KeyTrie, key: number): string => pool.slice(offsets[key]!, offsets[key + 1]!)

/** The keys that begin with `prefix`, as a range of the sorted list. */
export function prefixRange(trie: KeyTrie, prefix: string): readonly [low: number, high: number] {
  const { pool, firstChild, childCount, edgeStart, edgeLength, low, high } = trie
  let node = 0
  let at = 0
  while (at < prefix.length) {
    let next = 0
    for (let child = firstChild[node]!, end = child + childCount[node]!; child < end; child++)
      if (pool.charCodeAt(edgeStart[child]!) === prefix.charCodeAt(at)) {
        next = child
        break
      }
    if (next === 0) return [0, 0]
    for (let letter = 0; letter < edgeLength[next]! && at < prefix.length; letter++, at++)
      if (pool.charCodeAt(edgeStart[next]! + letter) !== prefix.charCodeAt(at)) return [0, 0]
    node = next
  }
  return [low[node]!, high[node]!]
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
 * Walks the trie with one row of the distance table for each letter on the path, only the cells within
 * `most` of the diagonal, and turns back where the whole row is too far:
 *
 * ```
 *        r e m i s     query across, the path down; with most = 1 three cells a row are filled
 *      0 1
 *   r  1 0 1
 *   e    1 0 1
 *   n      1 1 2   ← all of the row > most: turn back
 * ```
 */
export function nearKeys(trie: KeyTrie, query: string, most: number, limit: number): readonly NearKey[] {
  const { pool, offsets, firstChild, childCount, edgeStart, edgeLength, low } = trie
  const width = query.length + 1
  const deepest = query.length + most + 1
  const rows = new Uint8Array((deepest + 2) * width).fill(255)
  for (let column = 0; column < width && column <= most; column++) rows[column] = column
  const path = new Uint16Array(deepest + 2)
  const letters = new Uint16Array(width)
  for (let column = 1; column < width; column++) letters[column] = query.charCodeAt(column - 1)
  const found: NearKey[] = []

  /** Fills the row for the letter at `depth`; answers whether anything in it is near enough. */
  const step = (depth: number): boolean => {
    const row = depth * width
    const above = row - width
    const from = Math.max(0, depth - most)
    const to = Math.min(width - 1, depth + most)
    let alive = false
    const letter = path[depth]!
    for (let column = from; column <= to; column++) {
      let best = 255
      if (column === 0) best = depth
      else {
        best = rows[above + column - 1]! + (letters[column] === letter ? 0 : 1)
        if (column < depth + most && rows[above + column]! + 1 < best) best = rows[above + column]! + 1
        if (column > from && rows[row + column - 1]! + 1 < best) best = rows[row + column - 1]! + 1
        if (
          depth > 1 &&
          column > 1 &&
          letters[column] === path[depth - 1] &&
          letters[column - 1] === letter &&
          rows[above - width + column - 2]! + 1 < best
        )
          best = rows[above - width + column - 2]! + 1
      }
      rows[row + column] = Math.min(best, 254)
      if (best <= most) alive = true
    }
    // Cells outside the band still hold what an earlier path left there.
    if (from > 0) rows[row + from - 1] = 254
    if (to + 1 < width) rows[row + to + 1] = 254
    return alive
  }

  const visit = (node: number, depth: number): void => {
    const last = depth * width + width - 1
    const key = low[node]!
    if (
      depth >= query.length - most &&
      offsets[key + 1]! - offsets[key]! === depth &&
      depth <= query.length + most &&
      rows[last]! <= most &&
      node !== 0
    )
      found.push({ key, distance: rows[last]! })
    for (let child = firstChild[node]!, end = child + childCount[node]!; child < end && found.length < limit; child++) {
      const length = edgeLength[child]!
      const start = edgeStart[child]!
      let at = depth
      let alive = true
      for (let letter = 0; letter < length && alive; letter++) {
        at++
        if (at > query.length + most) alive = false
        else {
          path[at] = pool.charCodeAt(start + letter)
          alive = step(at)
        }
      }
      if (alive) visit(child, at)
    }
  }
  visit(0, 0)
  return found
}
