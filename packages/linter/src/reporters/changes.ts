/** The lines that differ between two versions of a text: `- ` before, `+ ` after. */
export function changedLines(before: string, after: string): readonly string[] {
  const old = before.split(/\r\n|\r|\n/u)
  const fresh = after.split(/\r\n|\r|\n/u)
  if (old.length === fresh.length) {
    return old.flatMap((line, at) => (line === fresh[at] ? [] : [`- ${line}`, `+ ${fresh[at]}`]))
  }
  // A fix took a line break away. What is the same at both ends is left out.
  let start = 0
  while (start < Math.min(old.length, fresh.length) && old[start] === fresh[start]) start++
  let end = 0
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
  return [
    ...old.slice(start, old.length - end).map((line) => `- ${line}`),
    ...fresh.slice(start, fresh.length - end).map((line) => `+ ${line}`),
  ]
}
