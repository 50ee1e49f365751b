import type { Features } from '@klarsprak/swedish'
import type { Concept, Term } from '../model/concept.js'
import type { Sense } from './match.js'
import { SenseFlag, type TermTables } from './tables.js'

/** The concepts behind the numbers of the tables. Each is read when it is first asked for. */
export interface ConceptTable {
  conceptAt(number: number): Concept
  /** The same concept as an object of its own, which the table does not remember; to go through all of them. */
  readConcept(number: number): Concept
  conceptOf(id: string): Concept | undefined
  concepts(): IterableIterator<Concept>
  layerOf(concept: Concept, term?: Term): string
  /** The meaning with number `sense`; in a compound's first part without features, over a gap as a guess. */
  senseAt(sense: number, as?: 'whole' | 'first' | 'split'): Sense
}

/**
 * Concepts held as objects. A bank with more has the last read ones; what somebody else still holds is the same object
 * when it is asked for again.
 */
const MOST_HELD = 2_048

export function createConceptTable(
  tables: TermTables,
  given?: readonly Concept[],
  mostHeld: number = MOST_HELD,
): ConceptTable {
  const { meta, conceptStarts, conceptBytes, need, copy } = tables
  const count = conceptStarts.length - 1
  const held = given === undefined ? (count > mostHeld ? lastRead(count, mostHeld) : allRead(count)) : allOf(given)
  const numbers = new WeakMap<Concept, number>()
  const decoder = new TextDecoder()
  let ids: ((id: string) => number | undefined) | undefined

  given?.forEach((concept, number) => {
    numbers.set(concept, number)
  })

  function readConcept(number: number): Concept {
    need?.(conceptStarts, number, number + 2)
    const start = conceptStarts[number]!
    const end = conceptStarts[number + 1]!
    const json = copy?.(conceptBytes, start, end) ?? conceptBytes.subarray(start, end)
    return JSON.parse(decoder.decode(json)) as Concept
  }

  function conceptAt(number: number): Concept {
    const known = held.get(number)
    if (known !== undefined) return known
    const concept = Object.freeze(readConcept(number))
    held.put(number, concept)
    numbers.set(concept, number)
    return concept
  }

  const featureLists: (readonly Features[] | undefined)[] = new Array(meta.featureLists.length)
  const featuresAt = (list: number): readonly Features[] =>
    (featureLists[list] ??= Object.freeze(meta.featureLists[list]!.map((one) => meta.features[one]!)))

  return {
    conceptAt,
    readConcept,
    conceptOf(id) {
      need?.(tables.conceptIds, 0, tables.conceptIds.length)
      ids ??= numbersById(decoder.decode(tables.conceptIds), count)
      const number = ids(id)
      return number === undefined ? undefined : conceptAt(number)
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

interface Held {
  get(number: number): Concept | undefined
  put(number: number, concept: Concept): void
}

const allOf = (concepts: readonly Concept[]): Held => ({ get: (number) => concepts[number], put: () => undefined })

function allRead(count: number): Held {
  const read: (Concept | undefined)[] = new Array(count)
  return {
    get: (number) => read[number],
    put(number, concept) {
      read[number] = concept
    },
  }
}

function lastRead(count: number, most: number): Held {
  const known: (WeakRef<Concept> | undefined)[] = new Array(count)
  const last: Concept[] = new Array(most)
  let next = 0
  return {
    get: (number) => known[number]?.deref(),
    put(number, concept) {
      known[number] = new WeakRef(concept)
      last[next] = concept
      next = (next + 1) % most
    },
  }
}

/**
 * Finds a concept's number by its id. A later layer may use an id again; the topmost counts. Sorted numbers beside the
 * text of ids, since a Map of a hundred thousand ids takes several times as much.
 */
function numbersById(lines: string, count: number): (id: string) => number | undefined {
  const ids = lines.split('\n', count)
  const starts = new Uint32Array(ids.length + 1)
  for (const [number, { length }] of ids.entries()) starts[number + 1] = starts[number]! + length + 1
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const order = Uint32Array.from(ids.keys()).sort((a, b) => compare(ids[a]!, ids[b]!) || b - a)
  const idAt = (place: number): string => lines.slice(starts[order[place]!]!, starts[order[place]! + 1]! - 1)
  return (id) => {
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (idAt(middle) < id) low = middle + 1
      else high = middle
    }
    return low < order.length && idAt(low) === id ? order[low]! : undefined
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
