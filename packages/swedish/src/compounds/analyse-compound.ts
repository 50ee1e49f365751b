import { type Lexicon, Role } from './lexicon.js'
import { isShortFirstPart, isWordSuffix } from './particles.js'

/** Longer words are not analysed: the longest compounds in ordinary text have some 50 letters. */
export const LONGEST_WORD = 100
/** A part has at least so many letters, unless a hyphen stands beside it. */
export const SHORTEST_PART = 3
/** More than any analysis can cost. */
export const IMPOSSIBLE = 1_000_000

// What a part costs. One part more always costs more than all the rest, so fewer parts win; among
// equals the lexicon's own word on what may stand first and last decides.
const PART = 1000
const BY_RULE = 60
const NAME = 80
const SHORT = 30
const NOT_LAST = 20
export const SHARED = 50
/** A part the lexicon does not know. Only a hyphen makes us believe in it, and only when nothing else will do. */
export const UNKNOWN = 6000
/** A listed compound costs more than its parts together, so that the parts are seen when they are known. */
const LISTED = 8000

export const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011

/** Cost of `roles` as a part before another, or `IMPOSSIBLE`. `length` in UTF-16 code units. */
export function firstCost(roles: number, length: number): number {
  if ((roles & (Role.First | Role.FirstByRule)) === 0 || (roles & Role.Particle) !== 0) return IMPOSSIBLE
  let cost = PART
  if ((roles & Role.First) === 0) cost += BY_RULE
  if ((roles & Role.Name) !== 0 && (roles & (Role.Noun | Role.Adjective)) === 0) cost += NAME
  if (length <= 3) cost += SHORT
  return cost
}

/** Cost of `roles` as the last part, or `IMPOSSIBLE`. Nouns, adjectives and participles are heads. */
export function headCost(roles: number, length: number): number {
  if ((roles & (Role.Word | Role.Last)) === 0) return IMPOSSIBLE
  let cost = PART
  if ((roles & (Role.Noun | Role.Adjective)) === 0) return IMPOSSIBLE
  if ((roles & Role.Last) === 0) cost += NOT_LAST
  if (length <= 3) cost += SHORT
  return cost
}

/** What a word's parts cost, from either end. Positions are UTF-16 code units from 0. */
export interface Costs {
  /** The word the numbers are for, and its length. */
  word: string
  n: number
  /** `before[i]`: cheapest way to see all of `[0, i)` as first parts; 0 at 0. */
  readonly before: Int32Array
  /** `after[j]`: cheapest way to see all of `[j, n)` as first parts and then a head; at a hyphen, of what follows it. */
  readonly after: Int32Array
  /** The cheapest analysis of the whole word, as one part too. */
  best: number
}

export const newCosts = (): Costs => ({
  word: '',
  n: 0,
  before: new Int32Array(LONGEST_WORD + 2),
  after: new Int32Array(LONGEST_WORD + 2),
  best: IMPOSSIBLE,
})

/**
 * Calls `part` for every form of the lexica that begins at `start`, shortest first; `roles` are
 * joined over the lexica. Costs at most the length of the longest form.
 */
export function formsFrom(
  lexica: readonly Lexicon[],
  word: string,
  start: number,
  end: number,
  part: (to: number, roles: number) => void,
): void {
  const [first, second] = lexica
  let a = first?.root ?? -1
  let b = second?.root ?? -1
  for (let i = start; i < end && (a !== -1 || b !== -1); i++) {
    const unit = word.charCodeAt(i)
    if (a !== -1) a = first!.step(a, unit)
    if (b !== -1) b = second!.step(b, unit)
    const roles = (a === -1 ? 0 : first!.rolesAt(a)) | (b === -1 ? 0 : second!.rolesAt(b))
    if (roles !== 0) part(i + 1, roles)
  }
}

/** Fills `costs` for `word`, which must not be longer than `LONGEST_WORD`. */
export function analyse(word: string, lexica: readonly Lexicon[], costs: Costs): Costs {
  const n = word.length
  const { before, after } = costs
  costs.word = word
  costs.n = n
  before.fill(IMPOSSIBLE, 0, n + 1)
  after.fill(IMPOSSIBLE, 0, n + 1)
  const cheaper = (table: Int32Array, at: number, cost: number): void => {
    if (cost < table[at]!) table[at] = cost
  }

  before[0] = 0
  let whole = IMPOSSIBLE
  let segment = 0
  for (let i = 0; i < n; i++) {
    if (isHyphen(word.charCodeAt(i))) {
      // Anything may stand before a hyphen: a word, an abbreviation, a number, a name.
      cheaper(before, i + 1, Math.min(before[i]!, before[segment]! + UNKNOWN))
      segment = i + 1
    }
    const here = before[i]!
    if (here >= IMPOSSIBLE) continue
    formsFrom(lexica, word, i, n, (to, roles) => {
      if (to === n) {
        // A verb is no head for a term, but it is a reading of the word: direkt|sända, not direkts|ända.
        if (i > 0 && (roles & Role.Verb) !== 0 && to - i >= SHORTEST_PART) whole = Math.min(whole, here + PART)
        if (i === 0 && (roles & Role.Word) !== 0)
          whole = (roles & Role.Compound) === 0 && nextHyphen(word, 0) === n ? PART : LISTED
        return
      }
      const cost = here + partCost(word, i, to, roles)
      cheaper(before, to, cost)
      // Three like letters are written as two: remiss + svar is remissvar.
      if (endsDouble(word, to)) cheaper(before, to - 1, cost + SHARED)
      const derived = derivedFrom(roles, word, to)
      if (derived !== -1 && word.charCodeAt(derived) === S) cheaper(before, derived + 1, here + PART)
    })
  }

  for (let j = n - 1; j >= 0; j--) {
    if (isHyphen(word.charCodeAt(j))) {
      after[j] = j + 1 === n ? IMPOSSIBLE : after[j + 1]!
      continue
    }
    formsFrom(lexica, word, j, n, (to, roles) => {
      cheaper(after, j, partCost(word, j, to, roles) + restCost(word, to, after))
      const derived = derivedFrom(roles, word, to)
      if (derived === -1) return
      if (HET_ENDINGS.has(word.slice(derived, derived + 6))) cheaper(after, j, PART)
      else if (word.charCodeAt(derived) === S) cheaper(after, j, PART + after[derived + 1]!)
    })
    if (j === 0 || isHyphen(word.charCodeAt(j - 1))) {
      const next = nextHyphen(word, j)
      if (j > 0 || next < n) cheaper(after, j, UNKNOWN + (next === n ? 0 : after[next]!))
    }
  }
  costs.best = Math.min(whole, after[0]!)
  return costs
}

/** Cost of all that stands from `at` on, after a part that ends there. */
export function restCost(word: string, at: number, after: Int32Array): number {
  if (at === word.length) return 0
  return endsDouble(word, at) ? Math.min(after[at]!, after[at - 1]! + SHARED) : after[at]!
}

/** Whether two like consonants stand before `at`, the latter of which the next part may begin with too. */
export function endsDouble(word: string, at: number): boolean {
  const unit = word.charCodeAt(at - 1)
  return at > 2 && unit === word.charCodeAt(at - 2) && !VOWELS.has(unit)
}
const VOWELS: ReadonlySet<number> = new Set([...'aeiouyåäö'].map((vowel) => vowel.charCodeAt(0)))

/** Cost of the form at `[start, to)` as the part that its place in the word makes it, or `IMPOSSIBLE`. */
export function partCost(word: string, start: number, to: number, roles: number): number {
  const hyphenBefore = start > 0 && isHyphen(word.charCodeAt(start - 1))
  const last = to === word.length
  const hyphenAfter = !last && isHyphen(word.charCodeAt(to))
  const length = to - start
  if (length < SHORTEST_PART && !hyphenAfter && !(hyphenBefore && last)) {
    if (last || !(start === 0 || hyphenBefore) || !isShortFirstPart(word.slice(start, to))) return IMPOSSIBLE
  }
  const listed = (roles & Role.Compound) === 0 ? 0 : LISTED
  if (last) {
    if (length <= LONGEST_SUFFIX && !hyphenBefore && isWordSuffix(word.slice(start))) return IMPOSSIBLE
    return headCost(roles, length) + listed
  }
  if (hyphenAfter && (roles & Role.Word) !== 0) return PART + listed
  return firstCost(roles, length) + listed
}

const S = 0x73
const LONGEST_SUFFIX = 8
/** Endings of nouns in -het. */
const HET_ENDINGS: ReadonlySet<string> = new Set(['', 's', 'en', 'ens', 'er', 'ers', 'erna', 'ernas'])

/** ”het” after an adjective makes a noun of it, öppen|het: where it ends, or -1. */
function derivedFrom(adjective: number, word: string, at: number): number {
  const wanted = Role.Adjective | Role.Base
  if ((adjective & wanted) !== wanted || (adjective & Role.Compound) !== 0) return -1
  return word.startsWith('het', at) ? at + 3 : -1
}

function nextHyphen(word: string, from: number): number {
  let i = from
  while (i < word.length && !isHyphen(word.charCodeAt(i))) i++
  return i
}
