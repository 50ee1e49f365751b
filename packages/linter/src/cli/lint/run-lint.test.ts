import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolders, writeFiles } from '../../testing/temporary-folder.js'
import { testIo } from '../../testing/test-io.js'
import { testBank } from '../../testing/test-linter.js'
import { COMMANDS } from '../commands/index.js'
import { run } from '../run.js'

const folder = temporaryFolders()

async function lint(cwd: string, argv: readonly string[], world: Parameters<typeof testIo>[0] = {}) {
  const io = testIo({ ...world, cwd })
  const code = await run(['lint', '--only-bank', '--bank', testBank, ...argv], io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}

interface Answer {
  readonly files: readonly { readonly path: string; readonly findings: readonly Found[] }[]
}
type Found = {
  readonly ruleId: string
  readonly text: string
  readonly severity: string
  readonly start: { line: number }
}

/** ”path rule text”, in order. */
const found = (out: string) =>
  (JSON.parse(out) as Answer).files.flatMap(({ path, findings }) =>
    findings.map(({ ruleId, text }) => `${path} ${ruleId} ${text}`),
  )
const lintJson = async (cwd: string, argv: readonly string[], world?: Parameters<typeof testIo>[0]) => {
  const { code, out, err } = await lint(cwd, [...argv, '--format', 'json'], world)
  return { code, err, found: out === '' ? [] : found(out), out }
}

const BAD = 'Logga in på hälsoportalen.\n'
const CONFIG = 'klarsprak.config.yaml'

describe('settings in the command', () => {
  test('T14: the same from the root, from a folder and by an absolute path', async () => {
    const cwd = folder({
      [CONFIG]: 'rules: { jargon: off }\noverrides:\n  - files: ["intern/**"]\n    rules: { avoid-term: info }\n',
      'intern/klarsprak.config.yaml': 'rules: { jargon: error }\n',
      'intern/a.md': `${BAD}\nSepsis är vanligt, och din sepsis.\n\nDu har sepsis.\n`,
    })
    const ways = await Promise.all([
      lintJson(cwd, ['.']),
      lintJson(cwd, ['intern/a.md']),
      lintJson(join(cwd, 'intern'), ['a.md']),
      lintJson(join(cwd, 'intern'), []),
      lintJson(dirname(cwd), [join(cwd, 'intern/a.md')]),
      lintJson(cwd, ['--stdin', '--stdin-filename', 'intern/a.md'], {
        stdin: readFileSync(join(cwd, 'intern/a.md'), 'utf8'),
      }),
    ])
    const findings = ways.map(({ out }) => (JSON.parse(out) as Answer).files[0]?.findings)
    expect(findings[0]?.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toContain('avoid-term info')
    for (const other of findings) expect(other).toEqual(findings[0])
    for (const { code } of ways) expect(code).toBe(ways[0]?.code)
  })

  const cases = [
    { name: 'a rule that is off', config: 'rules: { avoid-term: off }\n', finds: [] },
    { name: 'a rule with another level', config: 'rules: { avoid-term: info }\n', finds: ['info'] },
    { name: 'a flag before the file', config: 'preset: all\n', argv: ['--no-config'], finds: ['error'] },
    { name: 'another file', config: 'rules: { avoid-term: off }\n', argv: ['-c', 'annan.yaml'], finds: ['warning'] },
  ]
  for (const { name, config, argv = [], finds } of cases) {
    test(name, async () => {
      const cwd = folder({ [CONFIG]: config, 'annan.yaml': 'rules: { avoid-term: warning }\n', 'a.md': BAD })
      const { out } = await lintJson(cwd, ['a.md', ...argv])
      expect((JSON.parse(out) as Answer).files[0]?.findings.map(({ severity }) => severity)).toEqual(finds)
    })
  }

  test('T15: --print-config names the origin of every value', async () => {
    const cwd = folder({
      [CONFIG]: 'extends: klarsprak:strict\nrules:\n  jargon: off\n  avoid-term: [warning, { quotes: true }]\n',
      'webb/klarsprak.config.yaml': 'audience: staff\nrules:\n  jargon: info\n',
    })
    const { code, out, err } = await lint(cwd, ['--print-config', 'webb/a.md', '--max-file-size', '2MB'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const line of out.trim().split('\n')) expect(line).toMatch(/^[\w.-]+: .+ {2}# \S/u)
    const shown = Object.fromEntries(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(/ {2,}# /u)),
    )
    expect(shown).toMatchObject({
      'preset: strict': 'klarsprak:strict',
      'audience: staff': 'webb/klarsprak.config.yaml:1',
      'rules.jargon: info': 'webb/klarsprak.config.yaml:3',
      'rules.avoid-term: warning': 'klarsprak.config.yaml:4',
      'rules.avoid-term.quotes: true': 'klarsprak.config.yaml:4',
      'rules.avoid-term.names: false': 'förvalt',
      'rules.undefined-abbreviation: info': 'webb/klarsprak.config.yaml:1',
      'maxFileSize: 2000000': '--max-file-size',
    })
    const json = await lint(cwd, ['--print-config', 'webb/a.md', '--format', 'json'])
    expect(JSON.parse(json.out).values).toContainEqual({
      name: 'rules.jargon',
      value: 'info',
      origin: 'webb/klarsprak.config.yaml:3',
    })
  })

  test('faults are said with file and line, and 2', async () => {
    const cwd = folder({ [CONFIG]: 'rules:\n  jargong: off\n  lix: sometimes\n', 'a.md': BAD })
    expect(await lint(cwd, ['a.md'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^klarsprak: klarsprak\.config\.yaml:\d: .*\n/u),
    })
  })

  test('words of one’s own come from the settings, for some of the files', async () => {
    const cwd = folder({
      [CONFIG]: 'overrides:\n  - files: [b.md]\n    bank: [ord.yaml]\n',
      'ord.yaml': 'id: c-9001\nterms:\n  - { label: platta, status: deprecated, gender: common, plural: plattor }\n',
      'a.md': 'Köp plattor.\n',
      'b.md': 'Köp plattor.\n',
    })
    expect((await lintJson(cwd, ['a.md', 'b.md'])).found).toEqual(['b.md avoid-term plattor'])
  })

  test('a page may say who it is for', async () => {
    const text = 'Du har sepsis.\n'
    const cwd = folder({
      'a.md': text,
      'b.md': `---\nklarsprak:\n  audience: staff\n---\n\n${text}`,
      'c.md': `---\ntitle: x\naudience: staff\n---\n\n${text}`,
      'd.html': `<html data-klarsprak-audience="staff" lang="sv"><p>${text}</p></html>`,
    })
    expect((await lintJson(cwd, ['.'])).found).toEqual(['a.md jargon sepsis'])
    expect((await lintJson(cwd, ['.', '--audience', 'citizen'])).found).toHaveLength(4)
  })
})

describe('which files are left out', () => {
  const site = {
    '.gitignore': 'bygge/\n',
    '.klarsprakignore': 'arkiv/\n',
    [CONFIG]: 'ignore: [genererat]\n',
    'a.md': BAD,
    'bygge/a.md': BAD,
    'arkiv/a.md': BAD,
    'genererat/a.md': BAD,
  }
  const cases = [
    { name: 'those of .gitignore, .klarsprakignore and the settings', argv: ['.'], paths: ['a.md'] },
    { name: 'in a glob too', argv: ['**/*.md'], paths: ['a.md'] },
    {
      name: 'none, with --no-ignore',
      argv: ['.', '--no-ignore'],
      paths: ['a.md', 'arkiv/a.md', 'bygge/a.md', 'genererat/a.md'],
    },
    { name: 'not by .gitignore when named', argv: ['bygge/a.md', 'arkiv/a.md'], paths: ['bygge/a.md'] },
    { name: 'by a flag', argv: ['.', '--no-config', '--ignore-pattern', 'a.md'], paths: [] },
  ]
  for (const { name, argv, paths } of cases) {
    test(name, async () => {
      const { found: all } = await lintJson(folder(site), [...argv, '--no-error-on-unmatched-pattern'])
      expect(all).toEqual(paths.map((path) => `${path} avoid-term hälsoportalen`))
    })
  }
  test('and a named one is said to be', async () => {
    const { code, err } = await lint(folder(site), ['arkiv/a.md'])
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('arkiv/a.md: Filen hoppas över') })
  })
})

describe('T19: no files', () => {
  test('matched is 2', async () => expect((await lint(folder({}), ['*.md'])).code).toBe(2))
  test('matched may be allowed', async () =>
    expect((await lint(folder({}), ['*.md', '--no-error-on-unmatched-pattern'])).code).toBe(0))
  test('in a list is 0', async () => {
    expect(await lint(folder({ 'a.md': BAD }), ['--file-list', '-'], { stdin: '' })).toMatchObject({ code: 0, err: '' })
    expect(await lint(folder({ 'a.md': BAD }), ['--file-list', '-'], { stdin: '\n' })).toMatchObject({ code: 0 })
  })
  test('of ours in a list is 0', async () => {
    const cwd = folder({ 'a.ts': BAD, 'package.json': '{}' })
    expect(await lint(cwd, ['--file-list', '-'], { stdin: 'a.ts\npackage.json\n' })).toMatchObject({ code: 0, err: '' })
  })
  test('a list names the files', async () => {
    const cwd = folder({ 'å b.md': BAD, 'b.md': BAD, 'lista.txt': 'å b.md\r\n' })
    expect((await lintJson(cwd, ['--file-list', 'lista.txt'])).found).toEqual(['å b.md avoid-term hälsoportalen'])
    expect((await lintJson(cwd, ['--file-list', '-'], { stdin: 'å b.md\0b.md\0' })).found).toHaveLength(2)
  })
})

test('T20: one broken entry is named with file and line, and the others still work', async () => {
  const cwd = folder({
    'bank/a.yaml': 'id: c-9001\nterms:\n  - { label: platta, status: bra }\n',
    'bank/b.yaml': 'id: c-9002\nterms:\n  - { label: dosa, status: deprecated, gender: common, plural: dosor }\n',
    'a.md': 'Köp dosor.\n',
  })
  const { code, err, found: all } = await lintJson(cwd, ['a.md', '--bank', 'bank'])
  expect(all).toEqual(['a.md avoid-term dosor'])
  expect(err).toMatch(/bank\/a\.yaml:3/u)
  expect(code).toBe(1)
  writeFiles(cwd, { 'a.md': 'Hej.\n' })
  expect((await lint(cwd, ['a.md', '--bank', 'bank'])).code).toBe(0)
  expect(await run(['bank', 'check', 'bank'], testIo({ cwd }), COMMANDS)).toBe(2)
})

test('T22: a rule that does not exist, in a comment', async () => {
  const cwd = folder({ 'a.md': `<!-- klarsprak-disable-next-line avoid-terms -->\n${BAD}` })
  const { found: all } = await lintJson(cwd, ['a.md'])
  expect(all).toEqual(['a.md disable-comment avoid-terms', 'a.md avoid-term hälsoportalen'])
})

describe('comments that do nothing', () => {
  const cwd = folder({ 'a.md': '<!-- klarsprak-disable-next-line avoid-term -->\nHej.\n' })
  test('are advice', async () => expect((await lint(cwd, ['a.md'])).code).toBe(0))
  test('are warnings when asked for', async () =>
    expect((await lint(cwd, ['a.md', '--report-unused-disable-directives'])).code).toBe(1))
  test('may have to give a reason, and not be too old', async () => {
    const strict = folder({
      [CONFIG]: 'suppressions: { requireReason: true }\n',
      'a.md': `<!-- klarsprak-disable-next-line avoid-term -->\n${BAD}\n<!-- klarsprak-disable-next-line avoid-term until 2020-01-01 -- namn -->\n${BAD}`,
    })
    const { out } = await lint(strict, ['a.md', '-f', 'compact'])
    expect(out).toContain('Skriv varför')
    expect(out).toContain('gällde till och med 2020-01-01')
  })
})

describe('T24: too much of it', () => {
  const minified = `[${'"hälsoportal",'.repeat(800_000)}""]`
  const site = { 'ok.md': BAD, 'locales/sv.json': minified, 'rad.md': `${'hälsoportal '.repeat(450_000)}\n` }
  test('10 MB of minified JSON and a line of 5 MB are passed by with a note', async () => {
    const start = performance.now()
    const { code, err, found: all } = await lintJson(folder(site), ['.'])
    expect(all).toEqual(['ok.md avoid-term hälsoportalen'])
    expect(err.match(/hoppas över/gu)).toHaveLength(2)
    expect(code).toBe(1)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
  test('a file that is named is a fault', async () => expect((await lint(folder(site), ['rad.md'])).code).toBe(2))
  test('a limit of one’s own', async () => {
    const cwd = folder({ [CONFIG]: 'maxFileSize: 1 kB\n', 'a.md': BAD, 'b.md': BAD.repeat(100) })
    expect((await lintJson(cwd, ['.'])).found).toEqual(['a.md avoid-term hälsoportalen'])
    expect((await lintJson(cwd, ['.', '--max-file-size', '1MB'])).found).toHaveLength(101)
  })
  test('a file that takes longer than it may is told of and left out', async () => {
    const cwd = folder({ 'a.md': BAD.repeat(2_000) })
    const found = await lint(cwd, ['.', '--max-time', '0.001'])
    expect([found.code, found.err]).toEqual([0, expect.stringContaining('a.md: Filen tog för lång tid')])
    expect((await lint(cwd, ['a.md', '--max-time', '0,001'])).code).toBe(2)
    expect((await lint(cwd, ['a.md', '--max-time', 'snart'])).err).toContain('--max-time behöver ett antal sekunder')
  })
})

describe('T16: a baseline', () => {
  const line = (at: number) => `Rubrik ${at} om avgift nummer ${at}: hälsoportalen ger svar ${at}.\n\n`
  const page = (from: number) => Array.from({ length: 50 }, (_, at) => line(from + at)).join('')
  const pages = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`sidor/${at}.md`, page(at * 50)]))
  const B = ['--baseline', 'bas.json']

  test('500 findings, edits above, one new and one fixed', async () => {
    const cwd = folder(pages)
    expect((await lintJson(cwd, ['.'])).found).toHaveLength(500)
    expect(await lint(cwd, ['.', ...B, '--update-baseline'])).toMatchObject({
      code: 0,
      err: 'Baslinjen bas.json har 500 anmärkningar.\n',
    })
    const written = readFileSync(join(cwd, 'bas.json'), 'utf8')
    expect(await lint(cwd, ['.', ...B])).toMatchObject({ code: 0, err: '' })

    // Edits above change nothing, whatever the line endings.
    const edited = Object.fromEntries(
      Object.entries(pages).map(([path, text]) => [
        path,
        `# Nytt ö 😀\n\nEtt nytt stycke.\n\n${text}`.replace(/\n/gu, '\r\n'),
      ]),
    )
    writeFiles(cwd, edited)
    expect(await lint(cwd, ['.', ...B])).toMatchObject({ code: 0, err: '' })

    // A second, identical one is reported, once.
    writeFiles(cwd, { 'sidor/3.md': `${edited['sidor/3.md']}${line(160)}` })
    const more = await lintJson(cwd, ['.', ...B])
    expect(more).toMatchObject({ code: 1, err: '', found: ['sidor/3.md avoid-term hälsoportalen'] })

    // One is fixed: the baseline is stale.
    writeFiles(cwd, { 'sidor/7.md': edited['sidor/7.md']!.replace('hälsoportalen', 'den digitala ingången') })
    const both = await lintJson(cwd, ['.', ...B])
    expect(both.found).toEqual(['sidor/3.md avoid-term hälsoportalen'])
    expect(both.err).toContain('1 anmärkning i baslinjen bas.json finns inte längre')
    expect(both.err).toContain('sidor/7.md: avoid-term ”hälsoportalen”')
    expect(readFileSync(join(cwd, 'bas.json'), 'utf8')).toBe(written)

    // Pruned, it is one less, and what is new is still new.
    const pruned = await lintJson(cwd, ['.', ...B, '--prune-baseline'])
    expect(pruned).toMatchObject({ code: 1, err: 'Baslinjen bas.json har 499 anmärkningar (förut 500).\n' })
    expect(await lintJson(cwd, ['.', ...B])).toMatchObject({ code: 1, err: '', found: both.found })
    // The word that was fixed is new if it comes back.
    writeFiles(cwd, { 'sidor/3.md': edited['sidor/3.md']!, 'sidor/7.md': edited['sidor/7.md']! })
    expect((await lintJson(cwd, ['.', ...B])).found).toEqual(['sidor/7.md avoid-term hälsoportalen'])
  })

  test('may only become less', async () => {
    const cwd = folder({ 'a.md': BAD })
    await lint(cwd, ['.', '--update-baseline'])
    writeFiles(cwd, { 'a.md': 'Hej.\n' })
    expect((await lint(cwd, ['.', '--baseline', 'klarsprak.baseline.json'])).code).toBe(0)
    expect((await lint(cwd, ['.', '--ratchet'])).code).toBe(1)
    await lint(cwd, ['.', '--prune-baseline'])
    expect(await lint(cwd, ['.', '--ratchet'])).toMatchObject({ code: 0, err: '' })
  })

  test('is about the files of the run, from wherever it is run', async () => {
    const cwd = folder({ 'a/a.md': BAD, 'b/b.md': BAD })
    await lint(cwd, ['.', '--update-baseline'])
    expect(await lint(join(cwd, 'a'), ['.', '--baseline', '../klarsprak.baseline.json'])).toMatchObject({
      code: 0,
      err: '',
    })
    writeFiles(cwd, { 'a/a.md': 'Hej.\n' })
    await lint(cwd, ['a', '--update-baseline'])
    expect(await lint(cwd, ['.', '--baseline', 'klarsprak.baseline.json'])).toMatchObject({ code: 0, err: '' })
  })

  test('follows a file that is given another name', async () => {
    const cwd = folder({ 'a.md': BAD })
    await lint(cwd, ['.', '--update-baseline'])
    renameSync(join(cwd, 'a.md'), join(cwd, 'b.md'))
    expect(await lint(cwd, ['.', '--ratchet'])).toMatchObject({ code: 0, err: '' })
    writeFiles(cwd, { 'c.md': BAD })
    expect((await lintJson(cwd, ['.', '--ratchet'])).found).toHaveLength(1)
  })

  test('tells SARIF what it leaves out', async () => {
    const cwd = folder({ 'a.md': BAD })
    await lint(cwd, ['.', '--update-baseline'])
    const { out } = await lint(cwd, ['.', '--ratchet', '-f', 'sarif'])
    expect(JSON.parse(out).runs[0].results).toMatchObject([
      { ruleId: 'avoid-term', suppressions: [{ kind: 'external' }] },
    ])
  })

  test('that is not there or is broken is a fault', async () => {
    const cwd = folder({ 'a.md': BAD, 'trasig.json': '<<<<<<<' })
    expect(await lint(cwd, ['.', '--baseline', 'nej.json'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--update-baseline'),
    })
    expect(await lint(cwd, ['.', '--baseline', 'trasig.json'])).toMatchObject({ code: 2 })
  })
})

describe('only what has changed', () => {
  const git = (cwd: string, ...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...argv], {
      cwd,
      stdio: 'pipe',
    })
  function repository(): string {
    const cwd = folder({ 'a.md': `${BAD}\n${BAD}\n${BAD}`, 'å "b" c.md': BAD, 'd.md': BAD })
    rmSync(join(cwd, '.git'), { recursive: true })
    git(cwd, 'init', '-q', '-b', 'main')
    git(cwd, 'add', '.')
    git(cwd, 'commit', '-q', '-m', 'x')
    return cwd
  }
  test('lines since a commit, and files that git does not know', async () => {
    const cwd = repository()
    writeFiles(cwd, {
      'a.md': `Nytt.\n\n${BAD}\n${BAD.replace('.', ' nu.')}\n${BAD}`,
      'å "b" c.md': `${BAD}\n++ b/d.md hälsoportalen.\n`,
      'ny.md': BAD,
    })
    const { found: all, out } = await lintJson(cwd, ['.', '--since', 'HEAD'])
    expect([...all].sort()).toEqual([
      'a.md avoid-term hälsoportalen',
      'ny.md avoid-term hälsoportalen',
      'å "b" c.md avoid-term hälsoportalen',
    ])
    expect((JSON.parse(out) as Answer).files.find(({ path }) => path === 'a.md')?.findings[0]?.start.line).toBe(5)
  })
  test('from where the branch left the other', async () => {
    const cwd = repository()
    git(cwd, 'checkout', '-q', '-b', 'gren')
    writeFiles(cwd, { 'd.md': `${BAD}\nHälsoportalen.\n` })
    git(cwd, 'commit', '-q', '-a', '-m', 'y')
    git(cwd, 'checkout', '-q', 'main')
    writeFiles(cwd, { 'a.md': 'Hej.\n' })
    git(cwd, 'commit', '-q', '-a', '-m', 'z')
    git(cwd, 'checkout', '-q', 'gren')
    expect((await lintJson(cwd, ['.', '--since', 'main'])).found).toEqual(['d.md avoid-term Hälsoportalen'])
  })
  test('fixes only there', async () => {
    const cwd = repository()
    writeFiles(cwd, { 'd.md': `${BAD}\nHälsoportalen.\n` })
    await lint(cwd, ['.', '--since', 'HEAD', '--fix'])
    expect(readFileSync(join(cwd, 'd.md'), 'utf8')).toBe(`${BAD}\nDen digitala ingången.\n`)
  })
  test('needs git, a repository and a commit', async () => {
    expect(await lint(repository(), ['.', '--since', 'nej'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('”nej”'),
    })
    expect(await lint(repository(), ['.', '--since', '--output=x'])).toMatchObject({ code: 2 })
    expect(await lint(folder({ 'a.md': BAD }), ['.', '--since', 'HEAD'])).toMatchObject({ code: 2 })
  })
})

describe('the cache', () => {
  const C = ['.', '--cache', '--timing']
  /** How many files were linted, and not remembered. */
  const linted = (err: string) => Number(/^läsa.* (\d+)$/mu.exec(err)?.[1] ?? 0)

  test('remembers texts that are as they were, and gives the same report', async () => {
    const cwd = folder({ 'a.md': BAD, 'b.md': `<!-- klarsprak-disable -->\n\n${BAD}`, 'c.md': 'Hej.\n' })
    const first = await lint(cwd, [...C, '-f', 'json'])
    const again = await lint(cwd, [...C, '-f', 'json'])
    expect([linted(first.err), linted(again.err)]).toEqual([3, 0])
    expect({ code: again.code, out: again.out }).toEqual({ code: first.code, out: first.out })
    writeFiles(cwd, { 'a.md': `${BAD}${BAD}` })
    const changed = await lintJson(cwd, C)
    expect(linted(changed.err)).toBe(1)
    expect(changed.found).toHaveLength(2)
  })
  test('forgets when settings or words change', async () => {
    const cwd = folder({
      'a.md': `${BAD}\nEn dosa.\n`,
      'ord.yaml': 'id: c-9001\nterms:\n  - { label: låda, status: preferred, gender: common, plural: lådor }\n',
    })
    const argv = [...C, '--bank', 'ord.yaml']
    await lint(cwd, argv)
    writeFiles(cwd, { [CONFIG]: 'rules: { avoid-term: info }\n' })
    expect(linted((await lint(cwd, argv)).err)).toBe(1)
    writeFiles(cwd, {
      'ord.yaml': 'id: c-9001\nterms:\n  - { label: dosa, status: deprecated, gender: common, plural: dosor }\n',
    })
    expect((await lintJson(cwd, argv)).found).toEqual(['a.md avoid-term hälsoportalen', 'a.md avoid-term dosa'])
  })
  test('is no worse for being damaged', async () => {
    const cwd = folder({ 'a.md': BAD, 'b.md': BAD })
    const right = await lint(cwd, [...C, '-f', 'json'])
    const file = join(cwd, '.klarsprakcache')
    const whole = readFileSync(file, 'utf8')
    const damages = [
      whole.slice(0, whole.length / 2),
      whole.replaceAll('hälsoportalen', 'hålsoportalen'),
      whole.replace(/\t/gu, ' '),
      '',
      'skräp\0',
      whole.replace(/cache \d/u, 'cache 9'),
      whole.replace(/\n\d+ /u, '\n1 '),
    ]
    for (const damaged of damages) {
      writeFileSync(file, damaged)
      const { code, out } = await lint(cwd, [...C, '-f', 'json'])
      expect({ code, out }).toEqual({ code: right.code, out: right.out })
    }
  })
  test('tells the same as no cache does, whatever format was asked for before', async () => {
    const mixed = 'Boka via hälsoportalen. Se din journal.\n\nLogga in på hälsoportalen.\n'
    const cwd = folder({
      'a.md': `${BAD}\n<!-- klarsprak-disable-next-line -- så heter den -->\n${BAD}`,
      'b.md': mixed,
      'c.md': 'Hej.\n',
      'd.md': '---\nklarsprak:\n  audience: staff\n---\n\nDu erlägger avgiften till hälsoportalen 👩.\n',
      'e.json': '{ "titel": "Logga in på hälsoportalen", ',
      [CONFIG]: 'rules: { inconsistent-term-set: warning }\n',
    })
    await lint(cwd, ['.', '--update-baseline', '--rule', 'avoid-term'])
    const asked = [
      ['-f', 'json'],
      [],
      ['--quiet'],
      ['-f', 'json', '--quiet'],
      [],
      ['--rule', 'avoid-term'],
      ['-f', 'sarif'],
      ['--baseline', 'klarsprak.baseline.json'],
      ['-f', 'html'],
      ['--fix-dry-run'],
      ['-f', 'json'],
      ['--no-config'],
    ]
    const env = { FORCE_COLOR: '1' }
    for (const argv of [...asked, ...asked].flatMap((one) => [one, one])) {
      for (const world of argv.length === 0 ? [{}, { env }] : [{}]) {
        const right = await lint(cwd, ['.', ...argv], world)
        expect(await lint(cwd, ['.', '--cache', ...argv], world)).toEqual(right)
      }
    }
  })
  test('lies where it is asked to', async () => {
    const cwd = folder({ 'a.md': BAD })
    await lint(cwd, ['.', '--cache-location', 'x/y/minne'])
    expect(existsSync(join(cwd, 'x/y/minne'))).toBe(true)
  })
  test('keeps compiled banks, and a damaged one is compiled again', async () => {
    const cwd = folder({ 'a.md': BAD })
    const world = { env: { KLARSPRAK_CACHE: join(cwd, 'minne') } }
    const first = await lint(cwd, ['.', '-f', 'json'], world)
    const [name] = readdirSync(join(cwd, 'minne'))
    expect(name).toMatch(/\.index$/u)
    expect((await lint(cwd, ['.', '-f', 'json'], world)).out).toBe(first.out)
    const bytes = readFileSync(join(cwd, 'minne', name!))
    bytes[200] = bytes[200]! ^ 255
    writeFileSync(join(cwd, 'minne', name!), bytes)
    expect((await lint(cwd, ['.', '-f', 'json'], world)).out).toBe(first.out)
  })
})

describe('fixing', () => {
  test('keeps mode, link, byte order mark and line endings, and leaves nothing beside', async () => {
    const cwd = folder({ 'a.md': `\ufeff${BAD.replace('\n', '\r\n')}\r\nDu erlägger den.\r\n` })
    chmodSync(join(cwd, 'a.md'), 0o640)
    symlinkSync('a.md', join(cwd, 'länk.md'))
    await lint(cwd, ['länk.md', '--fix'])
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(
      '\ufeffLogga in på den digitala ingången.\r\n\r\nDu betalar den.\r\n',
    )
    expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(cwd, 'länk.md')).isSymbolicLink()).toBe(true)
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'a.md', 'länk.md'])
  })
  test('only what a rule says', async () => {
    const cwd = folder({ 'a.md': `${BAD}\nDu erlägger den.\n` })
    await lint(cwd, ['a.md', '--fix', '--fix-type', 'heavy-word'])
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(`${BAD}\nDu betalar den.\n`)
    expect((await lint(cwd, ['a.md', '--fix', '--fix-type', 'heavy-words'])).code).toBe(2)
  })
})

describe('plugins', () => {
  // Written as any retext plugin: no import of ours.
  const plugin = `export default function () {
    return (tree, file) => {
      const at = String(file).indexOf('Sveavägen')
      if (at < 0) return
      const point = (offset) => ({ line: 1, column: offset + 1, offset })
      const message = file.message('Skriv hela adressen.', { place: { start: point(at), end: point(at + 9) }, source: 'vi', ruleId: 'adress' })
      message.expected = ['Sveavägen 1']
    }
  }`
  const site = {
    'regler/adress.mjs': plugin,
    [CONFIG]: 'plugins: [./regler/adress.mjs]\n',
    'a.md': '# Rubrik &aring;\n\nVi finns på **Sveavägen**.\n',
  }
  test('report, with places in the file', async () => {
    const { out, found: all } = await lintJson(folder(site), ['a.md'])
    expect(all).toEqual(['a.md vi:adress Sveavägen'])
    expect((JSON.parse(out) as Answer).files[0]?.findings[0]).toMatchObject({
      severity: 'warning',
      start: { line: 3, column: 15 },
      suggestions: [{ text: 'Sveavägen 1', safe: false }],
    })
  })
  test('follow settings and comments', async () => {
    const off = { ...site, [CONFIG]: `${site[CONFIG]}rules: { 'vi:adress': off }\n` }
    expect((await lintJson(folder(off), ['a.md'])).found).toEqual([])
    const comment = '<!-- klarsprak-disable-next-line vi:adress -- så heter det -->\n'
    expect((await lintJson(folder({ ...site, 'a.md': `${comment}Sveavägen.\n` }), ['a.md'])).found).toEqual([])
  })
  test('are not loaded when they are not wanted', async () => {
    expect((await lintJson(folder(site), ['a.md', '--no-plugins'])).found).toEqual([])
    expect((await lintJson(folder(site), ['a.md', '--no-config'])).found).toEqual([])
  })
  const faults = [
    { name: 'that are not there', files: { ...site, [CONFIG]: 'plugins: [retext-finns-inte]\n' } },
    { name: 'that are no code', files: { ...site, 'regler/adress.mjs': 'export default 1' } },
    { name: 'that fail', files: { ...site, 'regler/adress.mjs': 'throw new Error("trasig")' } },
  ]
  for (const { name, files } of faults) {
    test(`${name} are a fault of the settings`, async () => {
      expect(await lint(folder(files), ['a.md'])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(/^klarsprak: Tillägget .*\n$/u),
      })
    })
  }
})

describe('progress', () => {
  const many = Object.fromEntries(Array.from({ length: 3 }, (_, at) => [`${at}.md`, BAD]))
  test('is not shown for a short run, nor the times unless asked for', async () => {
    expect((await lint(folder(many), ['.'], { isErrorTerminal: true })).err).toBe('')
  })
  test('times are a table on standard error', async () => {
    const { out, err } = await lint(folder(many), ['.', '--timing', '-f', 'json'])
    expect(err).toMatch(/^Regel eller steg +ms +andel +filer\n/u)
    expect(err).toMatch(/^avoid-term +[\d.]+ +[\d.]+ % +3$/mu)
    expect(JSON.parse(out)).toBeTruthy()
  })
})
