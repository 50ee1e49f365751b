import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { acceptanceBank } from '../../acceptance/acceptance.js'
import { temporaryFolders } from '../../testing/temporary-folder.js'
import { testIo } from '../../testing/test-io.js'
import { COMMANDS } from '../commands/index.js'
import { run } from '../run.js'

// What people give a command by mistake: a sentence with the way out, the right exit code, and the rest still linted.

const folder = temporaryFolders()
const BAD = 'Vår portal är ny.\n'

async function klarsprak(cwd: string, argv: readonly string[], world: Parameters<typeof testIo>[0] = {}) {
  const io = testIo({ ...world, cwd })
  const code = await run(['lint', '--only-bank', '--bank', acceptanceBank, ...argv], io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}

describe('a file that cannot be linted is told of, and the others are linted', () => {
  const bytes = (...all: readonly number[]) => Uint8Array.from(all)
  const cases: readonly { name: string; data: string | Uint8Array; file?: string; says: string }[] = [
    { name: 'a picture', data: bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 1), says: 'Filen är binär' },
    { name: 'UTF-16', data: bytes(0xff, 0xfe, 0x56, 0, 0xe5, 0), says: 'sparad som UTF-16' },
    { name: 'Latin-1', data: bytes(0x0a, 0x56, 0xe5, 0x72), says: 'inte sparad som UTF-8, se rad 2' },
    { name: 'half a character', data: bytes(0x56, 0xed, 0xa0, 0xbd), says: 'inte sparad som UTF-8, se rad 1' },
    { name: 'a zero byte', data: 'Vår \0 portal', says: 'Filen är binär' },
    { name: 'a line of a million characters', data: 'portal '.repeat(200_000), says: 'Rad 1 har fler än' },
    { name: 'no Word document', file: 'a.docx', data: 'hej', says: 'inget Word-dokument' },
    { name: 'an empty Word document', file: 'a.docx', data: '', says: 'inget Word-dokument' },
    { name: 'half a JSON file', file: 'sv.json', data: '{\n"a": "Vår portal",', says: 'inte riktig JSON, se rad 2' },
    { name: 'a JSON string without end', file: 'sv.json', data: '{\n"a": "b\n}', says: 'inte riktig JSON, se rad 2' },
    { name: 'JSON with odd brackets', file: 'sv.json', data: '{"a": [1, 2}\n', says: 'inte riktig JSON, se rad 1' },
    { name: 'JSON that nests deep', file: 'sv.json', data: '['.repeat(100_000), says: 'inte riktig JSON' },
    { name: 'broken YAML', file: 'sv.yaml', data: 'a: b\nc: [\n d: "x\n', says: 'inte riktig YAML, se rad' },
    { name: 'YAML that nests deep', file: 'sv.yml', data: `a: ${'['.repeat(5_000)}`, says: 'inte riktig YAML' },
    { name: 'half an XML file', file: 'a.resx', data: '<root>\n<data name="a">', says: 'inte riktig XML, se rad 2' },
    { name: 'XML with odd tags', file: 'a.xlf', data: '<xliff>\n<file></xliff>', says: 'inte riktig XML, se rad 2' },
    { name: 'no XML at all', file: 'a.resx', data: 'hej', says: 'inte riktig XML' },
    { name: 'a broken component', file: 'a.tsx', data: 'const a =\n<p>', says: 'inte riktig TSX, se rad' },
  ]
  for (const { name, data, file = 'a.md', says } of cases) {
    test(name, async () => {
      const cwd = folder({ 'ok.md': BAD })
      writeFileSync(join(cwd, file), data)
      const { code, out, err } = await klarsprak(cwd, [file, 'ok.md', '--format', 'compact'])
      expect(err).toContain(`klarsprak: ${file}: `)
      expect(err).toContain(says)
      expect(err).not.toMatch(/\bat \S+:\d+|Error:/u)
      expect(out).toContain('ok.md:1:5: error')
      expect(code).toBe(2)
    })
  }

  test('a component that does not compile is only noted when nobody has named it', async () => {
    const cwd = folder({ 'a.tsx': 'const a =\n<p>', 'b.md': 'Hej.\n' })
    const { code, err } = await klarsprak(cwd, ['.'])
    expect(err).toContain('a.tsx: Filen är inte riktig TSX')
    expect(code).toBe(0)
  })
  test('what can be read of a broken file is linted, and --fix leaves it alone', async () => {
    const text = '{\n"a": "Vår portal är ny",\n"b": "c"\n'
    const cwd = folder({ 'sv.json': text })
    const { code, out } = await klarsprak(cwd, ['sv.json', '--fix', '--format', 'compact'])
    expect(out).toContain('sv.json:2:11: error')
    expect(code).toBe(2)
    expect(readFileSync(join(cwd, 'sv.json'), 'utf8')).toBe(text)
  })
})

describe('a path that is no file', () => {
  test('a pipe or a device is refused, not waited for', async () => {
    const cwd = folder({ 'ok.md': BAD })
    execFileSync('mkfifo', [join(cwd, 'pipe.md')])
    for (const path of ['pipe.md', '/dev/zero']) {
      const { code, err } = await klarsprak(cwd, [path])
      expect(err).toContain('Det är ingen vanlig fil')
      expect(code).toBe(2)
    }
    expect((await klarsprak(cwd, ['.', '--format', 'compact'])).out).toContain('ok.md:1:5')
  })
  test('an empty path is no folder', async () => {
    const { code, out, err } = await klarsprak(folder({ 'ok.md': BAD }), ['', '--format', 'compact'])
    expect(err).toContain('Sökvägen är tom')
    expect(out).not.toContain('ok.md')
    expect(code).toBe(2)
  })
  test('a folder may be called x.md', async () => {
    expect((await klarsprak(folder({ 'x.md/a.md': BAD }), ['x.md', '--format', 'compact'])).out).toContain(
      'x.md/a.md:1:5',
    )
  })
  test('links in rings and to nowhere', async () => {
    const cwd = folder({ 'in/a.md': BAD })
    symlinkSync('..', join(cwd, 'in/up'))
    symlinkSync('ring.md', join(cwd, 'ring.md'))
    symlinkSync('nowhere.md', join(cwd, 'gone.md'))
    const { out } = await klarsprak(cwd, ['in', '--format', 'compact'])
    expect(out.match(/a\.md:1:5/gu)).toHaveLength(1)
    expect((await klarsprak(cwd, ['ring.md'])).err).toContain('leder i en ring')
    expect((await klarsprak(cwd, ['gone.md'])).err).toContain('Filen finns inte')
  })
})

describe('writing', () => {
  test('a report is written in a folder that is not there yet', async () => {
    const cwd = folder({ 'a.md': BAD })
    expect((await klarsprak(cwd, ['a.md', '-f', 'json', '-o', 'ut/2026/a.json'])).code).toBe(1)
    expect(JSON.parse(readFileSync(join(cwd, 'ut/2026/a.json'), 'utf8'))).toMatchObject({ version: 1 })
  })
  test('a report is not written where a folder is', async () => {
    const cwd = folder({ 'a.md': BAD })
    mkdirSync(join(cwd, 'ut'))
    const { code, err } = await klarsprak(cwd, ['a.md', '-o', 'ut'])
    expect(err).toContain('Rapporten kunde inte skrivas i ut. Det är en mapp')
    expect(code).toBe(2)
  })
})

describe('a bank of one’s own', () => {
  const entry = (id: string, status: string) =>
    `id: ${id}\nterms:\n  - { label: dosa, status: ${status}, gender: common, plural: dosor }\n`
  const lint = (cwd: string) => klarsprak(cwd, ['a.md', '--bank', 'bank', '--format', 'compact'])
  test('with a broken entry is used but for that, with a warning', async () => {
    const cwd = folder({
      'a.md': 'Två dosor.\n',
      'bank/a.yaml': entry('c-1', 'bra'),
      'bank/b.yaml': entry('c-9902', 'deprecated'),
    })
    const { code, out, err } = await lint(cwd)
    expect(out).toContain('a.md:1:5: error')
    expect(err).toMatch(/^klarsprak: bank\/a\.yaml:\d+ [\s\S]*klarsprak: Varning: .*Resten används/u)
    expect(code).toBe(1)
  })
  test('in which nothing can be used makes the command fail', async () => {
    const { code, out, err } = await lint(folder({ 'a.md': 'Hej.\n', 'bank/a.yaml': entry('c-9901', 'bra') }))
    expect(err).toContain('har ingenting som går att använda')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})
