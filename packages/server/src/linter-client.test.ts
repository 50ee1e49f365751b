import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBank, loadNationalLayer, releaseFiles, writeRelease } from '@klarsprak/termbank'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from './start-server.js'

// The command as people have it, in a process of its own, against a real service. Needs `node scripts/build.mjs`.

const bin = join(import.meta.dirname, '../../linter/bin/klarsprak.js')
const isBuilt = existsSync(join(import.meta.dirname, '../../linter/dist/bundle/klarsprak.cjs'))

describe.skipIf(!isBuilt)('the linter takes its words from the service', () => {
  const root = mkdtempSync(join(tmpdir(), 'klarsprak-client-'))
  const cwd = join(root, 'site')
  const data = join(root, 'data')
  let server: RunningServer
  let address = ''

  const klarsprak = (...argv: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const env = { ...process.env, KLARSPRAK_CACHE: join(root, 'cache'), NO_COLOR: '1' }
      execFile(process.execPath, [bin, ...argv], { cwd, env }, (error, out, err) =>
        done({ code: error === null ? 0 : Number(error.code), out, err }),
      )
    })
  const lint = (...argv: readonly string[]) => klarsprak('lint', 'a.md', '--format', 'json', '--bank', address, ...argv)
  const release = ({ out }: { readonly out: string }) => (JSON.parse(out) as { bank: { release: string } }).bank.release

  const start = () => startServer({ port: 0, host: '127.0.0.1', data, log: pino({ level: 'silent' }) })

  beforeAll(async () => {
    mkdirSync(join(cwd, '.git'), { recursive: true })
    writeFileSync(join(cwd, 'a.md'), 'Vår hälsoportal är ny.\n')
    const { bank } = createBank({ layers: [{ ...loadNationalLayer(), release: '2099.1' }] })
    writeRelease(releaseFiles(bank, '2099.1'), join(data, 'releases', '2099.1'))
    server = await start()
    address = `${server.url}/v1/releases/latest`
  }, 120_000)
  afterAll(async () => {
    await server.close()
    rmSync(root, { recursive: true, force: true })
  })

  test('fetched, pinned, and used when the service is gone', { timeout: 600_000 }, async () => {
    const first = await lint()
    expect(first).toMatchObject({ code: 1, err: '' })
    expect(release(first)).toBe('2099.1')

    const older = address.replace('latest', '2026.1')
    expect((await klarsprak('bank', 'pin', '--bank', older)).code).toBe(0)
    expect(JSON.parse(readFileSync(join(cwd, 'klarsprak.lock'), 'utf8'))).toEqual({
      release: '2026.1',
      sha256: expect.stringMatching(/^[\da-f]{64}$/u),
    })
    expect(release(await lint())).toBe('2026.1')
    rmSync(join(cwd, 'klarsprak.lock'))

    const missing = await klarsprak('lint', 'a.md', '--bank', address.replace('latest', '1999.1'))
    expect(missing).toMatchObject({ code: 2, out: '', err: expect.stringContaining('inget sådant') })

    // A region has a word of its own: it is in order there, and nowhere else.
    const key = (await klarsprak('serve', '--data', data, '--create-admin-key', 'Anna Andersson')).out.trim()
    const send = (method: string, path: string, body: object) =>
      fetch(`${server.url}/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await send('POST', '/organisations', { name: 'region-x', title: 'Region X' })).status).toBe(201)
    const overlay = { concept: 'c-0001', reason: 'Vår tjänst heter så.', admit: ['hälsoportal'] }
    const reason = 'Inarbetat namn.'
    expect((await send('PUT', '/organisations/region-x/overlays/c-0001', { overlay, reason })).status).toBe(201)
    const there = await lint('--organisation', 'region-x', '--rule', 'avoid-term')
    expect(there).toMatchObject({ err: '', code: 0 })
    expect(release(there)).toBe('2099.1')
    expect((await lint('--rule', 'avoid-term')).code).toBe(1)
    expect(await lint('--organisation', 'region-q')).toMatchObject({
      code: 2,
      err: expect.stringContaining('inget sådant'),
    })

    await server.close()
    expect((await lint('--organisation', 'region-x', '--rule', 'avoid-term', '--offline')).code).toBe(0)
    const offline = await lint('--offline')
    expect(offline.err).toContain('Utgåva 2099.1, som hämtades i dag, används')
    expect(release(offline)).toBe('2099.1')
    const nothing = await klarsprak('lint', 'a.md', '--bank', address.replace('latest', '2098.1'))
    expect(nothing).toMatchObject({ code: 2, err: expect.stringContaining('Ingen tjänst svarar') })
    server = await start()
  })
})
