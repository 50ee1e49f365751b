import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenise } from '../text/tokenise.js'
import { lix, lixBand, ovix } from './indices.js'
import { readability, segmentsReadability } from './readability.js'

const ALPHABET = 'a bc def ghij klmno pqrstu vxyzåäö'

// Values: doctests of Sparv's readability module (Språkbanken Text, MIT).
test.each([
  { name: 'LIX of four sentences', actual: lix({ words: 28, sentences: 4, longWords: 4 }), expected: 21.29 },
  { name: 'OVIX of the same', actual: ovix({ words: 28, types: 7 }), expected: 9.58 },
  { name: 'OVIX of two sentences', actual: ovix({ words: 14, types: 7 }), expected: 11.32 },
  { name: 'OVIX of three sentences', actual: ovix({ words: 21, types: 7 }), expected: 9.88 },
])('$name', ({ actual, expected }) => {
  expect(actual).toBeCloseTo(expected, 2)
})

test.each([
  { name: 'LIX of nothing', actual: lix({ words: 0, sentences: 0, longWords: 0 }) },
  { name: 'OVIX when all words differ', actual: ovix({ words: 7, types: 7 }) },
  { name: 'OVIX of one word', actual: ovix({ words: 1, types: 1 }) },
])('$name is undefined', ({ actual }) => {
  expect(actual).toBeUndefined()
})

test('LIX has five bands, each beginning at its lower bound', () => {
  expect([29.9, 30, 40, 50, 59.9, 60].map(lixBand)).toEqual([
    'mycket lättläst',
    'lättläst',
    'medelsvår',
    'svår',
    'svår',
    'mycket svår',
  ])
})

describe('readability of a text', () => {
  test('the text of the doctest gives the values of the doctest', () => {
    const { words, sentences, longWords, types, lix, ovix } = readability(tokenise(`${ALPHABET}. `.repeat(4)))
    // Each sentence starts with a lower-case letter, so this tokeniser sees one; the segments say otherwise.
    expect({ words, sentences, longWords, types }).toEqual({ words: 28, sentences: 1, longWords: 4, types: 7 })
    expect(ovix).toBeCloseTo(9.58, 2)
    expect(lix).toBeCloseTo(28 + 100 / 7, 5)
    expect(segmentsReadability(Array.from({ length: 4 }, () => tokenise(`${ALPHABET}.`))).lix).toBeCloseTo(21.29, 2)
  })

  test.each([
    { name: 'letters count, not hyphens', text: 'IT-stöd', counts: { words: 1, longWords: 0 } },
    { name: 'seven letters are long', text: 'sjukvård sjukdom avgift', counts: { words: 3, longWords: 2 } },
    {
      name: 'soft hyphens and marks are no letters',
      text: 'avgi\u00adft a\u030aa\u030aa\u030aa\u030a',
      counts: { words: 2, longWords: 0 },
    },
    { name: 'fourteen letters are very long', text: 'behandlingarna behandlingsplan', counts: { veryLongWords: 2 } },
    { name: 'thirteen are not', text: 'behandlingara', counts: { veryLongWords: 0, longWords: 1 } },
    {
      name: 'numbers are words, signs and addresses are not',
      text: 'Ring 1177 – se 1177.se § 5 %! 😀',
      counts: { words: 4, longWords: 0 },
    },
    { name: 'an abbreviation is one word', text: 'Det är t.ex. så.', counts: { words: 4, sentences: 1 } },
    { name: 'types are counted whatever the case', text: 'Vård vård VÅRD', counts: { words: 3, types: 1 } },
    { name: 'a sentence without words is none', text: 'Hej! 😀\n\n–\n\nHej.', counts: { sentences: 2 } },
    { name: 'a colon does not end a sentence', text: 'Kom ihåg: Ta med id.', counts: { sentences: 1 } },
  ])('$name', ({ text, counts }) => {
    expect(readability(tokenise(text))).toMatchObject(counts)
  })

  test('a colon before a capital ends a sentence on request', () => {
    const { sentenceLengths } = readability(tokenise('Kom ihåg: Ta med id: det blå.'), { colonEndsSentence: true })
    expect(sentenceLengths).toEqual([2, 5])
  })

  test('sentence lengths add up to the words, and segments to their text', () => {
    const sentence = fc.array(fc.constantFrom('Vård', 'omsorg', 'EU:s', '12 000', 't.ex.', '§', 'hälso-'), {
      maxLength: 9,
    })
    fc.assert(
      fc.property(
        fc.array(
          sentence.map((words) => words.join(' ')),
          { maxLength: 6 },
        ),
        (blocks) => {
          const whole = readability(tokenise(blocks.join('\n\n')))
          expect(whole.sentenceLengths.reduce((sum, length) => sum + length, 0)).toBe(whole.words)
          expect(whole.sentenceLengths).toHaveLength(whole.sentences)
          expect(segmentsReadability(blocks.map(tokenise))).toEqual(whole)
        },
      ),
    )
  })
})

const shared = process.env.KLARSPRAK_SHARED ?? join(import.meta.dirname, '../../../../../shared')
const references = join(shared, 'gold/readability_refs.tsv')

test.skipIf(!existsSync(references))('published values of known counts (needs the shared reference table)', () => {
  const [header, ...rows] = readFileSync(references, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  const column = (row: string[], name: string): number => Number.parseFloat(row[header!.indexOf(name)] ?? '')
  let compared = 0
  for (const row of rows) {
    const [sentences, words, longWords] = ['sentences', 'words', 'long_words_gt6'].map((name) => column(row, name)) as [
      number,
      number,
      number,
    ]
    const types = column(row, 'types_lc')
    const expected = { lix: column(row, 'LIX'), ovix: column(row, 'OVIX') }
    if (expected.lix > 0) {
      // Tables round to two decimals; one of them added up rounded parts.
      expect(Math.abs(lix({ words, sentences, longWords })! - expected.lix), row[0]).toBeLessThan(0.011)
      compared++
    }
    if (Number.isFinite(expected.ovix)) {
      expect(ovix({ words, types }), row[0]).toBeCloseTo(expected.ovix, 2)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(10)
})
