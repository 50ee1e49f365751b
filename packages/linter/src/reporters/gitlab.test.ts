import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { manyFindings, oddReport, sampleReport } from '../testing/sample-report.js'
import { gitlabReporter } from './gitlab.js'
import type { LintReport } from './report.js'

interface Issue {
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string }
}
const issues = (report: LintReport) => JSON.parse(gitlabReporter(report, { colour: false })) as readonly Issue[]
const fingerprints = (report: LintReport) => issues(report).map(({ fingerprint }) => fingerprint)

describe('gitlab', () => {
  test('one object for each finding, with a path from the root', () => {
    expect(issues(sampleReport({ './a/sida.md': 'Ett.\n\nVår hälsoportal.\n' }))).toEqual([
      {
        description: 'Skriv ”digital ingång” i stället för ”hälsoportal”.',
        check_name: 'avoid-term',
        fingerprint: expect.stringMatching(/^[\da-f]{16}$/u),
        severity: 'major',
        location: { path: 'a/sida.md', lines: { begin: 3, end: 3 } },
      },
    ])
    expect(gitlabReporter(sampleReport({}), { colour: false })).toBe('[]\n')
  })
  test.each([
    { level: 'error', severity: 'major' },
    { level: 'warning', severity: 'minor' },
    { level: 'info', severity: 'info' },
  ] as const)('$level is $severity', ({ level, severity }) => {
    expect(issues(manyFindings(1, level))[0]?.severity).toBe(severity)
  })
  test('equal findings in a file have different fingerprints', () => {
    const names = fingerprints(manyFindings(100, 'error'))
    expect(new Set(names).size).toBe(100)
  })
  test('the same finding in two files, even when only capitals tell them apart, has two fingerprints', () => {
    const files = ['a.md', 'A.md', 'b.md'].flatMap((path) => manyFindings(1, 'error', path).files)
    expect(new Set(fingerprints({ release: undefined, files })).size).toBe(3)
  })
  test('a fingerprint stays when text comes before', () => {
    const text = 'Logga in i vår hälsoportal med din dator.\n'
    expect(fingerprints(sampleReport({ 'sida.md': `# Nytt\n\nNytt stycke.\n\n${text}` }))).toEqual(
      fingerprints(sampleReport({ 'sida.md': text })),
    )
  })
  test('fingerprints are different, whatever the texts and names hold', () => {
    fc.assert(
      fc.property(oddReport, (report) => {
        const names = fingerprints(report)
        expect(new Set(names).size).toBe(names.length)
      }),
      { numRuns: 50 },
    )
  })
})
