import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../cli/commands/index.js'
import { run } from '../cli/run.js'
import { temporaryFolders, writeFiles } from '../testing/temporary-folder.js'
import { testIo } from '../testing/test-io.js'
import { acceptanceBank } from './acceptance.js'

// What the command is asked for. cli/lint/run-lint.test.ts goes into each in depth.

const folder = temporaryFolders()

async function klarsprak(cwd: string, argv: readonly string[], world: Parameters<typeof testIo>[0] = {}) {
  const io = testIo({ ...world, cwd })
  const code = await run(argv, io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}
const lint = (cwd: string, ...argv: readonly string[]) =>
  klarsprak(cwd, ['lint', '--only-bank', '--bank', acceptanceBank, ...argv])
async function found(cwd: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const { out } = await lint(cwd, ...argv, '--format', 'json')
  const { files } = JSON.parse(out) as Answer
  return files.flatMap(({ findings }) =>
    findings.map(({ ruleId, severity, text, start }) => `${start.line}:${start.column} ${ruleId} ${severity} ${text}`),
  )
}
interface Answer {
  readonly files: readonly {
    readonly findings: readonly {
      readonly ruleId: string
      readonly severity: string
      readonly text: string
      readonly start: { readonly line: number; readonly column: number }
    }[]
  }[]
}

const BAD = 'Vår portal är ny.\n'
const CONFIG = 'klarsprak.config.yaml'

test('T14 the same from the root, from a folder and by an absolute path', async () => {
  const cwd = folder({
    [CONFIG]: 'overrides:\n  - files: [webb/**]\n    rules: { avoid-term: info }\n',
    'webb/a.md': BAD,
  })
  const ways = await Promise.all([
    found(cwd, '.'),
    found(cwd, 'webb/a.md'),
    found(join(cwd, 'webb'), 'a.md'),
    found(dirname(cwd), join(cwd, 'webb/a.md')),
  ])
  for (const way of ways) expect(way).toEqual(['1:5 avoid-term info portal'])
})

test('T15 a folder’s settings change one rule and keep the rest, and every value has its origin', async () => {
  const cwd = folder({
    [CONFIG]: 'rules: { avoid-term: info, and-or: warning }\n',
    [`webb/${CONFIG}`]: 'rules: { and-or: error }\n',
    'webb/a.md': `${BAD}\nDu och/eller jag.\n`,
  })
  expect(await found(cwd, 'webb')).toEqual(['1:5 avoid-term info portal', '3:4 and-or error och/eller'])
  const { out } = await lint(cwd, '--print-config', 'webb/a.md')
  expect(out).toMatch(/^rules\.avoid-term: info +# klarsprak\.config\.yaml:1$/mu)
  expect(out).toMatch(/^rules\.and-or: error +# webb\/klarsprak\.config\.yaml:1$/mu)
})

test('T16 a known finding stays known when text above it is edited; a second one is reported; a fixed one is stale', async () => {
  const cwd = folder({ 'a.md': BAD })
  await lint(cwd, '.', '--update-baseline')
  writeFiles(cwd, { 'a.md': `# Nytt\n\nNytt stycke.\n\n${BAD}` })
  expect(await lint(cwd, '.', '--ratchet')).toMatchObject({ code: 0, err: '' })
  writeFiles(cwd, { 'a.md': `# Nytt\n\n${BAD}\n${BAD}` })
  expect(await found(cwd, '.', '--ratchet')).toHaveLength(1)
  writeFiles(cwd, { 'a.md': '# Nytt\n' })
  expect(await lint(cwd, '.', '--ratchet')).toMatchObject({ code: 1, err: expect.stringContaining('avoid-term') })
})

describe('T17 more findings than GitHub shows', () => {
  const cwd = folder({ 'a.md': `${BAD}\n`.repeat(400), 'b.md': 'Du och/eller jag.\n\n'.repeat(100) })
  test('the most important are shown, the rest are counted, and the exit code is that of any format', async () => {
    const { out, code } = await lint(cwd, '.', '--format', 'github')
    const commands = (level: string) => out.match(new RegExp(`^::${level} `, 'gmu'))?.length ?? 0
    expect(commands('error')).toBeGreaterThan(0)
    expect(commands('error')).toBeLessThanOrEqual(10)
    expect(commands('warning')).toBeLessThanOrEqual(10)
    expect(commands('notice')).toBeLessThanOrEqual(10)
    expect(out).toContain('500')
    expect(code).toBe((await lint(cwd, '.', '--format', 'json')).code)
  })
})

test('T18 two equal findings in one file have different fingerprints at GitLab', async () => {
  const cwd = folder({ 'a.md': `${BAD}\n`.repeat(5) })
  const { out } = await lint(cwd, '.', '--format', 'gitlab')
  const prints = (JSON.parse(out) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint)
  expect(prints).toHaveLength(5)
  expect(new Set(prints).size).toBe(5)
})

test('T19 a pattern without files is 2 unless allowed; an empty list is 0', async () => {
  const cwd = folder({})
  expect((await lint(cwd, '*.md')).code).toBe(2)
  expect((await lint(cwd, '*.md', '--no-error-on-unmatched-pattern')).code).toBe(0)
  expect((await lint(cwd, '--file-list', '-')).code).toBe(0)
})

test('T20 a broken entry is named with file and line, and the others still work', async () => {
  const cwd = folder({
    'bank/a.yaml': 'id: c-9901\nterms:\n  - { label: platta, status: bra }\n',
    'bank/b.yaml': 'id: c-9902\nterms:\n  - { label: dosa, status: deprecated, gender: common, plural: dosor }\n',
    'a.md': 'Två dosor.\n',
  })
  expect(await found(cwd, 'a.md', '--bank', 'bank')).toEqual(['1:5 avoid-term error dosor'])
  writeFiles(cwd, { 'b.md': 'Hej.\n' })
  expect(await lint(cwd, 'b.md', '--bank', 'bank')).toMatchObject({
    code: 0,
    err: expect.stringMatching(/bank\/a\.yaml:3/u),
  })
  expect((await klarsprak(cwd, ['bank', 'check', 'bank'])).code).toBe(2)
})

describe('T21 a bank whose own examples do not hold fails its check', () => {
  const entry = (examples: string) =>
    `id: c-9901\n${examples}\nterms:\n  - { label: ask, status: preferred, gender: common, plural: askar }\n  - { label: dosa, status: deprecated, gender: common, plural: dosor, reason: Otydligt. }\n`
  const cases = [
    { name: 'those that hold', examples: "flags: ['Ta två dosor.']\nallows: ['Ta två askar.']", code: 0 },
    { name: 'a term that is not found', examples: "flags: ['Ta två dosor.', 'Ta två burkar.']", code: 2, line: 2 },
    { name: 'a term that is found', examples: "flags: ['Ta två dosor.']\nallows:\n  - 'Två dosor.'", code: 2, line: 4 },
  ]
  for (const { name, examples, code, line } of cases) {
    test(name, async () => {
      const answer = await klarsprak(folder({ 'ord.yaml': entry(examples) }), ['bank', 'check', 'ord.yaml'])
      expect(answer.code).toBe(code)
      if (line !== undefined) expect(answer.out).toMatch(new RegExp(`^ord\\.yaml:${line} {2}BANK-`, 'mu'))
    })
  }
})

test('T22 a rule that does not exist, in a comment, is told of', async () => {
  const cwd = folder({ 'a.md': `<!-- klarsprak-disable-next-line avoid-terms -->\n${BAD}` })
  expect((await found(cwd, '.')).map((one) => one.replace(/^\S+ /u, ''))).toEqual([
    'disable-comment warning avoid-terms',
    'avoid-term error portal',
  ])
})

describe('T23 without a network', () => {
  const src = join(import.meta.dirname, '..')
  test('only what fetches a release that a bank’s address names opens one', () => {
    const reaches = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing'))
      .filter((name) =>
        /from '(?:node:)?(?:https?|net|tls|dgram|dns|http2)'|\bfetch\(|XMLHttpRequest|WebSocket\(/u.test(
          readFileSync(join(src, name), 'utf8'),
        ),
      )
    expect(reaches).toEqual(['config/load-remote/fetch-release.ts'])
  })
  test('the release that was fetched last is used, and the report says which it is', async () => {
    const cwd = folder({
      'ord.yaml': 'id: c-9901\nterms:\n  - { label: dosa, status: deprecated, gender: common, plural: dosor }\n',
      'a.md': 'Två dosor.\n',
    })
    const build = ['bank', 'build', '--only-bank', '--bank', 'ord.yaml', '--release', 'egen-2025.3', '-o', 'bank']
    expect(await klarsprak(cwd, build)).toMatchObject({ code: 0, err: '' })
    rmSync(join(cwd, 'ord.yaml'))
    const { out } = await klarsprak(cwd, ['lint', 'a.md', '--bank', 'bank', '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ bank: { release: 'egen-2025.3' }, summary: { errors: 1 } })
  })
})

test('T24 a large minified file and a very long line are passed by with a note', async () => {
  const cwd = folder({
    'ok.md': BAD,
    'locales/sv.json': `[${'"portal",'.repeat(1_100_000)}""]`,
    'rad.md': `${'portal '.repeat(720_000)}\n`,
  })
  const { err, out } = await lint(cwd, '.', '--format', 'json')
  expect((JSON.parse(out) as Answer).files).toHaveLength(1)
  expect(err.match(/hoppas över/gu)).toHaveLength(2)
})
