import type { CompoundFinder } from './compound-finder.js'
import type { Copy, Need, PartlyRead } from './partly-read.js'
import type { TermTables, TermTablesMeta } from './tables.js'
import { createTermIndex, type TermIndex } from './term-index.js'

// file   magic 8 bytes │ version u32 │ checksum u32 │ length u32 │ order u32 │ sections (offset u32, bytes u32) … │ bodies
// All numbers are little-endian; every body begins at a multiple of 4; `length` is of the whole file. `order` is
// written as a number and read as a number, so that a machine that orders bytes otherwise sees it. The checksum covers
// what follows it.

const MAGIC = 'KLARTERM'
export const INDEX_VERSION = 5
const ORDER = 0x01020304
const HEADER = 24

/** The arrays in the order of the file. A new version when this changes, or the meaning of what is in them. */
const SECTIONS = [
  ['keySlots', Uint32Array],
  ['keyStarts', Uint32Array],
  ['keyUnits', Uint16Array],
  ['keyNode', Uint32Array],
  ['keyPart', Uint32Array],
  ['keySigns', Uint8Array],
  ['partStarts', Uint32Array],
  ['nodeEntry', Uint32Array],
  ['nodeFlags', Uint8Array],
  ['edgeNode', Uint32Array],
  ['edgeKey', Uint32Array],
  ['edgeTo', Uint32Array],
  ['entryStarts', Uint32Array],
  ['senseTerm', Uint32Array],
  ['senseFeatures', Uint16Array],
  ['senseFlags', Uint8Array],
  ['senseCased', Uint32Array],
  ['termConcept', Uint32Array],
  ['termNumber', Uint32Array],
  ['termLayer', Uint8Array],
  ['termGuarded', Uint8Array],
  ['conceptLayer', Uint8Array],
  ['conceptStarts', Uint32Array],
  ['conceptBytes', Uint8Array],
  ['conceptIds', Uint8Array],
] as const satisfies readonly (readonly [
  Exclude<keyof TermTables, 'meta' | 'need'>,
  Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor,
])[]

/** Bytes before the first body: the header, and the places of `meta` and the arrays. */
const FIRST_SECTION = HEADER + (1 + SECTIONS.length) * 8

/** The bytes are not an index that this version can use. The message is for the user and says what to do. */
export class IndexFormatError extends Error {
  override readonly name = 'IndexFormatError'
}

/** The index as bytes, the same for the same bank. */
export function saveIndex({ tables }: TermIndex): Uint8Array {
  const bodies: Uint8Array[] = [
    new TextEncoder().encode(JSON.stringify(tables.meta)),
    ...SECTIONS.map(([name]) => {
      tables.need?.(tables[name], 0, tables[name].length)
      const { buffer, byteOffset, byteLength } = tables[name]
      return new Uint8Array(buffer, byteOffset, byteLength)
    }),
  ]
  let at = HEADER + bodies.length * 8
  const places = bodies.map(({ length }) => {
    const place = at
    at = (at + length + 3) & ~3
    return place
  })
  const bytes = new Uint8Array(at)
  const numbers = new Uint32Array(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  numbers[2] = INDEX_VERSION
  numbers[4] = at
  numbers[5] = ORDER
  bodies.forEach((body, i) => {
    numbers[HEADER / 4 + i * 2] = places[i]!
    numbers[HEADER / 4 + i * 2 + 1] = body.length
    bytes.set(body, places[i]!)
  })
  numbers[3] = checksum(numbers)
  return bytes
}

interface LoadOptions {
  readonly compounds?: CompoundFinder | undefined
}

/**
 * The index that `saveIndex` made the bytes of. The arrays are views of `bytes`, which must not be changed afterwards;
 * concepts are read when they are first needed.
 *
 * @throws {IndexFormatError} if the bytes are no index, are damaged, or are of another version
 */
export function loadIndex(bytes: Uint8Array, options: LoadOptions = {}): TermIndex {
  // Typed arrays need their own alignment, which a part of a larger buffer may lack. The `slice` of a Buffer is no copy.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const numbers = headerOf(aligned)
  if (numbers[3] !== checksum(numbers)) throw new IndexFormatError(DAMAGED)
  return indexOver(aligned, undefined, options)
}

/**
 * The index in a file that `saveIndex` made the bytes of, with only the parts read that are needed. The file is taken
 * to hold what was written: of damage only what the header shows is seen, since a sum would ask for all of it.
 *
 * @throws {IndexFormatError} if the file is no index, is cut off, or is of another version
 */
export function loadPartlyRead({ bytes, need, copy }: PartlyRead, options: LoadOptions = {}): TermIndex {
  need?.(0, Math.min(FIRST_SECTION, bytes.length))
  headerOf(bytes)
  return indexOver(bytes, { need, copy }, options)
}

const DAMAGED = 'Termindexet är skadat. Bygg banken på nytt.'

/** The bytes as numbers, once their header is in order. */
function headerOf(bytes: Uint8Array): Uint32Array {
  if (bytes.length < FIRST_SECTION || String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new IndexFormatError('Filen är inget termindex. Bygg banken på nytt.')
  }
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
  if (numbers[5] !== ORDER)
    throw new IndexFormatError('Termindexet är gjort för en annan sorts dator. Bygg banken på nytt.')
  if (numbers[2] !== INDEX_VERSION) {
    throw new IndexFormatError(
      `Termindexet har version ${numbers[2]}, men det här programmet läser version ${INDEX_VERSION}. Bygg banken på nytt.`,
    )
  }
  if (numbers[4] !== bytes.length) throw new IndexFormatError(DAMAGED)
  return numbers
}

function indexOver(
  bytes: Uint8Array,
  read: Omit<PartlyRead, 'bytes'> | undefined,
  { compounds }: LoadOptions,
): TermIndex {
  const { buffer, byteOffset } = bytes
  const numbers = new Uint32Array(buffer, byteOffset, FIRST_SECTION >> 2)
  const body = (section: number): { readonly offset: number; readonly length: number } => ({
    offset: byteOffset + numbers[HEADER / 4 + section * 2]!,
    length: numbers[HEADER / 4 + section * 2 + 1]!,
  })
  const { need: needBytes, copy: copyBytes } = read ?? {}
  const need: Need | undefined =
    needBytes &&
    ((table, from, to) => {
      const start = table.byteOffset - byteOffset
      needBytes(start + from * table.BYTES_PER_ELEMENT, start + to * table.BYTES_PER_ELEMENT)
    })
  const copy: Copy | undefined =
    copyBytes &&
    ((table, from, to) => {
      const start = table.byteOffset - byteOffset
      return copyBytes(start + from, start + to)
    })
  const { offset, length } = body(0)
  const json = new Uint8Array(buffer, offset, length)
  need?.(json, 0, length)
  const tables: Record<string, unknown> = {
    meta: JSON.parse(new TextDecoder().decode(json)) as TermTablesMeta,
    need,
    copy,
  }
  SECTIONS.forEach(([name, Kind], i) => {
    const { offset, length } = body(i + 1)
    tables[name] = new Kind(buffer as ArrayBuffer, offset, length / Kind.BYTES_PER_ELEMENT)
  })
  const { partStarts } = tables as unknown as TermTables
  // Asked of nearly every letter of every word.
  need?.(partStarts, 0, partStarts.length)
  return createTermIndex(tables as unknown as TermTables, { compounds })
}

/** Over everything after the checksum itself, in four lanes that do not wait for each other. Finds damage, not malice. */
function checksum(numbers: Uint32Array): number {
  let [a, b, c, d] = [1, 2, 3, 4]
  const whole = numbers.length & ~3
  for (let i = 4; i < whole; i += 4) {
    a = Math.imul(a ^ numbers[i]!, 0x01000193)
    b = Math.imul(b ^ numbers[i + 1]!, 0x01000193)
    c = Math.imul(c ^ numbers[i + 2]!, 0x01000193)
    d = Math.imul(d ^ numbers[i + 3]!, 0x01000193)
  }
  for (let i = whole; i < numbers.length; i++) a = Math.imul(a ^ numbers[i]!, 0x01000193)
  for (const lane of [b, c, d]) a = Math.imul(a ^ lane ^ (lane >>> 15), 0x2c1b3c6d)
  return (a ^ (a >>> 13)) >>> 0
}
