import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../testing/test-service.js'

let service: TestService
beforeAll(async () => {
  service = await testService({ timeouts: { request: 400, head: 200, check: 50 } })
})
afterAll(() => service.close())

/** Sends bytes as they are, and collects what comes until the other side closes. */
const raw = (...parts: readonly (string | Buffer)[]): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => {
      for (const part of parts) socket.write(part)
    })
    socket.on('data', (chunk) => {
      said += chunk.toString('utf8')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(said))
  })
const post = (headers: string, body: string | Buffer) =>
  raw(`POST /v1/checks HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n\r\n`, body)
const JSON_HEAD = 'Content-Type: application/json\r\n'

/** Every answer in what came: its status, and whether it is a problem that says so. */
function expectRefused(said: string, status: number): void {
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'))
  expect(said.match(/HTTP\/1\.1 \d/gu)).toHaveLength(1)
  expect(said).toContain('application/problem+json')
  expect(said).toContain(`"status":${status}`)
  expect(said).not.toMatch(/\bat .*\.js:\d/u)
}

describe('requests that a proxy and we might read differently are refused', () => {
  const body = '{"text":"a"}'
  test.each([
    {
      name: 'a length and chunks',
      said: () => post(`${JSON_HEAD}Content-Length: 6\r\nTransfer-Encoding: chunked`, '0\r\n\r\nG'),
    },
    { name: 'two lengths', said: () => post(`${JSON_HEAD}Content-Length: 12\r\nContent-Length: 13`, body) },
    { name: 'a length that is none', said: () => post(`${JSON_HEAD}Content-Length: +12`, body) },
    { name: 'chunks that are none', said: () => post(`${JSON_HEAD}Transfer-Encoding: chunked`, 'zz\r\n') },
    { name: 'a coding that is not known', said: () => post(`${JSON_HEAD}Transfer-Encoding: xchunked`, '0\r\n\r\n') },
    { name: 'bare line feeds', said: () => raw('GET /health HTTP/1.1\nHost: a\n\n') },
    { name: 'a space before the colon', said: () => raw('GET /health HTTP/1.1\r\nHost : a\r\n\r\n') },
    { name: 'a folded header', said: () => raw('GET /health HTTP/1.1\r\nHost: a\r\nX: a\r\n\tb\u0000\r\n\r\n') },
    { name: 'no host', said: () => raw('GET /health HTTP/1.1\r\n\r\n') },
    { name: 'another protocol', said: () => raw('\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n') },
  ])('$name', async ({ said }) => expectRefused(await said(), 400))

  test('a body of GET is not read as the next request', async () => {
    const hidden = 'DELETE /v1/concepts HTTP/1.1\r\nHost: a\r\n\r\n'
    const said = await raw(
      `GET /v1/api-info HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
    )
    expect(said.match(/HTTP\/1\.1 \d+/gu)).toEqual(['HTTP/1.1 200'])
  })
  test('a whole address names no other service', async () => {
    expectRefused(
      await raw('GET http://evil.example/v1/api-info HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      404,
    )
  })
  test('an expectation of something else', async () => {
    expectRefused(
      await raw('POST /v1/checks HTTP/1.1\r\nHost: a\r\nExpect: banana\r\nContent-Length: 2\r\n\r\n{}'),
      417,
    )
  })
  test('line ends in a word never become headers', async () => {
    const said = await raw(
      'GET /v1/lookups?word=a%0d%0aSet-Cookie:%20x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    )
    expect(said.slice(0, said.indexOf('\r\n\r\n')).toLowerCase()).not.toContain('set-cookie')
  })
})

describe('who is slow does not hold a connection for ever', () => {
  test('a head that does not come', async () => expectRefused(await raw('GET /health HTTP/1.1\r\nHost: a\r\n'), 408))
  test('a body that does not come', async () => {
    expectRefused(await post(`${JSON_HEAD}Content-Length: 100`, '{"text":'), 408)
  })
})

describe('what is too large', () => {
  test('a body of 10 MB', async () => {
    // On a loaded machine it takes longer to send than the others here have.
    const patient = await testService()
    const response = await patient.post('/v1/checks', 'a'.repeat(10_000_000)).catch((error: unknown) => error)
    // The answer comes before all has been sent, so a client may see the connection close first.
    if (response instanceof Response) expect(response.status).toBe(413)
    expect((await patient.call('/health')).status).toBe(200)
    await patient.close()
  })
  test('one that is small only while it is packed', async () => {
    const { gzipSync } = await import('node:zlib')
    const body = gzipSync(JSON.stringify({ text: 'a'.repeat(5_000_000) }))
    const response = await service.call('/v1/checks', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body,
    })
    expect(response.status).toBe(413)
  })
  test.each([
    { name: 'an address of 5,000 characters', length: 5_000, status: 414 },
    { name: 'one that does not even fit in the head', length: 20_000, status: 431 },
  ])('$name', async ({ length, status }) => {
    expectRefused(
      await raw(`GET /v1/lookups?word=${'a'.repeat(length)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`),
      status,
    )
  })
  test('JSON that is very deep', async () => {
    const response = await service.post('/v1/checks', `{"text":${'['.repeat(400_000)}${']'.repeat(400_000)}}`)
    expect(response.status).toBe(422)
  })
})

describe('what is not written as it should be', () => {
  test.each([
    {
      name: 'bytes that are no UTF-8 in a body',
      said: () => post(`${JSON_HEAD}Content-Length: 12`, Buffer.from('{"text":"\xe4"}', 'latin1')),
      status: 400,
    },
    {
      name: 'bytes that are no UTF-8 in a parameter',
      said: () => raw('GET /v1/lookups?word=%E4 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      status: 400,
    },
    {
      name: 'a percent sign alone',
      said: () => raw('GET /v1/lookups?word=100% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      status: 400,
    },
    {
      name: 'bytes that are no UTF-8 in a path',
      said: () => raw('GET /v1/concepts/%E4 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      status: 404,
    },
    {
      name: 'another charset',
      said: () => post('Content-Type: application/json; charset=latin1\r\nContent-Length: 12', '{"text":"a"}'),
      status: 415,
    },
    { name: 'XML', said: () => post('Content-Type: application/xml\r\nContent-Length: 4', '<a/>'), status: 415 },
    { name: 'no type', said: () => post('Content-Length: 12', '{"text":"a"}'), status: 415 },
    {
      name: 'an unknown packing',
      said: () => post(`${JSON_HEAD}Content-Encoding: zip\r\nContent-Length: 12`, '{"text":"a"}'),
      status: 415,
    },
    {
      name: 'a NUL',
      said: () => raw('GET /v1/lookups?word=a%00b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      status: 400,
    },
    {
      name: 'a parameter twice',
      said: () => raw('GET /v1/lookups?word=a&word=b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      status: 400,
    },
    {
      name: 'a parameter that is not there',
      said: () => raw('GET /v1/lookups?wrd=a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      status: 400,
    },
    {
      name: 'a number that is none',
      said: () => raw('GET /v1/concepts?limit=1e3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
      status: 400,
    },
  ])('$name: $status', async ({ said, status }) => expectRefused(await said(), status))
})

describe('paths that would lead out of the folder lead nowhere', () => {
  test.each([
    '/v1/releases/2026.1/files/../../../../etc/passwd',
    '/v1/releases/2026.1/files/..%2f..%2f..%2fetc%2fpasswd',
    '/v1/releases/..%2f..%2f/files/passwd',
    '/v1/releases/2026.1/files/%00',
    '/v1/exports/..%2fcsv',
    '/reconciliation/previews/..%2f..%2fetc',
    '/rest/v1/..%2f..%2f/data',
  ])('%s', async (path) => {
    expectRefused(await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`), 404)
  })
})

describe('methods of addresses that are no operations', () => {
  test.each(['/health', '/ready', '/metrics', '/v1/openapi.json'])('%s says which there are', async (path) => {
    const options = await service.call(path, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    const refused = await service.post(path, {})
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect((await service.call(path, { method: 'HEAD' })).status).toBe(200)
  })
})
