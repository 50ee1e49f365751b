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

export const decoded = ({ prose, map }: { readonly prose: string; readonly map: ProseMap }): DecodedText => ({
  text: prose,
  map,
})
