import { tokenise } from '@klarsprak/swedish'
import { type SpellingMatch, termForms } from '@klarsprak/termbank'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { nationalWords } from '../testing/test-linter.js'
import { brandCasing } from './brand-casing/rule.js'
import { optionsSchema } from './options-schema.js'
import { withDefaults } from './run.js'
import { spellingVariant } from './spelling-variant/rule.js'
import { splitCompound } from './split-compound/rule.js'

const words = await nationalWords()
const found = (text: string): readonly SpellingMatch[] => words.index.misspellings(tokenise(text))
const told = (text: string) =>
  found(text).map(({ span, fault, right, certain }) => {
    const actual = text.slice(span.start, span.end)
    return `${fault} ${actual} → ${right}${certain ? '' : ' ?'}`
  })

describe('a term torn apart', () => {
  const cases = [
    {
      name: 'a first part that is no word',
      text: 'Ditt läkar besök är bokat.',
      faults: ['split läkar besök → läkarbesök'],
    },
    { name: 'a letter', text: 'Använd våra e tjänster.', faults: ['split e tjänster → e-tjänster'] },
    { name: 'a letter first in a sentence', text: 'E tjänsten är ny.', faults: ['split E tjänsten → E-tjänsten'] },
    { name: 'two nouns after an article', text: 'Ring en vård central.', faults: ['split vård central → vårdcentral'] },
    {
      name: 'two nouns after a possessive',
      text: 'Läs din patient journal.',
      faults: ['split patient journal → patientjournal'],
    },
    {
      name: 'the article agrees with the whole',
      text: 'Skriv ditt person nummer.',
      faults: ['split person nummer → personnummer'],
    },
    {
      name: 'many, and a first part in the singular',
      text: 'Alla patient journaler finns kvar.',
      faults: ['split patient journaler → patientjournaler'],
    },
    {
      name: 'an abbreviation keeps its capitals',
      text: 'Du behöver ett SITHS kort.',
      faults: ['split SITHS kort → SITHS-kort'],
    },
    { name: 'in capitals', text: 'BOKA LÄKAR BESÖK', faults: ['split LÄKAR BESÖK → LÄKARBESÖK'] },
    {
      name: 'decomposed letters and a soft hyphen',
      text: 'Ditt la\u0308kar be\u00adsök.',
      faults: ['split la\u0308kar be\u00adsök → läkarbesök'],
    },
    {
      name: 'over the end of a line',
      text: 'Ditt läkar\r\nbesök är bokat.',
      faults: ['split läkar\r\nbesök → läkarbesök'],
    },
  ]
  for (const { name, text, faults } of cases) test(name, () => expect(told(text)).toEqual(faults))

  const ordinary = [
    { name: 'an adjective and a noun', text: 'En frisk vård och ett ny besök. Egen vård, öppen vård, nära vård.' },
    { name: 'a genitive', text: 'Läs patientens journal. Varje patients journal är hemlig.' },
    { name: 'a receiver and what they get', text: 'Läkaren ger en patient recept. De ger en patient vård.' },
    { name: 'many of both', text: 'Ger barn stöd, barn hälsovård och patienter journaler.' },
    { name: 'a participle after a noun', text: 'Vi hjälper en patient boende i Lund.' },
    { name: 'an adjective that belongs to what follows', text: 'Det ger vård central plats. Det gör vård central.' },
    { name: 'the article agrees with the first noun only', text: 'Ge en patient ett recept. En patient journaler.' },
    { name: 'another sentence', text: 'Vi ger vård. Central och plan finns. Du ser en patient. Journal saknas.' },
    { name: 'a list', text: 'vård, central, läkar, besök' },
    { name: 'a suspended part', text: 'Läkar- besök och vård- central.' },
    { name: 'words with capitals', text: 'Vård Central Patient Journal' },
    { name: 'in capitals, where they may stand side by side', text: 'VÅRD CENTRAL' },
    { name: 'a measure', text: 'En grupp behandlingar. Antal besök. Tre dagar vård.' },
    { name: 'after som', text: 'Hon kom som patient. Som patient journal förs över dig.' },
    { name: 'English', text: 'the patient journal of the clinic' },
    { name: 'an adverb', text: 'Vi kör hem sjukvård. Gå hem tjänst.' },
  ]
  for (const { name, text } of ordinary) test(`not ${name}`, () => expect(told(text)).toEqual([]))
})

describe('other ways to spell', () => {
  const cases = [
    { name: 'without the hyphen', text: 'Vår etjänst.', faults: ['joined etjänst → e-tjänst'] },
    {
      name: 'with a capital for the hyphen',
      text: 'I eTjänsten. eTjänsten är ny.',
      faults: ['joined eTjänsten → e-tjänsten', 'joined eTjänsten → e-tjänsten'],
    },
    { name: 'a hyphen too much', text: 'Ring vård-centralen.', faults: ['hyphen vård-centralen → vårdcentralen'] },
    { name: 'an -s too much', text: 'Sök färdstjänst.', faults: ['letters färdstjänst → färdtjänst'] },
    {
      name: 'capitals inside',
      text: 'E-Tjänsten är öppen, och vår E-Tjänst.',
      faults: ['capitals E-Tjänsten → E-tjänsten', 'capitals E-Tjänst → e-tjänst'],
    },
    {
      name: 'a capital inside a sentence',
      text: 'Logga in med E-legitimation.',
      faults: ['capitals E-legitimation → e-legitimation'],
    },
    {
      name: 'the author’s own list of slips, in every form',
      text: 'Din inlogning och inlogningen.',
      faults: ['letters inlogning → inloggning', 'letters inlogningen → inloggningen'],
    },
    { name: 'an abbreviation that is a word', text: 'Du får ett SMS.', faults: ['capitals SMS → sms'] },
    {
      name: 'a suspended part without its hyphen',
      text: 'Lagen om hälso och sjukvård.',
      faults: ['joined hälso och sjukvård → hälso- och sjukvård'],
    },
    {
      name: 'brands',
      text: 'Välj BankID, Bank ID eller bankid.',
      faults: ['joined BankID → bank-id', 'split Bank ID → bank-id', 'joined bankid → bank-id'],
    },
    {
      name: 'right: a capital where a sentence or a list item begins',
      text: 'E-tjänsten är ny: E-tjänst. • E-legitimation',
      faults: [],
    },
    { name: 'right: a name', text: 'Vi samarbetar med E-tjänst Skåne och Center för eHälsa.', faults: [] },
    { name: 'right: all in capitals', text: 'VI SKICKAR SMS FRÅN E-TJÄNSTEN', faults: [] },
    { name: 'right: an abbreviation before the hyphen', text: 'Vi har IT-stöd och QR-kod.', faults: [] },
  ]
  for (const { name, text, faults } of cases) test(name, () => expect(told(text)).toEqual(faults))
})

describe('names', () => {
  const cases = [
    { name: 'in capitals', text: 'Fråga DIGG.', faults: ['name DIGG → Digg'] },
    {
      name: 'in the genitive',
      text: 'Läs DIGGs och DIGG:s råd.',
      faults: ['name DIGGs → Diggs', 'name DIGG:s → Diggs'],
    },
    { name: 'a capital too many', text: 'Logga in i 1177 Direkt.', faults: ['name 1177 Direkt → 1177 direkt'] },
    {
      name: 'a capital in the wrong place',
      text: 'Hos e-Hälsomyndigheten.',
      faults: ['name e-Hälsomyndigheten → E-hälsomyndigheten'],
    },
    { name: 'joined', text: 'Ladda ner CapioGo.', faults: ['name CapioGo → Capio Go'] },
    {
      name: 'no name but words',
      text: 'Du blir kry. På mina sidor är det alltid öppet. Läs journalen hos min doktor.',
      faults: [],
    },
    { name: 'a heading in capitals', text: 'OM DIGG', faults: [] },
    { name: 'written as it should be', text: 'Digg, Diggs, 1177 direkt, Capio Go, E-hälsomyndigheten.', faults: [] },
  ]
  for (const { name, text, faults } of cases) test(name, () => expect(told(text)).toEqual(faults))
})

const usable = [...words.index.concepts()].flatMap(({ terms }) =>
  terms.filter(({ lang, status }) => lang === 'sv' && (status === 'preferred' || status === 'admitted')),
)

test('no form of any term is taken for a misspelling', () => {
  const taken = usable.flatMap((term) =>
    termForms(term).flatMap(({ form, guess }) => (guess ? [] : told(`Här är ${form} i dag.`))),
  )
  expect(taken.filter((one) => !one.startsWith('brand '))).toEqual([])
})

test('what is written instead is in order', () => {
  const torn = usable.flatMap((term) =>
    termForms(term).flatMap(({ form }) =>
      found(`Vi har ${form.replace('-', ' ')} och ${form.replace('-', '')} här.`).map(({ right }) => right),
    ),
  )
  expect(torn.length).toBeGreaterThan(200)
  for (const right of torn) expect(told(`Vi har ${right} här.`).filter((one) => !one.startsWith('brand '))).toEqual([])
})

const linter = createLinter({
  ...words,
  rules: [splitCompound, spellingVariant, brandCasing].map((rule) => withDefaults(rule)),
})
const PIECES = [
  'e',
  ' ',
  '-',
  'tjänst',
  'Tjänst',
  'vård',
  'central',
  'läkar',
  'besök',
  'DIGG',
  '1177',
  'direkt',
  'Direkt',
  'en',
  'ett',
  '. ',
  ', ',
  '\r\n',
  'bank',
  'ID',
  'å\u00ad',
  'a\u030a',
  '😀',
  '**',
  '`',
]

test('findings point at the text they quote, and fixing leaves nothing to fix', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      for (const { span, text: actual } of linter.lint({ path: 'a.md', text })) {
        expect(text.slice(span.start, span.end)).toBe(actual)
      }
      const fixed = linter.fix({ path: 'a.md', text })
      expect(fixed.findings.filter(({ suggestions }) => suggestions.some(({ safe }) => safe))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

// Quadratic time would run into the time limit of the test.
test('a long sentence of beginnings takes linear time', () => {
  for (const piece of ['e ', 'vård ', 'läkar ', '1177 ', 'Min ', 'e-', 'vård central ']) found(piece.repeat(20_000))
})

describe('the norm for bank-id is a choice', () => {
  const text = 'Logga in med BankID, bank-id eller Bank ID. Mitt bank-id:t.'
  const right = (options: object) =>
    createLinter({
      ...words,
      rules: [{ ...withDefaults(spellingVariant), options: optionsSchema(spellingVariant).parse(options) }],
    })
      .lint({ path: 'a.md', text })
      .map((finding) => `${finding.text} → ${finding.suggestions[0]?.text}`)
  test('as a word', () => expect(right({})).toEqual(['BankID → bank-id', 'Bank ID → bank-id']))
  test('as the company writes it', () =>
    expect(right({ profile: 'BankID' })).toEqual(['bank-id → BankID', 'Bank ID → BankID', 'bank-id:t → BankID:t']))
})
