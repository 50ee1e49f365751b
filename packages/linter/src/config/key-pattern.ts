/**
 * Whether a pattern matches the place of a text in a file of texts. `*` is any one key, `**` any number of
 * them, and what a pattern matches it matches with everything below: `personal` and `sidor.*.personal`.
 */
export function matchesKey(pattern: string, keyPath: string): boolean {
  const wanted = pattern.split('.')
  // `tider[2].rubrik` is the keys tider, 2 and rubrik.
  const keys = keyPath.replace(/\[(\d+)\]/gu, '.$1').split('.')
  // Which beginnings of the pattern match the keys so far.
  let reached = withEmptyStars(new Set([0]), wanted)
  for (const key of keys) {
    if (reached.has(wanted.length)) return true
    const next = new Set<number>()
    for (const at of reached) {
      if (wanted[at] === '**') next.add(at)
      else if (wanted[at] === '*' || wanted[at] === key) next.add(at + 1)
    }
    reached = withEmptyStars(next, wanted)
  }
  return reached.has(wanted.length)
}

function withEmptyStars(reached: Set<number>, wanted: readonly string[]): Set<number> {
  for (const at of reached) if (wanted[at] === '**') reached.add(at + 1)
  return reached
}
