import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import fc from 'fast-check'
import parsePrometheus from 'parse-prometheus-text-format'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleServices } from '../openapi/example-services.js'
import { openStorage } from '../storage/open-storage.js'
import { StorageUnavailable } from '../storage/storage.js'
import { type TestService, testService } from '../testing/test-service.js'
import { createAnswerCache } from './answer-cache.js'
import { chooseEncoding, isKnownToAsker, prepareAnswer } from './prepared-answer.js'
import { createTracer } from './traceparent.js'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

/** One request as it goes over the wire, so that nothing is added or unpacked on the way. */
const raw = (text: string): Promise<{ readonly head: string; readonly body: Buffer }> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      const all = Buffer.concat(chunks)
      const end = all.indexOf('\r\n\r\n')
      resolve({ head: all.subarray(0, end).toString('latin1').toLowerCase(), body: all.subarray(end + 4) })
    })
  })
const get = (path: string, headers = '', method = 'GET') =>
  raw(`${method} ${path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n${headers}\r\n`)

describe('an answer that is asked for again', () => {
  test.each([
    '/v1/concepts/c-0001',
    '/v1/lookups?word=remiss',
    '/v1/releases/latest',
    '/v1/exports/csv',
    '/v1/openapi.json',
  ])('%s is not sent again while it is right', async (path) => {
    const first = await service.call(path)
    const etag = first.headers.get('etag')!
    expect(etag).toMatch(/^"[^"]+"$/u)
    await first.arrayBuffer()
    const second = await service.call(path, { headers: { 'if-none-match': etag } })
    expect(second.status).toBe(304)
    expect(second.headers.get('etag')).toBe(etag)
    expect(second.headers.get('cache-control')).toBe(first.headers.get('cache-control'))
    expect(await second.text()).toBe('')
    expect((await service.call(path, { headers: { 'if-none-match': '"another"' } })).status).toBe(200)
  })
  test('has another tag in another format and another encoding, and each is known', async () => {
    const tags = await Promise.all(
      ['', 'Accept-Encoding: br\r\n', 'Accept-Encoding: gzip\r\n', 'Accept: text/turtle\r\n'].map(
        async (headers) => /etag: (".*")/u.exec((await get('/v1/concepts/c-0001', headers)).head)![1]!,
      ),
    )
    expect(new Set(tags).size).toBe(4)
  })
})

describe('packing', () => {
  test.each([
    { encoding: 'br', unpack: brotliDecompressSync },
    { encoding: 'gzip', unpack: gunzipSync },
  ])('an answer in $encoding is the same answer', async ({ encoding, unpack }) => {
    for (let time = 0; time < 2; time++) {
      const plain = await get('/v1/concepts/c-0001')
      const packed = await get('/v1/concepts/c-0001', `Accept-Encoding: ${encoding}\r\n`)
      expect(packed.head).toContain(`content-encoding: ${encoding}`)
      expect(packed.head).toContain('vary: accept, accept-encoding')
      expect(packed.body.length).toBeLessThan(plain.body.length)
      expect(unpack(packed.body).equals(plain.body)).toBe(true)
    }
  })
  test('small answers are left as they are', async () => {
    expect((await get('/v1/lookups?word=zebra', 'Accept-Encoding: gzip, br\r\n')).head).not.toContain(
      'content-encoding',
    )
  })
  test.each([
    { accepted: undefined, encoding: undefined },
    { accepted: 'gzip, deflate, br', encoding: 'br' },
    { accepted: 'gzip', encoding: 'gzip' },
    { accepted: 'gzip, br;q=0', encoding: 'gzip' },
    { accepted: 'br;q=0.0, gzip;q=0', encoding: undefined },
    { accepted: 'br;q=0.5', encoding: 'br' },
    { accepted: 'identity', encoding: undefined },
  ])('$accepted gets $encoding', ({ accepted, encoding }) => {
    expect(chooseEncoding(accepted)).toBe(encoding)
  })
})

describe('methods', () => {
  test('HEAD is GET without the body', async () => {
    const full = await get('/v1/concepts/c-0001')
    const head = await get('/v1/concepts/c-0001', '', 'HEAD')
    expect(head.body.length).toBe(0)
    const withoutOwn = (text: string) => text.replace(/^(?:traceparent|date):.*\r\n/gmu, '')
    expect(withoutOwn(`${head.head}\r\n`)).toBe(withoutOwn(`${full.head}\r\n`))
  })
  test('OPTIONS tells the methods, also to a browser that asks for another site', async () => {
    const response = await service.call('/v1/lookups', { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS')
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST, HEAD, OPTIONS')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-headers')).toContain('Content-Type')
    expect((await service.call('/v1/zebra', { method: 'OPTIONS' })).status).toBe(404)
  })
  test('405 says which there are', async () => {
    const response = await service.call('/v1/concepts', { method: 'PUT' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })
})

describe('every answer', () => {
  test.each(['/v1/lookups?word=remiss', '/v1/zebra', '/zebra', '/health'])(
    '%s is open, safe and traced',
    async (path) => {
      const { headers } = await service.call(path)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/u)
    },
  )
  test('goes on with the trace of the one who asks, if it is one', () => {
    const traceOf = createTracer()
    const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    const { traceId, traceparent } = traceOf(given)
    expect(traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736')
    expect(traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/u)
    expect(traceparent).not.toContain('00f067aa0ba902b7')
    for (const bad of [undefined, '', 'x', given.toUpperCase(), `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`])
      expect(traceOf(bad).traceId).not.toBe(traceId)
    const many = Array.from({ length: 1_000 }, () => traceOf(undefined).traceparent)
    expect(new Set(many).size).toBe(1_000)
  })
})

describe('limits', () => {
  test('who asks too often has to wait, and is told for how long', async () => {
    const limited = await testService({ limits: { reads: 3, checks: 1, edits: 1, proposals: 0 } })
    const statuses: number[] = []
    for (let n = 0; n < 5; n++) statuses.push((await limited.call('/v1/lookups?word=a')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const refused = await limited.call('/v1/lookups?word=a')
    expect(refused.headers.get('ratelimit-policy')).toBe('"reads";q=3;w=60')
    expect(refused.headers.get('ratelimit')).toMatch(/^"reads";r=0;t=\d+$/u)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests' })
    // Checks are counted by themselves.
    expect((await limited.post('/v1/checks', { text: 'a' })).status).toBe(200)
    expect((await limited.post('/v1/checks', { text: 'a' })).status).toBe(429)
    await limited.close()
  })
  test('a check that takes too long is stopped', async () => {
    const slow = await testService({ services: await exampleServices({ budget: -1 }) })
    expect(await (await slow.post('/v1/checks', { text: 'En text.' })).json()).toMatchObject({ code: 'check-too-slow' })
    await slow.close()
  })
  test('what is no HTTP has an answer too', async () => {
    // The server of start-server answers these in full; here it is enough that nothing falls over.
    await raw('GET /v1/lookups?word=å HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    await raw('hej\r\n\r\n')
    expect((await service.call('/health')).status).toBe(200)
  })
})

describe('how the service is', () => {
  test('health, readiness and metrics', async () => {
    expect(await (await service.call('/health')).json()).toEqual({ status: 'ok' })
    expect(await (await service.call('/ready')).json()).toEqual({ status: 'ready', bankRelease: '2026.1' })
    await service.call('/v1/concepts/c-0001')
    const metrics = await (await service.call('/metrics')).text()
    expect(metrics).toMatch(
      /klarsprak_http_request_duration_seconds_count\{[^}]*route="\/v1\/concepts\/\{id\}"[^}]*\} \d/u,
    )
    expect(metrics).not.toContain('c-0001')
  })
  test('the metrics are what a parser of Prometheus reads', async () => {
    await service.call('/v1/lookups?word=remiss')
    const response = await service.call('/metrics')
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/u)
    const text = await response.text()
    const families = parsePrometheus(text)
    const typeOf = new Map(families.map(({ name, type }) => [name, type]))
    expect(typeOf.get('klarsprak_unmet_lookups_total')).toBe('COUNTER')
    expect(typeOf.get('klarsprak_http_request_duration_seconds')).toBe('HISTOGRAM')
    // The parser passes over the labels of histograms, so their lines are looked at by themselves.
    const lines = text.split('\n').filter((line) => line.startsWith('klarsprak_http_request_duration_seconds_bucket'))
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines)
      expect(line).toMatch(
        /^\w+\{le="(?:[\d.]+|\+Inf)",bank="[^"]+",method="[A-Z]+",route="[^"]+",status="\d{3}"\} \d+$/u,
      )
    for (const { help } of families) expect(help.length).toBeGreaterThan(10)
  })
  test('a database that is away makes it unready, and it heals', async () => {
    let isAway = true
    const storage = await openStorage({})
    const unwell = await testService({
      storage: {
        ...storage,
        ping: () => (isAway ? Promise.reject(new StorageUnavailable('away')) : storage.ping()),
      },
    })
    const away = await unwell.call('/ready')
    expect(away.status).toBe(503)
    expect(away.headers.get('retry-after')).toBe('10')
    expect((await unwell.call('/v1/lookups?word=a')).status).toBe(200)
    isAway = false
    expect((await unwell.call('/ready')).status).toBe(200)
    await unwell.close()
  })
  test('a server on its way down is not ready', async () => {
    const closing = await testService({ isStopping: () => true })
    expect((await closing.call('/ready')).status).toBe(503)
    expect((await closing.call('/health')).status).toBe(200)
    await closing.close()
  })
})

describe('privacy', () => {
  test('neither what is looked up nor what is checked is logged or counted by name', async () => {
    const quiet = await testService()
    const secret = 'hemligtordet'
    const headers = { referer: `https://a.se/?q=${secret}`, 'user-agent': secret }
    await quiet.call(`/v1/lookups?word=${secret}`, { headers })
    await quiet.call(`/v1/${secret}?word=${secret}`, { headers })
    await quiet.call(`/${secret}`, { headers })
    await quiet.call(`/v1/concepts/${secret}`, { headers })
    await quiet.post('/v1/checks', { text: `${secret} 19121212-1212` })
    await quiet.post('/v1/checks', `{"text": "${secret}`)
    await quiet.post('/v1/checks', { text: 1, [secret]: secret })
    const broken = await testService({
      services: {
        ...quiet.services,
        checker: {
          check: ({ text }) => {
            throw new Error(`Cannot check ${text}`)
          },
        },
      },
    })
    const failed = await broken.post('/v1/checks', { text: secret })
    expect(failed.status).toBe(500)
    expect(await failed.text()).not.toContain(secret)
    expect(broken.log()).toContain('"fault"')
    expect(quiet.log() + broken.log()).not.toContain(secret)
    expect(await (await quiet.call('/metrics')).text()).not.toContain(secret)
    await broken.close()
    await quiet.close()
  })
  test('words that are missing are counted, for answers from memory too, if they look like words', async () => {
    const counting = await testService()
    for (const word of ['vårdvakt', 'Vårdvakt', 'vårdvakt', '19121212-1212', 'a@b.se', 'färdtjänst', 'x'.repeat(61)])
      await (await counting.call(`/v1/lookups?word=${encodeURIComponent(word)}`)).arrayBuffer()
    await (await counting.post('/v1/lookups', { words: ['vårdvakt', 'färdtjänst'] })).arrayBuffer()
    await counting.unmet.flush()
    expect(await counting.storage.unmetNeeds({ since: '2026-11-23', atLeast: 1, limit: 10 })).toEqual([
      { word: 'vårdvakt', count: 4 },
    ])
    await counting.close()
  })
})

describe('pages', () => {
  test('are asked for everything outside the API, under a strict policy', async () => {
    const pages = express.Router()
    pages.get('/begrepp/:id', (_, response) => void response.type('html').send('<p>Hej</p>'))
    const withPages = await testService({ pages: () => () => pages })
    const response = await withPages.call('/begrepp/c-0001')
    expect(await response.text()).toBe('<p>Hej</p>')
    const policy = response.headers.get('content-security-policy')!
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect((await withPages.call('/nej')).status).toBe(404)
    expect((await withPages.call('/v1/lookups?word=a')).status).toBe(200)
    await withPages.close()
  })
})

describe('kept answers', () => {
  const answer = (size: number) =>
    prepareAnswer({ status: 200, type: 'text/plain', body: 'x'.repeat(size), cache: 'release' })
  const kept = (size: number) => ({ answer: answer(size), route: '/a' })
  test('of those asked for once the last stay, of those asked for again the last asked for', () => {
    const cache = createAnswerCache(20_000)
    for (const key of ['a', 'b', 'c']) cache.set(key, kept(1_000))
    cache.get('a')
    for (const key of ['d', 'e', 'f']) cache.set(key, kept(1_000))
    expect(['a', 'b', 'c', 'd', 'e', 'f'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'd', 'e', 'f'])
  })
  test('what many ask for stays, however many other words somebody asks for', () => {
    const cache = createAnswerCache(20_000)
    cache.set('usual', kept(1_000))
    cache.get('usual')
    for (let n = 0; n < 1_000; n++) cache.set(`word ${n}`, kept(1_000))
    expect(cache.get('usual')).toBeDefined()
    expect(cache.get('word 0')).toBeUndefined()
  })
  test('what is too large for all others is not kept', () => {
    const cache = createAnswerCache(8_000)
    cache.set('a', kept(100))
    cache.set('b', kept(5_000))
    expect([cache.get('a') !== undefined, cache.get('b')]).toEqual([true, undefined])
  })
  test('packed forms count', async () => {
    const cache = createAnswerCache(20_000)
    const large = kept(4_000)
    cache.set('a', large)
    const before = large.answer.size
    await Promise.all([large.answer.pack('br'), large.answer.pack('gzip'), large.answer.pack('gzip')])
    expect(large.answer.size).toBe(before + large.answer.packed('br')!.length + large.answer.packed('gzip')!.length)
  })
  test('is never larger than it may be, whatever is put in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.nat({ max: 3_000 }))), (puts) => {
        const cache = createAnswerCache(10_000)
        for (const [key, size] of puts) cache.set(key, kept(size))
        const sizes = [...'abcdefgh'].map((key) => cache.get(key)?.answer.size ?? 0)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10_000)
      }),
    )
  })
  test('a tag is known in any encoding, and only then', () => {
    expect(isKnownToAsker('abc', '"x", W/"abc-br"')).toBe(true)
    expect(isKnownToAsker('abc', '*')).toBe(true)
    expect(isKnownToAsker('abc', '"abcd"')).toBe(false)
    expect(isKnownToAsker('abc', undefined)).toBe(false)
  })
})
