import { mkdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolders } from '../../testing/temporary-folder.js'
import { testIo } from '../../testing/test-io.js'
import { testBank } from '../../testing/test-linter.js'
import { COMMANDS } from '../commands/index.js'
import { run } from '../run.js'
import { earlierReportsIn } from './trend.js'

const folder = temporaryFolders()
const report = (warnings: number) =>
  JSON.stringify({ version: 1, summary: { files: 2, errors: 0, warnings, infos: 0 }, files: [] })

async function lint(cwd: string, argv: readonly string[]) {
  const io = testIo({ cwd, today: '2026-04-01' })
  const code = await run(['lint', '--only-bank', '--bank', testBank, ...argv], io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}

describe('earlier reports', () => {
  test('have the day of their name, or of their file, and one counts for each day', async () => {
    const cwd = folder({
      'a/rapport-2026-03-31.json': report(4),
      'a/2026-01-31.json': `\ufeff${report(9)}`,
      'a/2026-01-31-b.json': report(8),
      'a/sen.json': report(3),
      'a/2026-02-31x.json': '{}',
      'a/2026-13-45.json': report(2),
      'a/trasig.json': '{',
      'a/läs-mig.md': 'Hej.',
    })
    for (const name of ['sen', '2026-13-45']) utimesSync(join(cwd, `a/${name}.json`), 1767268800, 1767268800)
    mkdirSync(join(cwd, 'a/mapp.json'))
    expect((await earlierReportsIn('a', cwd)).map(({ date, warnings }) => `${date} ${warnings}`)).toEqual([
      '2026-01-01 3',
      '2026-01-31 9',
      '2026-03-31 4',
    ])
  })
  test('are in the HTML report, with what this run writes', async () => {
    const cwd = folder({ 'a.md': 'Logga in.\n' })
    expect((await lint(cwd, ['.', '-f', 'json', '-o', 'rapporter/2026-03-01.json'])).code).toBe(0)
    const { out, code } = await lint(cwd, ['a.md', '-f', 'html', '--trend', 'rapporter'])
    expect(code).toBe(0)
    expect(out).toContain('>Utveckling<')
    expect(out).toContain('>2026-03-01<')
    expect(out).toContain('>2026-04-01<')
  })
  test('that are not there are a fault, as for a format without a trend', async () => {
    const cwd = folder({ 'a.md': 'Logga in.\n', 'r/x.json': report(1) })
    expect(await lint(cwd, ['a.md', '-f', 'html', '--trend', 'nej'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('nej'),
    })
    expect(await lint(cwd, ['a.md', '--trend', 'r'])).toMatchObject({ code: 2, err: expect.stringContaining('html') })
  })
})
