/** Bits of a character as `wordKey` sees it: 1 = already as it is in a key, 2 = only lower case is needed. */
const KEY_READY = 1
const KEY_LOWER = 2

/** How each Latin-1 character stands towards a key. `0` sends the text the long way. */
const LATIN1 = latin1Table()

function latin1Table(): Uint8Array {
  const table = new Uint8Array(256)
  for (let code = 0; code < 256; code++) {
    const char = String.fromCharCode(code)
    if (code < 0x20 || code === 0xa0 || code === 0xad || code === 0xb4) continue
    table[code] = char.toLowerCase() === char ? KEY_READY : KEY_LOWER
  }
  return table
}

/**
 * The key of a word: what two spellings of the same word have in common. This is the only definition of it.
 *
 * - Unicode NFC, lower case. `å ä ö é` are letters of their own and are never folded.
 * - Soft hyphens, zero-width and direction characters go.
 * - Hyphen and non-breaking hyphen (U+2010, U+2011) become `-`.
 * - Every white space character becomes one space.
 * - Typographic apostrophes and the acute accent typed as one become `'`.
 *
 * `wordKey(wordKey(x)) === wordKey(x)`. A key of a lower-case Latin-1 word is the same string, without allocation.
 */
export function wordKey(text: string): string {
  let lower = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const ready = code < 256 ? LATIN1[code]! : 0
    if (ready === KEY_READY) continue
    if (ready === 0) return foldedKey(text)
    lower = true
  }
  return lower ? text.toLowerCase() : text
}

function foldedKey(text: string): string {
  return (
    text
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g, '')
      // Lower case of U+0130 is two characters that NFC leaves alone; the second NFC is for other such letters.
      .normalize('NFC')
      .toLowerCase()
      .normalize('NFC')
      .replace(/[\u2010\u2011]/g, '-')
      .replace(/[\u00b4\u2018\u2019\u201b\u02bc]/g, "'")
      .replace(/\s/g, ' ')
  )
}
