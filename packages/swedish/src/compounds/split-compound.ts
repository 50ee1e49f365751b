import {
  endsDouble,
  formsFrom,
  headCost,
  IMPOSSIBLE,
  isHyphen,
  LONGEST_WORD,
  partCost,
  SHARED,
  UNKNOWN,
} from './analyse-compound.js'
import { type Lexicon, Role } from './lexicon.js'

/** One part of a compound. UTF-16 code units from 0 in the word. */
export interface CompoundPart {
  /** As it is spelt in the word, link included: ”hälso”. */
  readonly text: string
  readonly start: number
  /** Where the text ends. The next part may begin one unit earlier, see `joiner`. */
  readonly end: number
  /**
   * What stands between this part and the next. `shared` is the letter that both are spelt with:
   * ”remissvar” is ”remiss” and ”svar”.
   */
  readonly joiner: '' | '-' | 'shared'
  /** Not in the lexicon: an abbreviation, a number, a name. Only beside a hyphen. */
  readonly unknown: boolean
}

export interface CompoundSplit {
  readonly parts: readonly CompoundPart[]
  /** Smaller is better. Comparable between splits of one word only. */
  readonly cost: number
}

/** How many readings of the rest of a word are kept at each place. */
const KEPT = 4
/** A verb at the end is possible, but less likely than anything else: kort|sluta. */
const VERB_HEAD = 40
/** Between splits with as many parts, each letter of the head counts for this much. */
const HEAD_LETTER = 5
/** A listed word with a hyphen in it is one part: e-post|adress. */
const LISTED_HYPHEN = -60

interface Reading {
  readonly part: CompoundPart
  readonly next: Reading | undefined
  readonly cost: number
}

/**
 * The ways to see `word` (a key, see `wordKey`) as a compound, best first: fewest parts, then what
 * the lexicon itself declares, then the longest head. At most four; none for a word that is listed
 * as one piece (”rapport”), has an unknown part without a hyphen, or is longer than `LONGEST_WORD`.
 * A colon belongs to its part: ”API:er”. `extra` holds words the general lexicon lacks.
 *
 * Time grows with the length of the word times that of the longest form in it.
 */
export function splitCompound(
  word: string,
  { lexicon, extra }: { lexicon: Lexicon; extra?: Lexicon },
): readonly CompoundSplit[] {
  const n = word.length
  if (n > LONGEST_WORD || n === 0) return []
  const lexica = extra === undefined ? [lexicon] : [lexicon, extra]
  const listed = lexica.reduce((roles, one) => roles | one.roles(word), 0)
  const hyphenated = word.includes('-', 1)
  if ((listed & Role.Word) !== 0 && (listed & Role.Compound) === 0 && !hyphenated) return []

  // From the end: the best readings of what begins at each place.
  const readings: Reading[][] = Array.from({ length: n + 1 }, () => [])
  for (let start = n - 1; start >= 0; start--) {
    if (isHyphen(word.charCodeAt(start))) continue
    const here: Reading[] = []
    const add = (to: number, cost: number, unknown: boolean): void => {
      const part = (joiner: CompoundPart['joiner']): CompoundPart => ({
        text: word.slice(start, to),
        start,
        end: to,
        joiner,
        unknown,
      })
      if (to === n) return void here.push({ part: part(''), next: undefined, cost: cost - HEAD_LETTER * (n - start) })
      const hyphen = isHyphen(word.charCodeAt(to))
      for (const next of readings[hyphen ? to + 1 : to]!) {
        here.push({ part: part(hyphen ? '-' : ''), next, cost: cost + next.cost })
      }
      if (hyphen || !endsDouble(word, to)) return
      for (const next of readings[to - 1]!) {
        // Shared, the next part must be more than what is left without it.
        if (next.part.end > to) here.push({ part: part('shared'), next, cost: cost + SHARED + next.cost })
      }
    }
    formsFrom(lexica, word, start, n, (to, roles) => {
      if (start === 0 && to === n) return
      // Here a listed compound is one part: patient|datalagen rather than patient|data|lagen.
      const cost = costOf(word, start, to, roles & ~Role.Compound)
      if (cost < IMPOSSIBLE) add(to, cost + (word.slice(start, to).includes('-') ? LISTED_HYPHEN : 0), false)
    })
    if (start === 0 || isHyphen(word.charCodeAt(start - 1))) {
      let end = start
      while (end < n && !isHyphen(word.charCodeAt(end))) end++
      if (hyphenated && !here.some(({ part }) => part.joiner === '-' || part.end === n)) add(end, UNKNOWN, true)
    }
    readings[start] = here.sort((a, b) => a.cost - b.cost).slice(0, KEPT)
  }
  return readings[0]!
    .filter(({ next }) => next !== undefined)
    .map((reading) => ({ parts: partsOf(reading), cost: reading.cost }))
}

function costOf(word: string, start: number, to: number, roles: number): number {
  const cost = partCost(word, start, to, roles)
  if (cost < IMPOSSIBLE || to < word.length || (roles & Role.Verb) === 0 || to - start < 3) return cost
  return headCost(roles | Role.Noun, to - start) + VERB_HEAD
}

function partsOf(reading: Reading): CompoundPart[] {
  const parts: CompoundPart[] = []
  for (let at: Reading | undefined = reading; at !== undefined; at = at.next) parts.push(at.part)
  return parts
}
