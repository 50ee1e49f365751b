import type { KeyTrie } from './key-trie.js'

/** Keys by number, in the order of their letters from the end: those with one ending stand side by side. */
export function orderFromEnd(keys: readonly string[]): Uint32Array {
  const reversed = keys.map((text, key) => ({ text: reverse(text), key }))
  reversed.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  return Uint32Array.from(reversed, ({ key }) => key)
}

/** By code unit: a reversed text is only ever compared with other reversed ones. */
function reverse(text: string): string {
  let reversed = ''
  for (let at = text.length - 1; at >= 0; at--) reversed += text[at]
  return reversed
}

/** The keys that end in `ending`, by number. */
export function* keysEndingIn({ pool, offsets }: KeyTrie, fromEnd: Uint32Array, ending: string): Generator<number> {
  /** Negative when the key, read from its end, comes before `ending` read from its end; 0 when it ends in it. */
  const compare = (key: number): number => {
    const start = offsets[key]!
    const length = offsets[key + 1]! - start
    for (let at = 1; at <= ending.length; at++) {
      if (at > length) return -1
      const difference = pool.charCodeAt(start + length - at) - ending.charCodeAt(ending.length - at)
      if (difference !== 0) return difference
    }
    return 0
  }
  let from = 0
  let to = fromEnd.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (compare(fromEnd[middle]!) < 0) from = middle + 1
    else to = middle
  }
  for (; from < fromEnd.length && compare(fromEnd[from]!) === 0; from++) yield fromEnd[from]!
}
