import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RULES } from '../rules/index.js'
import { oddReport, sampleReport } from '../testing/sample-report.js'
import type { LintReport } from './report.js'
import { sarifReporter } from './sarif.js'

const schemaFile = createRequire(import.meta.url).resolve('schemastore/schemas/json/sarif-2.1.0.json')
// A pattern of the schema has a bracket too many, which only old expressions allow.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats.default(ajv)
/** The schema of OASIS, as the package schemastore ships it. */
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))

function log(report: LintReport) {
  const text = sarifReporter(report, { colour: false })
  const value = JSON.parse(text)
  validate(value)
  expect(validate.errors ?? []).toEqual([])
  return value
}

describe('sarif', () => {
  test('is valid by the schema, with and without findings', () => {
    log(sampleReport({ 'sida.md': 'Vår hälsoportal.\n', 'tom.md': '' }))
    log({ release: undefined, files: [] })
    log({ ...sampleReport({ 'sida.md': 'Vår hälsoportal.\n' }), version: '1.2.3' })
  })
  test('the schema refuses what is not SARIF', () => {
    expect(validate({ version: '2.1.0' })).toBe(false)
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, columnKind: 'bytes' }] })).toBe(false)
  })
  test('is valid by the schema whatever the texts and names hold', () => {
    fc.assert(
      fc.property(oddReport, (report) => void log(report)),
      { numRuns: 50 },
    )
  })
  test('describes every rule, and each result points at its rule', () => {
    const { runs } = log(sampleReport({ 'sida.md': 'Vår hälsoportal.\n' }))
    const { rules } = runs[0].tool.driver
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id))
    for (const rule of rules) {
      expect(rule.helpUri).toMatch(/^https:/u)
      expect(rule.defaultConfiguration.level).toMatch(/^(?:error|warning|note)$/u)
    }
    const [result] = runs[0].results
    expect(rules[result.ruleIndex].id).toBe(result.ruleId)
  })
  test('a rule that someone has added is described too', () => {
    const report = sampleReport({ 'sida.md': 'Vår hälsoportal.\n' })
    const [file] = report.files
    const own = { ...file!.findings[0]!, ruleId: 'egen-regel', url: 'https://exempel.se/egen' }
    const { runs } = log({ ...report, files: [{ ...file!, findings: [own] }] })
    const [result] = runs[0].results
    expect(runs[0].tool.driver.rules[result.ruleIndex]).toMatchObject({ id: 'egen-regel', helpUri: own.url })
  })
  test('a result has level, place in UTF-16 code units, fix, fingerprint and concept', () => {
    const { runs } = log(sampleReport({ './mapp/å b.md': '# Ett\r\n\r\n👩‍⚕️ hälsoportal.' }))
    expect(runs[0]).toMatchObject({ columnKind: 'utf16CodeUnits', language: 'sv' })
    expect(runs[0].results).toEqual([
      expect.objectContaining({
        ruleId: 'avoid-term',
        level: 'error',
        message: { text: 'Skriv ”digital ingång” i stället för ”hälsoportal”. Det är otydligt.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'mapp/%C3%A5%20b.md', uriBaseId: '%SRCROOT%' },
              region: {
                startLine: 3,
                startColumn: 7,
                endLine: 3,
                endColumn: 18,
                snippet: { text: 'hälsoportal' },
              },
            },
          },
        ],
        partialFingerprints: { 'klarsprak/v1': expect.stringMatching(/^[\da-f]{16}:1$/u) },
        fixes: [
          expect.objectContaining({
            artifactChanges: [
              {
                artifactLocation: { uri: 'mapp/%C3%A5%20b.md', uriBaseId: '%SRCROOT%' },
                replacements: [
                  {
                    deletedRegion: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 18 },
                    insertedContent: { text: 'digital ingång' },
                  },
                ],
              },
            ],
          }),
        ],
        properties: expect.objectContaining({ conceptId: 'c-0001' }),
      }),
    ])
    expect(runs[0].results[0]).not.toHaveProperty('suppressions')
  })
  test.each([
    { path: '/abs/sida.md', location: { uri: 'file:///abs/sida.md' } },
    { path: 'C:\\text\\sida.md', location: { uri: 'file:///C:/text/sida.md' } },
    { path: 'a:b/100%.md', location: { uri: 'a%3Ab/100%25.md', uriBaseId: '%SRCROOT%' } },
  ])('the address of $path', ({ path, location }) => {
    const { runs } = log(sampleReport({ [path]: 'hälsoportal' }))
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual(location)
  })
  test('what someone has chosen to leave is there, with the reason, and the rest say that they are not', () => {
    const report = sampleReport({ 'sida.md': 'Vår hälsoportal. Din hälsoportal. En hälsoportal till.\n' })
    const [file] = report.files
    const [first, second, third] = file!.findings
    const { runs } = log({
      ...report,
      files: [
        {
          ...file!,
          findings: [first!],
          suppressed: [
            { finding: second!, by: 'file', reason: 'Namnet på en produkt.' },
            { finding: third!, by: 'list' },
          ],
        },
      ],
    })
    expect(runs[0].results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
      [],
      [{ kind: 'inSource', status: 'accepted', justification: 'Namnet på en produkt.' }],
      [{ kind: 'external', status: 'accepted' }],
    ])
  })
  test('equal findings in a file have different fingerprints', () => {
    const line = 'Logga in i vår hälsoportal med din dator.\n\n'
    const { runs } = log(sampleReport({ 'sida.md': line.repeat(3) }))
    const names = runs[0].results.map(
      (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
    )
    expect(names).toHaveLength(3)
    expect(new Set(names).size).toBe(3)
  })
})
