import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_WORD } from './analyse-compound.js'
import { encodeLexicon } from './encode-lexicon.js'
import { createLexicon, Role } from './lexicon.js'
import { smallLexicon } from './small-lexicon.fixture.js'
import { createTermPartFinder, type TermForms } from './term-parts.js'

const lexicon = smallLexicon()
const finder = createTermPartFinder({ lexicon })
const termsOf = (heads: readonly string[], firsts: readonly string[]): TermForms => ({
  isHead: (form) => heads.includes(form),
  isFirst: (form) => firsts.includes(form),
})
const råd = termsOf(['råd', 'rådet'], ['råd', 'råds'])
const kort = termsOf(['kort', 'kortet'], ['kort', 'korts'])
const tid = termsOf(['tid', 'tider'], ['tid', 'tids'])
const enhet = termsOf(['enhet'], ['enhets'])
const remiss = termsOf(['remiss'], ['remiss'])

/** The word with its term marked: vård[rådet]. */
const marked = (word: string, terms: TermForms, by = finder): string[] =>
  by.find(word, terms).map(({ start, end, part }) => {
    const mark = part === 'head' ? '[]' : '<>'
    return word.slice(0, start) + mark[0] + word.slice(start, end) + mark[1] + word.slice(end)
  })

describe('a term inside a compound', () => {
  test.each([
    { name: 'as the last part', word: 'vårdrådet', terms: råd, found: ['vård[rådet]'] },
    { name: 'as the first part', word: 'rådtid', terms: råd, found: ['<råd>tid'] },
    { name: 'in the middle', word: 'vårdrådtid', terms: råd, found: ['vård<råd>tid'] },
    { name: 'a link joins the parts', word: 'behandlingstider', terms: tid, found: ['behandlings[tider]'] },
    { name: 'after an abbreviation', word: 'kbt-råd', terms: råd, found: ['kbt-[råd]'] },
    { name: 'before a hyphen in any form', word: 'kortet-appen', terms: kort, found: ['<kortet>-appen'] },
    { name: 'three like letters written as two', word: 'remissvar', terms: remiss, found: ['<remiss>var'] },
    { name: 'both letters are shared', word: 'fallucka', terms: termsOf(['lucka'], []), found: ['fal[lucka]'] },
    {
      name: 'a noun that may be an adjective, before a noun',
      word: 'kortläsare',
      terms: kort,
      found: ['<kort>läsare'],
    },
  ])('is found: $name', ({ word, terms, found }) => {
    expect(marked(word, terms)).toEqual(found)
  })

  test.each([
    { name: 'the word is the term', word: 'rådet', terms: råd },
    { name: 'another reading has fewer parts: kod + förråd', word: 'kodförråd', terms: råd },
    { name: 'what is left is a prefix', word: 'förråd', terms: råd },
    { name: 'what is left is no word', word: 'tråd', terms: råd },
    { name: 'an adjective in -het', word: 'erfarenhet', terms: enhet },
    { name: 'an adverb that is listed', word: 'alltid', terms: tid },
    { name: 'a lexicalised compound', word: 'måltider', terms: tid },
    { name: 'the adjective, not the noun', word: 'kortfattad', terms: kort },
    { name: 'a suffix is no word', word: 'korthet', terms: kort },
    { name: 'the whole is a verb', word: 'tjänstgör', terms: termsOf([], ['tjänst']) },
    { name: 'a name is no last part', word: 'rådper', terms: råd },
  ])('is not found when $name', ({ word, terms }) => {
    expect(marked(word, terms)).toEqual([])
  })

  test('is found after a word that only `extra` knows', () => {
    const extra = createLexicon(encodeLexicon(new Map([['teledermatologi', Role.FirstByRule | Role.Noun]])))
    expect(marked('teledermatologiråd', råd)).toEqual([])
    expect(marked('teledermatologiråd', råd, createTermPartFinder({ lexicon, extra }))).toEqual([
      'teledermatologi[råd]',
    ])
  })
})

const pieces = fc.array(
  fc.constantFrom(
    'råd',
    'kod',
    'förråd',
    'läkar',
    'remiss',
    'svar',
    'kort',
    'tid',
    's',
    '-',
    'för',
    'xq',
    'å',
    '😀',
    'e',
  ),
  { maxLength: 12 },
)

test('`holds` and `find` agree on every stretch of any word', () => {
  const anything: TermForms = { isHead: () => true, isFirst: () => true }
  fc.assert(
    fc.property(pieces, (all) => {
      const word = all.join('')
      const found = finder.find(word, anything).map(({ start, end }) => `${start}-${end}`)
      for (let start = 0; start < word.length; start++)
        for (let end = start + 1; end <= word.length; end++)
          expect(finder.holds(word, start, end)).toBe(found.includes(`${start}-${end}`))
    }),
  )
})

test('any text is answered, and a word of any length at once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
      for (const { start, end } of finder.find(text, råd))
        expect(råd.isHead(text.slice(start, end)) || råd.isFirst(text.slice(start, end))).toBe(true)
    }),
  )
  expect(finder.find('råd'.repeat(1_000_000), råd)).toEqual([])
  expect(finder.holds('råd'.repeat(LONGEST_WORD), 0, 3)).toBe(false)
})
