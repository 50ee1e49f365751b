/** Words in a menu: in quotes, on one line and not too long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return `”${[...line].length > 60 ? `${[...line].slice(0, 59).join('')}…` : line}”`
}
