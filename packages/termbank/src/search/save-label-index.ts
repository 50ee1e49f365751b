import type { KeyTrie } from './key-trie.js'
import type { LabelIndex } from './label-index.js'
import { loadTables, saveTables, type Table, type TableReader } from './save-tables.js'

/** "KLSL" */
const FILE = { magic: 0x4c_53_4c_4b, version: 3, belongsTo: 0, name: 'A label index' }

export const saveLabelIndex = (index: LabelIndex): Uint8Array => saveTables(labelTables(index), FILE)

/** @throws {Error} when the bytes are not a label index, of another version, or damaged. */
export const loadLabelIndex = (bytes: Uint8Array): LabelIndex => readLabelIndex(loadTables(bytes, FILE))

export const labelTables = (index: LabelIndex): readonly Table[] => [
  index.labelPool,
  index.labelOffsets,
  index.keyLabels,
  index.keyLabelOffsets,
  index.fromEnd,
  ...trieTables(index.trie),
]

export const readLabelIndex = (tables: TableReader): LabelIndex => ({
  labelPool: tables.text(),
  labelOffsets: tables.numbers(Uint32Array),
  keyLabels: tables.numbers(Uint32Array),
  keyLabelOffsets: tables.numbers(Uint32Array),
  fromEnd: tables.numbers(Uint32Array),
  trie: readTrie(tables),
})

export const trieTables = (trie: KeyTrie): readonly Table[] => [
  trie.pool,
  trie.offsets,
  trie.firstChild,
  trie.edgeLength,
  trie.low,
  trie.shortest,
  trie.longest,
]

export const readTrie = (tables: TableReader): KeyTrie => ({
  pool: tables.text(),
  offsets: tables.numbers(Uint32Array),
  firstChild: tables.numbers(Uint32Array),
  edgeLength: tables.numbers(Uint16Array),
  low: tables.numbers(Uint32Array),
  shortest: tables.numbers(Uint16Array),
  longest: tables.numbers(Uint16Array),
})
