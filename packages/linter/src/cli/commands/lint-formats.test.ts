import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { REPORTERS } from '../../reporters/index.js'
import { testIo } from '../../testing/test-io.js'
import { testBank } from '../../testing/test-linter.js'
import { run } from '../run.js'
import { COMMANDS } from './index.js'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'klarsprak-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

async function lint(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const io = testIo({ cwd, env })
  const code = await run(['lint', ...args, '--bank', testBank, '--only-bank'], io, COMMANDS)
  return { code, output: io.output(), errors: io.errors() }
}

describe('lint --format', () => {
  test.each(Object.keys(REPORTERS))(
    '%s is written for pages with and without findings, and the code is the same',
    async (format) => {
      writeFileSync(join(cwd, 'a.md'), 'Vår hälsoportal är öppen.\n')
      writeFileSync(join(cwd, 'b.md'), 'Hej.\n')
      const { code, output, errors } = await lint(['.', '--format', format])
      expect({ code, errors }).toEqual({ code: 1, errors: '' })
      expect(output).toContain('hälsoportal')
      expect((await lint(['b.md', '--format', format])).code).toBe(0)
    },
  )
  test('github adds its summary to the file that GITHUB_STEP_SUMMARY names', async () => {
    writeFileSync(join(cwd, 'a.md'), 'Vår hälsoportal är öppen.\n')
    writeFileSync(join(cwd, 'summary.md'), 'Före.\n')
    await lint(['a.md', '--format', 'github'], { GITHUB_STEP_SUMMARY: 'summary.md' })
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(/^Före\.\n## Klarspråk: 1 fel i 1 fil\n/u)
  })
  test('a summary that cannot be written is told, and changes nothing else', async () => {
    writeFileSync(join(cwd, 'a.md'), 'Vår hälsoportal är öppen.\n')
    const { code, output, errors } = await lint(['a.md', '--format', 'github'], { GITHUB_STEP_SUMMARY: 'x/y.md' })
    expect(code).toBe(1)
    expect(output).toMatch(/^::error /u)
    expect(errors).toContain('x/y.md')
  })
  test('sarif and html hold what comments leave out, with the reason, also for a page without other findings', async () => {
    const comment = '<!-- klarsprak-disable-next-line avoid-term -- Produktens namn. -->'
    writeFileSync(join(cwd, 'a.md'), `${comment}\nVår hälsoportal är öppen.\n`)
    const sarif = await lint(['a.md', '--format', 'sarif'])
    expect(sarif.code).toBe(0)
    expect(JSON.parse(sarif.output).runs[0].results[0].suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'Produktens namn.' },
    ])
    expect((await lint(['a.md', '--format', 'html'])).output).toContain('Produktens namn.')
  })
  test('html has the day, and the words of pages without findings too', async () => {
    writeFileSync(join(cwd, 'b.md'), 'Tre ord till.\n')
    const { output } = await lint(['b.md', '--format', 'html'])
    expect(output).toContain('Datum: 2026-03-31')
    expect(output).toContain('<td role="cell" data-label="Ord" class="number">3</td>')
  })
})

test('the guide tells of every format', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../../docs/guide/rapporter.md'), 'utf8')
  for (const format of Object.keys(REPORTERS)) expect(guide).toContain(`| \`${format}\` |`)
})
