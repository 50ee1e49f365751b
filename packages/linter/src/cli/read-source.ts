import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { SourceFile } from '../documents/document.js'

/** A file that cannot be linted: `message` says why and the way out. */
export interface Unreadable {
  readonly path: string
  readonly message: string
}

/** UTF-16 code units in a line. Longer ones are data or minified code, not copy. */
export const LONGEST_LINE = 1_000_000
/** Bytes in a file. */
const LARGEST_FILE = 50_000_000

/** Reads `path` (from `cwd`) as UTF-8. A byte order mark stays in the text, so that offsets count it. */
export async function readSource(path: string, cwd: string): Promise<SourceFile | Unreadable> {
  try {
    return decode(path, await readFile(resolve(cwd, path)))
  } catch (error) {
    return { path, message: readError(error) }
  }
}

export const isUnreadable = (source: SourceFile | Unreadable): source is Unreadable => 'message' in source

export function decode(path: string, bytes: Uint8Array): SourceFile | Unreadable {
  if (bytes.length > LARGEST_FILE)
    return { path, message: `Filen är större än ${LARGEST_FILE / 1_000_000} MB. Dela upp den.` }
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
  const line = longLine(text)
  if (line !== undefined) {
    return {
      path,
      message: `Rad ${line} har fler än ${LONGEST_LINE} tecken. Det är knappast text som någon ska läsa, så filen hoppas över.`,
    }
  }
  return { path, text }
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

/** What a failed reading or writing means, and the way out. */
export function readError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: 'Filen finns inte. Kontrollera sökvägen.',
    EACCES: 'Filen går inte att läsa. Kontrollera filens rättigheter.',
    EPERM: 'Filen går inte att läsa. Kontrollera filens rättigheter.',
    EISDIR: 'Det är en mapp, inte en fil.',
    ENOTDIR: 'En del av sökvägen är en fil, inte en mapp. Kontrollera sökvägen.',
    ELOOP: 'Den symboliska länken leder i en ring.',
    ENAMETOOLONG: 'Sökvägen är för lång.',
    EMFILE: 'För många filer är öppna. Försök igen med färre filer.',
  }
  return sentences[code] ?? `Filen går inte att läsa (${code || 'okänt fel'}).`
}
