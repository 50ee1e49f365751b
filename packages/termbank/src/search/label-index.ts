import Fuse from 'fuse.js'
import { foldKey } from './fold.js'
import { buildKeyTrie, findKey, type KeyTrie, nearKeys, prefixRange } from './key-trie.js'
import { keysEndingIn, orderFromEnd } from './keys-from-end.js'

/**
 * How a label was found, from the most to the least certain. `folded` is the label itself but for marks
 * over letters; `head` a compound, or a phrase, that ends in the query; `words` a label with all the
 * words of the query in any order.
 */
export const LABEL_MATCHES = ['exact', 'folded', 'prefix', 'misspelling', 'words', 'head'] as const
export type LabelMatch = (typeof LABEL_MATCHES)[number]

export interface LabelHit {
  /** Position in the list that the index was made from. */
  readonly label: number
  readonly match: LabelMatch
  /** From 0 to 1; comparable between hits of one search. */
  readonly score: number
}

/** Labels of any number, ready to be searched. Plain data: `saveLabelIndex` writes it as it is. */
export interface LabelIndex {
  /** Every label's key, unfolded; label `l` is `labelPool[labelOffsets[l], labelOffsets[l + 1])`. */
  readonly labelPool: string
  readonly labelOffsets: Uint32Array
  /** Folded keys of whole labels, and of what is left of a label from each later word on. */
  readonly trie: KeyTrie
  /** Key `k` stands for labels `keyLabels[keyLabelOffsets[k], keyLabelOffsets[k + 1])`. */
  readonly keyLabels: Uint32Array
  readonly keyLabelOffsets: Uint32Array
  /** The keys in order of their letters from the end. */
  readonly fromEnd: Uint32Array
}

/** @param labels word keys (see `wordKey` in @klarsprak/swedish). */
export function buildLabelIndex(labels: readonly string[]): LabelIndex {
  const labelOffsets = new Uint32Array(labels.length + 1)
  const labelsOfKey = new Map<string, number | number[]>()
  const add = (key: string, label: number): void => {
    const known = labelsOfKey.get(key)
    if (known === undefined) labelsOfKey.set(key, label)
    else if (typeof known === 'number') labelsOfKey.set(key, [known, label])
    else known.push(label)
  }
  for (const [label, text] of labels.entries()) {
    labelOffsets[label + 1] = labelOffsets[label]! + text.length
    const folded = foldKey(text)
    add(folded, label)
    for (let at = folded.indexOf(' '); at !== -1; at = folded.indexOf(' ', at + 1)) add(folded.slice(at + 1), label)
  }
  const keys = [...labelsOfKey.keys()].sort()
  const trie = buildKeyTrie(keys)
  const keyLabelOffsets = new Uint32Array(keys.length + 1)
  const keyLabels: number[] = []
  for (const [key, text] of keys.entries()) {
    const of = labelsOfKey.get(text)!
    if (typeof of === 'number') keyLabels.push(of)
    else for (const label of of) keyLabels.push(label)
    keyLabelOffsets[key + 1] = keyLabels.length
  }
  return {
    labelPool: labels.join(''),
    labelOffsets,
    trie,
    keyLabels: Uint32Array.from(keyLabels),
    keyLabelOffsets,
    fromEnd: orderFromEnd(keys),
  }
}

export const labelAt = ({ labelPool, labelOffsets }: LabelIndex, label: number): string =>
  labelPool.slice(labelOffsets[label]!, labelOffsets[label + 1]!)

/** As many as the ranking looks at; more would cost time and never reach the first ten. */
const MOST_CANDIDATES = 100
/** As many keys as one prefix or ending is looked through for short ones. */
const MOST_KEYS = 1_000

/** Letters that may differ: none in a very short word, where every word is near every other. */
export const tolerance = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/**
 * The labels that a query may mean, best first. The index chooses at most a hundred candidates, and
 * fuse.js ranks those; the cost does not follow the number of labels.
 *
 * @param query a word key.
 */
export function searchLabels(index: LabelIndex, query: string, limit: number): readonly LabelHit[] {
  const folded = foldKey(query)
  if (folded === '') return []
  const candidates = new Map<number, LabelMatch>()
  const room = (): number => MOST_CANDIDATES - candidates.size
  const addKey = (key: number, whole: LabelMatch, part: LabelMatch): void => {
    const length = index.trie.offsets[key + 1]! - index.trie.offsets[key]!
    for (let at = index.keyLabelOffsets[key]!; at < index.keyLabelOffsets[key + 1]! && room() > 0; at++) {
      const label = index.keyLabels[at]!
      const isWhole = index.labelOffsets[label + 1]! - index.labelOffsets[label]! === length
      if (!candidates.has(label)) candidates.set(label, isWhole ? whole : part)
    }
  }

  const exact = findKey(index.trie, folded)
  if (exact !== -1) addKey(exact, 'exact', 'head')
  const [low, high] = prefixRange(index.trie, folded)
  for (const key of shortest(index, range(low, high))) addKey(key, 'prefix', 'words')
  const most = tolerance(folded.length)
  for (let distance = 1; distance <= most && exact === -1; distance++) {
    const near = [...nearKeys(index.trie, folded, distance, MOST_CANDIDATES)].sort((a, b) => a.distance - b.distance)
    for (const { key } of near) addKey(key, 'misspelling', 'words')
    if (near.length > 0) break
  }
  if (folded.includes(' '))
    for (const label of withAllWords(index, folded))
      if (room() > 0 && !candidates.has(label)) candidates.set(label, 'words')
  if (folded.length >= 3)
    for (const key of shortest(index, keysEndingIn(index.trie, index.fromEnd, folded))) addKey(key, 'head', 'head')
  return rank(index, query, candidates, limit)
}

function* range(low: number, high: number): Generator<number> {
  for (let key = low; key < high; key++) yield key
}

/** A few dozen of the shortest among the first thousand: those nearest to what was typed. */
function shortest(index: LabelIndex, keys: Iterable<number>): readonly number[] {
  const { offsets } = index.trie
  const looked: number[] = []
  for (const key of keys) {
    looked.push(key)
    if (looked.length === MOST_KEYS) break
  }
  return looked
    .sort((a, b) => offsets[a + 1]! - offsets[a]! - (offsets[b + 1]! - offsets[b]!))
    .slice(0, MOST_CANDIDATES / 2)
}

/** Labels that hold every word of the query, each in any place, as it is or as the beginning of a longer word. */
function withAllWords(index: LabelIndex, query: string): readonly number[] {
  let found: Set<number> | undefined
  for (const word of query.split(' ').filter((text) => text.length > 1)) {
    const labels = new Set<number>()
    const add = (key: number): void => {
      for (let at = index.keyLabelOffsets[key]!; at < index.keyLabelOffsets[key + 1]!; at++)
        labels.add(index.keyLabels[at]!)
    }
    const [low, high] = prefixRange(index.trie, word)
    for (let key = low; key < Math.min(high, low + MOST_KEYS); key++) add(key)
    if (low === high)
      for (const { key } of nearKeys(index.trie, word, tolerance(word.length), MOST_CANDIDATES)) add(key)
    found = found === undefined ? labels : new Set([...found].filter((label) => labels.has(label)))
    if (found.size === 0) return []
  }
  return [...(found ?? [])]
}

/** The most and the least that each kind of match can score: a kind never passes the one before it. */
const BANDS: Readonly<Record<LabelMatch, readonly [least: number, most: number]>> = {
  exact: [1, 1],
  folded: [0.95, 0.97],
  prefix: [0.65, 0.9],
  misspelling: [0.6, 0.88],
  words: [0.45, 0.64],
  head: [0.3, 0.6],
}

function rank(
  index: LabelIndex,
  query: string,
  candidates: ReadonlyMap<number, LabelMatch>,
  limit: number,
): readonly LabelHit[] {
  const texts = [...candidates].map(([label, match]) => ({ label, match, text: labelAt(index, label) }))
  const fuse = new Fuse(texts, {
    keys: ['text'],
    includeScore: true,
    threshold: 1,
    ignoreLocation: true,
    ignoreDiacritics: false,
    shouldSort: false,
  })
  const nearness = new Map<number, number>()
  // Long queries cost fuse.js dearly and say enough in their first letters.
  for (const { item, score } of fuse.search(query.slice(0, 32))) nearness.set(item.label, 1 - (score ?? 1))
  const hits = texts.map(({ label, match, text }) => {
    const kind = match === 'exact' && text !== query ? 'folded' : match
    const [least, most] = BANDS[kind]
    // fuse.js does not mind what comes after the query; a reader does.
    const closeness =
      (nearness.get(label) ?? 0) * (Math.min(query.length, text.length) / Math.max(query.length, text.length))
    return { label, match: kind, score: least + (most - least) * closeness }
  })
  return hits.sort((a, b) => b.score - a.score || a.label - b.label).slice(0, limit)
}
