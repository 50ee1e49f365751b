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

/** So many brackets in one text, or so many for its length, are no links but data, or somebody’s trick. */
const MOST_BRACKETS = 4_000
const MOST_STEPS = 300_000_000

/**
 * Takes brackets as text where there are thousands in one paragraph. Lezer goes back over all of them at each link,
 * and on over the text at each address without an end, so that its time would grow with their square.
 */
function fewBrackets(): MarkdownConfig {
  let asked = ''
  let areTooMany = false
  return {
    parseInline: [
      {
        name: 'FewBrackets',
        before: 'Escape',
        parse({ text }, next, from) {
          if (next !== 91 && next !== 93) return -1
          if (text !== asked) {
            asked = text
            areTooMany = hasTooMany(text)
          }
          return areTooMany ? from + 1 : -1
        },
      },
    ],
  }
}

function hasTooMany(text: string): boolean {
  let brackets = 0
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) brackets++
  return brackets > MOST_BRACKETS || brackets * text.length > MOST_STEPS
}

/** CommonMark with the extensions of GitHub, as Lezer has it. */
export const slowLezer = parser.configure(GFM)
/** The same, faster. */
export const lezer = parser.configure([GFM, fewBrackets(), plainRuns()])
