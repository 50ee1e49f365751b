import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../problems/problem.js'
import { readConcepts } from './read-concepts.js'

const read = (text: string) => readConcepts(text, 'bank.yaml')
const problemsOf = (text: string): string[] => read(text).problems.map(formatProblem)

const good = `id: c-0001
terms:
  - label: digital ingång
    status: preferred
    gender: common
    plural: digitala ingångar
`

describe('what a file may hold', () => {
  test.each([
    { name: 'one concept', text: good, ids: ['c-0001'] },
    {
      name: 'a list of concepts',
      text: 'concepts:\n  - {id: c-0001, terms: [{label: a, status: preferred}]}\n',
      ids: ['c-0001'],
    },
    { name: 'a bare list', text: '- {id: c-0007, terms: [{label: a, status: preferred}]}\n', ids: ['c-0007'] },
    { name: 'JSON', text: '{"id":"c-0001","terms":[{"label":"a","status":"admitted"}]}', ids: ['c-0001'] },
    { name: 'several documents', text: `${good}---\n${good.replace('0001', '0002')}`, ids: ['c-0001', 'c-0002'] },
    { name: 'Windows line ends', text: good.replaceAll('\n', '\r\n'), ids: ['c-0001'] },
    { name: 'nothing', text: '', ids: [] },
    { name: 'only a comment', text: '# snart\n', ids: [] },
  ])('$name', ({ text, ids }) => {
    const { concepts, problems } = read(text)
    expect(problems).toEqual([])
    expect(concepts.map(({ id }) => id)).toEqual(ids)
  })

  test('overlays are read beside concepts', () => {
    const { concepts, overlays, problems } = read(
      'overlays:\n  - {concept: c-0001, reason: Vi säger så., prefer: vårdportal}\nconcepts: []\n',
    )
    expect(problems).toEqual([])
    expect(concepts).toEqual([])
    expect(overlays).toEqual([{ concept: 'c-0001', reason: 'Vi säger så.', prefer: 'vårdportal' }])
  })

  test('defaults are filled in', () => {
    expect(read(good).concepts[0]).toMatchObject({ subject: 'ovrigt', terms: [{ lang: 'sv', pos: 'noun' }] })
  })
})

describe('every problem has a file, a line, a code and a way out', () => {
  test.each([
    {
      name: 'a misspelt key',
      text: good.replace('gender:', 'gendr:'),
      problems: ['bank.yaml:5  BANK-SCHEMA  terms.0.gendr: Okänd nyckel. Menar du gender?'],
    },
    {
      name: 'an unknown status',
      text: good.replace('preferred', 'bra'),
      problems: [
        'bank.yaml:4  BANK-SCHEMA  terms.0.status: Det står ”bra”, men värdet ska vara preferred, admitted, deprecated eller superseded.',
      ],
    },
    {
      name: 'a status with a slip of the pen',
      text: good.replace('preferred', 'prefered'),
      problems: [
        'bank.yaml:4  BANK-SCHEMA  terms.0.status: Det står ”prefered”, men värdet ska vara preferred, admitted, deprecated eller superseded. Menar du preferred?',
      ],
    },
    {
      name: 'no status at all',
      text: 'id: c-0001\nterms:\n  - label: a\n',
      problems: ['bank.yaml:3  BANK-SCHEMA  terms.0.status: Uppgiften saknas. Hur skribenter ska behandla termen.'],
    },
    {
      name: 'a number where a word should be',
      text: 'id: c-0001\nterms:\n  - label: 112\n    status: preferred\n',
      problems: [
        "bank.yaml:3  BANK-SCHEMA  terms.0.label: Det ska vara en text. Sätt citationstecken runt värdet: '112'.",
      ],
    },
    {
      name: 'an id of another form',
      text: good.replace('c-0001', 'portal'),
      problems: ['bank.yaml:1  BANK-SCHEMA  id: ”portal” har fel form; skriv till exempel c-0107.'],
    },
    {
      name: 'a date that is none',
      text: `${good}reviewBy: nästa år\n`,
      problems: [
        'bank.yaml:7  BANK-SCHEMA  reviewBy: ”nästa år” är inget datum. Skriv år-månad-dag, till exempel 2026-03-31.',
      ],
    },
    {
      name: 'plural: true',
      text: good.replace('digitala ingångar', 'true'),
      problems: ['bank.yaml:6  BANK-SCHEMA  terms.0.plural: Det ska vara en text eller false, men det står ”true”.'],
    },
    {
      name: 'two keys alike',
      text: `${good}id: c-0002\n`,
      problems: ['bank.yaml:7  BANK-YAML  Nyckeln står två gånger på samma nivå. Ta bort den ena.'],
    },
    {
      name: 'a tab',
      text: 'id: c-0001\nterms:\n\t- label: a\n',
      problems: ['bank.yaml:3  BANK-YAML  Raden är indragen med tabb. Använd mellanslag.'],
    },
    {
      name: 'a file that is a text',
      text: 'hej\n',
      problems: [
        'bank.yaml:1  BANK-SCHEMA  filen: Filen ska innehålla ett begrepp, eller listorna concepts och overlays.',
      ],
    },
    {
      name: 'an unknown key beside concepts',
      text: 'concepts: []\noverlay: []\n',
      problems: ['bank.yaml:2  BANK-SCHEMA  overlay: Okänd nyckel. Menar du overlays?'],
    },
  ])('$name', ({ text, problems }) => {
    expect(problemsOf(text)).toEqual(problems)
  })
})

test.each([
  { name: 'brackets without end', text: '['.repeat(50_000) },
  { name: 'blocks without end', text: Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n') },
  {
    name: 'aliases that multiply',
    text: `a: &a [x]\n${'bcdefghij'.replace(/./gu, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
  },
  { name: 'an alias of nothing', text: 'id: *nobody\nterms: []\n' },
  {
    name: 'a key that means something to JavaScript',
    text: '__proto__: {id: c-0001}\nterms: [{label: a, status: preferred}]\n',
  },
])('a strange file is a problem too: $name', ({ text }) => {
  const { concepts, problems } = read(text)
  expect(concepts).toEqual([])
  expect(problems.length).toBeGreaterThan(0)
})

describe('a bad entry never stops the others', () => {
  const list = `concepts:
  - id: c-0001
    terms: [{label: ett, status: preferred}]
  - id: c-0002
    terms: [{label: två, status: dålig}]
  - id: c-0003
    id: c-0004
    terms: [{label: tre, status: preferred}]
  - id: c-0005
    terms: [{label: fem, status: preferred}]
`
  test('in one file', () => {
    const { concepts, problems } = read(list)
    expect(concepts.map(({ id }) => id)).toEqual(['c-0001', 'c-0005'])
    expect(problems.map(({ code, line, conceptId }) => ({ code, line, conceptId }))).toEqual([
      { code: 'BANK-SCHEMA', line: 5, conceptId: 'c-0002' },
      { code: 'BANK-YAML', line: 7, conceptId: undefined },
    ])
  })

  test('all problems of one entry are given', () => {
    expect(problemsOf('id: x\nfärg: blå\nterms: []\n').map((line) => line.split('  ')[0])).toEqual([
      'bank.yaml:1',
      'bank.yaml:2',
      'bank.yaml:3',
    ])
  })
})

describe('places', () => {
  test('an entry and its keys have a line', () => {
    const { concepts, placeOf } = read(`# överst\n\n${good}`)
    expect(placeOf(concepts[0]!)).toEqual({ path: 'bank.yaml', line: 3 })
    expect(placeOf(concepts[0]!, ['terms', 0, 'plural'])).toEqual({ path: 'bank.yaml', line: 8 })
    expect(placeOf(concepts[0]!, ['terms', 0, 'reason'])).toEqual({ path: 'bank.yaml', line: 5 })
    expect(placeOf({ ...concepts[0]! })).toBeUndefined()
  })
})

test('reading never throws, and every problem has a line of the file', () => {
  const piece = fc.constantFrom(
    'id: c-0001\n',
    'terms:\n',
    '  - label: å\n',
    '    status: preferred\n',
    '\t',
    ': ',
    '- ',
    '{',
    ']',
    '"',
    '*a ',
    '&a ',
    '---\n',
    '\r\n',
    '🙂',
    'concepts:\n',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      const lines = text.split('\n').length
      for (const { line } of read(text).problems) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines + 1)
      }
    }),
  )
})
