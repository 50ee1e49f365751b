import type { Features } from '@klarsprak/swedish'
import type { Concept, Term } from '../model/concept.js'
import type { Sense } from './match.js'
import { SenseFlag, type TermTables } from './tables.js'

/** The concepts behind the numbers of the tables. Each is read when it is first asked for. */
export interface ConceptTable {
  conceptAt(number: number): Concept
  conceptOf(id: string): Concept | undefined
  concepts(): IterableIterator<Concept>
  layerOf(concept: Concept, term?: Term): string
  /** The meaning with number `sense`; in a compound's first part without features, over a gap as a guess. */
  senseAt(sense: number, as?: 'whole' | 'first' | 'split'): Sense
}

export function createConceptTable(tables: TermTables, given?: readonly Concept[]): ConceptTable {
  const { meta, conceptStarts, conceptBytes, need } = tables
  const count = conceptStarts.length - 1
  const read: (Concept | undefined)[] = given === undefined ? new Array(count) : [...given]
  const numbers = new Map<Concept, number>()
  const decoder = new TextDecoder()
  let ids: Map<string, number> | undefined

  read.forEach((concept, number) => {
    if (concept !== undefined) numbers.set(concept, number)
  })

  function conceptAt(number: number): Concept {
    let concept = read[number]
    if (concept === undefined) {
      need?.(conceptStarts, number, number + 2)
      const start = conceptStarts[number]!
      const end = conceptStarts[number + 1]!
      need?.(conceptBytes, start, end)
      const json = decoder.decode(conceptBytes.subarray(start, end))
      concept = Object.freeze(JSON.parse(json) as Concept)
      read[number] = concept
      numbers.set(concept, number)
    }
    return concept
  }

  const featureLists: (readonly Features[] | undefined)[] = new Array(meta.featureLists.length)
  const featuresAt = (list: number): readonly Features[] =>
    (featureLists[list] ??= Object.freeze(meta.featureLists[list]!.map((one) => meta.features[one]!)))

  return {
    conceptAt,
    conceptOf(id) {
      need?.(tables.conceptIds, 0, tables.conceptIds.length)
      // A later layer may use an id again; the topmost counts.
      ids ??= new Map(
        decoder
          .decode(tables.conceptIds)
          .split('\n')
          .map((one, number) => [one, number]),
      )
      const number = ids.get(id)
      return number === undefined || number >= count ? undefined : conceptAt(number)
    },
    *concepts() {
      for (let number = 0; number < count; number++) yield conceptAt(number)
    },
    layerOf(concept, term) {
      const number = numbers.get(concept)
      if (number === undefined) throw new Error(`The concept ${concept.id} is not one of this index's own objects.`)
      if (term !== undefined) {
        for (const table of [tables.termConcept, tables.termNumber, tables.termLayer]) need?.(table, 0, table.length)
        const which = concept.terms.indexOf(term)
        // The terms of a concept stand together, and those of one language only.
        for (let t = lowerBound(tables.termConcept, number); tables.termConcept[t] === number; t++) {
          if (tables.termNumber[t] === which) return meta.layers[tables.termLayer[t]!]!
        }
      }
      need?.(tables.conceptLayer, number, number + 1)
      return meta.layers[tables.conceptLayer[number]!]!
    },
    senseAt(sense, as = 'whole') {
      const id = tables.senseTerm[sense]!
      const concept = conceptAt(tables.termConcept[id]!)
      return {
        concept,
        term: concept.terms[tables.termNumber[id]!]!,
        features: as === 'first' ? [] : featuresAt(tables.senseFeatures[sense]!),
        guess: as === 'split' || (tables.senseFlags[sense]! & SenseFlag.Guess) !== 0,
      }
    },
  }
}

/** The first place in the sorted `list` that holds `value` or more. */
function lowerBound(list: Uint32Array, value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
