import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { temporaryFolders } from '../../testing/temporary-folder.js'
import { testIo } from '../../testing/test-io.js'
import { testBank } from '../../testing/test-linter.js'
import { COMMANDS } from '../commands/index.js'
import { run } from '../run.js'

/** The machine may do a lot else. */
vi.setConfig({ testTimeout: 300_000 })

const folder = temporaryFolders()
const bin = join(import.meta.dirname, '../../../bin/klarsprak.js')
const main = join(import.meta.dirname, '../../../dist/cli/main.js')
const isBuilt = existsSync(main)
if (!isBuilt) console.warn('Threads are started from the built command: run `node scripts/build.mjs` to test them.')

const BAD = 'Logga in på hälsoportalen. Via vår hälsoportal kan du erlägga avgiften, som ska vara inkommen i tid.\n'

/** Sixty texts of several kinds: some settle who reads them, some turn rules off, two are broken, one is not read at all. */
function site(): string {
  const files: Record<string, string | Uint8Array> = {
    'klarsprak.config.yaml': [
      `bank: ['${testBank}']`,
      'onlyBank: true',
      'overrides:',
      '  - files: ["intern/**"]',
      '    rules: { avoid-term: info }',
      '  - files: ["**/*.html"]',
      '    audience: staff',
      '',
    ].join('\n'),
    'locales/trasig.json': '{ "a": "På hälsoportalen.", ',
    'utf16.md': Uint8Array.of(0xff, 0xfe, 0x41, 0),
  }
  for (let at = 0; at < 20; at++) {
    const text = BAD.repeat(1 + (at % 5) * 8)
    files[`${at}.md`] = [
      at % 3 === 0 ? '---\nklarsprak: { audience: decision }\n---\n' : '',
      `# Sida ${at}\n\n${text}\n`,
      at % 4 === 0 ? `<!-- klarsprak-disable-next-line avoid-term -- namn -->\n${BAD}` : '',
    ].join('\n')
    files[`intern/${at}.html`] = `<!doctype html><html lang="sv"><title>Sida</title><main><p>${text}</p></main>`
    files[`locales/${at}.json`] = JSON.stringify({ knapp: 'Hälsoportal', text: `${BAD.trim()} ${at}` })
  }
  return folder(files)
}

function lint(cwd: string, argv: readonly string[], start = bin, nodeOptions = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, 'lint', '.', ...argv], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { ...process.env, NODE_OPTIONS: nodeOptions, NO_COLOR: '1', KLARSPRAK_CACHE: '' },
  })
  return { status, stdout, stderr }
}

describe.skipIf(!isBuilt)('what threads find is what one finds', () => {
  const cwd = site()
  const formats = ['json', 'sarif', 'html', 'compact', 'pretty']

  test.each(formats)('in the same %s', (format) => {
    const alone = lint(cwd, ['--format', format, '--workers', '0'])
    expect(alone.status).toBe(2)
    expect(alone.stderr).toContain('trasig.json')
    expect(alone.stdout).toContain('avoid-term')
    expect(lint(cwd, ['--format', format, '--workers', '2'])).toEqual(alone)
  })
  test('from the command that is not bundled', () => {
    const argv = ['--format', 'json', '--workers']
    expect(lint(cwd, [...argv, '1'], main)).toEqual(lint(cwd, [...argv, '0'], main))
  })
  test('with some of the rules, an audience and a limit of time', () => {
    const argv = ['--format', 'json', '--rule', 'avoid-term', '--audience', 'staff', '--max-time', '200', '--workers']
    expect(lint(cwd, [...argv, '2'])).toEqual(lint(cwd, [...argv, '0']))
  })
  test('when no file may take any time, which is told of each', () => {
    const { status, stdout, stderr } = lint(cwd, ['--format', 'json', '--max-time', '0.000001', '--workers', '1'])
    expect({ status, files: JSON.parse(stdout).summary.files }).toEqual({ status: 2, files: 0 })
    expect(stderr.match(/tog för lång tid/gu)).toHaveLength(61)
  })
  test('with a baseline, which they write alike', () => {
    const written = ['0', '2'].map((workers) => {
      lint(cwd, ['--baseline', `b${workers}.json`, '--update-baseline', '--workers', workers])
      const text = readFileSync(join(cwd, `b${workers}.json`), 'utf8')
      rmSync(join(cwd, `b${workers}.json`))
      return text
    })
    expect(written[1]).toBe(written[0])
    const known = folder({ 'b.json': written[0] ?? '' })
    const argv = ['--baseline', join(known, 'b.json'), '--format', 'json', '--workers']
    expect(lint(cwd, [...argv, '2'])).toEqual(lint(cwd, [...argv, '0']))
  })
  test('with a cache, which they write alike and read', () => {
    const caches = folder({})
    const argv = (workers: string) => [
      '--cache-location',
      join(caches, workers),
      '--format',
      'json',
      '--workers',
      workers,
    ]
    const cold = ['0', '2'].map((workers) => lint(cwd, argv(workers)))
    expect(cold[1]).toEqual(cold[0])
    expect(readFileSync(join(caches, '2'), 'utf8')).toBe(readFileSync(join(caches, '0'), 'utf8'))
    expect(lint(cwd, argv('2'))).toEqual(cold[0])
  })
  test('with a bank of one’s own that has faults, which are told once', () => {
    const bank = folder({ 'bank/c-9001.yaml': 'id: c-9001\nterms: nej\n' })
    const argv = ['--bank', join(bank, 'bank'), '--format', 'compact', '--workers']
    const alone = lint(cwd, [...argv, '0'])
    expect(alone.stderr).toContain('c-9001.yaml')
    expect(lint(cwd, [...argv, '2'])).toEqual(alone)
  })
})

test('where the command is not built, one thread does it all', async () => {
  const cwd = folder({ 'a.md': BAD, 'b.md': BAD })
  const outputs = ['0', '2'].map(async (workers) => {
    const io = testIo({ cwd })
    const code = await run(['lint', '--only-bank', '--bank', testBank, '--workers', workers], io, COMMANDS)
    return { code, out: io.output(), err: io.errors() }
  })
  const [alone, together] = await Promise.all(outputs)
  expect(alone).toMatchObject({ code: 1, err: '' })
  expect(together).toEqual(alone)
})

describe.skipIf(!isBuilt)('--workers', () => {
  test('tells that a thread has died, and fails', () => {
    const dying = join(
      folder({ 'dying.cjs': `if (!require('node:worker_threads').isMainThread) process.exit(7)` }),
      'dying.cjs',
    )
    const { status, stdout, stderr } = lint(site(), ['--workers', '2'], bin, `--require ${dying}`)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('En tråd slutade granska, med koden 7.')
  })
  test.each(['x', '-1', '1.5', ''])('”%s” is no number of threads', (value) => {
    const { status, stdout, stderr } = lint(site(), [`--workers=${value}`])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('--workers')
  })
})
