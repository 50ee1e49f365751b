/** A place as people and editors name it: line and column from 1, in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

export interface Positions {
  /** @throws {RangeError} if `offset` is outside `[0, text.length]`. */
  at(offset: number): Position
  /** The text of line `line` (from 1), without its line ending. */
  line(line: number): string
  /** The offset of the first character of line `line` (from 1). */
  startOf(line: number): number
  readonly lineCount: number
}

/** Lines end at LF, CRLF or CR. Built once for a file, then each place takes logarithmic time. */
export function positionsIn(text: string): Positions {
  // Nearly all files have LF only, and looking for that is several times quicker than looking at each character.
  const starts = text.includes('\r') ? startsOfLines(text) : startsAfterLineFeeds(text)
  return {
    lineCount: starts.length,
    at(offset) {
      if (offset < 0 || offset > text.length) {
        throw new RangeError(`The offset ${offset} is outside the text [0, ${text.length}].`)
      }
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >>> 1
        if (starts[middle]! <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: offset - starts[low]! + 1, offset }
    },
    startOf: (line) => startOf(starts, line),
    line: (line) => text.slice(startOf(starts, line), starts[line] ?? text.length).replace(/[\r\n]{1,2}$/u, ''),
  }
}

function startOf(starts: readonly number[], line: number): number {
  const start = starts[line - 1]
  if (start === undefined) throw new RangeError(`Line ${line} is outside the text [1, ${starts.length}].`)
  return start
}

function startsAfterLineFeeds(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}
