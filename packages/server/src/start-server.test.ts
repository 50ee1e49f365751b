import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtBank } from '@klarsprak/termbank'
import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { createAdminKey } from './create-admin-key.js'
import { startServer } from './start-server.js'
import { openStorage } from './storage/open-storage.js'
import { jsonOf } from './testing/test-service.js'

const log = pino({ level: 'silent' })

// Needs node scripts/build.mjs.
describe.skipIf(!existsSync(builtBank()))('the server with the national bank', () => {
  test('starts, answers, remembers and closes', async () => {
    const data = mkdtempSync(join(tmpdir(), 'klarsprak-serve-'))
    const server = await startServer({ port: 0, host: '127.0.0.1', data, log })
    const answer = await jsonOf(await fetch(`${server.url}/v1/lookups?word=remissens`))
    expect(answer).toMatchObject({ release: server.release, senses: [{ label: 'remiss', matchType: 'inflected' }] })
    expect((await fetch(`${server.url}/ready`)).status).toBe(200)
    const release = await jsonOf(await fetch(`${server.url}/v1/releases/latest`))
    for (const { links, size } of release.files) {
      const response = await fetch(server.url + links.download.href)
      expect((await response.arrayBuffer()).byteLength).toBe(size)
    }
    const check = await fetch(`${server.url}/v1/checks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Logga in på hälsoportalen.' }),
    })
    expect(await jsonOf(check)).toMatchObject({ findings: [{ conceptId: 'c-0001' }] })
    const [unread, letters] = await Promise.all(
      ['hej\r\n\r\n', 'GET /v1/lookups?word=å HTTP/1.1\r\nHost: x\r\n\r\n'].map((text) => raw(server.url, text)),
    )
    expect(unread).toContain('"code":"malformed-request"')
    expect(letters).toContain('å är %C3%A5')
    await (await fetch(`${server.url}/v1/lookups?word=qwzxportal`)).arrayBuffer()
    await server.close()
    await expect(fetch(`${server.url}/health`)).rejects.toThrow()

    const { openStorage } = await import('./storage/open-storage.js')
    const storage = await openStorage({ data })
    const needs = await storage.unmetNeeds({ since: '2000-01-01', atLeast: 1, limit: 5 })
    await storage.close()
    rmSync(data, { recursive: true, force: true })
    expect(needs).toEqual([{ word: 'qwzxportal', count: 1 }])
  })

  test('closes when the edits that are underway have been answered, and keeps them', async () => {
    const data = mkdtempSync(join(tmpdir(), 'klarsprak-close-'))
    const key = await createAdminKey({ data, databaseUrl: undefined }, 'Prov')
    const server = await startServer({ port: 0, host: '127.0.0.1', data, log })
    const send = (method: string, path: string, body: unknown) =>
      fetch(`${server.url}/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify(body),
      })
    await (await send('POST', '/organisations', { name: 'region-x', title: 'Region X' })).arrayBuffer()
    const edits = Array.from({ length: 20 }, (_, n) => {
      const id = `c-${String(n + 1).padStart(4, '0')}`
      const overlay = { concept: id, reason: 'Prov.', set: { citizenWording: { sv: `Ord ${n}` } } }
      return send('PUT', `/organisations/region-x/overlays/${id}`, { overlay, reason: 'Prov.' }).then(
        (response) => response.arrayBuffer().then(() => response.status),
        () => undefined,
      )
    })
    await Promise.race(edits)
    await server.close()
    const answers = await Promise.all(edits)
    const answered = answers.filter((status) => status !== undefined)
    expect(new Set(answered)).toEqual(new Set([201]))
    const storage = await openStorage({ data })
    expect((await storage.entries('region-x')).length).toBe(answered.length)
    await storage.close()
    rmSync(data, { recursive: true })
  })

  test('a port that is taken is refused, and nothing is left open', async () => {
    const first = await startServer({ port: 0, host: '127.0.0.1', log })
    const port = Number(new URL(first.url).port)
    await expect(startServer({ port, host: '127.0.0.1', log })).rejects.toThrow('EADDRINUSE')
    await first.close()
  })
})

const raw = (url: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(said))
  })
