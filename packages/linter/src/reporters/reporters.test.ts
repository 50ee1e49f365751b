import { describe, expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { plainIndex, plainRewrite } from '../testing/plain-index.js'
import { REPORTERS } from './index.js'
import { FORMATS } from './reporter-named.js'
import { printable } from './style.js'

const linter = createLinter({
  rewrite: plainRewrite,
  index: plainIndex([
    {
      id: 'c-0001',
      sources: [{ name: 'En källa' }],
      terms: [
        { label: 'digital ingång', status: 'preferred' },
        { label: 'hälsoportal', status: 'deprecated', reason: 'Det är otydligt' },
      ],
    },
  ]),
})

const show = (format: string, text: string, colour = false) => {
  const file = { path: 'sida.md', text }
  return REPORTERS[format]!({ release: '2026.1', files: [{ file, findings: linter.lint(file) }] }, { colour })
}

describe('reports', () => {
  test('pretty, for people', () => {
    expect(show('pretty', '👩‍⚕️ Vår\thälsoportal är öppen.\n')).toMatchInlineSnapshot(`
      "sida.md

        sida.md:1:11  fel  avoid-term
          👩‍⚕️ Vår hälsoportal är öppen.
                 ^^^^^^^^^^^
          Skriv ”digital ingång” i stället för ”hälsoportal”.
          Det är otydligt.
          c-0001 · En källa
          Rättas med --fix.

      1 fel, 0 varningar i 1 fil. 1 kan rättas med --fix.
      "
    `)
    expect(show('pretty', 'Hej')).toBe('Inga anmärkningar i 1 fil.\n')
  })
  test('pretty shows a part of a long line', () => {
    const report = show('pretty', `${'ord '.repeat(100)}hälsoportal ${'ord '.repeat(100)}`)
    expect(Math.max(...report.split('\n').map((line) => line.length))).toBeLessThan(150)
    const [, line, caret] = /\n {4}(….*)\n {4}( +\^+)\n/u.exec(report) ?? []
    expect(line?.slice(caret!.indexOf('^'), caret!.length)).toBe('hälsoportal')
  })
  test('pretty puts the caret under the words whatever stands before them', () => {
    const columnsBefore = (before: string) => {
      const [, line, caret] =
        /\n {4}(.*hälsoportal)\n {4}( *)\^+\n/u.exec(show('pretty', `${before} hälsoportal`)) ?? []
      return { line, columns: caret?.length }
    }
    for (const before of ['Hej', 'På å ä ö Ü ß ÿ', '”så” – ’då’ … • 5 €', 'naïve œ Ł ƒ'])
      expect(columnsBefore(before)).toEqual({ line: `${before} hälsoportal`, columns: before.length + 1 })
    expect(columnsBefore('Ja\u00ad så').columns).toBe(6)
    expect(columnsBefore('a\u030a').columns).toBe(2)
    expect(columnsBefore('漢字').columns).toBe(5)
  })
  test('pretty in colour, and never with the file’s own control characters', () => {
    expect(show('pretty', 'hälsoportal', true)).toContain('\u001B[31m')
    expect(show('pretty', '\u001B[31mhälsoportal\u0007')).not.toContain('\u001B')
    expect(printable('a\u001B\u009B\u202Eb')).toBe('a␛\uFFFD\uFFFDb')
    expect(show('pretty', '\uFEFFEn hälsoportal')).toContain('    En hälsoportal\n       ^^^')
  })
  test('compact, a line for each', () => {
    expect(show('compact', 'hälsoportal')).toBe(
      'sida.md:1:1: error: Skriv ”digital ingång” i stället för ”hälsoportal”. [avoid-term]\n',
    )
    expect(show('compact', 'Hej')).toBe('')
  })
  test('json, as documented', () => {
    const answer = JSON.parse(show('json', '# Ett\n\nEn 👩‍⚕️ hälsoportal.'))
    expect(answer).toMatchObject({
      version: 1,
      bank: { release: '2026.1' },
      summary: { files: 1, errors: 1, warnings: 0, infos: 0 },
      files: [
        {
          path: 'sida.md',
          findings: [
            {
              ruleId: 'avoid-term',
              conceptId: 'c-0001',
              severity: 'error',
              message: 'Skriv ”digital ingång” i stället för ”hälsoportal”.',
              text: 'hälsoportal',
              start: { line: 3, column: 10, offset: 16 },
              end: { line: 3, column: 21, offset: 27 },
              suggestions: [{ text: 'digital ingång', start: { offset: 16 }, end: { offset: 27 }, safe: true }],
            },
          ],
        },
      ],
    })
    expect(answer.files[0].findings[0].url).toMatch(/rules\/avoid-term/u)
    expect(answer.files[0].findings[0].fingerprint).toMatch(/^[\da-f]{16}$/u)
  })
})

test('the list of formats names every reporter', () => expect(Object.keys(REPORTERS)).toEqual([...FORMATS]))
