import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from './analyse.js'
import { compoundForm, compoundForms } from './compound-form.js'
import { sameFeatures } from './features.js'
import { type Grammar, POS } from './grammar.js'
import { completeGrammar, inflect, selectForm } from './inflect.js'

const letters = fc.string({
  unit: fc.constantFrom(
    ...'abcdefghijklmnoprstuvyåäöéxz',
    'nn',
    'mm',
    'en',
    'el',
    'er',
    'um',
    'are',
    'ning',
    's',
    '-',
    ':',
    ' ',
    '.',
    '1',
    'A',
    'Ö',
  ),
  minLength: 1,
  maxLength: 14,
})
const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '  ',
    '-',
    ':',
    's',
    'x',
    'å',
    'ö',
    'på',
    'och',
    'e',
    '🙂',
    'e\u0301',
    'mjuk\u00adstreck',
    'a\r\nb',
    '__proto__',
    'constructor',
    'toString',
    'sig',
    'ta sig',
    'in',
    'a b c d e f',
  ),
)
const label = fc.oneof({ weight: 3, arbitrary: letters }, odd)

const grammar: fc.Arbitrary<Grammar> = fc.record(
  {
    pos: fc.constantFrom(...POS),
    gender: fc.constantFrom('common' as const, 'neuter' as const),
    plural: fc.oneof(fc.constant(false as const), letters),
    definite: letters,
    neuter: letters,
    present: letters,
    past: letters,
    supine: letters,
    passive: fc.boolean(),
  },
  { requiredKeys: ['pos'] },
)

describe('for every label and grammar', () => {
  test('the base form comes first, no form is empty, and none comes twice with the same features', () => {
    fc.assert(
      fc.property(label, grammar, (word, its) => {
        const forms = inflect(word, its)
        if (word.trim() === '') {
          expect(forms).toEqual([])
          return
        }
        expect(forms.length).toBeGreaterThan(0)
        expect(forms[0]?.form).toBe(word.trim())
        const seen = new Set<string>()
        for (const { form, features } of forms) {
          expect(form.trim()).not.toBe('')
          const key = `${form}|${JSON.stringify(features)}`
          expect(seen.has(key)).toBe(false)
          seen.add(key)
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('what selectForm gives is a form with those features, and no rare or guessed one', () => {
    fc.assert(
      fc.property(label, grammar, (word, its) => {
        const forms = inflect(word, its)
        for (const { features } of forms) {
          const written = selectForm(word, its, features)
          const candidates = forms.filter((form) => sameFeatures(form.features, features) && !form.rare && !form.guess)
          expect(written).toBe(candidates[0]?.form)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('completing the grammar, taking it apart and asking for compound forms never fail', () => {
    fc.assert(
      fc.property(label, grammar, (word, its) => {
        const completed = completeGrammar(word, its).grammar
        expect(inflect(word, completed).map(({ form }) => form)).toEqual(expect.any(Array))
        expect(compoundForms(word, its).every((form) => form !== '')).toBe(true)
        const written = compoundForm(word, its)
        if (written !== undefined && its.pos === 'noun') expect(written).not.toBe('')
        for (const { lemma } of analyse(word)) expect(lemma).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })

  test('completing twice changes nothing more', () => {
    fc.assert(
      fc.property(
        letters,
        fc.constantFrom<Grammar>({ pos: 'noun' }, { pos: 'verb' }, { pos: 'adjective' }),
        (word, its) => {
          const once = completeGrammar(word, its).grammar
          expect(completeGrammar(word, once).grammar).toEqual(once)
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('every reading of a form does have the form', () => {
  for (const form of [
    'hälsoportalerna',
    'digitala',
    'bokades',
    'systemets',
    'läkarna',
    'ärendena',
    'köpte',
    'plattformens',
  ]) {
    const readings = analyse(form)
    expect(readings.length).toBeGreaterThan(0)
    for (const { lemma, grammar: its, features } of readings) {
      const found = inflect(lemma, its).some(
        (candidate) => candidate.form === form && sameFeatures(candidate.features, features),
      )
      expect(found, `${lemma} has ${form}`).toBe(true)
    }
  }
})

test.each([
  ['hälsoportalerna', 'hälsoportal'],
  ['bokades', 'boka'],
  ['systemets', 'system'],
  ['läkarna', 'läkare'],
  ['ärendena', 'ärende'],
  ['enkla', 'enkel'],
  ['köpte', 'köpa'],
])('%s may be a form of %s', (form, lemma) => {
  expect(analyse(form).map((reading) => reading.lemma)).toContain(lemma)
})

test.each<[string, string | undefined, string]>([
  ['behandling', 'behandlings', 'behandlings'],
  ['läkare', 'läkar', 'läkar'],
  ['kallelse', 'kallelse', 'kallelse'],
  ['webbplats', 'webbplats', 'webbplats'],
  ['ingång', undefined, 'ingångs'],
  ['arbete', undefined, 'arbets'],
  ['hälsa', undefined, 'hälso'],
  ['gata', undefined, 'gatu'],
  ['API', 'API-', 'API-'],
])('as a first part %s is written %s and found as %s', (noun, written, found) => {
  expect(compoundForm(noun, { pos: 'noun' })).toBe(written)
  expect(compoundForms(noun, { pos: 'noun' })).toContain(found)
})
