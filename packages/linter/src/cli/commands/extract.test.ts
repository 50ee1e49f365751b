import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testIo } from '../../testing/test-io.js'
import { testBank } from '../../testing/test-linter.js'
import { run } from '../run.js'
import { COMMANDS } from './index.js'

const PAGE = `# Remissbrev

Skriv ett remissbrev till habiliteringens råd- och stödteam (RST).

Remissbrevet går till RST. Hälsoportalen visar dina remissbrev. Ring RST om du undrar.
`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarsprak-'))
  writeFileSync(join(folder, 'sida.md'), PAGE)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function call(...argv: string[]) {
  const io = testIo({ cwd: folder })
  const code = await run(['extract', ...argv, '--only-bank', '--bank', testBank], io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}

test('shows each proposal with its forms and where it stands', async () => {
  const { code, out } = await call('sida.md')
  expect(code).toBe(0)
  expect(out).toContain('RST (råd- och stödteam)  förkortning, 3 gånger i 1 text')
  expect(out).toContain('remissbrev  sammansättning, 4 gånger i 1 text')
  expect(out).toContain('  former: remissbrevet')
  expect(out).toContain('sida.md:3:11')
  expect(out).not.toContain('ortal  ')
})

test('as data', async () => {
  const { out } = await call('sida.md', '--format', 'json', '--kind', 'compound')
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    texts: 1,
    candidates: [{ kind: 'compound', label: 'remissbrev', grammar: { gender: 'neuter' }, count: 4, files: 1 }],
  })
})

test('as a file for the bank, which accepts it', async () => {
  expect(await call('sida.md', '--format', 'yaml', '-o', 'forslag.yaml')).toEqual({ code: 0, out: '', err: '' })
  const yaml = readFileSync(join(folder, 'forslag.yaml'), 'utf8')
  expect(yaml).toContain('label: remissbrev')
  expect(yaml).toContain('abbreviationOf: råd- och stödteam')
  const io = testIo({ cwd: folder })
  expect(await run(['bank', 'check', 'forslag.yaml'], io, COMMANDS)).toBe(0)
  expect(io.output()).toContain('2 begrepp, 0 fel')
})

test('takes the limits that are given', async () => {
  expect((await call('sida.md', '--min-count', '5')).out).toBe('Inga nya termer i 1 text.\n')
  expect(JSON.parse((await call('sida.md', '--limit', '1', '-f', 'json')).out).candidates).toHaveLength(1)
})

test('says what it cannot read, with 2', async () => {
  expect(await call('nej.md')).toMatchObject({ code: 2, err: expect.stringContaining('nej.md') })
  expect((await call()).code).toBe(2)
})
