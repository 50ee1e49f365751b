import { keptByWord, WORD_HASH_START, wordHashEnd, wordHashStep } from '@klarsprak/swedish'
import type { CompoundFinder } from './compound-finder.js'
import { findTermKey, LONGEST_KEY, partBit, partSenses, SenseFlag, type TermTables } from './tables.js'

/** A term inside a word. UTF-16 code units from 0 in the word's key. */
export interface PartHit {
  readonly start: number
  readonly end: number
  readonly part: 'head' | 'modifier'
  readonly senses: readonly number[]
}

const HYPHEN = 0x2d
/** Where a word is spelt while it is searched. */
const units = new Uint16Array(LONGEST_KEY)
const NO_HITS: readonly PartHit[] = []
const NO_SENSES: readonly number[] = []

/** Tells the terms inside the word with a number; each word is looked through once. */
export const partsByWord = (tables: TermTables, finder: CompoundFinder): ((number: number) => readonly PartHit[]) =>
  keptByWord((key) => partsOf(tables, key, finder))

/**
 * Every stretch of the word `key` that is spelt as a part of a compound and that `finder` believes in,
 * from the left, the longer before the shorter. Costs at most the square of the word's length.
 */
export function partsOf(tables: TermTables, key: string, finder: CompoundFinder): readonly PartHit[] {
  const n = key.length
  if (n < 3 || n > LONGEST_KEY) return NO_HITS
  for (let i = 0; i < n; i++) units[i] = key.charCodeAt(i)
  // ”hälso-” and ”-element” are compounds whose other part stands elsewhere.
  const from = units[0] === HYPHEN ? 1 : 0
  const to = units[n - 1] === HYPHEN ? n - 1 : n
  const core = key.slice(from, to)
  let hits: PartHit[] | undefined

  for (let start = from; start < to; start++) {
    const opens = start === from || units[start - 1] === HYPHEN
    if (!mayStart(tables, start, to, opens)) continue
    let hash = WORD_HASH_START
    const here: PartHit[] = []
    for (let end = start + 1; end <= to; end++) {
      hash = wordHashStep(hash, units[end - 1]!)
      if (start === 0 && end === n) break
      const closes = end === to || units[end] === HYPHEN
      if (end - start < 3 && !(opens && closes)) continue
      const found = findTermKey(tables, units, start, end, wordHashEnd(hash))
      if (found === 0) continue
      const senses = sensesFor(tables, found - 1, end === n, end < n && units[end] === HYPHEN)
      if (senses.length === 0) continue
      const alone = start === from && end === to
      if (!alone && !finder.holds(core, start - from, end - from)) continue
      here.push({ start, end, part: end === n ? 'head' : 'modifier', senses })
    }
    if (here.length > 0) (hits ??= []).push(...here.reverse())
  }
  return hits ?? NO_HITS
}

function mayStart(tables: TermTables, start: number, to: number, opens: boolean): boolean {
  if (to - start < 3) return opens
  const bit = partBit(units[start]!, units[start + 1]!, units[start + 2]!)
  if ((tables.partStarts[bit >> 5]! & (1 << (bit & 31))) !== 0) return true
  // A form of one or two letters has no bit; it counts only between hyphens: ”it-stöd”.
  return opens && (units[start + 1] === HYPHEN || units[start + 2] === HYPHEN)
}

/** A last part is a whole form of the term; one before it is a first-part form, or before a hyphen also a whole form. */
function sensesFor(tables: TermTables, key: number, last: boolean, hyphen: boolean): readonly number[] {
  const [from, to] = partSenses(tables, key)
  if (from === to) return NO_SENSES
  const senses: number[] = []
  const asFirst: number[] = []
  for (let sense = from; sense < to; sense++) {
    const head = (tables.senseFlags[sense]! & SenseFlag.Head) !== 0
    if (last ? head : !head) senses.push(sense)
    else if (head && hyphen) asFirst.push(sense)
  }
  return senses.length > 0 ? senses : asFirst
}
