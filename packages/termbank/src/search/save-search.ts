import type { PartlyRead } from '../index/partly-read.js'
import type { TermIndex } from '../index/term-index.js'
import type { SearchTables } from './compile-search.js'
import { labelTables, readLabelIndex, readTrie, trieTables } from './save-label-index.js'
import { loadTables, saveTables } from './save-tables.js'

/** "KLSS" */
const FILE = { magic: 0x53_53_4c_4b, version: 2, name: 'A search index' }

/** The tables as bytes, to be kept beside the saved index they were made for. The same for the same bank. */
export function saveSearch({ labels, labelConcept, labelTerm, guide }: SearchTables, index: TermIndex): Uint8Array {
  const { stems } = guide
  return saveTables(
    [
      ...labelTables(labels),
      labelConcept,
      labelTerm,
      guide.entryConcept,
      guide.entryWeight,
      guide.entrySituation,
      guide.entrySize,
      guide.stemStarts,
      guide.stemEntries,
      ...trieTables(stems.trie),
      stems.fromEnd,
      stems.places,
      stems.others,
      stems.otherPlaces,
      guide.idOrder,
    ],
    { ...FILE, belongsTo: index.tables.meta.identity },
  )
}

/**
 * The tables that `saveSearch` made the bytes of, in the same order. The arrays are views of `bytes`, which must not be
 * changed.
 *
 * @throws {Error} when the bytes are of another version, are damaged, or belong to another index
 */
export function loadSearch(bytes: Uint8Array | PartlyRead, index: TermIndex): SearchTables {
  const tables = loadTables(bytes, { ...FILE, belongsTo: index.tables.meta.identity })
  return {
    labels: readLabelIndex(tables),
    labelConcept: tables.numbers(Uint32Array),
    labelTerm: tables.numbers(Uint16Array),
    guide: {
      entryConcept: tables.numbers(Uint32Array),
      entryWeight: tables.numbers(Uint8Array),
      entrySituation: tables.numbers(Int16Array),
      entrySize: tables.numbers(Float64Array),
      stemStarts: tables.numbers(Uint32Array),
      stemEntries: tables.numbers(Uint32Array),
      stems: {
        trie: readTrie(tables),
        fromEnd: tables.numbers(Uint32Array),
        places: tables.numbers(Uint32Array),
        others: tables.text(),
        otherPlaces: tables.numbers(Uint32Array),
      },
      idOrder: tables.numbers(Uint32Array),
    },
  }
}
