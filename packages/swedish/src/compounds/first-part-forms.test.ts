import { expect, test } from 'vitest'
import { encodeLexicon } from './encode-lexicon.js'
import { firstPartForms } from './first-part-forms.js'
import { createLexicon, Role } from './lexicon.js'

test.each([
  { noun: 'behandling', forms: ['behandlings', 'behandling'] },
  { noun: 'enhet', forms: ['enhets', 'enhet'] },
  { noun: 'läkare', forms: ['läkar'] },
  { noun: 'rörelse', forms: ['rörelse'] },
  { noun: 'meddelande', forms: ['meddelande', 'meddelandes'] },
  { noun: 'arbete', forms: ['arbete', 'arbetes', 'arbets'] },
  { noun: 'hälsa', forms: ['häls', 'hälse', 'hälsa', 'hälso'] },
  { noun: 'konto', forms: ['konto'] },
  { noun: 'remiss', forms: ['remiss'] },
  { noun: 'portal', forms: ['portal', 'portals'] },
])('$noun may be first as $forms', ({ noun, forms }) => {
  expect(firstPartForms(noun)).toEqual(forms)
})

test('a rare link is taken when the lexicon has the form', () => {
  const lexicon = createLexicon(
    encodeLexicon(
      new Map([
        ['tjänste', Role.First],
        ['gatu', Role.First],
      ]),
    ),
  )
  expect(firstPartForms('tjänst')).not.toContain('tjänste')
  expect(firstPartForms('tjänst', lexicon)).toContain('tjänste')
  expect(firstPartForms('gata', lexicon)).toContain('gatu')
})
