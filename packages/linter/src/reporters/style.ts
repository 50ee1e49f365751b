/** Colours for a terminal, or none. */
export interface Style {
  red(text: string): string
  yellow(text: string): string
  blue(text: string): string
  bold(text: string): string
  faint(text: string): string
}

export function createStyle(colour: boolean): Style {
  const paint = (open: number, close: number) => (text: string) =>
    colour && text !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text
  return { red: paint(31, 39), yellow: paint(33, 39), blue: paint(34, 39), bold: paint(1, 22), faint: paint(2, 22) }
}

/**
 * As a terminal should see text from a file: control characters would move the cursor or change
 * its colours, so they are shown as signs. A byte order mark does neither, and is nothing to see.
 */
export const printable = (text: string): string =>
  text.replace(CONTROL, (char) => {
    if (char === BYTE_ORDER_MARK) return ''
    const code = char.charCodeAt(0)
    return code < 32 ? String.fromCharCode(0x2400 + code) : '\uFFFD'
  })

const BYTE_ORDER_MARK = '\uFEFF'
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
