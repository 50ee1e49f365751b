import { retextSwedish } from '@klarsprak/swedish'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import remarkStringify from 'remark-stringify'
import retextStringify from 'retext-stringify'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { plainIndex, plainRewrite } from '../testing/plain-index.js'
import { retextAvoidTerm, retextJargon, retextKlarsprak, retextUndefinedAbbreviation } from './plugins.js'

const words = {
  rewrite: plainRewrite,
  index: plainIndex([
    {
      id: 'c-0001',
      terms: [
        { label: 'digital ingång', status: 'preferred' },
        { label: 'hälsoportal', status: 'deprecated', reason: 'Det är otydligt.' },
        { label: 'digital portal', status: 'deprecated' },
      ],
    },
    {
      id: 'c-0005',
      terms: [
        { label: 'sepsis', status: 'admitted', register: 'professional' },
        { label: 'blodförgiftning', status: 'preferred', register: 'everyday' },
      ],
    },
  ]),
}

describe('rules as retext plugins', () => {
  test('put messages on a file of plain text', async () => {
    const file = await unified()
      .use(retextSwedish)
      .use(retextAvoidTerm, words)
      .use(retextStringify)
      .process('En ny hälsoportal.\n\nSepsis.')
    expect(file.messages.map(String)).toEqual(['1:7-1:18: Skriv ”digital ingång” i stället för ”hälsoportal”.'])
    expect(file.messages[0]).toMatchObject({
      ruleId: 'avoid-term',
      source: 'klarsprak',
      actual: 'hälsoportal',
      expected: ['digital ingång'],
      note: 'Det är otydligt.',
      fatal: true,
    })
    expect(file.messages[0]?.url).toContain('avoid-term')
  })

  test('work on Markdown by way of remark', async () => {
    // remark-retext's types know no processor that has more than a parser.
    const destination = unified().use(retextSwedish).use(retextAvoidTerm, words).use(retextJargon, words)
    const file = await unified()
      .use(remarkParse)
      .use(remarkRetext, destination as never)
      .use(remarkStringify)
      .process('# En hälsoportal\n\nEn **digital** portal, `hälsoportal` och sepsis.\n')
    expect(file.messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`)).toEqual([
      '1:6 avoid-term',
      '3:6 avoid-term',
      '3:42 jargon',
    ])
  })

  test('come all at once as a preset, with one message for each stretch of text', async () => {
    const file = await unified()
      .use(retextSwedish)
      .use(retextKlarsprak, words)
      .use(retextStringify)
      .process('En hälsoportal för sepsis vid XQZ.')
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['avoid-term', 'jargon', 'undefined-abbreviation'])
  })

  test('take the options of their rule', async () => {
    const file = await unified()
      .use(retextSwedish)
      .use(retextUndefinedAbbreviation, { ...words, options: { ignore: ['XQZ'] }, severity: 'info' })
      .use(retextStringify)
      .process('Ring XQZ eller XQW.')
    expect(file.messages.map(({ actual, fatal }) => [actual, fatal])).toEqual([['XQW', undefined]])
  })
})
