import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { docx, paragraph, run as textRun } from '../../testing/docx.js'
import { temporaryFolders } from '../../testing/temporary-folder.js'
import { testIo } from '../../testing/test-io.js'
import { testBank } from '../../testing/test-linter.js'
import { run } from '../run.js'
import { COMMANDS } from './index.js'

const folder = temporaryFolders()
const text = (words: string) => paragraph(textRun(words))
const sample = () => docx(text('Hej.') + text('') + text('Vår hälsoportal är öppen.'))

async function lint(cwd: string, args: readonly string[], stdin?: Uint8Array) {
  const io = { ...testIo({ cwd }) }
  if (stdin !== undefined) io.readStdin = async () => stdin
  const code = await run(['lint', ...args, '--bank', testBank, '--only-bank'], io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}

test('a Word document in a folder is linted, and the line is the paragraph', async () => {
  const cwd = folder({ 'a.docx': sample(), 'b.md': 'Hej.\n' })
  expect(await lint(cwd, ['.'])).toMatchObject({ code: 1, err: '', out: expect.stringContaining('a.docx:3:5') })
  const stdin = await lint(cwd, ['--stdin', '--stdin-filename', 'x.docx'], sample())
  expect(stdin).toMatchObject({ code: 1, out: expect.stringContaining('x.docx:3:5') })
})
test('--fix leaves it as it is, and says so', async () => {
  // A zip holds the time it was made, so the bytes are kept and not made again.
  const bytes = sample()
  const cwd = folder({ 'a.docx': bytes, 'b.docx': docx(text('Hej.')), 'c.md': 'Vår hälsoportal är öppen.\n' })
  for (const flag of ['--fix', '--fix-dry-run']) {
    const { code, out, err } = await lint(cwd, ['.', flag])
    expect(err).toBe('klarsprak: a.docx: --fix ändrar aldrig Word-dokument. Rätta texten i Word.\n')
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('a.docx:3:5') })
  }
  expect(Buffer.from(bytes).equals(readFileSync(join(cwd, 'a.docx')))).toBe(true)
  expect(readFileSync(join(cwd, 'c.md'), 'utf8')).toContain('digitala ingång')
})
test('broken and foreign files are told of, the others are linted, and the code is 2', async () => {
  const cwd = folder({
    'a.docx': sample(),
    'bruten.docx': sample().slice(0, 100),
    'text.docx': 'Hej',
    '~$a.docx': 'Anna',
  })
  const { code, out, err } = await lint(cwd, ['.'])
  expect(code).toBe(2)
  expect(out).toContain('a.docx:3:5')
  for (const said of [
    'bruten.docx: Word-dokumentet är skadat',
    'text.docx: Filen är inget Word-dokument',
    '~$a.docx: Filen säger bara',
  ])
    expect(err).toContain(said)
})
test('--cache sees that only the kind of a paragraph has changed; --since sees that the file has', async () => {
  const cwd = folder({ 'a.docx': sample() })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.se', ...args], { cwd, stdio: 'pipe' })
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'a')
  expect((await lint(cwd, ['a.docx', '--cache'])).code).toBe(1)
  expect((await lint(cwd, ['a.docx', '--since', 'HEAD'])).code).toBe(0)
  const quoted = paragraph(textRun('Vår hälsoportal är öppen.'), '<w:pStyle w:val="Quote"/>')
  writeFileSync(join(cwd, 'a.docx'), docx(text('Hej.') + text('') + quoted))
  const cached = await lint(cwd, ['a.docx', '--cache'])
  expect(cached).toEqual(await lint(cwd, ['a.docx']))
  writeFileSync(join(cwd, 'a.docx'), docx(text('Vår hälsoportal är stängd.')))
  expect(await lint(cwd, ['a.docx', '--since', 'HEAD'])).toMatchObject({
    code: 1,
    out: expect.stringContaining('a.docx:1:5'),
  })
})
