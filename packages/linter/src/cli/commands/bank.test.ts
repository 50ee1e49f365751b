import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testIo } from '../../testing/test-io.js'
import { run } from '../run.js'
import { COMMANDS } from './index.js'

const OLD = `concepts:
  - id: c-0001
    subject: prov
    definition: { public: { sv: En väg in till vården. } }
    terms:
      - { label: digital ingång, status: preferred, gender: common, plural: digitala ingångar }
      - { label: portal, status: admitted, gender: common, plural: portaler }
    situations: [{ sv: Vilken app ska jag använda, leadsTo: Se vad som finns i din region. }]
`
const NEW = OLD.replace('label: portal, status: admitted', 'label: portal, status: deprecated, reason: Oklart ord')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarsprak-'))
  writeFileSync(join(folder, 'old.yaml'), OLD)
  writeFileSync(join(folder, 'new.yaml'), NEW)
  writeFileSync(join(folder, 'sida.md'), 'Logga in på portalen.\n\nTvå portaler finns.\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function call(...argv: string[]) {
  const io = testIo({ cwd: folder })
  const code = await run(argv, io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}

describe('bank diff', () => {
  test('says in Swedish what has changed, with 1', async () => {
    const { code, out } = await call('bank', 'diff', 'old.yaml', 'new.yaml')
    expect(code).toBe(1)
    expect(out).toContain('~ c-0001 digital ingång')
    expect(out).toContain('”portal” var tillåten och är nu avrådd.')
  })
  test('of the same bank is nothing, with 0', async () => {
    expect(await call('bank', 'diff', 'old.yaml', 'old.yaml')).toMatchObject({ code: 0 })
  })
  test('of a file that is missing says so, with 2', async () => {
    const { code, err } = await call('bank', 'diff', 'old.yaml', 'nej.yaml')
    expect(code).toBe(2)
    expect(err).toContain('nej.yaml')
  })
})

test('bank impact counts the findings that a change brings', async () => {
  const { code, out } = await call('bank', 'impact', 'old.yaml', 'new.yaml', 'sida.md', '--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    files: 1,
    added: [
      { path: 'sida.md', line: 1, text: 'portalen', conceptId: 'c-0001' },
      { path: 'sida.md', line: 3, text: 'portaler', conceptId: 'c-0001' },
    ],
    removed: [],
  })
})

test('bank stats counts', async () => {
  const { code, out } = await call('bank', 'stats', '--only-bank', '--bank', 'old.yaml', '--format', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    concepts: 1,
    terms: 2,
    byStatus: { preferred: 1, admitted: 1 },
    situations: 1,
  })
})

describe('a release', () => {
  test('is built, used in place of the national bank, and never changed', async () => {
    const own = ['--only-bank', '--bank', 'old.yaml']
    expect(await call('bank', 'build', ...own, '--release', 'prov-1', '-o', 'utgavor/prov-1')).toMatchObject({
      code: 0,
    })
    // The same content again is no change.
    expect(await call('bank', 'build', ...own, '--release', 'prov-1', '-o', 'utgavor/prov-1')).toMatchObject({
      code: 0,
    })
    const other = await call(
      'bank',
      'build',
      '--only-bank',
      '--bank',
      'new.yaml',
      '--release',
      'prov-1',
      '-o',
      'utgavor/prov-1',
    )
    expect(other.code).toBe(2)
    expect(other.err).toContain('En utgåva ändras aldrig')
    const { out } = await call('bank', 'stats', '--bank', 'utgavor/prov-1', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({ release: 'prov-1', concepts: 1 })
  })
  test('that somebody has changed is refused', async () => {
    const file = join(folder, 'utgavor/prov-1/prov-1.json')
    const whole = readFileSync(file)
    writeFileSync(file, whole.toString().replace('portal', 'pirtal'))
    const { code, err } = await call('bank', 'stats', '--bank', 'utgavor/prov-1')
    writeFileSync(file, whole)
    expect(code).toBe(2)
    expect(err).toContain('ändrad eller skadad')
  })
  test('can be pinned; another one is then refused with the way out', async () => {
    expect(await call('bank', 'pin', '--bank', 'utgavor/prov-1')).toMatchObject({ code: 0 })
    expect(await call('lint', 'sida.md', '--bank', 'utgavor/prov-1')).toMatchObject({ code: 0 })
    await call('bank', 'build', '--only-bank', '--bank', 'new.yaml', '--release', 'prov-2', '-o', 'utgavor/prov-2')
    const { code, err } = await call('lint', 'sida.md', '--bank', 'utgavor/prov-2')
    rmSync(join(folder, 'klarsprak.lock'))
    expect(code).toBe(2)
    expect(err).toContain('låser termbanken till utgåva prov-1')
    expect(err).toContain('klarsprak bank pin')
  })
})

describe('exchange', () => {
  test.each(['tbx', 'skosxl-turtle', 'csv', 'ntrf'])('%s goes out and comes back', async (format) => {
    const file = `ut.${format === 'csv' ? 'csv' : format === 'skosxl-turtle' ? 'ttl' : 'xml'}`
    expect(await call('bank', 'export', '--to', format, '-o', file, '--only-bank', '--bank', 'old.yaml')).toMatchObject(
      { code: 0, out: '' },
    )
    const { code, out } = await call('bank', 'import', file, '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out).concepts[0]).toMatchObject({
      id: 'c-0001',
      terms: [{ label: 'digital ingång' }, { label: 'portal' }],
    })
  })
  test('says on standard error what a format does not hold', async () => {
    const { err } = await call('bank', 'export', '--to', 'tbx', '--only-bank', '--bank', 'old.yaml')
    expect(err).toContain('Följer inte med')
    expect(err).toContain('terms.plural')
  })
  test.each([
    ['an unknown format', ['bank', 'export', '--to', 'tbxx'], 'Menar du ”tbx”?'],
    ['a file of unknown kind', ['bank', 'import', 'sida.md'], 'Ange det med --from'],
    ['a file that is not there', ['bank', 'import', 'nej.tbx'], 'nej.tbx'],
    ['a file of another kind', ['bank', 'import', 'old.yaml', '--from', 'tbx'], 'inte välformad XML'],
  ])('of %s is refused with the way out', async (_, argv, sentence) => {
    const { code, err, out } = await call(...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })
})

describe('guide', () => {
  test('leads from own words to the concept and what to do', async () => {
    const { code, out } = await call('guide', 'vilken app ska man använda', '--only-bank', '--bank', 'old.yaml')
    expect(code).toBe(0)
    expect(out).toContain('digital ingång  c-0001')
    expect(out).toContain('Gör så här: Se vad som finns i din region.')
  })
  test('says so when it finds nothing, with 1', async () => {
    expect(await call('guide', 'xyzzy', '--only-bank', '--bank', 'old.yaml')).toMatchObject({ code: 1 })
  })
})
