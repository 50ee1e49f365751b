import { describe, expect, test } from 'vitest'
import { createBank } from '../bank/create-bank.js'
import { compileIndex } from '../index/compile-index.js'
import { loadIndex, saveIndex } from '../index/save-index.js'
import { Concept } from '../model/concept.js'
import { lookup } from './lookup.js'
import { trace } from './trace.js'

const concepts = [
  {
    id: 'c-0001',
    terms: [
      { label: 'digital ingång', status: 'preferred', gender: 'common', plural: 'digitala ingångar' },
      { label: 'hälsoportal', status: 'deprecated', gender: 'common', plural: 'hälsoportaler' },
    ],
    hiddenLabels: ['helseportal'],
  },
  {
    id: 'c-0002',
    terms: [
      {
        label: 'SIP',
        status: 'preferred',
        pos: 'abbreviation',
        gender: 'common',
        abbreviationOf: 'samordnad individuell plan',
      },
    ],
  },
  { id: 'c-0003', terms: [{ label: 'hälsoportal', status: 'preferred', gender: 'common', plural: 'hälsoportaler' }] },
].map((one) => Concept.parse(one))
const { bank } = createBank({ layers: [{ name: 'national', concepts }] })
const compounds = { holds: () => true }
const compiled = compileIndex(bank, { compounds })

describe.each([
  { name: 'an index just compiled', index: compiled },
  { name: 'an index read back', index: loadIndex(saveIndex(compiled), { compounds }) },
])('looking up in $name', ({ index }) => {
  const found = (word: string) =>
    lookup(index, word).map(({ concept, matchType, part }) => [
      concept.id,
      matchType,
      ...(part ? [part.text, part.kind] : []),
    ])

  test.each([
    {
      name: 'a base form, in every concept that has it',
      word: 'hälsoportal',
      senses: [
        ['c-0001', 'exact'],
        ['c-0003', 'exact'],
      ],
    },
    { name: 'an inflected phrase', word: 'Digitala ingångarnas', senses: [['c-0001', 'inflected']] },
    { name: 'a hidden label', word: 'helseportal', senses: [['c-0001', 'hidden']] },
    { name: 'an abbreviation in lower case', word: 'sip', senses: [['c-0002', 'exact']] },
    { name: 'what an abbreviation stands for', word: 'samordnad individuell plan', senses: [['c-0002', 'hidden']] },
    {
      name: 'a compound',
      word: 'regionhälsoportalen',
      senses: [
        ['c-0001', 'compound-part', 'hälsoportalen', 'head'],
        ['c-0003', 'compound-part', 'hälsoportalen', 'head'],
      ],
    },
    { name: 'a word nobody knows', word: 'fjäll', senses: [] },
    { name: 'nothing', word: ' ', senses: [] },
    { name: 'more than the term', word: 'en hälsoportal', senses: [] },
  ])('$name', ({ word, senses }) => expect(found(word)).toEqual(senses))

  test('a sense says what the form can be', () => {
    expect(lookup(index, 'SIP:ns')[0]).toMatchObject({
      layer: 'national',
      guess: false,
      features: [{ definite: true, case: 'genitive' }],
    })
  })

  test('a trace says how a text is understood', () => {
    const { tokens, matches, rejections, senses } = trace(index, 'en sip i digitala ingångar')
    expect(tokens.map(({ text, kind, senses }) => [text, kind, senses.length])).toEqual([
      ['en', 'Word', 0],
      ['sip', 'Word', 1],
      ['i', 'Word', 0],
      ['digitala', 'Word', 0],
      ['ingångar', 'Word', 0],
    ])
    expect(matches.map(({ first, last }) => [first, last])).toEqual([[3, 4]])
    expect(rejections.map(({ term, why }) => [term.label, why])).toEqual([['SIP', 'case']])
    expect(senses).toEqual([])
  })
})
