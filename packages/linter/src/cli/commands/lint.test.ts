import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { testIo } from '../../testing/test-io.js'
import { testBank } from '../../testing/test-linter.js'
import { run } from '../run.js'
import { COMMANDS } from './index.js'

const root = mkdtempSync(join(tmpdir(), 'klarsprak-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let made = 0
/** A folder with `files`. */
function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(root, String(made++))
  mkdirSync(path)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return path
}

async function lint(cwd: string, argv: readonly string[], stdin?: string) {
  const io = testIo({ cwd, ...(stdin === undefined ? {} : { stdin }) })
  const code = await run(['lint', '--only-bank', '--bank', testBank, ...argv], io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}
const json = (out: string) =>
  JSON.parse(out) as { summary: object; files: { path: string; output?: string; findings: { text: string }[] }[] }

const BAD = 'Logga in på hälsoportalen.\n'
const WARNING = 'Du erlägger den.\n'
const GOOD = 'Logga in.\n'

describe('which files', () => {
  const site = {
    'a.md': BAD,
    'b/c.markdown': BAD,
    'b/d.txt': BAD,
    'b/e.js': BAD,
    'node_modules/x/f.md': BAD,
    'å ö/g.md': GOOD,
  }
  const cases = [
    { name: 'a file', argv: ['a.md'], paths: ['a.md'] },
    {
      name: 'a folder, searched for what we read',
      argv: ['.'],
      paths: ['a.md', 'b/c.markdown', 'b/d.txt', 'å ö/g.md'],
    },
    { name: 'no path is this folder', argv: [], paths: ['a.md', 'b/c.markdown', 'b/d.txt', 'å ö/g.md'] },
    { name: 'a folder with its name', argv: ['b'], paths: ['b/c.markdown', 'b/d.txt'] },
    { name: 'a glob', argv: ['**/*.md'], paths: ['a.md', 'å ö/g.md'] },
    { name: 'a glob taken away', argv: ['.', '!b/**'], paths: ['a.md', 'å ö/g.md'] },
    { name: 'a file of another kind, when named', argv: ['b/e.js'], paths: ['b/e.js'] },
    { name: 'the same file once', argv: ['a.md', 'a.md'], paths: ['a.md'] },
  ]
  for (const { name, argv, paths } of cases) {
    test(name, async () => {
      const { out, err } = await lint(folder(site), [...argv, '--format', 'json'])
      expect(err).toBe('')
      expect(
        json(out)
          .files.map(({ path }) => path)
          .sort(),
      ).toEqual([...paths].sort())
    })
  }
  test('the same findings from another folder and by an absolute path', async () => {
    const cwd = folder(site)
    const [here, above, absolute] = await Promise.all([
      lint(cwd, ['b/d.txt', '--format', 'json']),
      lint(join(cwd, 'b'), ['../b/d.txt', '--format', 'json']),
      lint(root, [join(cwd, 'b/d.txt'), '--format', 'json']),
    ])
    expect(json(above.out).files[0]?.findings).toEqual(json(here.out).files[0]?.findings)
    expect(json(absolute.out).files[0]?.findings).toEqual(json(here.out).files[0]?.findings)
    expect(json(absolute.out).files[0]?.path).toBe(join(cwd, 'b/d.txt'))
  })
})

describe('the exit code', () => {
  const cases = [
    { name: '0 when all is well', text: GOOD, argv: [], code: 0 },
    { name: '1 for an error', text: BAD, argv: [], code: 1 },
    { name: '1 for a warning', text: WARNING, argv: [], code: 1 },
    { name: '0 for a warning that is allowed', text: WARNING, argv: ['--max-warnings', '1'], code: 0 },
    { name: '1 for one more', text: WARNING + WARNING, argv: ['--max-warnings', '1'], code: 1 },
    { name: '1 for an error however many warnings are allowed', text: BAD, argv: ['--max-warnings', '9'], code: 1 },
    { name: '0 for a warning when only errors count', text: WARNING, argv: ['--quiet'], code: 0 },
    { name: '0 for a rule that is not run', text: BAD, argv: ['--rule', 'jargon'], code: 0 },
  ]
  for (const { name, text, argv, code } of cases) {
    test(name, async () => expect((await lint(folder({ 'a.md': text }), ['a.md', ...argv])).code).toBe(code))
  }
})

describe('input that cannot be read', () => {
  const fine = { 'ok.md': BAD }
  const cases = [
    { name: 'a file that is not there', files: fine, argv: ['nej.md'], says: 'nej.md: Filen finns inte.' },
    { name: 'a folder without copy', files: { ...fine, 'x/a.js': '' }, argv: ['x'], says: 'x: Här finns inga filer' },
    { name: 'a glob without files', files: fine, argv: ['*.txt'], says: '*.txt: Här finns inga filer' },
    {
      name: 'a binary file',
      files: { ...fine, 'b.md': new Uint8Array([65, 0, 66]) },
      argv: ['b.md'],
      says: 'b.md: Filen är binär',
    },
    { name: 'UTF-16', files: { ...fine, 'b.md': new Uint8Array([0xff, 0xfe, 65, 0]) }, argv: ['b.md'], says: 'UTF-16' },
    {
      name: 'Latin-1',
      files: { ...fine, 'b.md': new Uint8Array([97, 0xe5, 98]) },
      argv: ['b.md'],
      says: 'inte sparad som UTF-8, se rad 1',
    },
    {
      name: 'one very long line',
      files: { ...fine, 'b.md': 'a '.repeat(5_000_000) },
      argv: ['b.md'],
      says: 'Rad 1 har fler än',
    },
  ]
  for (const { name, files, argv, says } of cases) {
    test(`${name}: a sentence, the other files, and 2`, async () => {
      const { code, out, err } = await lint(folder(files), [...argv, 'ok.md', '--format', 'json'])
      expect(code).toBe(2)
      expect(err).toContain(says)
      expect(err).not.toContain('    at ')
      expect(json(out).files).toMatchObject([{ path: 'ok.md', findings: [{ text: 'hälsoportalen' }] }])
    })
  }
  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const cwd = folder({ 'a.md': GOOD })
    chmodSync(join(cwd, 'a.md'), 0)
    expect(await lint(cwd, ['a.md'])).toMatchObject({ code: 2, err: expect.stringContaining('rättigheter') })
  })
  test('nothing matched may be allowed', async () => {
    const { code, err } = await lint(folder({}), ['.', '--no-error-on-unmatched-pattern'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
  test('a broken bank: every problem of every file, and the rest still works', async () => {
    const cwd = folder({
      'a.md': BAD,
      'bank/a.yaml': 'id: c-0001\nterms:\n  - { label: hälsoportal, status: bra }\n',
      'bank/b.yaml': 'id: c-0002\nterms: [\n',
      'bank/c.yaml': 'id: c-0003\nterms:\n  - { label: logga, status: deprecated, pos: verb }\n',
    })
    const io = testIo({ cwd })
    expect(await run(['lint', 'a.md', '--only-bank', '--bank', 'bank', '--format', 'compact'], io, COMMANDS)).toBe(1)
    expect(io.errors()).toMatch(/bank\/a\.yaml:3/u)
    expect(io.errors()).toMatch(/bank\/b\.yaml:2/u)
    expect(io.output()).toContain('”Logga”')
  })
  test('a bank that is not there', async () => {
    const io = testIo({ cwd: folder({ 'a.md': BAD }) })
    expect(await run(['lint', 'a.md', '--only-bank', '--bank', 'nej.yaml'], io, COMMANDS)).toBe(2)
    expect(io.errors()).toMatch(/nej\.yaml: Filen finns inte/u)
  })
})

describe('standard input and output', () => {
  test('text from standard input, read by the name it is given', async () => {
    const { code, out } = await lint('.', ['--stdin-filename', 'a.md', '--format', 'json'], `\`x\` ${BAD}`)
    expect(code).toBe(1)
    expect(json(out).files).toMatchObject([{ path: 'a.md', findings: [{ text: 'hälsoportalen' }] }])
  })
  test('a report in a file, and the same exit code', async () => {
    const cwd = folder({ 'a.md': BAD })
    expect(await lint(cwd, ['a.md', '-o', 'r.json', '-f', 'json'])).toEqual({ code: 1, out: '', err: '' })
    expect(json(readFileSync(join(cwd, 'r.json'), 'utf8')).files).toHaveLength(1)
  })
  test('a report that cannot be written', async () => {
    expect(await lint(folder({ 'a.md': BAD }), ['a.md', '-o', 'a.md/y/z'])).toMatchObject({ code: 2, out: '' })
  })
  test('colours only in a terminal, unless asked for or against', async () => {
    const cwd = folder({ 'a.md': BAD })
    const coloured = async (env: Record<string, string>, isTerminal: boolean, ...argv: string[]) => {
      const io = testIo({ cwd, env, isTerminal })
      await run(['lint', 'a.md', '--only-bank', '--bank', testBank, ...argv], io, COMMANDS)
      return io.output().includes('\u001B[')
    }
    expect(await coloured({}, false)).toBe(false)
    expect(await coloured({}, true)).toBe(true)
    expect(await coloured({ NO_COLOR: '1' }, true)).toBe(false)
    expect(await coloured({ FORCE_COLOR: '1' }, false)).toBe(true)
    expect(await coloured({ FORCE_COLOR: '1' }, true, '--no-color')).toBe(false)
  })
  test('offsets count a byte order mark, and places are right in CRLF', async () => {
    const text = `\ufeffHej.\r\n${BAD}`
    const { out } = await lint(folder({ 'a.md': text }), ['a.md', '--format', 'json'])
    expect(json(out).files[0]?.findings).toMatchObject([
      { start: { line: 2, column: 13, offset: text.indexOf('hälso') } },
    ])
  })
})

describe('fixing', () => {
  test('writes what is certain, in the same form, and reports what is left', async () => {
    const cwd = folder({
      'a.md': `\ufeff# Hälsoportalens nyheter\r\n\r\nRegionernas hälsoportaler. Du erlägger den.\r\n\r\nEn vårdinsats.\r\n`,
    })
    const { out } = await lint(cwd, ['a.md', '--fix', '--format', 'json'])
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(
      `\ufeff# Den digitala ingångens nyheter\r\n\r\nRegionernas digitala ingångar. Du betalar den.\r\n\r\nEn vårdinsats.\r\n`,
    )
    expect(json(out).files[0]?.findings.map(({ text }) => text)).toEqual(['vårdinsats'])
    const again = readFileSync(join(cwd, 'a.md'), 'utf8')
    await lint(cwd, ['a.md', '--fix'])
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(again)
  })
  test('in a dry run changes nothing and shows the lines', async () => {
    const cwd = folder({ 'a.md': BAD })
    const { code, out } = await lint(cwd, ['a.md', '--fix-dry-run'])
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(BAD)
    expect(out).toContain('- Logga in på hälsoportalen.')
    expect(out).toContain('+ Logga in på den digitala ingången.')
    expect(json((await lint(cwd, ['a.md', '--fix-dry-run', '-f', 'json'])).out).files[0]?.output).toBe(
      'Logga in på den digitala ingången.\n',
    )
  })
})
