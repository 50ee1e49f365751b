import { loadLexicon } from '@klarsprak/lexicon-sv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownParser } from '../documents/markdown.js'
import { testBank, testWords } from '../testing/test-linter.js'
import type { Candidate } from './candidate.js'
import { createExtractor } from './extract-terms.js'

const lexicon = loadLexicon()
const { index } = await testWords(testBank)

/** What is found in texts that are Markdown files, once or more often. */
function candidatesIn(texts: readonly string[], fewest = 1) {
  const extractor = createExtractor({ index, lexicon, parserFor: () => markdownParser })
  for (const [at, text] of texts.entries()) extractor.add({ path: `${at + 1}.md`, text })
  return extractor.candidates(fewest)
}
const labelsIn = (...texts: string[]) =>
  candidatesIn(texts)
    .map(({ label }) => label)
    .sort()

const asRow = (candidate?: Candidate) => candidate && { ...candidate, expansion: candidate.expansion ?? '' }

describe('what is proposed', () => {
  const cases = [
    {
      name: 'the forms of a compound are one word',
      texts: [
        'Vi läser remissbrev.',
        'Skriv ett remissbrev. Remissbrevets datum är viktigt.',
        'Alla remissbreven finns här.',
      ],
      found: [{ label: 'remissbrev', kind: 'compound', count: 4, files: 3 }],
    },
    {
      name: 'an adjective and a noun, in the base form with the right ending',
      texts: ['Vi erbjuder digitala läkarbesök.', 'Boka ett digitalt läkarbesök i dag.'],
      found: [{ label: 'digitalt läkarbesök', kind: 'phrase', count: 2 }],
    },
    {
      name: 'a plural in -ningar belongs to a word in -an',
      texts: ['Skicka ändringsförfrågningar.', 'Din ändringsförfrågan är här.'],
      found: [{ label: 'ändringsförfrågan', count: 2 }],
    },
    {
      name: 'a word that the lexicon does not know',
      texts: ['Gör en metenaminkur. Varje metenaminkur tar tid.', 'Kan skvitteringen vänta? En skvittering är kort.'],
      found: [{ label: 'skvittering', kind: 'word', count: 2 }],
    },
    {
      name: 'an abbreviation with what it stands for before it',
      texts: ['Sök hos habiliteringens råd- och stödteam (RST). Ring RST:s kansli.'],
      found: [{ label: 'RST', kind: 'abbreviation', expansion: 'råd- och stödteam', count: 2 }],
    },
    {
      name: 'and after it',
      texts: ['ZVT (zonernas vårdteam) hjälper dig.'],
      found: [{ label: 'ZVT', expansion: 'zonernas vårdteam' }],
    },
    {
      name: 'a parenthesis that is about something else is not what it stands for',
      texts: ['Vi följer ZVT (se bilagan) här.'],
      found: [{ label: 'ZVT', expansion: '' }],
    },
  ]
  for (const { name, texts, found } of cases)
    test(name, () => {
      const all = candidatesIn(texts)
      for (const one of found) expect(asRow(all.find(({ label }) => label === one.label))).toMatchObject(one)
    })
})

describe('what is left alone', () => {
  const cases = [
    { name: 'terms of the bank, in any form', text: 'Hälsoportalernas e-tjänster är nya.' },
    { name: 'everyday words', text: 'Boken ligger på bordet.' },
    { name: 'quotations', text: 'Hon skrev ”vårdlotsportföljen” på lappen.' },
    { name: 'names', text: 'Appen Vårdlotsportföljen är vår.' },
    { name: 'words that are only ever written with a capital', text: '# Vårdlotsportföljen' },
    { name: 'code', text: 'Kör `vårdlotsportföljen` nu.' },
    { name: 'addresses', text: 'Se https://vardlotsportfoljen.se/API i dag.' },
    { name: 'halves of words', text: 'Det gäller vårdlots- och liknande.' },
    { name: 'abbreviations that everybody knows, and units', text: 'Det är 5 KG från EU och FN.' },
    { name: 'lines in capitals', text: 'RING OSS GENAST DÅ' },
    { name: 'English', text: 'This is the handbook of the team and it is for you to read with care.' },
    { name: 'adjectives that only count and compare', text: 'Vi har många olika frågor och flera stora hus.' },
  ]
  for (const { name, text } of cases) test(name, () => expect(labelsIn(text)).toEqual([]))
})

test('what comes up often, in many files and in long words comes first', () => {
  const often = 'Läs källkodsregistret. Ditt källkodsregister är här.'
  const all = candidatesIn([often, often, `${often} Ett testfall är klart.`])
  expect(all.map(({ label }) => label)).toEqual(['källkodsregister', 'testfall'])
})

test('fewer than asked for is not told', () => {
  expect(candidatesIn(['Läs testfallet.'], 2)).toEqual([])
})

test('a phrase inside a longer one counts for less', () => {
  const inner = 'Vi ger digitala läkarbesök.'
  const outer = 'Vi ger kostnadsfria digitala läkarbesök.'
  const score = (texts: string[]) =>
    candidatesIn(texts).find(({ label }) => label === 'digitalt läkarbesök')?.score ?? 0
  expect(score([`${outer} ${outer}`])).toBeLessThan(score([`${inner} ${inner}`]))
})

test('contexts point at the word, from as many files as there are', () => {
  const texts = ['Rad ett.\n\nHär är testfallet. Här är testfallet. Här är testfallet.', 'Nytt testfall.']
  const [first] = candidatesIn(texts)
  expect(first?.contexts.map(({ path }) => path).sort()).toEqual(['1.md', '1.md', '2.md'])
  for (const { path, line, column } of first!.contexts) {
    const text = texts[Number.parseInt(path, 10) - 1]!.split('\n')[line - 1]!
    expect(text.slice(column - 1)).toMatch(/^testfall/u)
  }
})

test('any text is read without failing, and what is found stands in it', () => {
  const word = fc.constantFrom(
    'testfallet',
    'digitala',
    'läkarbesök',
    'RST',
    '(råd- och stödteam)',
    'åäö',
    '🙂',
    '\r\n',
    'lä\u00adkar',
    'e-',
    '”',
    '`kod`',
    'ÅÄÖ:s',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ')
      for (const { count, files, contexts, forms } of candidatesIn([text])) {
        expect(count).toBeGreaterThanOrEqual(contexts.length)
        expect(files).toBe(1)
        expect(forms.length).toBeGreaterThan(0)
      }
    }),
  )
})
