import { describe, expect, test } from 'vitest'
import { Concept } from '../model/concept.js'
import { everydayStem } from './everyday-stem.js'
import { foldKey } from './fold.js'
import { createGuide } from './guide.js'

const concepts = [
  Concept.parse({
    id: 'c-0001',
    terms: [{ label: 'färdtjänst', status: 'preferred' }],
    definition: { public: { sv: 'Resor för den som inte kan åka buss eller köra bil.' } },
    situations: [{ sv: 'Jag får inte köra bil', leadsTo: 'Ansök om färdtjänst.' }],
  }),
  Concept.parse({
    id: 'c-0002',
    terms: [{ label: 'ekonomiskt bistånd', status: 'preferred' }],
    definition: { public: { sv: 'Pengar från socialtjänsten.' } },
    situations: [{ sv: 'Pengarna räcker inte', leadsTo: 'Ansök om ekonomiskt bistånd.' }],
  }),
  Concept.parse({
    id: 'c-0003',
    terms: [{ label: 'nödnummer', status: 'preferred' }],
    situations: [{ sv: 'Hon är medvetslös och andas inte', leadsTo: 'Ring 112.', emergency: true }],
  }),
  Concept.parse({
    id: 'c-0004',
    terms: [{ label: 'andnöd', status: 'preferred' }],
    definition: { public: { sv: 'När det är svårt att andas.' } },
  }),
]
const guide = createGuide(concepts)

describe('the guide', () => {
  test.each([
    { name: 'the very words', query: 'Jag får inte köra bil', label: 'färdtjänst' },
    { name: 'another form and order', query: 'bilen kan jag inte längre köra', label: 'färdtjänst' },
    { name: 'a letter wrong and no marks', query: 'kora bill', label: 'färdtjänst' },
    {
      name: 'another word for the same',
      query: 'jag har dålig ekonomi och det räcker inte',
      label: 'ekonomiskt bistånd',
    },
    { name: 'the term itself', query: 'söka ekonomiskt bistånd', label: 'ekonomiskt bistånd' },
    { name: 'danger before everything else', query: 'det är svårt att andas', label: 'nödnummer' },
  ])('understands $name: $query', ({ query, label }) => {
    expect(guide(query)[0]?.term.label).toBe(label)
  })

  test('says what to do next, and in which situation', () => {
    expect(guide('köra bil')[0]).toMatchObject({
      leadsTo: 'Ansök om färdtjänst.',
      situation: 'Jag får inte köra bil',
      emergency: false,
    })
  })

  test.each(['', 'xyzzy', 'jag vill', '!?'])('is silent for %j', (query) => {
    expect(guide(query)).toEqual([])
  })
})

test.each([
  ['köra', 'kör', 'körde'],
  ['bil', 'bilen', 'bilar', 'bilarna'],
  ['läsa', 'läser', 'läste'],
  ['medicin', 'mediciner', 'medicinerna'],
  ['orolig', 'oroliga', 'oroligt'],
  ['barn', 'barnet'],
  ['dotter', 'dottern', 'döttrarna'],
])('%s and its forms have one stem', (...forms) => {
  expect(new Set(forms.map(everydayStem)).size).toBe(1)
})
test('a daughter is nobody who has died', () => {
  expect(foldKey(everydayStem('dotter'))).not.toBe(foldKey(everydayStem('dött')))
})
