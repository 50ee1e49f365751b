/** A path as services want it: forward slashes and no `./` before it. */
export function reportPath(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/')
  let first = 0
  while (parts[first] === '.' && first < parts.length - 1) first++
  return parts.slice(first).join('/')
}
