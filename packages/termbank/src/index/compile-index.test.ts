import { tokenise } from '@klarsprak/swedish'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBank } from '../bank/create-bank.js'
import { Concept, type ConceptInput } from '../model/concept.js'
import { compileIndex } from './compile-index.js'
import { keysOfForm } from './compile-tables.js'
import type { CompoundFinder } from './compound-finder.js'
import { IndexFormatError, loadIndex, loadPartlyRead, saveIndex } from './save-index.js'
import { type PlainMatch, scanNaively } from './scan-naively.js'
import type { TermIndex } from './term-index.js'

type TermInput = ConceptInput['terms'][number]

const noun = (label: string, plural: string | false, more: Partial<TermInput> = {}): TermInput => ({
  label,
  plural,
  gender: 'common',
  status: 'deprecated',
  ...more,
})

const bankOf = (...concepts: readonly (readonly TermInput[])[]) =>
  createBank({
    layers: [{ name: 'test', concepts: concepts.map((terms, i) => Concept.parse({ id: `c-${1000 + i}`, terms })) }],
  }).bank

const allParts: CompoundFinder = { holds: () => true }

const bank = bankOf(
  [noun('hälsoportal', 'hälsoportaler'), noun('digital ingång', 'digitala ingångar', { status: 'preferred' })],
  [noun('portal', 'portaler', { unless: ['Svensk portal'] })],
  [noun('psykisk hälsa', false, { status: 'preferred' })],
  [{ label: 'psykisk', pos: 'adjective', status: 'deprecated', unless: ['psykisk ohälsa'] }],
  [
    {
      label: 'logga in',
      pos: 'verb',
      present: 'loggar in',
      past: 'loggade in',
      supine: 'loggat in',
      status: 'preferred',
    },
    {
      label: 'infinna sig',
      pos: 'verb',
      present: 'infinner sig',
      past: 'infann sig',
      supine: 'infunnit sig',
      status: 'deprecated',
    },
  ],
  [{ label: 'REST', pos: 'abbreviation', status: 'deprecated' }],
  [
    {
      label: 'kvittera',
      pos: 'verb',
      present: 'kvitterar',
      past: 'kvitterade',
      supine: 'kvitterat',
      status: 'deprecated',
      unless: ['kvittera in'],
    },
  ],
  [noun('rest', 'rester')],
  [noun('ärende', 'ärenden', { gender: 'neuter' })],
  [{ label: 'SIP', pos: 'abbreviation', gender: 'common', plural: 'SIP:ar', status: 'admitted' }],
  [{ label: 'BankID', pos: 'name', gender: 'neuter', status: 'preferred' }],
  [noun('remiss', 'remisser', { compound: 'head' })],
  [noun('svar', 'svar', { gender: 'neuter', compound: 'modifier' })],
  [noun('diet', 'dieter', { compound: 'never' })],
  [noun('insats', 'insatser', { nearWords: ['vård', 'psykisk'], notNearWords: ['port'] })],
  [{ label: 'i enlighet med', pos: 'phrase', status: 'deprecated' }],
  [{ label: 'bl.a.', pos: 'abbreviation', status: 'deprecated' }],
  [noun('vårdplan', 'vårdplaner', { status: 'preferred' }), noun('plan', 'planer')],
)
const index = compileIndex(bank, { compounds: allParts })

const plain = (index: TermIndex, text: string): readonly PlainMatch[] =>
  index.search(tokenise(text)).map(({ span, part, senses, gap }) => ({
    ...span,
    part,
    gap: gap !== undefined,
    terms: [...new Set(senses.map(({ concept, term }) => `${concept.id} ${term.label}`))].sort(),
  }))
const shown = (text: string): string[] =>
  plain(index, text).map(
    ({ start, end, part, gap }) => `${text.slice(start, end)}${part === 'whole' ? '' : ` (${part})`}${gap ? ' …' : ''}`,
  )

describe('what is found', () => {
  test.each([
    {
      name: 'every inflected form',
      text: 'Hälsoportalernas namn, hälsoportal.',
      found: ['Hälsoportalernas', 'hälsoportal'],
    },
    { name: 'a phrase in agreement', text: 'i de digitala ingångarna', found: ['digitala ingångarna'] },
    { name: 'a phrase over a line break', text: 'den digitala\ningången', found: ['digitala\ningången'] },
    { name: 'no phrase over a paragraph break', text: 'digital\n\ningång', found: [] },
    { name: 'no phrase over a full stop', text: 'Den är digital. Ingång finns.', found: [] },
    { name: 'no phrase over a comma', text: 'digital, ingång', found: [] },
    { name: 'the longer of two terms', text: 'psykisk hälsa', found: ['psykisk hälsa'] },
    { name: 'the shorter one elsewhere', text: 'en psykisk sjukdom', found: ['psykisk'] },
    { name: 'nothing within an exception', text: 'psykisk ohälsa', found: [] },
    { name: 'nothing within an inflected exception', text: 'den psykiska ohälsans orsaker', found: [] },
    { name: 'an exception that begins before the term', text: 'Svensk portal och en portal', found: ['portal'] },
    { name: 'a longer term inside a compound', text: 'vårdplansmöte', found: ['vårdplans (modifier)'] },
    { name: 'capitals', text: 'ÄRENDE', found: ['ÄRENDE'] },
    { name: 'a decomposed letter', text: 'a\u0308rendet', found: ['a\u0308rendet'] },
    { name: 'a soft hyphen', text: 'ären\u00addet', found: ['ären\u00addet'] },
    { name: 'a part after a soft hyphen', text: 'region\u00adportalen', found: ['portalen (head)'] },
    { name: 'nothing that only ends like a term', text: 'rende', found: [] },
    { name: 'a part before a hyphen', text: 'ärende-id', found: ['ärende (modifier)'] },
    { name: 'a part whose head stands elsewhere', text: 'portal- och appfrågor', found: ['portal (modifier)'] },
    { name: 'an abbreviation with its stops', text: 'Vi har bl.a. bad.', found: ['bl.a.'] },
    { name: 'a fixed phrase', text: 'I enlighet med lagen', found: ['I enlighet med'] },
    { name: 'the same word twice', text: 'portal portal', found: ['portal', 'portal'] },
  ])('$name', ({ text, found }) => expect(shown(text)).toEqual(found))
})

describe('capitals decide for abbreviations and names', () => {
  test.each([
    { name: 'the word', text: 'en rest av betalningen', terms: ['rest'] },
    { name: 'the abbreviation', text: 'ett gränssnitt med REST här', terms: ['REST'] },
    { name: 'the abbreviation alone', text: 'REST', terms: ['REST'] },
    { name: 'all in capitals, nobody knows', text: 'DET FINNS EN REST HÄR', terms: ['rest'] },
    { name: 'an abbreviation in lower case', text: 'ta en sip kaffe', terms: [] },
    { name: 'an abbreviation with an ending', text: 'din SIP:s mål', terms: ['SIP'] },
    { name: 'an abbreviation in a compound', text: 'ett SIP-möte och sip-möte', terms: ['SIP'] },
    { name: 'a name with a capital within', text: 'BankID, bankid, BANKID', terms: ['BankID'] },
    { name: 'abbreviations only', text: 'SIP, SIP', terms: ['SIP', 'SIP'] },
    { name: 'a heading in capitals', text: 'VAD ÄR SIP?', terms: [] },
  ])('$name', ({ text, terms }) => {
    expect(index.search(tokenise(text)).flatMap(({ senses }) => senses.map(({ term }) => term.label))).toEqual(terms)
  })
})

describe('a particle verb may have its subject inside', () => {
  test.each([
    { name: 'unbroken', text: 'Du loggar in.', found: ['loggar in'] },
    { name: 'with a pronoun', text: 'Då loggar du in.', found: ['loggar du in …'] },
    { name: 'with three words', text: 'Nu loggar du inte längre in.', found: ['loggar du inte längre in …'] },
    { name: 'not with four', text: 'Nu loggar du nog inte längre in.', found: [] },
    { name: 'not over a conjunction', text: 'Nu loggar du och går in.', found: [] },
    { name: 'not over an avoided word', text: 'Nu loggar portalen in.', found: ['portalen'] },
    { name: 'not over a comma', text: 'Nu loggar du, in.', found: [] },
    { name: 'a reflexive verb', text: 'I morgon infinner du dig här.', found: ['infinner du dig …'] },
    { name: 'not an infinitive', text: 'att logga du in', found: ['logga du in …'] },
  ])('$name', ({ text, found }) => expect(shown(text)).toEqual(found))

  test('such a match is always a guess', () => {
    const [match] = index.search(tokenise('Då loggar du in.'))
    expect(match).toMatchObject({ first: 1, last: 3, gap: { first: 2, last: 2 } })
    expect(match?.senses.every(({ guess }) => guess)).toBe(true)
  })
})

describe('the policy for compounds', () => {
  test.each([
    { name: 'head only', text: 'specialistremiss remissvar', found: ['remiss (head)'] },
    { name: 'modifier only', text: 'svarsbrev remissvar', found: ['svars (modifier)'] },
    { name: 'never', text: 'dietlista specialdiet diet', found: ['diet'] },
  ])('$name', ({ text, found }) => expect(shown(text)).toEqual(found))

  test('without a lexicon only hyphens are trusted', () => {
    const careful = compileIndex(bank)
    expect(plain(careful, 'regionportal region-portal')).toMatchObject([{ start: 20, end: 26, part: 'head' }])
  })
})

test('one form can mean several things, and all of them are given', () => {
  const twice = compileIndex(
    bankOf([noun('insats', 'insatser')], [noun('insats', 'insatser', { status: 'preferred' })]),
  )
  expect(twice.search(tokenise('insatsen'))[0]?.senses.map(({ concept }) => concept.id)).toEqual(['c-1000', 'c-1001'])
})

test('a form gives every reading', () => {
  const [match] = index.search(tokenise('ärenden'))
  expect(match?.senses[0]?.features).toEqual([{ number: 'plural', definite: false, case: 'nominative' }])
  expect(match?.senses[0]?.guess).toBe(false)
})

test.each([
  { text: 'Insatsen är klar.', found: [] },
  { text: 'Insatsen är klar. Vården hör av sig.', found: ['Insatsen'] },
  { text: 'Insatsen hos HEM\u00adVÅRDEN', found: ['Insatsen'] },
  { text: 'En vårdinsats', found: ['insats'] },
  { text: 'Vården gör en insats vid porten.', found: [] },
])('$text: the words of the text decide', ({ text, found }) => {
  const matches = index.search(tokenise(text))
  expect(
    matches
      .filter(({ senses }) => senses[0]!.term.label === 'insats')
      .map(({ span }) => text.slice(span.start, span.end)),
  ).toEqual(found)
})

test('an exception of a verb is inflected as the verb is', () => {
  const found = (text: string) => index.search(tokenise(text)).length
  expect(found('Vi kvitterade lånet')).toBe(1)
  expect(found('Vi kvitterade in lånet, och lånen kvitteras in')).toBe(0)
})

test('what is turned down can be asked for', () => {
  const why: string[] = []
  index.search(tokenise('psykisk ohälsa, rest i EN REST här, insats i porten'), {
    onReject: ({ term, why: reason }) => why.push(`${term.label} ${reason}`),
  })
  expect(why).toEqual(['psykisk unless', 'REST case', 'rest case', 'insats near'])
})

const words = fc.constantFrom(
  ...'kvittera kvitterade Hälsoportalen hälsoportal digitala digital ingången ingångar portal portaler vårdportalen regionportal- portal- -portalen Svensk psykisk psykiska hälsa ohälsa ohälsan hälsan logga loggar loggade in du inte och infinner sig dig REST rest RESTER resten ÄRENDE ärende-id a\u0308rendet ären\u00adden SIP sip SIP:en SIP-möte BankID bankid remissvar specialistremisser svarsremiss dietlista i enlighet med bl.a. vårdplansmöte planen vårdplan EN DET hus 🙂 insats insatserna vårdinsats 12 \uFFFC'.split(
    ' ',
  ),
)
const gaps = fc.constantFrom(' ', ' ', ' ', '\n', '\r\n', '\n\n', ', ', '. ', '! ', ' – ', '/', '')
const copy = fc
  .array(
    fc.tuple(fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: fc.string({ maxLength: 4 }) }), gaps),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.flat().join(''))

describe('laws', () => {
  // The finder must be a pure function of its arguments; this one says no about half of the time.
  const picky: CompoundFinder = { holds: (word, start, end) => (word.length + start * 7 + end * 3) % 2 === 0 }
  const pickyIndex = compileIndex(bank, { compounds: picky })
  const loaded = loadIndex(saveIndex(pickyIndex), { compounds: picky })
  const scan = scanNaively(bank, picky)

  test('the compiled index finds what a plain scan finds, before and after it was saved', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const wanted = scan(tokenise(text))
        expect(plain(pickyIndex, text)).toEqual(wanted)
        expect(plain(loaded, text)).toEqual(wanted)
      }),
      { numRuns: 500 },
    )
  })

  test('matches are in order, do not overlap, and lie within their tokens', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const tokens = tokenise(text)
        let end = 0
        for (const { span, first, last } of index.search(tokens)) {
          expect(span.start).toBeGreaterThanOrEqual(Math.max(end, tokens.starts[first]!))
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(tokens.ends[last]!)
          end = span.end
        }
      }),
    )
  })

  test('searching leaves no trace: the same text gives the same answer', () => {
    fc.assert(
      fc.property(copy, copy, (one, other) => {
        const before = plain(index, one)
        index.search(tokenise(other))
        expect(plain(index, one)).toEqual(before)
      }),
    )
  })
})

describe('a saved index', () => {
  const bytes = saveIndex(index)

  test('is the same bytes for the same bank', () => {
    expect(saveIndex(compileIndex(bank))).toEqual(bytes)
    expect(saveIndex(loadIndex(bytes))).toEqual(bytes)
  })

  test('can lie anywhere in a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3)
    larger.set(bytes, 3)
    expect(plain(loadIndex(larger.subarray(3), { compounds: allParts }), 'en hälsoportal')).toHaveLength(1)
  })

  /** The bytes, of which nothing is there until somebody needs it. */
  const partly = (from = bytes) => {
    const read = new Uint8Array(from.length)
    return {
      bytes: read,
      need: (start: number, end: number) => read.set(from.subarray(start, end), start),
      copy: (start: number, end: number) => from.slice(start, end),
    }
  }

  test('can be read as it is needed, and the search has asked for all that it looks at', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const opened = loadPartlyRead(partly(), { compounds: allParts })
        expect(opened.search(tokenise(text))).toEqual(loadIndex(bytes, { compounds: allParts }).search(tokenise(text)))
      }),
    )
    const whole = loadIndex(bytes, { compounds: allParts })
    for (const word of ['hälsoportalens', 'logga in', 'finns inte']) {
      const opened = loadPartlyRead(partly(), { compounds: allParts })
      expect(opened.entries.wholeOf(tokenise(word))).toEqual(whole.entries.wholeOf(tokenise(word)))
      expect(opened.entries.partsOf(word)).toEqual(whole.entries.partsOf(word))
    }
    const opened = loadPartlyRead(partly())
    expect([opened.release, opened.size]).toEqual([whole.release, whole.size])
    const concept = opened.conceptOf('c-1000')!
    expect(concept).toEqual(whole.conceptOf('c-1000'))
    expect(opened.layerOf(concept, concept.terms[1])).toBe('test')
    expect([...loadPartlyRead(partly()).concepts()]).toEqual(bank.concepts)
    expect(saveIndex(loadPartlyRead(partly()))).toEqual(bytes)
  })

  test('that is cut off or of another version is refused by its header', () => {
    expect(() => loadPartlyRead(partly(bytes.slice(0, bytes.length >> 1)))).toThrow(/skadat/u)
    expect(() => loadPartlyRead(partly(bytes.slice(0, 10)))).toThrow(/inget termindex/u)
    expect(() => loadPartlyRead(partly(changed(8, 99)))).toThrow(/version 99/u)
  })

  const changed = (at: number, value: number): Uint8Array =>
    Uint8Array.from(bytes, (byte, i) => (i === at ? value : byte))
  test.each([
    {
      name: 'other bytes',
      data: new TextEncoder().encode('{"release":"2026.1", "concepts": []}'),
      says: /inget termindex/u,
    },
    { name: 'nothing', data: new Uint8Array(), says: /inget termindex/u },
    { name: 'another version', data: changed(8, 99), says: /version 99/u },
    { name: 'a byte that has changed', data: changed(bytes.length - 20, 255), says: /skadat/u },
    { name: 'half the file', data: bytes.slice(0, bytes.length >> 1), says: /skadat/u },
    { name: 'another byte order', data: changed(20, 1), says: /annan sorts dator/u },
  ])('is refused with a clear error: $name', ({ data, says }) => {
    expect(() => loadIndex(data)).toThrow(says)
    expect(() => loadIndex(data)).toThrow(IndexFormatError)
  })

  test('gives the concepts, their layers and the release', () => {
    const loaded = loadIndex(bytes)
    expect(loaded.conceptOf('c-1001')).toEqual(bank.concept('c-1001'))
    expect(loaded.conceptOf('c-9999')).toBeUndefined()
    expect([...loaded.concepts()]).toEqual(bank.concepts)
    const concept = loaded.conceptOf('c-1000')!
    expect(loaded.layerOf(concept, concept.terms[1])).toBe('test')
    expect(loaded.release).toBe('unreleased')
  })
})

test('cutting a form into keys gives what the tokeniser gives', () => {
  const letters = fc.constantFrom(..."abåäöéÅÖZ-- \u00ad\u0308.:'1/".split(''))
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 12 }), (form) => {
      const tokens = tokenise(form)
      expect(keysOfForm(form)).toEqual(Array.from({ length: tokens.count }, (_, i) => tokens.key(i)))
    }),
    { numRuns: 2000 },
  )
})
