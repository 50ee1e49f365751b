import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createBank } from '../bank/create-bank.js'
import type { Concept } from '../model/concept.js'
import { compileIndex } from './compile-index.js'
import { createConceptTable } from './concept-table.js'
import { loadIndex, saveIndex } from './save-index.js'
import type { TermTables } from './tables.js'

const concept = (number: number, label: string): Concept =>
  ({
    id: `c-${number}`,
    subject: 's-1',
    terms: [{ label, lang: 'sv', status: 'preferred', pos: 'noun', gender: 'common', plural: false }],
  }) as unknown as Concept
const LABELS = ['remiss', 'recept', 'intyg', 'besök', 'avgift', 'journal']
let tables: TermTables
beforeAll(() => {
  const own = [concept(2, 'kvitto')]
  const { bank } = createBank({
    layers: [
      { name: 'national', release: '1', concepts: LABELS.map((label, n) => concept(10 - n, label)) },
      { name: 'region', concepts: own },
    ],
  })
  tables = loadIndex(saveIndex(compileIndex(bank))).tables
})

describe('a table that holds fewer concepts than there are', () => {
  test('gives what one that holds all gives, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: LABELS.length }), { maxLength: 40 }), (asked) => {
        const [few, all] = [createConceptTable(tables, undefined, 2), createConceptTable(tables)]
        for (const number of asked) {
          const [one, other] = [few.conceptAt(number), all.conceptAt(number)]
          expect(one).toEqual(other)
          expect(few.layerOf(one, one.terms[0])).toBe(all.layerOf(other, other.terms[0]))
          expect(few.conceptOf(one.id)).toBe(one)
        }
      }),
    )
  })
  test('gives the same object as long as somebody holds it', () => {
    const table = createConceptTable(tables, undefined, 1)
    const held = table.conceptAt(0)
    for (const one of table.concepts()) expect(table.conceptOf(one.id)).toBe(one)
    expect(table.conceptAt(0)).toBe(held)
  })
})

test('an id that no concept has is found in no table', () => {
  const table = createConceptTable(tables)
  for (const id of ['', 'c', 'c-0', 'c-11', 'c-99', 'z']) expect(table.conceptOf(id)).toBeUndefined()
})

test('what is read apart says the same, and the table does not know it', () => {
  const table = createConceptTable(tables)
  const apart = table.readConcept(0)
  expect(apart).toEqual(table.conceptAt(0))
  expect(() => table.layerOf(apart)).toThrow('not one of this index')
})
