/** Lines of a file, from 1, both included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** Whether `[start, end)` of `text` touches the lines. Lines are git's: they end at LF only. */
export function touching(text: string, ranges: readonly LineRange[] | 'all'): (start: number, end: number) => boolean {
  if (ranges === 'all') return () => true
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineAt = (offset: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
  return (start, end) => {
    const first = lineAt(start)
    const last = lineAt(Math.max(start, end - 1))
    return ranges.some((range) => range.first <= last && first <= range.last)
  }
}
