import { describe, expect, test } from 'vitest'
import { createBank } from '../bank/create-bank.js'
import { compileIndex } from '../index/compile-index.js'
import { Concept } from '../model/concept.js'
import { createBankSearch } from './bank-search.js'

const concepts = [
  Concept.parse({
    id: 'c-0001',
    terms: [
      { label: 'digital ingång', status: 'preferred', gender: 'common', plural: 'digitala ingångar' },
      { label: 'hälsoportal', status: 'deprecated', gender: 'common', plural: 'hälsoportaler', reason: 'Okänt.' },
    ],
    hiddenLabels: ['hälsoprotal', 'vårdnätet'],
  }),
  Concept.parse({
    id: 'c-0002',
    terms: [{ label: 'remiss', status: 'preferred', gender: 'common', plural: 'remisser' }],
  }),
  Concept.parse({
    id: 'c-0003',
    terms: [{ label: 'plattform', status: 'preferred', gender: 'common', plural: 'plattformar' }],
  }),
  Concept.parse({
    id: 'c-0004',
    terms: [{ label: 'färdtjänst', status: 'preferred', gender: 'common', plural: false }],
    situations: [{ sv: 'Jag får inte köra bil', leadsTo: 'Ansök om färdtjänst.' }],
  }),
  Concept.parse({
    id: 'c-0005',
    terms: [
      { label: 'e-legitimation', status: 'preferred', gender: 'common', plural: 'e-legitimationer' },
      {
        label: 'elektronisk legitimation',
        status: 'admitted',
        gender: 'common',
        plural: 'elektroniska legitimationer',
      },
    ],
  }),
]
const { bank } = createBank({ layers: [{ name: 'national', release: 'test', concepts }] })
const { search, guide } = createBankSearch(compileIndex(bank))

describe('search in the bank', () => {
  test.each([
    { name: 'a label', query: 'Remiss', label: 'remiss', matchType: 'exact' },
    { name: 'an inflected form', query: 'remissens', label: 'remiss', matchType: 'inflected' },
    { name: 'a form of a phrase', query: 'digitala ingångarna', label: 'digital ingång', matchType: 'inflected' },
    { name: 'a known misspelling', query: 'hälsoprotal', label: 'digital ingång', matchType: 'misspelling' },
    { name: 'a word kept for searching', query: 'vårdnätet', label: 'digital ingång', matchType: 'hidden' },
    {
      name: 'a new misspelling',
      query: 'eletronisk legitimation',
      label: 'elektronisk legitimation',
      matchType: 'misspelling',
    },
    { name: 'a beginning', query: 'plattf', label: 'plattform', matchType: 'prefix' },
    { name: 'a compound', query: 'e-tjänste-plattform', label: 'plattform', matchType: 'compound-part' },
    { name: 'no marks over the letters', query: 'fardtjanst', label: 'färdtjänst', matchType: 'misspelling' },
    { name: 'own words', query: 'kan inte köra bilen', label: 'färdtjänst', matchType: 'wording' },
  ])('finds $name: $query', ({ query, label, matchType }) => {
    const [first] = search(query)
    expect(first && { label: first.term.label, matchType: first.matchType }).toEqual({ label, matchType })
    expect(first!.confidence).toBeGreaterThan(0)
    expect(first!.confidence).toBeLessThanOrEqual(1)
  })

  test.each(['', '   ', 'xyzzyx', '\u0000', 'a'.repeat(100_000)])('is calm about %j', (query) => {
    expect(search(query).filter(({ confidence }) => confidence > 0.7)).toEqual([])
  })

  test('no term comes twice', () => {
    const terms = search('legitimation').map(({ term }) => term)
    expect(new Set(terms).size).toBe(terms.length)
  })

  test('the guide is the same as by itself', () => {
    expect(guide('köra bil')[0]?.leadsTo).toBe('Ansök om färdtjänst.')
  })
})
