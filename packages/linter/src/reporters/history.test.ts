import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleReport } from '../testing/sample-report.js'
import { earlierReport } from './history.js'
import { jsonReporter } from './json.js'

describe('earlier reports', () => {
  test('what json writes can be read', () => {
    const json = jsonReporter(sampleReport({ 'a.md': 'Vår hälsoportal.', 'b.md': 'Hej.' }), { colour: false })
    expect(earlierReport('2026-01-31', json)).toEqual({
      date: '2026-01-31',
      files: 2,
      errors: 1,
      warnings: 0,
      infos: 0,
    })
    expect(earlierReport('2026-01-31', `\uFEFF${json}`)).toBeDefined()
  })
  test.each([
    { name: 'no JSON', json: 'x' },
    { name: 'another version', json: '{"version":2,"summary":{"files":1,"errors":1,"warnings":0,"infos":0}}' },
    { name: 'a count that is none', json: '{"version":1,"summary":{"files":1,"errors":-1,"warnings":0,"infos":0}}' },
    { name: 'another report', json: '[]' },
  ])('$name is no report', ({ json }) => {
    expect(earlierReport('2026-01-31', json)).toBeUndefined()
  })
  test('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (json) => void earlierReport('2026-01-31', json)))
  })
})
