import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { manyFindings, oddReport, sampleReport } from '../testing/sample-report.js'
import { githubReporter, githubSummary } from './github.js'
import type { LintReport } from './report.js'

const annotations = (report: LintReport) => githubReporter(report, { colour: false })

describe('github', () => {
  test('an annotation for each finding, with its place', () => {
    expect(annotations(sampleReport({ './a/sida.md': 'Ett.\n\nVår hälsoportal.\n' }))).toBe(
      '::error file=a/sida.md,line=3,endLine=3,col=5,endColumn=16,title=fel%3A avoid-term::Skriv ”digital ingång” i stället för ”hälsoportal”.%0ADet är otydligt.\n',
    )
    expect(annotations(sampleReport({ 'sida.md': 'Hej' }))).toBe('')
  })
  test('% and line breaks are escaped, and : and , in names too', () => {
    const report = manyFindings(1, 'error', 'a,b:c%d\r\n.md')
    const [file] = report.files
    const finding = { ...file!.findings[0]!, message: '100 %: a,b\r\n::error::' }
    expect(annotations({ ...report, files: [{ ...file!, findings: [finding] }] })).toBe(
      '::error file=a%2Cb%3Ac%25d%0D%0A.md,line=1,endLine=1,col=1,endColumn=12,title=fel%3A avoid-term::100 %25: a,b%0D%0A::error::\n',
    )
  })
  test('a finding over several lines has no columns', () => {
    const report = manyFindings(2, 'warning')
    const [file] = report.files
    const finding = { ...file!.findings[0]!, span: { start: 0, end: 15 } }
    expect(annotations({ ...report, files: [{ ...file!, findings: [finding] }] })).toMatch(
      /^::warning file=sida\.md,line=1,endLine=2,title=/u,
    )
  })
  test('the level decides the command', () => {
    expect(annotations(manyFindings(1, 'warning'))).toMatch(/^::warning /u)
    expect(annotations(manyFindings(1, 'info'))).toMatch(/^::notice /u)
  })
  test('500 findings: the most important are shown, the rest counted in one notice', () => {
    const files = [
      ...manyFindings(300, 'info', 'c.md').files,
      ...manyFindings(150, 'warning', 'b.md').files,
      ...manyFindings(50, 'error', 'a.md').files,
    ]
    const lines = annotations({ release: undefined, files }).trimEnd().split('\n')
    const count = (command: string) => lines.filter((line) => line.startsWith(`::${command} `)).length
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10])
    expect(lines[0]).toMatch(/^::error file=a\.md,line=1,/u)
    expect(lines.at(-1)).toBe(
      '::notice title=Klarspråk::29 av 500 anmärkningar visas här. Det finns 50 fel, 150 varningar och 300 råd. Se hela rapporten i loggen eller med klarsprak lint.',
    )
  })
  test('ten of a level are all shown', () => {
    expect(annotations(manyFindings(10, 'info')).trimEnd().split('\n')).toHaveLength(10)
    expect(annotations(manyFindings(10, 'info'))).not.toContain('visas här')
    expect(annotations(manyFindings(11, 'error'))).toContain('10 av 11 anmärkningar')
  })
  test('a problem is not shown twice before every problem is shown once', () => {
    const text = `${'Vår hälsoportal.\n\n'.repeat(20)}Du erlägger avgiften.\n`
    const lines = annotations(sampleReport({ 'sida.md': text })).split('\n')
    expect(lines.filter((line) => line.includes('line=41,'))).toHaveLength(1)
  })
  test('every line is one command and nothing else, whatever the texts hold', () => {
    fc.assert(
      fc.property(oddReport, (report) => {
        const findings = report.files.flatMap((file) => file.findings)
        const lines = annotations(report).split('\n')
        expect(lines.pop()).toBe('')
        expect(lines.length).toBe(findings.length)
        for (const line of lines)
          expect(line).toMatch(/^::(?:error|warning|notice) file=[^\r:,]*,line=\d+,[^\r:]*::[^\r]*$/u)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the summary for GitHub', () => {
  test('counts by rule, concept and file', () => {
    expect(
      githubSummary(
        sampleReport({
          'a.md': 'Vår hälsoportal.\n',
          'b.md': 'Din hälsoportal.\n\nDu erlägger avgiften i vår Hälsoportal.\n',
          'c.md': 'Hej.\n',
        }),
      ),
    ).toMatchInlineSnapshot(`
      "## Klarspråk: 4 fel i 3 filer

      ### Regler

      | Regel | Fel | Varningar | Råd |
      | --- | ---: | ---: | ---: |
      | [avoid-term](https://github.com/klarsprak/klarsprak/blob/main/packages/linter/src/rules/avoid-term/rule.md) | 4 | 0 | 0 |

      ### Begrepp

      | Begrepp | I texten | Anmärkning | Antal |
      | --- | --- | --- | ---: |
      | c-0001 | hälsoportal | Skriv ”digital ingång” i stället för ”hälsoportal”. | 3 |
      | c-0002 | erlägger | Skriv ”betala” i stället för ”erlägger”. | 1 |

      ### Filer

      | Fil | Fel | Varningar | Råd |
      | --- | ---: | ---: | ---: |
      | b.md | 3 | 0 | 0 |
      | a.md | 1 | 0 | 0 |
      "
    `)
  })
  test('says so when there is nothing to say', () => {
    expect(githubSummary(sampleReport({ 'a.md': 'Hej.' }))).toBe('## Klarspråk\n\nInga anmärkningar i 1 fil.\n')
  })
  test('long tables are cut, so that the file does not grow past what GitHub takes', () => {
    const files = Array.from(
      { length: 3_000 },
      (_, at) => manyFindings(2, 'error', `${'mapp/'.repeat(50)}${at}.md`).files[0]!,
    )
    const summary = githubSummary({ release: undefined, files })
    expect(summary).toContain('Och 2950 till.')
    expect(Buffer.byteLength(summary)).toBeLessThan(200_000)
  })
  test('nothing from a file becomes markup', () => {
    fc.assert(
      fc.property(oddReport, (report) => {
        const summary = githubSummary(report)
        expect(summary).not.toMatch(/<|`|!\[/u)
        const rows = summary.split('\n').filter((line) => line.startsWith('|'))
        for (const row of rows) expect(row.split('|')).toHaveLength(6)
      }),
      { numRuns: 50 },
    )
  })
})
