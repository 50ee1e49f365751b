import type { Span } from '@klarsprak/swedish'
import type { Position, Range } from 'vscode-languageserver-types'

/** What an LSP `character` counts. Source: Language Server Protocol 3.17, "PositionEncodingKind". */
export const ENCODINGS = ['utf-16', 'utf-8', 'utf-32'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The first of the client's encodings that we know; UTF-16 when it offers none, as the protocol says. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  const known = offered?.find((name) => (ENCODINGS as readonly string[]).includes(name))
  return (known as Encoding | undefined) ?? 'utf-16'
}

/**
 * Offsets of a text (UTF-16 code units from 0) as an editor's places (line and character from 0, the
 * character in the negotiated encoding), and back. Lines end at LF, CRLF or CR.
 */
export interface Lines {
  readonly count: number
  positionAt(offset: number): Position
  /** Never fails: a place outside the text becomes the nearest one in it, as the protocol asks. */
  offsetAt(position: Position): number
  rangeOf(span: Span): Range
  spanOf(range: Range): Span
  /** Where line `line` (from 0) begins, and where its text ends before the line break. */
  line(line: number): Span
}

export function linesOf(text: string, encoding: Encoding = 'utf-16'): Lines {
  const starts = lineStarts(text)
  const lineAt = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const line = (number: number): Span => {
    const start = starts[number] ?? text.length
    let end = starts[number + 1] ?? text.length
    while (end > start && isBreak(text.charCodeAt(end - 1))) end--
    return { start, end }
  }
  const positionAt = (offset: number): Position => {
    const inside = Math.min(Math.max(offset, 0), text.length)
    const number = lineAt(inside)
    return { line: number, character: lengthIn(encoding, text, starts[number]!, inside) }
  }
  const offsetAt = ({ line: number, character }: Position): number => {
    if (number < 0) return 0
    if (number >= starts.length) return text.length
    const { start, end } = line(number)
    return offsetOf(encoding, text, start, end, character)
  }
  return {
    count: starts.length,
    positionAt,
    offsetAt,
    line,
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
    spanOf: (range) => {
      const [a, b] = [offsetAt(range.start), offsetAt(range.end)]
      return { start: Math.min(a, b), end: Math.max(a, b) }
    },
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}

const isBreak = (code: number): boolean => code === 10 || code === 13

/** How long `[start, end)` is in the encoding. */
function lengthIn(encoding: Encoding, text: string, start: number, end: number): number {
  if (encoding === 'utf-16') return end - start
  let length = 0
  for (let at = start; at < end; at += widthAt(text, at, end)) length += sizeOf(encoding, text, at, end)
  return length
}

/** The offset that lies `length` into `[start, end)`; inside a character, where it begins. */
function offsetOf(encoding: Encoding, text: string, start: number, end: number, length: number): number {
  if (encoding === 'utf-16') return Math.min(start + Math.max(length, 0), end)
  let left = length
  let at = start
  while (at < end) {
    left -= sizeOf(encoding, text, at, end)
    if (left < 0) break
    at += widthAt(text, at, end)
  }
  return at
}

/** Two for a pair of surrogates, otherwise one. */
function widthAt(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at)
  const isPair = code >= 0xd800 && code < 0xdc00 && at + 1 < end && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
  return isPair ? 2 : 1
}

function sizeOf(encoding: Encoding, text: string, at: number, end: number): number {
  if (encoding === 'utf-32') return 1
  if (widthAt(text, at, end) === 2) return 4
  const code = text.charCodeAt(at)
  // A lone surrogate is sent as U+FFFD, which takes three bytes.
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3
}
