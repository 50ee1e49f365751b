import { GFM, type MarkdownConfig, parser } from '@lezer/markdown'

/** Characters that may begin something inside a text: all others are only themselves. */
const SIGNS = tableOf('\\`*_[]<>~&!')

function tableOf(chars: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const char of chars) table[char.charCodeAt(0)] = 1
  return table
}

/** Where a bare address begins, or the sign that an address of mail has inside. */
const ADDRESS = /@|www\.|https?:\/\/|mailto:|xmpp:/gu

/** Where the next bare address may begin at or after `from`, and from where to ask again. */
function nextAddress(text: string, from: number): { readonly start: number; readonly end: number } {
  ADDRESS.lastIndex = from
  const found = ADDRESS.exec(text)
  if (found === null) return { start: text.length, end: text.length }
  let start = found.index
  if (found[0] === '@') while (start > from && /[\w.+-]/.test(text[start - 1]!)) start--
  return { start, end: found.index + found[0].length }
}

/**
 * Takes a run of plain text at once. Lezer else asks each of its inline readers about each character, which is most
 * of its work on prose.
 */
function plainRuns(): MarkdownConfig {
  let asked = ''
  /** The next address after `askedFrom`. */
  let address = { start: 0, end: 0 }
  let askedFrom = 0
  return {
    parseInline: [
      {
        name: 'PlainRun',
        before: 'Escape',
        parse(cx, _, from) {
          const { text, offset } = cx
          const start = from - offset
          if (text !== asked || start < askedFrom || start >= address.end) {
            address = nextAddress(text, start)
            asked = text
            askedFrom = start
          }
          const to = address.start
          let at = start
          for (; at < to; at++) {
            const code = text.charCodeAt(at)
            if (code < 128 && SIGNS[code] === 1) break
            // Two spaces at the end of a line are a hard break.
            if (code === 32 && text.charCodeAt(at + 1) === 32) break
          }
          return at > start ? at + offset : -1
        },
      },
    ],
  }
}

/** CommonMark with the extensions of GitHub, as Lezer has it. */
export const slowLezer = parser.configure(GFM)
/** The same, faster. */
export const lezer = parser.configure([GFM, plainRuns()])
