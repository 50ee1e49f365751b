import { closeSync, constants, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SourceFile } from '../documents/document.js'
import { extensionOf } from '../documents/parsers.js'
import { readError } from './read-error.js'

/** A file that cannot be linted: `message` says why and the way out. */
export interface Unreadable {
  readonly path: string
  readonly message: string
  /** It is no copy, or too much of it: no fault when nobody has named it. */
  readonly isSkipped?: true
}

/** UTF-16 code units in a line. Longer ones are data or minified code, not copy. */
export const LONGEST_LINE = 1_000_000
/** Bytes in a file, unless the settings say otherwise. */
export const LARGEST_FILE = 50_000_000

/** A file as it lies on the disk. */
export interface FileBytes {
  readonly path: string
  readonly bytes: Buffer
}

/** Reads `path` (from `cwd`), unless it is no file or too large. */
export function readBytes(path: string, cwd: string, largest = LARGEST_FILE): FileBytes | Unreadable {
  try {
    // One file at a time is read, so nothing else waits; the asynchronous calls take several times as long.
    const full = resolve(cwd, path)
    const known = statSync(full)
    // A pipe or a device may never end.
    if (!known.isFile() && !known.isDirectory()) return { path, message: NO_FILE }
    if (known.size > largest) return tooLarge(path, largest)
    return { path, bytes: readFileSync(full) }
  } catch (error) {
    return { path, message: readError(error) }
  }
}

/** Bytes of most files and more. */
const ROOM = 1 << 18
let room: Buffer | undefined

/**
 * What `readBytes` gives, quicker, for a file that was found in a folder. The bytes are those of the file until another is
 * read; see `owned`.
 */
export function readFoundBytes(path: string, cwd: string, largest = LARGEST_FILE): FileBytes | Unreadable {
  room ??= Buffer.allocUnsafeSlow(ROOM)
  try {
    // A pipe that has come in its place does not make us wait.
    const descriptor = openSync(resolve(cwd, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      let [length, read] = [0, 0]
      do {
        read = readSync(descriptor, room, length, ROOM - length, null)
        length += read
      } while (read > 0 && length < ROOM)
      if (length > 0 && length < ROOM && length <= largest) return { path, bytes: room.subarray(0, length) }
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // What is wrong with it is told below.
  }
  return readBytes(path, cwd, largest)
}

/** The file with bytes that stay as they are when another is read. */
export const owned = ({ path, bytes }: FileBytes): FileBytes => ({ path, bytes: Buffer.from(bytes) })

/** Reads `path` (from `cwd`) as UTF-8, or as Word writes it. A byte order mark stays in the text, so that offsets count it. */
export async function readSource(path: string, cwd: string, largest = LARGEST_FILE): Promise<SourceFile | Unreadable> {
  const read = readBytes(path, cwd, largest)
  return isUnreadable(read) ? read : sourceOf(read, largest)
}

const NO_FILE = 'Det är ingen vanlig fil. Skicka texten till standard in i stället, med --stdin.'

export const isUnreadable = (read: SourceFile | FileBytes | Unreadable): read is Unreadable => 'message' in read

const tooLarge = (path: string, largest: number): Unreadable => ({
  path,
  message: `Filen är större än ${(largest / 1_000_000).toLocaleString('sv')} MB, så den hoppas över. Dela upp den, eller höj --max-file-size.`,
  isSkipped: true,
})

const isOfWord = (path: string): boolean => extensionOf(path) === '.docx'

/** The source that the bytes are; the extension of the path says whether it is a document of Word. */
export async function sourceOf({ path, bytes }: FileBytes, largest = LARGEST_FILE): Promise<SourceFile | Unreadable> {
  if (!isOfWord(path)) return decode(path, bytes, largest)
  if (bytes.length > largest) return tooLarge(path, largest)
  const { readDocx } = await import('./read-docx.js')
  const source = readDocx(path, bytes)
  return isUnreadable(source) ? source : (longLineFault(source) ?? source)
}

/**
 * A source that is decoded each time its text is asked for: one that is known to be readable, and whose text is needed
 * late or never. Its bytes take half the room of its text. Undefined for documents of Word, which are not read so.
 */
export function sourceWhenAsked({ path, bytes }: FileBytes): SourceFile | undefined {
  return isOfWord(path) ? undefined : new DecodedWhenAsked(path, bytes)
}

class DecodedWhenAsked implements SourceFile {
  constructor(
    readonly path: string,
    private readonly bytes: Buffer,
  ) {}

  get text(): string {
    return this.bytes.toString('utf8')
  }
}

export function decode(path: string, bytes: Uint8Array, largest = LARGEST_FILE): SourceFile | Unreadable {
  if (bytes.length > largest) return tooLarge(path, largest)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { path, message: 'Filen är sparad som UTF-16. Spara den som UTF-8.' }
  }
  if (bytes.includes(0)) {
    return { path, message: 'Filen är binär, inte text. Ange bara textfiler, till exempel .md och .txt.' }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return {
      path,
      message: `Filen är inte sparad som UTF-8, se rad ${lineOfFirstInvalid(bytes)}. Spara den som UTF-8.`,
    }
  }
  return longLineFault({ path, text }) ?? { path, text }
}

function longLineFault({ path, text }: SourceFile): Unreadable | undefined {
  const line = longLine(text)
  if (line === undefined) return undefined
  return {
    path,
    message: `Rad ${line} har fler än ${LONGEST_LINE} tecken. Det är knappast text som någon ska läsa, så filen hoppas över.`,
    isSkipped: true,
  }
}

/** The line (from 1) of the first byte that is not UTF-8. */
function lineOfFirstInvalid(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (isUtf8(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  let line = 1
  for (let at = 0; at < low; at++) if (bytes[at] === 10) line++
  return line
}

/** Whether `bytes` begin as UTF-8; the last character may be cut off. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function longLine(text: string): number | undefined {
  if (text.length <= LONGEST_LINE) return undefined
  let start = 0
  for (let line = 1; ; line++) {
    const end = text.indexOf('\n', start)
    if ((end < 0 ? text.length : end) - start > LONGEST_LINE) return line
    if (end < 0) return undefined
    start = end + 1
  }
}
