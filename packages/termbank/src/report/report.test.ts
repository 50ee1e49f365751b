import { describe, expect, test } from 'vitest'
import { Concept, type ConceptInput } from '../model/concept.js'
import { bankDiff } from './bank-diff.js'
import { bankStats } from './bank-stats.js'

const concept = (input: Partial<ConceptInput> = {}): Concept =>
  Concept.parse({
    id: 'c-0001',
    subject: 'prov',
    terms: [
      { label: 'digital ingång', status: 'preferred', gender: 'common', plural: 'digitala ingångar' },
      { label: 'portal', status: 'admitted', gender: 'common', plural: 'portaler' },
    ],
    ...input,
  })

describe('the difference between two banks', () => {
  test('is nothing when they are the same', () => {
    expect(bankDiff([concept()], [concept()])).toEqual([])
  })

  test.each<[name: string, before: Concept[], after: Concept[], sentences: string[]]>([
    ['a new concept', [], [concept()], ['Nytt begrepp: ”digital ingång” (rekommenderad) och ”portal” (tillåten).']],
    [
      'a concept that is gone',
      [concept()],
      [],
      ['Begreppet finns inte längre. Det hade ”digital ingång” (rekommenderad) och ”portal” (tillåten).'],
    ],
    [
      'a status, a new and a removed term',
      [concept()],
      [
        concept({
          terms: [
            { label: 'digital ingång', status: 'admitted', gender: 'common', plural: 'digitala ingångar' },
            { label: 'webbplats', status: 'preferred', gender: 'common', plural: 'webbplatser' },
          ],
        }),
      ],
      [
        '”digital ingång” var rekommenderad och är nu tillåten.',
        'Termen ”webbplats” är ny (rekommenderad).',
        'Termen ”portal” är borttagen.',
      ],
    ],
    [
      'a definition and a wording',
      [concept()],
      [concept({ definition: { public: { sv: 'En väg in.' } }, citizenWording: { sv: 'webbplats' } })],
      ['Ändrat: definitionen. Nu: En väg in.', 'Ändrat: det man skriver till invånare.'],
    ],
  ])('tells of %s', (_, before, after, sentences) => {
    expect(bankDiff(before, after).flatMap((change) => change.sentences)).toEqual(sentences)
  })
})

test('the counts say what the bank holds', () => {
  expect(
    bankStats([
      concept({ hiddenLabels: ['portl'], flags: ['a', 'b'], equivalents: { en: [{ label: 'portal' }] } }),
      concept({ id: 'c-0002', subject: 'annat', terms: [{ label: 'service', lang: 'en', status: 'deprecated' }] }),
    ]),
  ).toMatchObject({
    concepts: 2,
    terms: 3,
    swedishLabels: 3,
    byStatus: { preferred: 1, admitted: 1, deprecated: 1 },
    byLanguage: { sv: 2, en: 1 },
    bySubject: { annat: 1, prov: 1 },
    equivalents: { en: 1 },
    sentences: { flags: 2, allows: 0 },
  })
})
