import type { BankSearch, SearchMatch } from '@klarsprak/termbank/search'
import type { Candidate } from './candidate.js'

export interface Nearest {
  readonly conceptId: string
  readonly label: string
  /** From 0 to 1; at 0.9 and above the bank has the word itself. */
  readonly confidence: number
}

/** The last part of a phrase or a compound is what it is a kind of, so a likeness there is worth telling. */
const LEAST = 0.5
/** Likenesses that mean something for a word that is spelt right; those of letters only mislead. */
const TELLING: ReadonlySet<SearchMatch> = new Set(['exact', 'inflected', 'hidden', 'compound-part'])

/** The concept that a candidate is most like, or else the last word of a phrase, if any is like it. */
export function nearestConcept({ label, expansion }: Candidate, { search }: BankSearch): Nearest | undefined {
  const nearest = (query: string, most = 1): Nearest | undefined => {
    const best = search(query, 5).find(({ matchType }) => TELLING.has(matchType))
    if (best === undefined || best.confidence < LEAST) return undefined
    const confidence = Math.min(most, Math.round(best.confidence * 1_000) / 1_000)
    return { conceptId: best.concept.id, label: best.term.label, confidence }
  }
  const found = nearest(label) ?? (expansion === undefined ? undefined : nearest(expansion))
  if (found !== undefined || !label.includes(' ')) return found
  return nearest(label.slice(label.lastIndexOf(' ') + 1), LEAST)
}
