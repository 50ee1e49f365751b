import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'

// What the national REST API profile asks of the running service, by its rule ids. What it asks of the description is
// in national-profile.test.ts, and docs/national-profile.md is the whole list.

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const JSON_PATHS = [
  '/v1/api-info',
  '/v1/concepts',
  '/v1/concepts/c-0001',
  '/v1/lookups?word=remiss',
  '/v1/replacements?word=avisering',
  '/v1/suggestions?query=d',
  '/v1/guides?query=bil',
  '/v1/releases',
  '/v1/releases/latest',
  '/v1/changes',
  '/v1/exports',
]
const everyString = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(everyString)
      : []

describe('representations', () => {
  test.each(JSON_PATHS)('AME.01, AME.02, ARQ.01: %s is JSON in UTF-8 for those who do not say', async (path) => {
    for (const headers of [{}, { accept: '*/*' }, { accept: 'application/json' }, { accept: 'application/*;q=0.5' }]) {
      const response = await service.call(path, { headers })
      expect(response.headers.get('content-type')).toBe('application/json')
      new TextDecoder('utf-8', { fatal: true }).decode(await response.arrayBuffer())
    }
  })
  test.each(JSON_PATHS)('DOT.01, DOT.03: %s gives every moment in UTC, by RFC 3339', async (path) => {
    for (const text of everyString(await jsonOf(await service.call(path))))
      if (/^\d{4}-\d\d-\d\dT/u.test(text)) expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u)
  })
  test.each(JSON_PATHS)('RES.01, HYP.01, UFN.05: the links of %s lead somewhere, and are short', async (path) => {
    const { links } = await jsonOf(await service.call(path))
    for (const [relation, { href }] of Object.entries<{ href: string }>(links)) {
      expect(href.length).toBeLessThanOrEqual(2_048)
      if (relation === 'checks') continue // takes POST only
      const response = await service.call(href)
      // Those of api-info that cannot do without a parameter say which, and those that need a key say so.
      expect([200, 400, 401], `${relation}: ${href}`).toContain(response.status)
    }
  })
  test('RES.03: ids say nothing of how many there are beyond the public bank, and are never made from a database', async () => {
    const { concepts } = await jsonOf(await service.call('/v1/concepts'))
    for (const { id } of concepts) expect(id).toMatch(/^c-\d{4,}$/u)
  })
})

describe('requests', () => {
  test('ARQ.02, ARQ.03: the usual headers may be sent', async () => {
    const response = await service.call('/v1/lookups?word=remiss', {
      headers: {
        accept: 'application/json',
        'cache-control': 'no-cache',
        date: 'Sun, 29 Nov 2026 08:00:00 GMT',
        etag: '"a"',
        cookie: 'a=b',
      },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toBeNull()
  })
  test('ARQ.05: what a request says in a header of its own changes nothing', async () => {
    const plain = await jsonOf(await service.call('/v1/lookups?word=remiss'))
    const withHeader = await jsonOf(
      await service.call('/v1/lookups?word=remiss', { headers: { 'x-word': 'avisering' } }),
    )
    expect(withHeader).toEqual(plain)
  })
  test('SAK.06: what does not fit the description is refused', async () => {
    expect((await service.call('/v1/lookups?word=a&x=1')).status).toBe(400)
    expect((await service.call(`/v1/lookups?word=${'a'.repeat(201)}`)).status).toBe(400)
    expect((await service.post('/v1/checks', { text: 'a', x: 1 })).status).toBe(422)
  })
  test('SAK.29: content of another type, or of none, is refused with 415', async () => {
    for (const type of ['text/plain', 'application/xml', ''])
      expect(
        (await service.call('/v1/checks', { method: 'POST', body: '{}', headers: { 'content-type': type } })).status,
      ).toBe(415)
  })
  test('FNS.07, FNS.08, FNS.09: pages begin at 1 and have 20', async () => {
    const list = await jsonOf(await service.call('/v1/concepts'))
    expect([list.page, list.limit]).toEqual([1, 20])
    for (const bad of ['page=0', 'page=-1', 'limit=0', 'limit=101', 'page=1.5'])
      expect((await service.call(`/v1/concepts?${bad}`)).status).toBe(400)
    expect((await jsonOf(await service.call('/v1/concepts?limit=1&page=2'))).links.prev.href).toContain('page=1')
  })
})

describe('answers', () => {
  test('ARP.01: whoever asks from a page of another site may read the answer', async () => {
    const { headers } = await service.call('/v1/api-info', { headers: { origin: 'https://example.se' } })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })
  test('FEL.01, FEL.02: every error is a problem with its five parts, in the language asked for', async () => {
    const problems = [
      await service.call('/v1/zebra'),
      await service.call('/v1/lookups'),
      await service.call('/v1/concepts', { method: 'DELETE' }),
      await service.call('/v1/lookups?word=a', { headers: { accept: 'text/csv' } }),
      await service.post('/v1/checks', '{'),
      await service.post('/v1/checks', {}),
      await service.call('/zebra'),
    ]
    for (const response of problems) {
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(response.headers.get('content-language')).toBe('sv')
      const problem = await jsonOf(response)
      for (const part of ['type', 'title', 'status', 'detail', 'instance']) expect(problem).toHaveProperty(part)
      expect(problem.status).toBe(response.status)
      expect(URL.canParse(problem.type)).toBe(true)
    }
    const english = await service.call('/v1/lookups', { headers: { 'accept-language': 'en-GB, sv;q=0.5' } })
    expect((await jsonOf(english)).title).toBe('A parameter is missing')
  })
  test('SPA.02, SPA.04, SPA.07: a trace is passed on, and x-request-id is no trace', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    const traced = await service.call('/v1/api-info', { headers: { traceparent } })
    expect(traced.headers.get('traceparent')).toContain('4bf92f3577b34da6a3ce929d0e0e4736')
    const other = await service.call('/v1/api-info', {
      headers: { 'x-request-id': '4bf92f3577b34da6a3ce929d0e0e4736' },
    })
    expect(other.headers.get('traceparent')).not.toContain('4bf92f3577b34da6a3ce929d0e0e4736')
  })
  test('VER.05, VER.06: the version is in the address and in api-info', async () => {
    const info = await jsonOf(await service.call('/v1/api-info'))
    for (const part of ['apiName', 'apiVersion', 'apiReleased', 'apiDocumentation', 'apiStatus'])
      expect(info[part], part).toBeTypeOf('string')
    expect(info.apiVersion).toMatch(/^1\.\d+\.\d+$/u)
    expect((await service.call(info.apiDocumentation)).status).toBe(200)
  })
})

describe('safety', () => {
  test('SAK.05: methods that are not used are off', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE'])
      if (method !== 'TRACE') expect((await service.call('/v1/lookups', { method })).status).toBe(405)
  })
  test('SAK.09: Basic opens nothing', async () => {
    const response = await service.call('/v1/concepts', { method: 'DELETE', headers: { authorization: 'Basic YTpi' } })
    expect([401, 405]).toContain(response.status)
  })
  test('SAK.15: a key in an address is no parameter', async () => {
    expect((await service.call('/v1/lookups?word=a&key=x')).status).toBe(400)
  })
})
