import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileStems, createNearStems, nearStemsNaively } from './near-stems.js'

test.each([
  { stem: 'besok', near: ['besok 1', 'lakarbesok 0.6', 'besokstid 0.6'] },
  { stem: 'lakarbesok', near: ['lakarbesok 1', 'besok 0.6'] },
  { stem: 'bessok', near: ['besok 0.8'] },
  { stem: 'bil', near: ['bil 1'] }, // too short to be a part
  { stem: '=bil', near: ['=bil 1'] }, // an idea, not a word
  { stem: 'zebra', near: [] },
])('near $stem', ({ stem, near }) => {
  const stems = ['besok', 'lakarbesok', 'besokstid', 'bil', 'bilresa', '=bil']
  const find = createNearStems(compileStems(stems))
  expect(
    find(stem)
      .map((one) => `${stems[one.stem]} ${one.likeness}`)
      .sort(),
  ).toEqual([...near].sort())
})

test('finds what looking at every stem finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '='), minLength: 1, maxLength: 9 })
  const words = fc.uniqueArray(word, { maxLength: 40 })
  fc.assert(
    fc.property(words, fc.array(word, { maxLength: 5 }), (stems, others) => {
      const find = createNearStems(compileStems(stems))
      const sorted = (near: ReturnType<typeof find>) => near.map((one) => `${one.stem} ${one.likeness}`).sort()
      for (const stem of [...stems, ...others])
        expect(sorted(find(stem))).toEqual(sorted(nearStemsNaively(stem, stems)))
    }),
    { numRuns: 500 },
  )
})
