import { tokenise } from '@klarsprak/swedish'
import { describe, expect, test } from 'vitest'
import { readConcepts } from '../formats/yaml/read-concepts.js'
import { compileIndex } from '../index/compile-index.js'
import type { Layer } from './bank.js'
import { createBank } from './create-bank.js'

const layer = (name: string, text: string): Layer => {
  const { problems, ...read } = readConcepts(text, `${name}.yaml`)
  expect(problems).toEqual([])
  return { name, ...read }
}

const national = layer(
  'national',
  `concepts:
  - id: c-0001
    terms:
      - { label: digital ingång, status: preferred, gender: common, plural: digitala ingångar }
      - { label: hälsoportal, status: deprecated, gender: common, plural: hälsoportaler, reason: Oklart ord. }
    citizenWording: { sv: webbplats eller app }
  - id: c-0002
    terms:
      - { label: insats, status: preferred, gender: common, plural: insatser }
    relations: [{ type: related, target: c-0001 }]
`,
)
const together = (...above: readonly Layer[]) => createBank({ layers: [{ ...national, release: '2026.1' }, ...above] })
const codes = (problems: readonly { readonly code: string }[]): string[] => problems.map(({ code }) => code)
const statuses = (bank: ReturnType<typeof together>['bank'], id: string): string[] =>
  bank.concept(id)!.terms.map(({ label, status }) => `${label} ${status}`)

describe('an overlay changes what it names and nothing else', () => {
  const region = layer(
    'region',
    `overlays:
  - concept: c-0001
    reason: Vår tjänst heter så.
    prefer: vårdportal
    forbid: [digital ingång]
    add:
      - { label: vårdportal, status: admitted, gender: common, plural: vårdportaler }
    change:
      - { label: hälsoportal, compound: never }
    set:
      citizenWording: { sv: Vårdportalen }
`,
  )
  const { bank, problems } = together(region)

  test('without problems', () => expect(problems).toEqual([]))

  test('the terms', () => {
    expect(statuses(bank, 'c-0001')).toEqual([
      'digital ingång deprecated',
      'hälsoportal deprecated',
      'vårdportal preferred',
    ])
    expect(bank.concept('c-0001')?.terms[0]?.reason).toBe('Vår tjänst heter så.')
    expect(bank.concept('c-0001')?.terms[1]).toMatchObject({ compound: 'never', reason: 'Oklart ord.' })
    expect(bank.concept('c-0001')?.citizenWording).toEqual({ sv: 'Vårdportalen' })
  })

  test('every change has its layer, its reason and what was there before', () => {
    const { layer: own, changes } = bank.provenance(bank.concept('c-0001')!)
    expect(own).toBe('national')
    expect(changes.map(({ value, layer, before }) => [value, layer, before])).toEqual([
      ['terms.vårdportal', 'region', undefined],
      ['terms.hälsoportal.compound', 'region', undefined],
      ['terms.digital ingång.status', 'region', '"preferred"'],
      ['terms.vårdportal.status', 'region', '"admitted"'],
      ['citizenWording', 'region', '{"sv":"webbplats eller app"}'],
    ])
    expect(changes.every(({ reason }) => reason === 'Vår tjänst heter så.')).toBe(true)
  })

  test('every term knows the layer that decides about it', () => {
    const concept = bank.concept('c-0001')!
    expect(concept.terms.map((term) => bank.layerOf(concept, term))).toEqual(['region', 'national', 'region'])
  })

  test('the layer below is as it was', () => {
    expect(statuses(createBank({ layers: [national] }).bank, 'c-0001')).toEqual([
      'digital ingång preferred',
      'hälsoportal deprecated',
    ])
  })

  test('the index finds what the layers say together', () => {
    const index = compileIndex(bank)
    const [match] = index.search(tokenise('digitala ingångar'))
    expect(match?.senses.map(({ term }) => term.status)).toEqual(['deprecated'])
    expect(index.layerOf(match!.senses[0]!.concept, match!.senses[0]!.term)).toBe('region')
  })
})

describe('what cannot be put together is a problem, and the rest is', () => {
  test.each([
    {
      name: 'a concept that does not exist',
      text: 'overlays: [{ concept: c-9999, reason: r, forbid: [portal] }]',
      problems: ['BANK-OVERLAY-TARGET'],
      message: 'c-9999 finns inte i lagren under. Rätta id:t.',
    },
    {
      name: 'a misspelt term',
      text: 'overlays: [{ concept: c-0001, reason: r, forbid: [hälsoprtal] }]',
      problems: ['BANK-OVERLAY-TARGET'],
      message: '”hälsoprtal” är ingen term i c-0001. Menar du ”hälsoportal”?',
    },
    {
      name: 'a term that is there already',
      text: 'overlays: [{ concept: c-0001, reason: r, add: [{ label: Hälsoportal, status: admitted }] }]',
      problems: ['BANK-OVERLAY-TARGET'],
      message: '”Hälsoportal” finns redan i c-0001. Använd prefer, admit, forbid eller change.',
    },
    {
      name: 'two changes of one value',
      text: 'overlays: [{ concept: c-0001, reason: r, admit: [hälsoportal] }, { concept: c-0001, reason: r, prefer: hälsoportal }]',
      problems: ['BANK-OVERLAY-CONFLICT'],
      message:
        'terms.hälsoportal.status i c-0001 ändras två gånger i lagret region. Den första ändringen gäller; ta bort en av dem.',
    },
    {
      name: 'an id used twice',
      text: 'concepts: [{ id: c-0007, terms: [{ label: a, status: preferred }] }, { id: c-0007, terms: [{ label: b, status: preferred }] }]',
      problems: ['BANK-DUPLICATE-ID'],
      message: 'c-0007 används redan i region.yaml:1. Ge det här begreppet ett id som aldrig har använts.',
    },
  ])('$name', ({ text, problems: expected, message }) => {
    const { bank, problems } = together(layer('region', text))
    expect(codes(problems)).toEqual(expected)
    expect(problems[0]).toMatchObject({ path: 'region.yaml', line: 1, message })
    expect(bank.concept('c-0002')).toBeDefined()
  })

  test('two layers that change the same value: the upper one counts, and it is said', () => {
    const region = layer('region', 'overlays: [{ concept: c-0001, reason: r, admit: [hälsoportal] }]')
    const project = layer('project', 'overlays: [{ concept: c-0001, reason: p, prefer: hälsoportal }]')
    const { bank, problems } = together(region, project)
    expect(codes(problems)).toEqual(['BANK-LAYER-OVERRIDE'])
    expect(statuses(bank, 'c-0001')).toEqual(['digital ingång admitted', 'hälsoportal preferred'])
  })
})

describe('a project with its own concepts', () => {
  const project = layer(
    'project',
    `id: c-0001
terms:
  - { label: handläggare, status: deprecated, gender: common, plural: handläggare, reason: Internt. }
  - { label: Hälsoportal, status: preferred, gender: common, plural: hälsoportaler }
`,
  )
  const { bank, problems } = together(project)

  test('the same id as below is another concept, with a warning', () => {
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['BANK-LAYER-ID', 'warning'],
      ['BANK-LAYER-TERM', 'warning'],
    ])
    expect(bank.concepts.map(({ id }) => id)).toEqual(['c-0001', 'c-0002', 'c-0001'])
    expect(bank.concept('c-0001')?.terms[0]?.label).toBe('handläggare')
    expect(bank.concept('national:c-0001')?.terms[0]?.label).toBe('digital ingång')
  })

  test('a relation means the concept of its own layer', () => {
    expect(bank.concept('c-0001', bank.concept('c-0002'))?.terms[0]?.label).toBe('digital ingång')
  })

  test('the project’s term counts when labels are alike', () => {
    const index = compileIndex(bank)
    expect(index.search(tokenise('en hälsoportal'))[0]?.senses.map(({ term }) => term.status)).toEqual(['preferred'])
    expect(index.search(tokenise('en handläggare'))).toHaveLength(1)
    expect(bank.conceptsOf('HÄLSOPORTAL').map(({ term }) => term.status)).toEqual(['preferred', 'deprecated'])
  })
})

test('a bank is frozen through and through', () => {
  const { bank } = together()
  expect(Object.isFrozen(bank)).toBe(true)
  expect(Object.isFrozen(bank.concepts[0]?.terms[0])).toBe(true)
  expect(bank.release).toBe('2026.1')
})
