import type { KeyTables } from '../index/tables.js'

/** Bits of a key. */
export const KeyFlag = {
  /** A whole form is written with these letters. */
  Whole: 1,
  /** A form may be torn apart after these letters. */
  Beginning: 2,
} as const

/** Bit of a cut that the author of the concept has listed. */
export const LISTED_CUT = 0x1000

/**
 * The compiled spellings: flat arrays, so that they can be saved as they are and used as they are read.
 * Keys are squashed (see `squash`): all ways to write a form, right and wrong, have the same one.
 */
export interface SpellingTables extends KeyTables {
  readonly keyFlags: Uint8Array
  /** Key `k` has the entries `[keyEntries[k], keyEntries[k + 1])`. */
  readonly keyEntries: Uint32Array
  /** Numbers in the term index: the concept, and which of its terms. */
  readonly entryConcept: Uint32Array
  readonly entryTerm: Uint16Array
  readonly entryFlags: Uint8Array
  readonly entryAgreement: Uint8Array
  /** Entry `e` is rightly written `texts[entryRight[e] .. entryRight[e + 1])`; a brand spelling follows after a line feed. */
  readonly entryRight: Uint32Array
  readonly texts: Uint16Array
  /** Entry `e` has the cuts `[entryCuts[e], entryCuts[e + 1])`: the place in the key, the kind times 256, and `LISTED_CUT`. */
  readonly entryCuts: Uint32Array
  readonly cuts: Uint16Array
}
