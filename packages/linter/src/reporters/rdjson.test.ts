import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { positionsIn } from '../findings/positions.js'
import { manyFindings, oddText, sampleReport } from '../testing/sample-report.js'
import { rdjsonReporter } from './rdjson.js'
import type { LintReport } from './report.js'
import { utf8PositionsIn } from './utf8-columns.js'

const result = (report: LintReport) => JSON.parse(rdjsonReporter(report, { colour: false }))

describe('rdjson', () => {
  test('a diagnostic with its suggestion; columns are bytes of UTF-8', () => {
    const range = { start: { line: 2, column: 11 }, end: { line: 2, column: 23 } }
    expect(result(sampleReport({ './a.md': 'Ett\r\nå 👍 x hälsoportal.\n' }))).toEqual({
      source: { name: 'klarsprak', url: expect.stringMatching(/^https:/u) },
      diagnostics: [
        {
          message: 'Skriv ”digital ingång” i stället för ”hälsoportal”. Det är otydligt.',
          location: { path: 'a.md', range },
          severity: 'ERROR',
          code: { value: 'avoid-term', url: expect.stringMatching(/^https:/u) },
          suggestions: [{ range, text: 'digital ingång' }],
        },
      ],
    })
  })
  test('levels have the names of the format', () => {
    const severities = (['error', 'warning', 'info'] as const).map(
      (level) => result(manyFindings(1, level)).diagnostics[0].severity,
    )
    expect(severities).toEqual(['ERROR', 'WARNING', 'INFO'])
  })
  test('the column of the example in the format’s own description', () => {
    const text = 'a𐐀b'
    const at = utf8PositionsIn(text, positionsIn(text))
    expect([at(0), at(1), at(3)].map(({ column }) => column)).toEqual([1, 2, 6])
  })
  test('a column is the bytes before it in the line, and one', () => {
    fc.assert(
      fc.property(fc.array(oddText, { maxLength: 40 }), fc.nat(), (parts, seed) => {
        const text = Buffer.from(parts.join('')).toString()
        const whole = Array.from(text)
        const offset = whole.slice(0, seed % (whole.length + 1)).join('').length
        const positions = positionsIn(text)
        const { line } = positions.at(offset)
        const before = text.slice(positions.startOf(line), offset)
        expect(utf8PositionsIn(text, positions)(offset)).toEqual({ line, column: Buffer.byteLength(before) + 1 })
      }),
    )
  })
})
