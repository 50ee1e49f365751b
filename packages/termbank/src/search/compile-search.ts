import { wordKey } from '@klarsprak/swedish'
import type { TermIndex } from '../index/term-index.js'
import type { Concept } from '../model/concept.js'
import { compileGuide, type GuideTables } from './guide.js'
import { buildLabelIndex, type LabelIndex } from './label-index.js'

/** What searches need of a bank beside its term index. Numbers and texts only, so that it can be saved as it is. */
export interface SearchTables {
  readonly labels: LabelIndex
  /** By the number of a label, its concept's number and which of the concept's terms it is. */
  readonly labelConcept: Uint32Array
  readonly labelTerm: Uint16Array
  readonly guide: GuideTables
}

/** Goes through every concept of the index, in every language, and keeps none of them. */
export function compileSearch(index: TermIndex): SearchTables {
  const keys: string[] = []
  const labelConcept: number[] = []
  const labelTerm: number[] = []
  const concepts = function* () {
    for (let number = 0; number < index.size.concepts; number++) {
      const concept = index.readConcept(number)
      for (const [term, { label }] of concept.terms.entries()) {
        keys.push(wordKey(label))
        labelConcept.push(number)
        labelTerm.push(term)
      }
      yield isSomethingToFind(concept) ? concept : undefined
    }
  }
  const guide = compileGuide(concepts())
  return {
    labels: buildLabelIndex(keys),
    labelConcept: Uint32Array.from(labelConcept),
    labelTerm: Uint16Array.from(labelTerm),
    guide,
  }
}

/** Plain words for officialese are for writers: nobody is looking for ”not” or ”about”. */
const isSomethingToFind = ({ subject }: Concept): boolean => subject !== 'kanslisvenska'
