import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonOf, testService } from '../testing/test-service.js'
import { createUnmetNeeds, isCountable } from './unmet-needs.js'

test('editors see the words that are missing in their own bank, once enough have asked', async () => {
  const service = await testService()
  const look = async (word: string, times: number, organisation = '') => {
    for (let time = 0; time < times; time++) {
      const more = organisation === '' ? '' : `&organisation=${organisation}`
      await (await service.call(`/v1/lookups?word=${encodeURIComponent(word)}${more}`)).arrayBuffer()
    }
  }
  await look('vårdvakt', 6)
  await look('sällanord', 4)
  await look('regionord', 5, 'region-x')
  await look('vårdvakt', 1, 'region-x')
  await service.unmet.flush()
  const ask = (path: string, key: string) =>
    service.call(path, { headers: key === '' ? {} : { authorization: `Bearer ${key}` } })
  const words = async (path: string, key: string) => (await jsonOf(await ask(path, key))).unmetNeeds
  const { administrator, editor, contributor } = service.keys

  expect(await words('/v1/unmet-needs', administrator)).toEqual([
    { word: 'vårdvakt', count: 7 },
    { word: 'regionord', count: 5 },
  ])
  expect(await words('/v1/unmet-needs?organisation=region-x', editor)).toEqual([{ word: 'regionord', count: 5 }])
  expect(await words('/v1/unmet-needs?organisation=region-x&since=2099-01-01', editor)).toEqual([])
  expect((await ask('/v1/unmet-needs', editor)).status).toBe(403)
  expect((await ask('/v1/unmet-needs?organisation=region-y', editor)).status).toBe(403)
  expect((await ask('/v1/unmet-needs?organisation=region-x', contributor)).status).toBe(403)
  expect((await ask('/v1/unmet-needs', '')).status).toBe(401)
  await service.close()
})

test.each([
  { word: 'vårdvakt', counts: true },
  { word: 'e-tjänst', counts: true },
  { word: 'bl.a.', counts: true },
  { word: 'psykisk ohälsa', counts: true },
  { word: '19121212-1212', counts: false },
  { word: 'anna@exempel.se', counts: false },
  { word: '070-123 45 67', counts: false },
  { word: 'jag har ont i magen och mår illa', counts: false },
  { word: 'x'.repeat(61), counts: false },
])('$word counts: $counts', ({ word, counts }) => {
  expect(isCountable(word)).toBe(counts)
})

test('what was counted is written once, also when the database was away meanwhile', async () => {
  const asked = fc.array(
    fc.tuple(fc.constantFrom('alfa', 'beta', 'gamma'), fc.constantFrom('', 'region-x'), fc.boolean()),
  )
  await fc.assert(
    fc.asyncProperty(asked, async (steps) => {
      const written = new Map<string, number>()
      let isAway = false
      const unmet = createUnmetNeeds({
        today: () => '2026-11-23',
        storage: {
          async addUnmet(_day, counts, organisation) {
            if (isAway) throw new Error('away')
            for (const [word, count] of counts)
              written.set(`${organisation} ${word}`, (written.get(`${organisation} ${word}`) ?? 0) + count)
          },
        },
      })
      const expected = new Map<string, number>()
      for (const [word, organisation, away] of steps) {
        unmet.add([word], organisation)
        expected.set(`${organisation} ${word}`, (expected.get(`${organisation} ${word}`) ?? 0) + 1)
        isAway = away
        await unmet.flush().catch(() => undefined)
      }
      isAway = false
      await unmet.flush()
      expect(unmet.waiting).toBe(0)
      expect(written).toEqual(expected)
    }),
    { numRuns: 100 },
  )
})
