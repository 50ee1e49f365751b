import { Inflate } from 'fflate'

/** Why a file cannot be unpacked. */
export type ZipFault = 'not-zip' | 'broken' | 'protected' | 'too-large'

export interface UnzipOptions {
  readonly isWanted: (name: string) => boolean
  /** Bytes that the wanted files may be together when they are unpacked. */
  readonly largest: number
}

/** Office files have tens. */
const MOST_ENTRIES = 10_000
/** Bytes given to `Inflate` at a time. It makes at most 1,032 times as much of them before it says how much. */
const SLICE = 16_384
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50

/**
 * The wanted files of a zip, by name; of several with one name, the first. Source: APPNOTE.TXT 6.3.10.
 *
 * fflate’s own `unzipSync` believes the sizes that the zip states: one that lies is unpacked to its
 * end, however long. Here what comes out is counted while it comes.
 */
export function unzip(bytes: Uint8Array, options: UnzipOptions): ReadonlyMap<string, Uint8Array> | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return filesIn(bytes, view, options)
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large'
    // A place outside the file (RangeError), or what fflate says of data that is no deflate.
    return 'broken'
  }
}

class TooLarge extends Error {}

function filesIn(bytes: Uint8Array, view: DataView, { isWanted, largest }: UnzipOptions) {
  const end = endOfDirectory(view)
  if (end === undefined) return startsAsZip(bytes) ? 'broken' : 'not-zip'
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) return 'too-large'
  const files = new Map<string, Uint8Array>()
  let left = largest
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'broken'
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))
    if (isWanted(name) && !files.has(name)) {
      if ((view.getUint16(at + 8, true) & 1) === 1) return 'protected'
      const content = unpack(packed(bytes, view, at), view.getUint16(at + 10, true), left)
      left -= content.length
      files.set(name, content)
    }
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
}

const startsAsZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Last in the file, but for a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}

/** The packed content of the directory's entry at `at`. */
function packed(bytes: Uint8Array, view: DataView, at: number): Uint8Array {
  const { size, offset } = placeOf(view, at)
  if (view.getUint32(offset, true) !== LOCAL_HEADER) throw new RangeError('No file begins where the directory says.')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + size > bytes.length) throw new RangeError('A file reaches beyond the zip.')
  return bytes.subarray(start, start + size)
}

/** Packed size and place, which stand in an extra field when the writer has made room for large files (zip64). */
function placeOf(view: DataView, at: number): { readonly size: number; readonly offset: number } {
  const inEntry = [24, 20, 42].map((field) => view.getUint32(at + field, true))
  let [, size = 0, offset = 0] = inEntry
  if (size !== 0xffff_ffff && offset !== 0xffff_ffff) return { size, offset }
  let field = at + 46 + view.getUint16(at + 28, true)
  const end = field + view.getUint16(at + 30, true)
  while (field < end) {
    if (view.getUint16(field, true) === 1) {
      let value = field + 4
      const next = () => {
        value += 8
        return Number(view.getBigUint64(value - 8, true))
      }
      if (inEntry[0] === 0xffff_ffff) next()
      if (size === 0xffff_ffff) size = next()
      if (offset === 0xffff_ffff) offset = next()
      break
    }
    field += 4 + view.getUint16(field + 2, true)
  }
  return { size, offset }
}

function unpack(content: Uint8Array, method: number, largest: number): Uint8Array {
  if (method === 0) {
    if (content.length > largest) throw new TooLarge()
    return content
  }
  if (method !== 8) throw new RangeError(`The zip is packed with method ${method}.`)
  const pieces: Uint8Array[] = []
  let length = 0
  const inflate = new Inflate((piece) => {
    length += piece.length
    if (length > largest) throw new TooLarge()
    pieces.push(piece)
  })
  for (let from = 0; from < content.length; from += SLICE) {
    inflate.push(content.subarray(from, from + SLICE), from + SLICE >= content.length)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
