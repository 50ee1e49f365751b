import { computedClass } from './char-class.js'

// The bundled command has these as they are (scripts/bundle.mjs), so that a process does not begin by asking for a
// thousand characters.

/** First code unit that is not in the table: Greek. Below it are Latin, IPA, spacing modifiers and combining marks. */
export const TABLE_END = 0x370

/** The class of every code unit below `TABLE_END`. Read only. */
export const CLASSES: Uint16Array = classTable(0, TABLE_END)

/** General Punctuation, where quotation marks, dashes and thin spaces are. */
export const GENERAL_START = 0x2000
export const GENERAL_END = 0x2070
export const GENERAL_CLASSES: Uint16Array = classTable(GENERAL_START, GENERAL_END)

function classTable(start: number, end: number): Uint16Array {
  const table = new Uint16Array(end - start)
  for (let code = start; code < end; code++) table[code - start] = computedClass(code)
  return table
}
