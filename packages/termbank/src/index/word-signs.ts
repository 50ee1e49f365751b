import type { Concept, Term } from '../model/concept.js'
import { isDeprecated } from '../model/is-deprecated.js'
import { isOfficialese } from '../model/is-officialese.js'
import type { PartHit } from './compound-parts.js'
import type { ConceptTable } from './concept-table.js'
import { NOT_IN_TEXT, type TermTables } from './tables.js'

/**
 * What a word may be a sign of, a bit each, whatever stands around it. A text without a word that has the sign has
 * nothing of the kind; one that has it may.
 */
export const WordSign = {
  /** A term that there is advice on: one to be avoided, or a professional one. */
  Advised: 1,
  /** A name of something, that may be used beside others. */
  Choice: 2,
  /** A term that is written wrongly. */
  Misspelt: 4,
} as const

/** All that a word can be a sign of. */
export const ALL_WORD_SIGNS = WordSign.Advised | WordSign.Choice | WordSign.Misspelt

/** What the words of a term are signs of. */
export function signsOfTerm(concept: Concept, term: Term): number {
  if (isDeprecated(term.status)) return WordSign.Advised
  return (term.register === 'professional' ? WordSign.Advised : 0) | (isChoice(concept, term) ? WordSign.Choice : 0)
}

function isChoice(concept: Concept, term: Term): boolean {
  if (isOfficialese(concept) || !mayBeChosen(term)) return false
  const { label, lang, pos } = term
  return concept.terms.some(
    (other) => other.label !== label && other.lang === lang && other.pos === pos && mayBeChosen(other),
  )
}

/** Whether a term is one of those that a writer chooses among. A professional term beside the everyday one explains it. */
export function mayBeChosen({ pos, status, register, homograph, abbreviationOf }: Term): boolean {
  if (register === 'professional' || homograph === true) return false
  return pos !== 'abbreviation' && abbreviationOf === undefined && !isDeprecated(status)
}

/** Tells what the word with a number is a sign of: as a word of a form, or as a compound with a term in it. */
export function createWordSigns(
  tables: TermTables,
  concepts: ConceptTable,
  keyOfWord: (number: number) => number,
  partsOfWord: (number: number) => readonly PartHit[],
): (number: number) => number {
  return (number) => {
    const found = keyOfWord(number)
    let signs = found === 0 ? 0 : tables.keySigns[found - 1]!
    for (const { senses } of partsOfWord(number)) {
      for (const sense of senses) {
        if ((tables.senseFlags[sense]! & NOT_IN_TEXT) !== 0) continue
        const { concept, term } = concepts.senseAt(sense)
        // Who calls the same thing by other words uses a whole word, never a part of one.
        signs |= signsOfTerm(concept, term) & WordSign.Advised
      }
    }
    return signs
  }
}
