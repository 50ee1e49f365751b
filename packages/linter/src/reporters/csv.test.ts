import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oddReport, sampleReport } from '../testing/sample-report.js'
import { csvReporter } from './csv.js'
import type { LintReport } from './report.js'

const rows = (report: LintReport) =>
  parse(csvReporter(report, { colour: false }), { bom: true, delimiter: ';', columns: true }) as Record<
    string,
    string
  >[]

/** As UTF-8 can hold it. */
const wellFormed = (text: string) => Buffer.from(text).toString()

describe('csv', () => {
  test('a row for each finding, with its sentence without markup', () => {
    const text = '# Ett\n\nHej. Logga in i **vår** hälsoportal &amp; läs `kod`. Tack.\n'
    expect(rows(sampleReport({ './a.md': text }))).toEqual([
      {
        Sida: 'a.md',
        Rad: '3',
        Kolumn: '25',
        Nivå: 'fel',
        Ord: 'hälsoportal',
        Mening: 'Logga in i vår hälsoportal & läs ….',
        Anmärkning: 'Skriv ”digital ingång” i stället för ”hälsoportal”.',
        'Skriv i stället': 'digital ingång',
        Varför: 'Det är otydligt.',
        Källa: 'En källa, 2024 (https://exempel.se/kalla)',
        Regel: 'avoid-term',
        Begrepp: 'c-0001',
        'Läs mer': expect.stringMatching(/^https:/u),
      },
    ])
  })
  test('starts with the mark that makes Excel read åäö, and holds the header alone when there is nothing to say', () => {
    const text = csvReporter(sampleReport({ 'a.md': 'Hej.' }), { colour: false })
    expect(text).toBe(
      '\uFEFFSida;Rad;Kolumn;Nivå;Ord;Mening;Anmärkning;Skriv i stället;Varför;Källa;Regel;Begrepp;Läs mer\r\n',
    )
  })
  test('a reader of CSV gets back what was written, and no cell is a formula', () => {
    fc.assert(
      fc.property(oddReport, (report) => {
        const findings = report.files.flatMap((file) => file.findings)
        const read = rows(report)
        expect(read.map((row) => row.Anmärkning)).toEqual(
          findings.map(({ message }) => wellFormed(/^[=+\-@\t\r]/u.test(message) ? `'${message}` : message)),
        )
        for (const cell of read.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/u)
      }),
      { numRuns: 100 },
    )
  })
})
