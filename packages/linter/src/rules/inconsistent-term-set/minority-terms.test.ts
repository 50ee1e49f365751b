import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLinter } from '../../create-linter.js'
import type { Finding } from '../../findings/finding.js'
import { testBank, testWords } from '../../testing/test-linter.js'
import { withDefaults } from '../run.js'
import { type MinorityLimits, minorityTerms } from './minority-terms.js'
import { inconsistentTermSet } from './rule.js'

const noted = (
  label: string,
  count: number,
  { isPreferred = false, conceptId = 'c-0002', pos = 'noun' } = {},
): Finding => ({
  ruleId: inconsistentTermSet.id,
  conceptId,
  severity: 'info',
  message: '',
  sources: [],
  span: { start: 0, end: label.length },
  text: label,
  kind: 'paragraph',
  suggestions: [],
  url: '',
  fingerprint: label,
  noted: { label, pos, isPreferred, count },
})
const limits: MinorityLimits = { share: 20, least: 5 }

describe('a term is in the minority', () => {
  const preferred = { isPreferred: true }
  const cases = [
    {
      name: 'when the files seldom use it',
      files: {
        a: [noted('e-tjänst', 30, preferred)],
        b: [noted('e-tjänst', 10, preferred), noted('digital tjänst', 3)],
      },
      told: ['b: digital tjänst 3, not e-tjänst 40'],
    },
    {
      name: 'in every file that uses it',
      files: { a: [noted('e-tjänst', 30)], b: [noted('digital tjänst', 1)], c: [noted('digital tjänst', 2)] },
      told: ['b: digital tjänst 3, not e-tjänst 30', 'c: digital tjänst 3, not e-tjänst 30'],
    },
    { name: 'but not with a fifth', files: { a: [noted('e-tjänst', 8), noted('digital tjänst', 2)] }, told: [] },
    { name: 'but not among few', files: { a: [noted('e-tjänst', 3)], b: [noted('digital tjänst', 0.5)] }, told: [] },
    {
      name: 'but not when it is the preferred one',
      files: { a: [noted('digital tjänst', 40), noted('e-tjänst', 3, preferred)] },
      told: [],
    },
    {
      name: 'but not of another word class',
      files: { a: [noted('boka om', 40, { pos: 'verb' }), noted('ombokning', 1)] },
      told: [],
    },
    {
      name: 'but not of another concept',
      files: { a: [noted('app', 40, { conceptId: 'c-0011' }), noted('e-tjänst', 1)] },
      told: [],
    },
    { name: 'but not alone', files: { a: [noted('e-tjänst', 40)] }, told: [] },
  ]
  for (const { name, files, told } of cases) {
    test(name, () => {
      const set = Object.entries(files).map(([path, all]) => ({ path, noted: all }))
      const found = minorityTerms(set, limits).map(
        ({ path, actual, expected }) =>
          `${path}: ${actual.label} ${actual.count}, not ${expected.label} ${expected.count}`,
      )
      expect(found).toEqual(told)
    })
  }
})

const LABELS = ['e-tjänst', 'digital tjänst', 'tjänst på nätet']

test('how the uses are spread over files does not matter', () => {
  const use = fc.record({
    label: fc.constantFrom(...LABELS),
    count: fc.integer({ min: 1, max: 30 }),
    file: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(use), (uses) => {
      const one = [{ path: 'all', noted: uses.map(({ label, count }) => noted(label, count)) }]
      const spread = [0, 1, 2, 3].map((file) => ({
        path: `${file}`,
        noted: uses.filter((some) => some.file === file).map(({ label, count }) => noted(label, count)),
      }))
      const labels = (files: typeof one) =>
        new Set(minorityTerms(files, limits).map(({ actual }) => `${actual.label} ${actual.count}`))
      expect(labels(spread)).toEqual(labels(one))
    }),
  )
})

describe('a run of files', async () => {
  const linter = createLinter({ ...(await testWords(testBank)), rules: [withDefaults(inconsistentTermSet)] })
  const inspected = (files: Record<string, string>) =>
    Object.entries(files).map(([path, text]) => ({ path, noted: linter.inspect({ path, text }).noted }))
  const usual = 'E-tjänsten är ny. Våra e-tjänster är bra. Prova e-tjänsterna. Logga in i e-tjänsten. En e-tjänst till.'

  test('tells where the odd term stands, and where else', () => {
    const files = { 'a.md': usual, 'b.md': 'Läs om vår digitala tjänst.', 'c.md': usual, 'd.md': 'En digital tjänst.' }
    const found = linter.acrossFiles(inspected(files))
    expect([...found.keys()]).toEqual(['b.md', 'd.md'])
    const [finding] = found.get('b.md') ?? []
    expect(finding?.text).toBe('digitala tjänst')
    expect(finding?.message).toBe(
      'Texterna kallar samma sak ”e-tjänst” (10 gånger i 2 filer) och ”digital tjänst” (2 gånger i 2 filer). Välj ett ord: ”e-tjänst”.',
    )
    expect(finding?.note).toBe('”digital tjänst” står i b.md (1), d.md (1).')
    expect(finding?.suggestions.map(({ text, safe }) => [text, safe])).toEqual([['e-tjänst', false]])
    expect(finding).not.toHaveProperty('noted')
  })
  test('says nothing of one file alone', () =>
    expect(linter.lint({ path: 'a.md', text: `${usual} Vår digitala tjänst.` })).toEqual([]))
  test('leaves out what a comment asks to leave out', () => {
    const text = '<!-- klarsprak-disable inconsistent-term-set -->\n\nLäs om vår digitala tjänst.'
    expect(linter.acrossFiles(inspected({ 'a.md': usual, 'b.md': text }))).toEqual(new Map())
  })
  test('works from what was noted before, kept as JSON', () => {
    const files = inspected({ 'a.md': usual, 'b.md': 'Vår digitala tjänst.' })
    expect(linter.acrossFiles(JSON.parse(JSON.stringify(files)))).toEqual(linter.acrossFiles(files))
  })
})
