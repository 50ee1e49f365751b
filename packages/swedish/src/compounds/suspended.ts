import type { Lexicon } from './lexicon.js'
import { splitCompound } from './split-compound.js'

/** The word that a suspended one stands for, and where the part it borrows is in the other word. */
export interface ResolvedSuspension {
  /** The key of the whole word: ”vätskebehandling” for ”vätske-”. */
  readonly word: string
  /** The borrowed part in `other`, in UTF-16 code units from 0: ”behandling” in ”nutritionsbehandling”. */
  readonly borrowed: { readonly start: number; readonly end: number }
}

/**
 * What a part with a hyphen in place of another stands for. `suspended` is ”vätske-” or ”-element”
 * and `other` the whole compound it is coordinated with (”nutritionsbehandling” after it,
 * ”navigeringsmenyer” before it); all are keys (see `wordKey`).
 *
 * The readings of `other` are tried best first, and only its last part (for ”-element” all but its last)
 * is borrowed: hälso- och sjukvård is hälsovård. The first result that is a word or a compound is taken. A name or an abbreviation keeps its
 * hyphen: IT- och teleavdelning is it-avdelning. `undefined` when `other` is no compound we know.
 */
export function resolveSuspended(
  suspended: string,
  other: string,
  lexica: { lexicon: Lexicon; extra?: Lexicon },
): ResolvedSuspension | undefined {
  const atEnd = suspended.endsWith('-')
  const atStart = suspended.startsWith('-')
  const stem = suspended.replace(/^-|-$/gu, '')
  if (atEnd === atStart || stem === '') return undefined
  const candidates: ResolvedSuspension[] = []
  for (const { parts } of splitCompound(other, lexica)) {
    const cut = atEnd ? parts.at(-1)!.start : parts.at(-2)!.end
    const borrowed = atEnd ? { start: cut, end: other.length } : { start: 0, end: cut }
    const rest = other.slice(borrowed.start, borrowed.end)
    candidates.push({ word: atEnd ? joined(stem, rest) : joined(rest, stem), borrowed })
  }
  const known = candidates.find(
    ({ word }) => lexica.lexicon.has(word) || lexica.extra?.has(word) || splitCompound(word, lexica).length > 0,
  )
  if (known !== undefined) return known
  const [first] = candidates
  if (first === undefined) return undefined
  const { borrowed } = first
  const rest = other.slice(borrowed.start, borrowed.end)
  return { word: atEnd ? `${stem}-${rest}` : `${rest}-${stem}`, borrowed }
}

/** Three like letters are written as two: remiss and svar make remissvar. */
function joined(first: string, head: string): string {
  const double = first.at(-1) === first.at(-2) && first.at(-1) === head[0]
  return double ? first + head.slice(1) : first + head
}
