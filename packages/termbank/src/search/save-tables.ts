import type { PartlyRead } from '../index/partly-read.js'

/**
 * Tables as bytes: arrays of numbers and texts, one after the other in an order that whoever saves and loads agrees on.
 *
 * ```
 * magic u32 │ version u32 │ checksum u32 │ belongs to u32 │ each table: bytes u32, 0 u32, body padded to eight
 * ```
 *
 * Little-endian. Loading makes views on the bytes and copies nothing but texts.
 */
export type Table = Uint32Array | Uint16Array | Int16Array | Uint8Array | Float64Array | string

/** What kind of file it is: its first four letters, the version of its tables, and a number for what it was made from. */
export interface TableFile {
  readonly magic: number
  readonly version: number
  readonly belongsTo: number
  /** For messages: ”The label index”. */
  readonly name: string
}

const HEADER_WORDS = 4
const TABLE_HEADER = 8

const padded = (length: number): number => (length + 7) & ~7

export function saveTables(tables: readonly Table[], { magic, version, belongsTo }: TableFile): Uint8Array {
  const chunks = tables.map((table) =>
    typeof table === 'string'
      ? new TextEncoder().encode(table)
      : new Uint8Array(table.buffer, table.byteOffset, table.byteLength),
  )
  const size = chunks.reduce((sum, chunk) => sum + TABLE_HEADER + padded(chunk.length), HEADER_WORDS * 4)
  const bytes = new Uint8Array(size)
  const words = new Uint32Array(bytes.buffer)
  words.set([magic, version, 0, belongsTo])
  let at = HEADER_WORDS * 4
  for (const chunk of chunks) {
    words[at >> 2] = chunk.length
    bytes.set(chunk, at + TABLE_HEADER)
    at += TABLE_HEADER + padded(chunk.length)
  }
  words[2] = checksum(words)
  return bytes
}

/** Gives the tables one by one, in the order in which they were saved. */
export interface TableReader {
  text(): string
  numbers<T extends Exclude<Table, string>>(Kind: ArrayOf<T>): T
}

interface ArrayOf<T> {
  new (buffer: ArrayBuffer, offset: number, length: number): T
  readonly BYTES_PER_ELEMENT: number
}

/**
 * Of a file that is read part by part, texts are not kept among its bytes too, and it is not summed: that would read all
 * of it.
 *
 * @throws {Error} when the bytes are of another kind or version, are damaged, or belong to something else
 */
export function loadTables(
  source: Uint8Array | PartlyRead,
  { magic, version, belongsTo, name }: TableFile,
): TableReader {
  const { bytes, need, copy } = 'bytes' in source ? source : whole(source)
  need?.(0, HEADER_WORDS * 4)
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
  if (words.length < HEADER_WORDS || words[0] !== magic) throw new Error(`These bytes are not ${lower(name)}.`)
  if (words[1] !== version)
    throw new Error(`${name} has version ${words[1]}; this program reads version ${version}. Build the bank again.`)
  if (bytes.byteLength % 8 !== 0 || (need === undefined && words[2] !== checksum(words)))
    throw new Error(`${name} is damaged. Build the bank again.`)
  if (words[3] !== belongsTo) throw new Error(`${name} belongs to another bank. Build the bank again.`)
  let at = HEADER_WORDS * 4
  const next = (): readonly [start: number, length: number] => {
    need?.(at, at + TABLE_HEADER)
    const length = words[at >> 2]!
    const start = at + TABLE_HEADER
    at = start + padded(length)
    if (at > bytes.length) throw new Error(`${name} is damaged. Build the bank again.`)
    return [start, length]
  }
  return {
    text() {
      const [start, length] = next()
      const text = copy?.(start, start + length) ?? bytes.subarray(start, start + length)
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
    },
    numbers(Kind) {
      const [start, length] = next()
      need?.(start, start + length)
      return new Kind(bytes.buffer as ArrayBuffer, bytes.byteOffset + start, length / Kind.BYTES_PER_ELEMENT)
    },
  }
}

/** Typed arrays need their own alignment, which a part of a larger buffer may lack. The `slice` of a Buffer is no copy. */
const whole = (bytes: Uint8Array): PartlyRead => ({
  bytes: bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes),
  need: undefined,
  copy: undefined,
})

const lower = (name: string): string => name[0]!.toLowerCase() + name.slice(1)

/** A rolling sum over all words but its own. It finds accidents, not attacks. */
function checksum(words: Uint32Array): number {
  let sum = words[1]!
  for (let at = 3; at < words.length; at++) sum = (Math.imul(sum, 31) + words[at]!) | 0
  return sum >>> 0
}
