import { DOMParser, type Element } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { manyFindings, oddReport, sampleReport } from '../testing/sample-report.js'
import { checkstyleReporter } from './checkstyle.js'
import { junitReporter } from './junit.js'
import type { LintReport, Reporter } from './report.js'

function read(reporter: Reporter, report: LintReport) {
  const text = reporter(report, { colour: false })
  const parser = new DOMParser({
    onError: (level, message) => {
      // We put U+FFFD where XML has no way to say what the text says.
      if (!message.startsWith('Unicode replacement character')) throw new Error(`${level}: ${message}`)
    },
  })
  const root = parser.parseFromString(text, 'text/xml').documentElement!
  return { root, all: (name: string): readonly Element[] => [...root.getElementsByTagName(name)] }
}

/** As XML can hold it. */
const allowed = (text: string) =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu, '\uFFFD')

describe('checkstyle', () => {
  test('a file with its findings', () => {
    expect(checkstyleReporter(sampleReport({ 'a&b.md': 'Vår hälsoportal.\n', 'tom.md': '' }), { colour: false })).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<checkstyle version="4.3">',
        '<file name="a&amp;b.md">',
        '<error line="1" column="5" severity="error" message="Skriv ”digital ingång” i stället för ”hälsoportal”." source="klarsprak.avoid-term"/>',
        '</file>',
        '</checkstyle>',
        '',
      ].join('\n'),
    )
  })
  test('says what the findings say, whatever the texts and names hold', () => {
    fc.assert(
      fc.property(oddReport, (report) => {
        const { all } = read(checkstyleReporter, report)
        const findings = report.files.flatMap((file) => file.findings)
        expect(all('error').map((error) => error.getAttribute('message'))).toEqual(
          findings.map(({ message }) => allowed(message)),
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe('junit', () => {
  test('a suite for each file, a case for each finding and for a file without any', () => {
    const { root, all } = read(
      junitReporter,
      sampleReport({ './a.md': 'Ett.\n\nVår hälsoportal.\n', 'b.md': 'Hej.\n' }),
    )
    expect([root.getAttribute('tests'), root.getAttribute('failures')]).toEqual(['2', '1'])
    expect(all('testsuite').map((suite) => suite.getAttribute('name'))).toEqual(['a.md', 'b.md'])
    expect(all('testcase').map((one) => one.getAttribute('name'))).toEqual([
      'avoid-term (rad 3, kolumn 5)',
      'inga anmärkningar',
    ])
    const [failure] = all('failure')
    expect(failure!.getAttribute('message')).toBe('Skriv ”digital ingång” i stället för ”hälsoportal”.')
    expect(failure!.textContent).toBe(
      [
        'a.md:3:5',
        'Skriv ”digital ingång” i stället för ”hälsoportal”.',
        'Det är otydligt.',
        'Källa: En källa, 2024 https://exempel.se/kalla',
        sampleReport({ 'a.md': 'hälsoportal' }).files[0]!.findings[0]!.url,
      ].join('\n'),
    )
  })
  test('advice does not fail', () => {
    const { root, all } = read(junitReporter, manyFindings(3, 'info'))
    expect(root.getAttribute('failures')).toBe('0')
    expect(all('system-out')).toHaveLength(3)
  })
  test('can be read, and counts right, whatever the texts and names hold', () => {
    fc.assert(
      fc.property(oddReport, (report) => {
        const { root, all } = read(junitReporter, report)
        expect(Number(root.getAttribute('tests'))).toBe(all('testcase').length)
        expect(Number(root.getAttribute('failures'))).toBe(all('failure').length)
        const findings = report.files.flatMap((file) => file.findings).filter(({ severity }) => severity !== 'info')
        expect(all('failure').map((failure) => failure.getAttribute('message'))).toEqual(
          findings.map(({ message }) => allowed(message)),
        )
      }),
      { numRuns: 50 },
    )
  })
})
