import type { Positions } from '../findings/positions.js'

/** A place as tools that count bytes name it: line from 1, column from 1 in bytes of UTF-8. */
export interface Utf8Position {
  readonly line: number
  readonly column: number
}

/** UTF-16 code units between the places whose bytes are counted beforehand. */
const STEP = 256

/** Places in `text` by offset. Built once for a file, then a place takes logarithmic time, however long its line. */
export function utf8PositionsIn(text: string, positions: Positions): (offset: number) => Utf8Position {
  const steps = new Float64Array(Math.floor(text.length / STEP) + 1)
  for (let step = 1; step < steps.length; step++) {
    steps[step] = steps[step - 1]! + utf8Length(text, (step - 1) * STEP, step * STEP)
  }
  const bytesBefore = (offset: number) => {
    const step = Math.floor(offset / STEP)
    return steps[step]! + utf8Length(text, step * STEP, offset)
  }
  return (offset) => {
    const { line } = positions.at(offset)
    return { line, column: bytesBefore(offset) - bytesBefore(positions.startOf(line)) + 1 }
  }
}

/** Bytes of `[start, end)` in UTF-8. Half a surrogate pair counts as two, so that halves add up to the whole. */
function utf8Length(text: string, start: number, end: number): number {
  let length = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    length += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code >= 0xd8_00 && code < 0xe0_00 ? 2 : 3
  }
  return length
}
