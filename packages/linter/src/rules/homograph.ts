import { type Pos, readings } from '@klarsprak/swedish'
import type { Match, Term } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'

/** As sure as the words around must be before a word that is also another word is reported. */
const SURE = 0.85

/** The word classes that a form of one class is commonly mistaken for. */
const MISTAKEN_FOR: Readonly<Partial<Record<Pos, readonly Pos[]>>> = {
  noun: ['verb', 'adjective'],
  verb: ['noun', 'adjective'],
  adjective: ['noun', 'verb', 'adverb'],
  adverb: ['adjective', 'noun'],
  preposition: ['adjective', 'verb'],
}

/**
 * Whether the words around say that a match of `term` is the term and not the other, common word it
 * looks like. A term that is no homograph always is. Where the two are of one word class nothing can tell.
 */
export function isTheTerm({ words }: AnalysedSegment, { first, last }: Match, term: Term): boolean {
  if (term.homograph !== true) return true
  const others = MISTAKEN_FOR[term.pos]
  if (others === undefined || first !== last) return false
  const [best] = readings(words, first, [term.pos, ...others])
  return best !== undefined && best.pos === term.pos && best.confidence >= SURE
}
