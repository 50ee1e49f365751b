import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { temporaryFolders, writeFiles } from '../../testing/temporary-folder.js'
import { testIo } from '../../testing/test-io.js'
import { testBank } from '../../testing/test-linter.js'
import { COMMANDS } from '../commands/index.js'
import { run } from '../run.js'

const folder = temporaryFolders()
const BAD = 'Logga in på hälsoportalen.\n'
const WAITING = 'Väntar på ändringar'

/** Runs `lint --watch` in a folder while `use` changes things in it. */
async function watching(
  cwd: string,
  argv: readonly string[],
  use: (watch: {
    /** What the next run reports, as ”path words”, and what it tells. */
    next(change: () => void): Promise<{ readonly found: readonly string[]; readonly err: string }>
  }) => Promise<void>,
): Promise<number> {
  const end = new AbortController()
  const io = testIo({ cwd, signal: end.signal })
  const ended = run(['lint', '--watch', '--only-bank', '--bank', testBank, '-f', 'compact', ...argv], io, COMMANDS)
  const runs = () => io.errors().split(WAITING).length - 1
  const until = (count: number) => vi.waitFor(() => expect(runs()).toBeGreaterThanOrEqual(count), { timeout: 8_000 })
  try {
    await until(1)
    await use({
      async next(change) {
        const [out, err, before] = [io.output().length, io.errors().length, runs()]
        change()
        await until(before + 1)
        const report = io.output().slice(out)
        const found = [...report.matchAll(/^([^\s:]+):\d+:\d+.*?”([^”]+)”\.?/gmu)].map(([, path]) => path!)
        return { found: found.sort(), err: io.errors().slice(err) }
      },
    })
  } finally {
    end.abort()
  }
  return ended
}

describe('lint --watch', { timeout: 30_000 }, () => {
  test('lints again what changes, is added and taken away, and reports all of it', async () => {
    const cwd = folder({ 'a.md': 'Hej.\n', 'b/b.md': BAD, 'c.txt': 'Hej.\n' })
    const code = await watching(cwd, ['.'], async ({ next }) => {
      const changed = await next(() => writeFiles(cwd, { 'a.md': BAD }))
      expect(changed).toMatchObject({ found: ['a.md', 'b/b.md'], err: expect.stringContaining('Ändrat: a.md\n') })
      expect((await next(() => writeFiles(cwd, { 'b/b.md': 'Hej.\n' }))).found).toEqual(['a.md'])
      expect((await next(() => writeFiles(cwd, { 'ny/c/d.md': BAD }))).found).toEqual(['a.md', 'ny/c/d.md'])
      expect((await next(() => writeFiles(cwd, { 'ny/c/d.md': 'Hej.\n' }))).found).toEqual(['a.md'])
      expect((await next(() => rmSync(join(cwd, 'a.md')))).found).toEqual([])
    })
    expect(code).toBe(0)
  })
  test('takes in new settings, and waits for broken ones to be put right', async () => {
    const cwd = folder({ 'a.md': BAD })
    const CONFIG = 'klarsprak.config.yaml'
    await watching(cwd, ['a.md'], async ({ next }) => {
      expect((await next(() => writeFiles(cwd, { [CONFIG]: 'rules: { avoid-term: off }\n' }))).found).toEqual([])
      expect((await next(() => writeFiles(cwd, { [CONFIG]: 'rulez: 1\n' }))).err).toMatch(/klarsprak\.config\.yaml:1/u)
      expect((await next(() => writeFiles(cwd, { [CONFIG]: 'rules: {}\n' }))).found).toEqual(['a.md'])
      expect((await next(() => writeFiles(cwd, { 'a.md': `${BAD}\n` }))).err).toContain('Ändrat: a.md\n')
    })
  })
  test('is not woken by its own report, by fixes more than once, or by other files', async () => {
    const cwd = folder({ 'a.md': 'Hej.\n' })
    let runs = 0
    await watching(cwd, ['.', '--fix', '-o', 'rapport.md'], async ({ next }) => {
      await next(() => writeFiles(cwd, { 'a.md': BAD, 'bild.png': 'x' }))
      const { err } = await next(() => mkdirSync(join(cwd, 'tom')))
      runs = err.split(WAITING).length - 1
    })
    expect(runs).toBeLessThanOrEqual(2)
  })
  test('needs files', async () => {
    const io = testIo({ cwd: folder({}) })
    expect(await run(['lint', '--watch', '--stdin'], io, COMMANDS)).toBe(2)
  })
})
