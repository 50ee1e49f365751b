import { createLexicon, encodeLexicon, Role, tokenise } from '@klarsprak/swedish'
import { describe, expect, test } from 'vitest'
import { createBank } from '../bank/create-bank.js'
import { readConcepts } from '../formats/yaml/read-concepts.js'
import { compileIndex } from '../index/compile-index.js'
import { IndexFormatError } from '../index/save-index.js'
import { compileSpellings } from './compile-spellings.js'
import { loadSpellings, saveSpellings } from './save-spellings.js'
import type { SpellingIndex } from './search-spellings.js'

const { Word, First, Last, Noun, Base, Name } = Role
const noun = Word | First | Last | Noun | Base
const lexicon = createLexicon(
  encodeLexicon(
    new Map([
      ['vård', noun],
      ['vården', Word | Noun],
      ['central', noun],
      ['centralen', Word | Last | Noun],
      ['läkar', First],
      ['besök', noun],
      ['besöket', Word | Last | Noun],
      ['tjänst', noun],
      ['färd', noun],
      ['färden', Word | Noun],
      ['bankid', Word | Name],
    ]),
  ),
)

const bankOf = (yaml: string) => {
  const { concepts, problems } = readConcepts(yaml, 'test')
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return createBank({ layers: [{ name: 'test', concepts }] }).bank
}
const concept = (id: number, terms: string, more = '') => `  - { id: c-000${id}, terms: [${terms}]${more} }`
const index = compileIndex(
  bankOf(
    [
      'concepts:',
      concept(1, '{ label: vårdcentral, status: preferred, gender: common, plural: vårdcentraler }'),
      concept(2, '{ label: läkarbesök, status: preferred, gender: neuter, plural: läkarbesök }'),
      concept(
        3,
        '{ label: e-tjänst, status: preferred, gender: common, plural: e-tjänster }, { label: etjänst, status: deprecated, gender: common }',
      ),
      concept(4, '{ label: färdtjänst, status: preferred, gender: common, plural: false }'),
      concept(5, '{ label: Inera, status: preferred, pos: name }'),
      concept(
        6,
        '{ label: bank-id, status: preferred, gender: neuter, plural: "bank-id:n", definite: "bank-id:t" }',
        ', hiddenLabels: [BankID]',
      ),
    ].join('\n'),
  ),
)
const spellings = compileSpellings(index, { lexicon })
const told = (text: string, from: SpellingIndex = spellings) =>
  from
    .search(tokenise(text))
    .map(({ span, fault, right, concept }) => [text.slice(span.start, span.end), fault, right, concept.id])

describe('what follows from the terms alone', () => {
  test('torn apart, at the cut of the compound', () =>
    expect(told('En vård central, vård centralen och ett läkar besök.')).toEqual([
      ['vård central', 'split', 'vårdcentral', 'c-0001'],
      ['vård centralen', 'split', 'vårdcentralen', 'c-0001'],
      ['läkar besök', 'split', 'läkarbesök', 'c-0002'],
    ]))
  test('a wrong link, where the lexicon declares another', () =>
    expect(told('Sök färdstjänst.')).toEqual([['färdstjänst', 'letters', 'färdtjänst', 'c-0004']]))
  test('names', () => expect(told('Fråga INERA.')).toEqual([['INERA', 'name', 'Inera', 'c-0005']]))
  test('what is deprecated is no misspelling: another rule has it', () => expect(told('Vår etjänst.')).toEqual([]))
  test('a brand is given with the word', () => {
    const [match] = spellings.search(tokenise('Ditt BankID:t.'))
    expect([match?.right, match?.brand]).toEqual(['bank-id:t', 'BankID:t'])
  })
})

describe('saved and loaded', () => {
  const bytes = saveSpellings(spellings, index)
  const text = 'En vård central, vård-centralen, färdstjänst, INERA, e tjänst och BankID.'
  test('they find the same', () => expect(told(text, loadSpellings(bytes, index))).toEqual(told(text)))
  test.each([
    ['an array', Uint8Array],
    ['a Buffer, whose slice is no copy', Buffer],
  ])('from any place in %s', (_, kind) => {
    const moved = kind.from([0, ...bytes])
    expect(told(text, loadSpellings(moved.subarray(1), index))).toEqual(told(text))
  })
  test('the same bank gives the same bytes', () =>
    expect(saveSpellings(compileSpellings(index, { lexicon }), index)).toEqual(bytes))
  test('any damage is seen', () => {
    for (let at = 0; at < bytes.length; at += 97) {
      const damaged = bytes.slice()
      damaged[at]! ^= 0x10
      expect(() => loadSpellings(damaged, index)).toThrow(IndexFormatError)
    }
    expect(() => loadSpellings(bytes.subarray(0, 100), index)).toThrow(IndexFormatError)
    expect(() => loadSpellings(new Uint8Array(0), index)).toThrow(IndexFormatError)
  })
  test('another bank’s are turned down', () => {
    const other = compileIndex(bankOf(`concepts:\n${concept(1, '{ label: app, status: preferred }')}`))
    expect(() => loadSpellings(bytes, other)).toThrow(IndexFormatError)
  })
})
