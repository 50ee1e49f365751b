import {
  type Features,
  LONGEST_NUMBERED,
  lookUpNumber,
  WORD_HASH_START,
  wordHashEnd,
  wordHashStep,
} from '@klarsprak/swedish'
import type { Copy, Need } from './partly-read.js'

/** Bits of a sense. */
export const SenseFlag = {
  /** Follows from guessed grammar. */
  Guess: 1,
  /** Found by lookup, never in a text: a hidden label, or an abbreviation's full wording. */
  Hidden: 2,
  /** Not a meaning but an exception: the phrase within which the term is in order. */
  Guard: 4,
  /** A layer above says something else about the label. */
  Shadowed: 8,
  /** The text must have the capitals of the form; see `casedForms`. */
  Cased: 16,
  /** Words may stand between the first word and the rest: ”loggar du in”. */
  Split: 32,
  /** Part of a compound: the last. */
  Head: 64,
  /** Part of a compound: one before the last. */
  First: 128,
} as const

/** What has one of these is no meaning of a text. */
export const NOT_IN_TEXT = SenseFlag.Hidden | SenseFlag.Shadowed | SenseFlag.Guard

/** Bits of a term: what beside the form decides whether it counts. */
export const Guarded = {
  /** Phrases within which it is in order. */
  ByPhrase: 1,
  /** Words that must, or must not, stand in the same text. */
  ByWordsNear: 2,
} as const

/** Bits of a node. */
export const NodeFlag = {
  /** Some form goes on from here. */
  More: 1,
  /** A verb whose other words may come after a gap. */
  Gap: 2,
  /** May be reached over a gap. */
  AfterGap: 4,
} as const

/** What is small or seldom needed, kept as JSON. */
export interface TermTablesMeta {
  readonly lang: string
  readonly release: string
  /** Names of the layers, lowest first. */
  readonly layers: readonly string[]
  readonly features: readonly Features[]
  /** Lists of numbers of `features`; a sense names one. */
  readonly featureLists: readonly (readonly number[])[]
  /** The spelling with capitals that a `Cased` sense asks for. */
  readonly casedForms: readonly string[]
  /** In words; the longest exception. */
  readonly longestGuard: number
  /** Stands for the concepts and terms by number: what is bound to these tables by number holds for others with the same. */
  readonly identity: number
}

/**
 * The compiled bank: flat arrays, so that it can be saved as it is and used as it is read.
 * DESIGN.md has a drawing. Numbers that may be absent are stored plus one, with 0 for none.
 */
export interface TermTables {
  readonly meta: TermTablesMeta
  /**
   * Where the tables are those of a file that is read as it is needed: makes elements ready. What
   * `findTermKey`, `findTermWord`, `findTermNumber` and `findEdge` answer is ready with all it leads to; who begins
   * anywhere else asks first.
   */
  readonly need?: Need | undefined
  /** Likewise: gives bytes that are not to be kept among the tables, as those of concepts. */
  readonly copy?: Copy | undefined

  // Keys: every word that occurs in a form. Open addressing; the size of `keySlots` is a power of two.
  /** A key plus one in the low bits, as many as the last key needs; above them those of its hash. 0 for an empty slot. */
  readonly keySlots: Uint32Array
  /** Key `k` is `keyUnits[keyStarts[k] .. keyStarts[k + 1])`. */
  readonly keyStarts: Uint32Array
  readonly keyUnits: Uint16Array
  /** The node of the form that begins with key `k`, or 0. */
  readonly keyNode: Uint32Array
  /** The entries of key `k` as a part of compounds, one or two beside each other; see `partEntries`. */
  readonly keyPart: Uint32Array
  /** Bits of `WordSign` of key `k`. Of a form of several words one bears the sign, the one that is rarest in texts. */
  readonly keySigns: Uint8Array
  /** A bit for the first three letters of each part form, by hash: most stretches of a word fail here. */
  readonly partStarts: Uint32Array

  // Nodes: forms of several words, word by word. Node 0 is unused. Edges are open addressing by node and key.
  readonly nodeEntry: Uint32Array
  readonly nodeFlags: Uint8Array
  readonly edgeNode: Uint32Array
  readonly edgeKey: Uint32Array
  readonly edgeTo: Uint32Array

  /** Entry `e` has the senses `[entryStarts[e], entryStarts[e + 1])`. */
  readonly entryStarts: Uint32Array
  readonly senseTerm: Uint32Array
  /** Number in `featureLists`, of which a language has some hundreds. */
  readonly senseFeatures: Uint16Array
  readonly senseFlags: Uint8Array
  /** Number in `casedForms`, plus one. */
  readonly senseCased: Uint32Array

  readonly termConcept: Uint32Array
  /** Which of its concept's terms it is. */
  readonly termNumber: Uint32Array
  /** Number in `layers`. */
  readonly termLayer: Uint8Array
  /** Bits of `Guarded`. */
  readonly termGuarded: Uint8Array

  readonly conceptLayer: Uint8Array
  /** Concept `c` is the JSON text in bytes `[conceptStarts[c], conceptStarts[c + 1])` of `conceptBytes`. */
  readonly conceptStarts: Uint32Array
  readonly conceptBytes: Uint8Array
  /** The ids of the concepts in order, separated by line feeds. */
  readonly conceptIds: Uint8Array
}

/** Longer tokens are never part of a term; in UTF-16 code units. */
export const LONGEST_KEY = LONGEST_NUMBERED

export const edgeHash = (node: number, key: number): number =>
  wordHashEnd(Math.imul(node, 0x9e3779b1) ^ (key + 0x7f4a7c15))

/** The bit in `partStarts` for three letters. */
export const partBit = (a: number, b: number, c: number): number =>
  wordHashEnd(wordHashStep(wordHashStep(wordHashStep(WORD_HASH_START, a), b), c)) & 0xffff

/** The part of the tables that holds the keys. */
export type KeyTables = Pick<TermTables, 'keySlots' | 'keyStarts' | 'keyUnits' | 'need'>

/** Of a key as a part of compounds: 0 for none, otherwise its first entry plus one, doubled, and 1 when the next is its too. */
export const partEntries = (first: number, count: 1 | 2): number => (first + 1) * 2 + count - 1
/** The senses of a key as a part of compounds: `[from, to)`. */
export function partSenses({ keyPart, entryStarts }: TermTables, key: number): readonly [from: number, to: number] {
  const entries = keyPart[key]!
  if (entries === 0) return NO_SENSES
  const first = (entries >>> 1) - 1
  return [entryStarts[first]!, entryStarts[first + 1 + (entries & 1)]!]
}
const NO_SENSES = [0, 0] as const

/** How many low bits of a slot tell its key; of those above, one slot in thousands is as the hash of another key by chance. */
export const keyBits = (keyCount: number): number => 32 - Math.clz32(keyCount)

/** The key whose letters are `units[from, to)` and whose hash is `hash`, plus one; 0 for none. */
export function findKey(tables: KeyTables, units: Uint16Array, from: number, to: number, hash: number): number {
  const { keySlots, keyStarts, keyUnits, need } = tables
  const mask = keySlots.length - 1
  const bits = keyBits(keyStarts.length - 1)
  next: for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    need?.(keySlots, slot, slot + 1)
    const held = keySlots[slot]!
    if (held === 0) return 0
    if ((held ^ hash) >>> bits !== 0) continue
    const found = held & ((1 << bits) - 1)
    const key = found - 1
    need?.(keyStarts, key, key + 2)
    const start = keyStarts[key]!
    if (keyStarts[key + 1]! - start !== to - from) continue
    need?.(keyUnits, start, start + to - from)
    for (let i = from; i < to; i++) if (keyUnits[start + i - from] !== units[i]) continue next
    return found
  }
}

/** The key that is spelt `word`, plus one; 0 for none. */
export function findWord(tables: KeyTables, word: string): number {
  if (word.length > LONGEST_KEY) return 0
  let hash = WORD_HASH_START
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    letters[i] = unit
    hash = wordHashStep(hash, unit)
  }
  return findKey(tables, letters, 0, word.length, wordHashEnd(hash))
}

const letters = new Uint16Array(LONGEST_KEY)

/** The key that is the word with this number (`wordNumbersOf`), plus one; 0 for none. A word that is no key is seldom read. */
export const findNumber = (tables: KeyTables, number: number): number =>
  lookUpNumber(number, (units, from, to, hash) => findKey(tables, units, from, to, hash))

/** As `findKey`, and what the key leads to is ready. */
export const findTermKey = (tables: TermTables, units: Uint16Array, from: number, to: number, hash: number): number =>
  withReach(tables, findKey(tables, units, from, to, hash))

/** As `findWord`, and what the key leads to is ready. */
export const findTermWord = (tables: TermTables, word: string): number => withReach(tables, findWord(tables, word))

/** As `findNumber`, and what the key leads to is ready. */
export const findTermNumber = (tables: TermTables, number: number): number =>
  withReach(tables, findNumber(tables, number))

/** `found`, a key plus one or 0, when what it leads to is ready. */
function withReach(tables: TermTables, found: number): number {
  const { need } = tables
  if (found !== 0 && need !== undefined) {
    const key = found - 1
    need(tables.keyNode, key, found)
    need(tables.keyPart, key, found)
    need(tables.keySigns, key, found)
    makeNodeReady(tables, need, tables.keyNode[key]!)
    const parts = tables.keyPart[key]!
    makeEntryReady(tables, need, parts >>> 1)
    if ((parts & 1) !== 0) makeEntryReady(tables, need, (parts >>> 1) + 1)
  }
  return found
}

/** The node that `key` leads to from `node`, or 0. */
export function findEdge(tables: TermTables, node: number, key: number): number {
  const { edgeNode, edgeKey, edgeTo, need } = tables
  const mask = edgeNode.length - 1
  for (let slot = edgeHash(node, key) & mask; ; slot = (slot + 1) & mask) {
    need?.(edgeNode, slot, slot + 1)
    const at = edgeNode[slot]!
    if (at === 0) return 0
    need?.(edgeKey, slot, slot + 1)
    if (at !== node || edgeKey[slot] !== key) continue
    need?.(edgeTo, slot, slot + 1)
    const to = edgeTo[slot]!
    if (need !== undefined) makeNodeReady(tables, need, to)
    return to
  }
}

function makeNodeReady(tables: TermTables, need: Need, node: number): void {
  if (node === 0) return
  need(tables.nodeEntry, node, node + 1)
  need(tables.nodeFlags, node, node + 1)
  makeEntryReady(tables, need, tables.nodeEntry[node]!)
}

/** @param entry plus one, or 0 for none */
function makeEntryReady(tables: TermTables, need: Need, entry: number): void {
  if (entry === 0) return
  need(tables.entryStarts, entry - 1, entry + 1)
  const from = tables.entryStarts[entry - 1]!
  const to = tables.entryStarts[entry]!
  for (const table of [tables.senseTerm, tables.senseFeatures, tables.senseFlags]) need(table, from, to)
  for (let sense = from; sense < to; sense++) {
    if ((tables.senseFlags[sense]! & SenseFlag.Cased) !== 0) need(tables.senseCased, sense, sense + 1)
    const term = tables.senseTerm[sense]!
    for (const table of [tables.termConcept, tables.termNumber, tables.termLayer, tables.termGuarded])
      need(table, term, term + 1)
  }
}
