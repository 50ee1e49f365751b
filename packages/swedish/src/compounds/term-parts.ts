import {
  analyse,
  type Costs,
  IMPOSSIBLE,
  isHyphen,
  LONGEST_WORD,
  newCosts,
  restCost,
  SHORTEST_PART,
} from './analyse-compound.js'
import { dividesLexicalised } from './lexicalised.js'
import { type Lexicon, Role } from './lexicon.js'

/** A term inside a compound. UTF-16 code units from 0 in the word; a modifier's span takes its link in: ”hälso”. */
export interface TermPart {
  readonly start: number
  readonly end: number
  readonly part: 'head' | 'modifier'
}

/** The forms of one term, or of all the terms of a bank. */
export interface TermForms {
  /** Whether `form` is an inflected form of a term, so that a compound may end in it. */
  isHead(form: string): boolean
  /** Whether `form` is what a term looks like before another part, link included (see `firstPartForms`). */
  isFirst(form: string): boolean
}

export interface TermPartFinder {
  /**
   * Whether the compound `word` has a part at `[start, end)`, which the caller knows is spelt as a
   * term: everything else must be real words with legal links, and no better reading of the word
   * may cut it otherwise. The answer for one more stretch of the same word is nearly free.
   */
  holds(word: string, start: number, end: number): boolean
  /** Every term that is a part of `word`, from the left, the longer before the shorter. Never the whole word. */
  find(word: string, terms: TermForms): readonly TermPart[]
}

/** How much dearer than the best reading one with the term may be. Less than a whole part. */
const SLACK = 50
const TERM = 1000

/**
 * Finds terms inside compounds. `extra` holds words the general lexicon lacks. Words are keys (see
 * `wordKey`); those longer than `LONGEST_WORD` are never analysed. A word costs time in proportion
 * to its length, times the length of the longest forms in it.
 */
export function createTermPartFinder({ lexicon, extra }: { lexicon: Lexicon; extra?: Lexicon }): TermPartFinder {
  const lexica = extra === undefined ? [lexicon] : [lexicon, extra]
  const costs: Costs = newCosts()

  const costsOf = (word: string): Costs => (costs.word === word ? costs : analyse(word, lexica, costs))
  const roles = (key: string): number => lexica.reduce((all, one) => all | one.roles(key), 0)

  /** Whether something can be a part at `[start, end)`, whatever it is spelt like. */
  function fits({ word, n, before, after, best }: Costs, start: number, end: number): boolean {
    if (start === 0 && end === n) return false
    const left = before[start]!
    const right = restCost(word, end, after)
    if (left >= IMPOSSIBLE || right >= IMPOSSIBLE || !longEnough(word, start, end)) return false
    const cost = left + TERM + right
    if (cost > best + SLACK) return false
    const here = roles(word.slice(start, end))
    // A form that the lexicon does not know gets no benefit of the doubt: medel|stark, not medelst|ark.
    if (here === 0) return cost <= best
    if (end === n || isHyphen(word.charCodeAt(end))) return true
    // A word it knows, but not as a first part, is one only when nothing else is possible.
    return (here & (Role.First | Role.FirstByRule)) !== 0 || cost < best - SLACK
  }

  function meansTheTerm({ word, n }: Costs, start: number, end: number): boolean {
    if (dividesLexicalised(word, start) || dividesLexicalised(word, end)) return false
    if (end === n || isHyphen(word.charCodeAt(end))) return true
    // A noun that is spelt as an adjective (kort) is the adjective before a head that is no noun: kortfattad.
    const here = roles(word.slice(start, end))
    if ((here & Role.Adjective) === 0 || (here & Role.Base) === 0) return true
    const head = roles(word.slice(end))
    return (head & Role.Noun) !== 0 || (head & Role.Adjective) === 0
  }

  return {
    holds(word, start, end) {
      if (word.length > LONGEST_WORD || start >= end) return false
      const found = costsOf(word)
      return fits(found, start, end) && meansTheTerm(found, start, end)
    },
    find(word, terms) {
      if (word.length > LONGEST_WORD) return []
      const found = costsOf(word)
      const parts: TermPart[] = []
      for (let start = 0; start < word.length; start++) {
        if (found.before[start]! >= IMPOSSIBLE) continue
        for (let end = word.length; end > start; end--) {
          if (!fits(found, start, end)) continue
          const form = word.slice(start, end)
          const part = end === word.length ? 'head' : 'modifier'
          // Before a hyphen a term may also stand as a word of its own: ärendet-knappen.
          const known =
            part === 'head'
              ? terms.isHead(form)
              : terms.isFirst(form) || (isHyphen(word.charCodeAt(end)) && terms.isHead(form))
          if (known && meansTheTerm(found, start, end)) parts.push({ start, end, part })
        }
      }
      return parts
    },
  }
}

function longEnough(word: string, start: number, end: number): boolean {
  if (end - start >= SHORTEST_PART) return true
  const open = start === 0 || isHyphen(word.charCodeAt(start - 1))
  return open && (end === word.length || isHyphen(word.charCodeAt(end)))
}
