import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLabelIndex, labelAt, searchLabels } from './label-index.js'
import { loadLabelIndex, saveLabelIndex } from './save-label-index.js'

const labels = [
  'remiss',
  'remissvar',
  'egenremiss',
  'elektronisk legitimation',
  'e-legitimation',
  'hälsoportal',
  'digital ingång',
  'åtgärd',
  'färdtjänst',
  'recept',
  'samordnad individuell plan',
]

describe.each([
  ['fresh', buildLabelIndex(labels)],
  ['saved and loaded', loadLabelIndex(saveLabelIndex(buildLabelIndex(labels)))],
])('a label index, %s', (_, index) => {
  test.each([
    { name: 'the label itself', query: 'remiss', hit: 'remiss', match: 'exact' },
    { name: 'the beginning of a label', query: 'remissv', hit: 'remissvar', match: 'prefix' },
    { name: 'two letters swapped', query: 'hälsoprotal', hit: 'hälsoportal', match: 'misspelling' },
    {
      name: 'a letter left out of a phrase',
      query: 'eletronisk legitimation',
      hit: 'elektronisk legitimation',
      match: 'misspelling',
    },
    { name: 'no marks over the letters', query: 'fardtjanst', hit: 'färdtjänst', match: 'folded' },
    { name: 'no marks, and a letter wrong', query: 'atgerd', hit: 'åtgärd', match: 'misspelling' },
    { name: 'the last word of a phrase', query: 'ingång', hit: 'digital ingång', match: 'head' },
    { name: 'the words in another order', query: 'plan samordnad', hit: 'samordnad individuell plan', match: 'words' },
  ])('finds $name: $query', ({ query, hit, match }) => {
    const [first] = searchLabels(index, query, 5)
    expect(first && { hit: labelAt(index, first.label), match: first.match }).toEqual({ hit, match })
  })

  test('a compound that ends in the query comes after the word itself', () => {
    expect(searchLabels(index, 'remiss', 5).map(({ label }) => labelAt(index, label))).toEqual([
      'remiss',
      'remissvar',
      'egenremiss',
    ])
  })

  test.each(['', ' ', 'xyzzyx', 'q'])('finds nothing for %j', (query) => {
    expect(searchLabels(index, query.trim(), 5)).toEqual([])
  })
})

test('every label finds itself first, whatever the labels are', () => {
  const label = fc
    .string({ unit: fc.constantFrom('a', 'b', 'å', 'ä', 'o', ' ', '-', 's'), minLength: 1, maxLength: 10 })
    .filter((text) => text.trim() === text)
  fc.assert(
    fc.property(fc.uniqueArray(label, { minLength: 1, maxLength: 40 }), (list) => {
      const index = buildLabelIndex(list)
      for (const [position, text] of list.entries()) {
        const [first] = searchLabels(index, text, 3)
        expect(first).toEqual({ label: position, match: 'exact', score: 1 })
      }
    }),
    { numRuns: 50 },
  )
})

describe('a saved label index', () => {
  const bytes = saveLabelIndex(buildLabelIndex(labels))

  test('of another version, cut short or of another kind is refused with the reason', () => {
    const newer = bytes.slice()
    newer[4] = 99
    expect(() => loadLabelIndex(newer)).toThrow('version 99')
    expect(() => loadLabelIndex(bytes.slice(0, bytes.length - 3))).toThrow('damaged')
    expect(() => loadLabelIndex(new Uint8Array(3))).toThrow('not a label index')
    expect(() => loadLabelIndex(new TextEncoder().encode('something else, and long enough'))).toThrow(
      'not a label index',
    )
  })

  test('with a byte changed anywhere is refused', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = bytes.slice()
        damaged[at] = (damaged[at]! + by) % 256
        expect(() => loadLabelIndex(damaged)).toThrow(/label index/u)
      }),
      { numRuns: 200 },
    )
  })
})
