import { WORD_HASH_START } from '@klarsprak/swedish'
import { IndexFormatError } from '../index/save-index.js'
import type { TermIndex } from '../index/term-index.js'
import { createSpellingIndex, type SpellingIndex } from './search-spellings.js'
import type { SpellingTables } from './spelling-tables.js'

// file   magic u32 │ version u32 │ bytes u32 │ checksum u32 │ index u32 │ lengths u32 … │ bodies, each from a multiple of 4
// All numbers are little-endian. `index` tells which term index the numbers of concepts belong to. The checksum
// covers what follows it.

/** ”KLSP” */
const MAGIC = 0x50534c4b
const VERSION = 2
const FIXED = 5

/** The arrays in the order of the file. A new version when this changes, or the meaning of what is in them. */
const SECTIONS = [
  ['keySlots', Uint32Array],
  ['keyStarts', Uint32Array],
  ['keyUnits', Uint16Array],
  ['keyFlags', Uint8Array],
  ['keyEntries', Uint32Array],
  ['entryConcept', Uint32Array],
  ['entryTerm', Uint16Array],
  ['entryFlags', Uint8Array],
  ['entryAgreement', Uint8Array],
  ['entryRight', Uint32Array],
  ['texts', Uint16Array],
  ['entryCuts', Uint32Array],
  ['cuts', Uint16Array],
] as const satisfies readonly (readonly [
  keyof SpellingTables,
  Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor,
])[]

const HEADER = (FIXED + SECTIONS.length) * 4
const padded = (bytes: number): number => (bytes + 3) & ~3

/** The spellings as bytes, to be kept beside the saved index they were made for. The same for the same bank. */
export function saveSpellings({ tables }: SpellingIndex, index: TermIndex): Uint8Array {
  const bytes = new Uint8Array(SECTIONS.reduce((sum, [name]) => sum + padded(tables[name].byteLength), HEADER))
  const numbers = new Uint32Array(bytes.buffer)
  numbers.set([MAGIC, VERSION, bytes.length, 0, index.tables.meta.identity])
  let at = HEADER
  SECTIONS.forEach(([name], section) => {
    const { buffer, byteOffset, byteLength, length } = tables[name]
    numbers[FIXED + section] = length
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += padded(byteLength)
  })
  numbers[3] = checksum(numbers)
  return bytes
}

/**
 * The spellings that `saveSpellings` made the bytes of. The arrays are views of `bytes`, which must not be changed.
 *
 * @param options.isChecked the bytes are those of a file that was whole when it was written, so their sum is not asked for
 * @throws {IndexFormatError} if the bytes are not spellings, are damaged, or belong to another index or version
 */
export function loadSpellings(
  bytes: Uint8Array,
  index: TermIndex,
  { isChecked = false }: { readonly isChecked?: boolean | undefined } = {},
): SpellingIndex {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const numbers = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
  if (numbers.length * 4 < HEADER || numbers[0] !== MAGIC || numbers[1] !== VERSION) {
    throw new IndexFormatError('Filen med felstavningar kan inte läsas av den här versionen. Bygg banken på nytt.')
  }
  if (numbers[2] !== aligned.length || (!isChecked && numbers[3] !== checksum(numbers))) {
    throw new IndexFormatError('Filen med felstavningar är skadad. Bygg banken på nytt.')
  }
  if (numbers[4] !== index.tables.meta.identity) {
    throw new IndexFormatError('Filen med felstavningar hör till ett annat termindex. Bygg banken på nytt.')
  }
  let at = aligned.byteOffset + HEADER
  const arrays = SECTIONS.map(([name, Kind], section) => {
    const array = new Kind(aligned.buffer as ArrayBuffer, at, numbers[FIXED + section])
    at += padded(array.byteLength)
    return [name, array] as const
  })
  return createSpellingIndex(Object.fromEntries(arrays) as unknown as SpellingTables, index)
}

/** FNV-1a over whole words, from the one after the checksum itself. Finds damage, not malice. */
function checksum(numbers: Uint32Array): number {
  let hash = WORD_HASH_START
  for (let i = 4; i < numbers.length; i++) hash = Math.imul(hash ^ numbers[i]!, 0x01000193)
  return hash >>> 0
}
