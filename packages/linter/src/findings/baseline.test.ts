import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWithBaseline, countIn, entriesOf, formatBaseline, parseBaseline, withoutStale } from './baseline.js'
import type { Finding } from './finding.js'

const finding = (fingerprint: string): Finding => ({
  ruleId: 'avoid-term',
  severity: 'error',
  message: 'Skriv något annat.',
  sources: [],
  span: { start: 0, end: 1 },
  text: 'ö 😀',
  suggestions: [],
  url: '',
  fingerprint,
})
const findings = fc.array(fc.constantFrom('a', 'b', 'c', 'å').map(finding), { maxLength: 12 })

describe('a baseline', () => {
  test('is empty when nothing has changed', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const { added, known, stale } = compareWithBaseline(all, entriesOf(all))
        expect({ added, known: known.length, stale }).toEqual({ added: [], known: all.length, stale: [] })
      }),
    )
  })
  test('tells what is new and what is gone, counted', () => {
    fc.assert(
      fc.property(findings, findings, (before, now) => {
        const { added, known, stale } = compareWithBaseline(now, entriesOf(before))
        const count = (list: readonly Finding[], name: string) => list.filter((one) => one.fingerprint === name).length
        for (const name of ['a', 'b', 'c', 'å']) {
          expect(count(added, name)).toBe(Math.max(0, count(now, name) - count(before, name)))
        }
        expect(added.length + known.length).toBe(now.length)
        expect(countIn(stale)).toBe(before.length - known.length)
      }),
    )
  })
  test('can only become less when it is pruned', () => {
    fc.assert(
      fc.property(findings, findings, (before, now) => {
        const entries = entriesOf(before)
        const pruned = withoutStale(entries, compareWithBaseline(now, entries).stale)
        expect(countIn(pruned)).toBeLessThanOrEqual(countIn(entries))
        expect(compareWithBaseline(now, pruned).stale).toEqual([])
        expect(compareWithBaseline(now, pruned).added).toEqual(compareWithBaseline(now, entries).added)
      }),
    )
  })
  test('is read as it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), findings), { maxLength: 4 }), (all) => {
        const files = new Map(all.filter(([, list]) => list.length > 0).map(([path, list]) => [path, entriesOf(list)]))
        const text = formatBaseline({ files })
        expect(new Map([...parseBaseline(text)!.files].sort())).toEqual(new Map([...files].sort()))
      }),
    )
  })
  const broken = ['', '{', '[]', '{"version":2,"files":{}}', '{"version":1,"files":{"a":[{"fingerprint":1}]}}', 'null']
  for (const text of broken) test(`is not ${JSON.stringify(text)}`, () => expect(parseBaseline(text)).toBeUndefined())
})
