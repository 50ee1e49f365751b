import type { ProseMap } from './prose-map.js'
import { createProse } from './prose-map.js'

/** A text on its way from file to prose: an escape or a line break has been undone, and every character knows its place. */
export interface DecodedText {
  readonly text: string
  readonly map: ProseMap
}

/** A stretch of a file that is written as it reads. */
export function asWritten(file: string, start: number, end: number): DecodedText {
  const builder = createProse(file)
  builder.add(file.slice(start, end), start, end)
  return decoded(builder.finish())
}

/**
 * `source` from `start` on, with what `pattern` finds read as `read` says; what it says nothing of
 * is left as it is. A value stands where the escape stood.
 */
export function withoutEscapes(
  { text, map }: DecodedText,
  pattern: RegExp,
  read: (found: RegExpExecArray) => string | undefined,
  start = 0,
): DecodedText {
  if (start === 0 && text.search(pattern) < 0) return { text, map }
  // The text between the file and the prose; only the prose needs to know the file.
  const builder = createProse('')
  const addAsIs = (from: number, to: number) => {
    if (to <= from) return
    for (const piece of map.pieces({ start: from, end: to })) {
      builder.add(text.slice(piece.start, piece.end), piece.source.start, piece.source.end)
    }
  }
  let from = start
  for (const found of text.slice(start).matchAll(pattern)) {
    const value = read(found)
    if (value === undefined) continue
    const at = start + found.index
    addAsIs(from, at)
    from = at + found[0].length
    const source = map.toSource({ start: at, end: from })
    builder.add(value, source.start, source.end)
  }
  addAsIs(from, text.length)
  return decoded(builder.finish())
}

/** The character with the hexadecimal number `digits`, if there is one. */
export const characterOf = (digits: string | undefined): string | undefined =>
  digits === undefined ? undefined : String.fromCharCode(Number.parseInt(digits, 16))

export const decoded = ({ prose, map }: { readonly prose: string; readonly map: ProseMap }): DecodedText => ({
  text: prose,
  map,
})
