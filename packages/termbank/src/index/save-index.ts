import type { CompoundFinder } from './compound-finder.js'
import type { TermTables, TermTablesMeta } from './tables.js'
import { createTermIndex, type TermIndex } from './term-index.js'

// file   magic 8 bytes │ version u32 │ checksum u32 │ length u32 │ order u32 │ sections (offset u32, bytes u32) … │ bodies
// All numbers are little-endian; every body begins at a multiple of 4; `length` is of the whole file. `order` is
// written as a number and read as a number, so that a machine that orders bytes otherwise sees it. The checksum covers
// what follows it.

const MAGIC = 'KLARTERM'
export const INDEX_VERSION = 1
const ORDER = 0x01020304
const HEADER = 24

/** The arrays in the order of the file. A new version when this changes, or the meaning of what is in them. */
const SECTIONS = [
  ['keySlots', Uint32Array],
  ['keyHashes', Uint32Array],
  ['keyStarts', Uint32Array],
  ['keyUnits', Uint16Array],
  ['keyNode', Uint32Array],
  ['keyPart', Uint32Array],
  ['partStarts', Uint32Array],
  ['nodeEntry', Uint32Array],
  ['nodeFlags', Uint8Array],
  ['edgeNode', Uint32Array],
  ['edgeKey', Uint32Array],
  ['edgeTo', Uint32Array],
  ['entryStarts', Uint32Array],
  ['senseTerm', Uint32Array],
  ['senseFeatures', Uint32Array],
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
  Exclude<keyof TermTables, 'meta'>,
  Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor,
])[]

/** The bytes are not an index that this version can use. The message is for the user and says what to do. */
export class IndexFormatError extends Error {
  override readonly name = 'IndexFormatError'
}

/** The index as bytes, the same for the same bank. */
export function saveIndex({ tables }: TermIndex): Uint8Array {
  const bodies: Uint8Array[] = [
    new TextEncoder().encode(JSON.stringify(tables.meta)),
    ...SECTIONS.map(([name]) => {
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

/**
 * The index that `saveIndex` made the bytes of. The arrays are views of `bytes`, which must not be changed afterwards;
 * concepts are read when they are first needed.
 *
 * @throws {IndexFormatError} if the bytes are no index, are damaged, or are of another version
 */
export function loadIndex(
  bytes: Uint8Array,
  { compounds }: { readonly compounds?: CompoundFinder | undefined } = {},
): TermIndex {
  if (bytes.length < HEADER || String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new IndexFormatError('Filen är inget termindex. Bygg banken på nytt.')
  }
  // Typed arrays need their own alignment; a slice of a larger buffer may not have it.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const numbers = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
  if (numbers[5] !== ORDER)
    throw new IndexFormatError('Termindexet är gjort för en annan sorts dator. Bygg banken på nytt.')
  if (numbers[2] !== INDEX_VERSION) {
    throw new IndexFormatError(
      `Termindexet har version ${numbers[2]}, men det här programmet läser version ${INDEX_VERSION}. Bygg banken på nytt.`,
    )
  }
  if (numbers[4] !== aligned.length || numbers[3] !== checksum(numbers)) {
    throw new IndexFormatError('Termindexet är skadat. Bygg banken på nytt.')
  }
  const body = (section: number): { readonly offset: number; readonly length: number } => ({
    offset: aligned.byteOffset + numbers[HEADER / 4 + section * 2]!,
    length: numbers[HEADER / 4 + section * 2 + 1]!,
  })
  const first = body(0)
  const json = new TextDecoder().decode(new Uint8Array(aligned.buffer, first.offset, first.length))
  const arrays = SECTIONS.map(([name, Kind], i) => {
    const { offset, length } = body(i + 1)
    return [name, new Kind(aligned.buffer as ArrayBuffer, offset, length / Kind.BYTES_PER_ELEMENT)] as const
  })
  const tables = { meta: JSON.parse(json) as TermTablesMeta, ...Object.fromEntries(arrays) } as unknown as TermTables
  return createTermIndex(tables, { compounds })
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
