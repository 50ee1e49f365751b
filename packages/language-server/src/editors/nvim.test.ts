import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const packages = join(import.meta.dirname, '../../..')
const command = join(packages, 'linter/bin/klarsprak.js')
const isBuilt = [
  'linter/dist/cli/main.js',
  'language-server/dist/node/start-server.js',
  'termbank/dist/national/release.json',
].every((path) => existsSync(join(packages, path)))
const { status } = spawnSync('nvim', ['--version'])
const why = status !== 0 ? ' (skipped: nvim is not installed)' : isBuilt ? '' : ' (skipped: not built)'

describe.skipIf(why !== '')(`Neovim${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-nvim-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('shows what is found, explains a word, and fixes it', { timeout: 60_000 }, () => {
    const file = join(folder, 'sida.md')
    const answer = join(folder, 'svar.json')
    // The emoji is one character, two units and four bytes: whoever counts wrong puts the fix beside the word.
    writeFileSync(file, '😀 Gå till hälsoportalerna.\n\nSe din avisering.\n')
    const told = { file, answer, folder, command: [process.execPath, command, 'lsp'], left: 1 }
    const script = join(import.meta.dirname, 'nvim.lua')
    const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`], {
      encoding: 'utf8',
      timeout: 50_000,
      env: { ...process.env, HOME: folder, XDG_STATE_HOME: folder, KLARSPRAK_TOLD: JSON.stringify(told) },
    })
    expect(existsSync(answer), `${run.stdout}${run.stderr}`).toBe(true)
    const seen = JSON.parse(readFileSync(answer, 'utf8')) as Record<string, unknown>
    expect(seen).toMatchObject({
      diagnostics: [
        { line: 0, source: 'klarsprak', message: expect.stringContaining('de digitala ingångarna') },
        { line: 2, message: expect.stringContaining('meddelande') },
      ],
      hover: { value: expect.stringMatching(/hälsoportal[\s\S]*avrådd term/u) },
      actions: expect.arrayContaining(['Skriv ”de digitala ingångarna”', 'Förklara regeln avoid-term']),
      left: 1,
      stopped: true,
    })
    expect(readFileSync(file, 'utf8')).toBe('😀 Gå till de digitala ingångarna.\n\nSe din avisering.\n')
  })
})
