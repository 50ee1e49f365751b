import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'
import { EXPORT_TYPES } from './operations/exports.js'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const json = async (path: string, headers: Record<string, string> = {}) => {
  const response = await service.call(path, { headers })
  return { status: response.status, headers: response.headers, body: await jsonOf(response) }
}
const q = encodeURIComponent

describe('lookups', () => {
  test.each([
    { name: 'a base form', word: 'färdtjänst', sense: { conceptId: 'c-0002', matchType: 'exact', confidence: 1 } },
    {
      name: 'an inflected form, with what it says',
      word: 'hälsoportalens',
      sense: {
        conceptId: 'c-0001',
        label: 'hälsoportal',
        status: 'deprecated',
        matchType: 'inflected',
        features: [{ number: 'singular', definite: true, case: 'genitive' }],
        preferredLabels: ['digital ingång'],
        reason: 'Läsarna vet inte vad en hälsoportal är.',
      },
    },
    {
      name: 'a phrase in capitals',
      word: ' DIGITALA  INGÅNGAR ',
      sense: { conceptId: 'c-0001', matchType: 'inflected' },
    },
    { name: 'a known misspelling', word: 'hälsoprotal', sense: { conceptId: 'c-0001', matchType: 'misspelling' } },
    { name: 'an unknown misspelling', word: 'ferdtjänst', sense: { conceptId: 'c-0002', matchType: 'misspelling' } },
    {
      name: 'decomposed letters',
      word: 'hälsoportal'.normalize('NFD'),
      sense: { conceptId: 'c-0001', matchType: 'exact' },
    },
  ])('$name', async ({ word, sense }) => {
    const { status, body } = await json(`/v1/lookups?word=${q(word)}`)
    expect(status).toBe(200)
    expect(body.senses[0]).toMatchObject(sense)
    expect(body.suggestions).toEqual([])
  })

  test('a word that is not there has no senses, and what begins like it is suggested', async () => {
    expect((await json('/v1/lookups?word=zebra')).body).toMatchObject({ senses: [], suggestions: [] })
    const { body } = await json('/v1/lookups?word=digi')
    expect(body.senses).toEqual([])
    expect(body.suggestions).toMatchObject([{ label: 'digital ingång', matchType: 'prefix' }])
  })

  test('many words are answered in their order, each as by itself', async () => {
    const words = ['hälsoportalens', 'zebra', 'färdtjänst']
    const response = await service.post('/v1/lookups', { words })
    const { lookups } = await jsonOf(response)
    for (const [at, word] of words.entries()) {
      expect(lookups[at]).toEqual((await json(`/v1/lookups?word=${q(word)}`)).body)
    }
  })
})

describe('replacements', () => {
  test.each([
    { word: 'hälsoportal', text: 'digital ingång' },
    { word: 'hälsoportalen', text: 'den digitala ingången' },
    { word: 'Hälsoportalernas', text: 'De digitala ingångarnas' },
    { word: 'aviseringar', text: 'meddelanden' },
    { word: 'en avisering', text: 'ett meddelande' },
    { word: 'vår nya hälsoportal', text: 'vår nya digitala ingång' },
  ])('$word becomes $text', async ({ word, text }) => {
    const { body } = await json(`/v1/replacements?word=${q(word)}`)
    expect(body.replacements[0]).toMatchObject({ text })
  })

  test('say why, when not to, and what to write to citizens', async () => {
    const { body } = await json('/v1/replacements?word=h%C3%A4lsoportalen')
    expect(body).toMatchObject({
      ambiguous: false,
      replacements: [
        {
          actual: 'hälsoportalen',
          label: 'digital ingång',
          conceptId: 'c-0001',
          safe: true,
          reason: 'Läsarna vet inte vad en hälsoportal är.',
          cautions: [],
          citizenWording: { sv: 'webbplatsen eller appen, helst med namn' },
        },
      ],
    })
  })

  test('a recommended word and an unknown one have none', async () => {
    expect((await json(`/v1/replacements?word=${q('färdtjänst')}`)).body.replacements).toEqual([])
    expect((await json('/v1/replacements?word=zebra')).body.replacements).toEqual([])
  })

  test('a text has them with their places', async () => {
    const text = 'Logga in på hälsoportalen.'
    const { body } = await json(`/v1/replacements?text=${q(text)}`)
    expect(body.replacements).toMatchObject([
      { actual: 'hälsoportalen', text: 'den digitala ingången', start: { offset: 12, line: 1 }, end: { offset: 25 } },
    ])
  })
})

describe('suggestions and guides', () => {
  test('a beginning leads to the term', async () => {
    const { body } = await json(`/v1/suggestions?query=${q('hälsop')}`)
    expect(body.suggestions[0]).toMatchObject({ label: 'hälsoportal', preferredLabels: ['digital ingång'] })
  })
  test('everyday words lead to the concept and what to do', async () => {
    const { body } = await json(`/v1/guides?query=${q('jag kan inte köra bil')}`)
    expect(body.guides[0]).toMatchObject({
      conceptId: 'c-0002',
      label: 'färdtjänst',
      leadsTo: 'Det heter färdtjänst. Ansök hos din kommun.',
      emergency: false,
    })
  })
})

describe('checks', () => {
  const check = async (body: unknown) => {
    const response = await service.post('/v1/checks', body)
    return { status: response.status, headers: response.headers, body: await jsonOf(response) }
  }
  test.each([
    { format: 'plain', text: 'Gå till hälsoportalen.', offset: 8 },
    { format: 'markdown', text: '# Rubrik\r\n\r\nGå till *hälsoportalen*.', offset: 21 },
    { format: 'html', text: '<p>G&aring; till hälsoportalen.</p>', offset: 17 },
  ])('finds the word in $format, where it stands', async ({ format, text, offset }) => {
    const { status, body } = await check({ text, format })
    expect(status).toBe(200)
    expect(body.findings.filter(({ ruleId }: { ruleId: string }) => ruleId === 'avoid-term')).toMatchObject([
      { conceptId: 'c-0001', text: 'hälsoportalen', start: { offset } },
    ])
  })
  test('tells how the text reads, and is never kept on the way', async () => {
    const { headers, body } = await check({ text: 'Du kan boka tid. Ring oss sedan.' })
    expect(body).toMatchObject({ readability: { words: 7, sentences: 2, longestSentence: 4 } })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('etag')).toBeNull()
  })
  test('an empty text is in order', async () => {
    expect((await check({ text: '' })).body).toMatchObject({
      findings: [],
      readability: { words: 0, sentences: 0, longestSentence: 0 },
    })
  })
})

describe('concepts', () => {
  test('one has its terms with all forms, its relations by name, and links', async () => {
    const { body } = await json('/v1/concepts/c-0001')
    expect(body).toMatchObject({
      id: 'c-0001',
      label: 'digital ingång',
      layer: 'national',
      relations: [{ type: 'related', target: 'c-0002', label: 'färdtjänst' }],
      equivalents: [{ lang: 'nb', label: 'helseportal', confirmed: true }],
      links: { self: { href: '/v1/concepts/c-0001' } },
    })
    expect(body.terms[0].forms.map(({ form }: { form: string }) => form)).toContain('digitala ingångarnas')
  })
  test.each([
    { accept: 'text/turtle', contains: 'skosxl:prefLabel' },
    { accept: 'application/ld+json', contains: '"@context"' },
    { accept: 'application/rdf+xml', contains: '<rdf:RDF' },
    { accept: 'application/x-tbx+xml', contains: '<conceptEntry id="c-0001"' },
    { accept: 'text/html;q=0.9, text/turtle;q=0.5, application/json;q=0.1', contains: '@prefix', type: 'text/turtle' },
  ])('one is also $accept', async ({ accept, contains, type = accept }) => {
    const response = await service.call('/v1/concepts/c-0001', { headers: { accept } })
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(await response.text()).toContain(contains)
  })
  test('a list has pages with links to the others', async () => {
    const first = await json('/v1/concepts?limit=2')
    expect(first.body).toMatchObject({
      total: 3,
      limit: 2,
      page: 1,
      links: { next: { href: '/v1/concepts?limit=2&page=2' } },
    })
    expect(first.headers.get('link')).toContain('</v1/concepts?limit=2&page=2>; rel="next"')
    const second = await json(first.body.links.next.href)
    expect(second.body.links.next).toBeUndefined()
    const ids = [first, second].flatMap(({ body }) => body.concepts.map(({ id }: { id: string }) => id))
    expect(ids).toEqual(['c-0001', 'c-0002', 'c-0003'])
    expect((await json('/v1/concepts?limit=2&page=3')).status).toBe(404)
  })
  test('a list can be of one subject, or of those with a status', async () => {
    const total = async (search: string) => (await json(`/v1/concepts?${search}`)).body.total
    expect(await total('subject=resor')).toBe(1)
    expect(await total('status=deprecated')).toBe(2)
    expect(await total('subject=resor&status=deprecated')).toBe(0)
  })
})

describe('releases', () => {
  test('latest is the newest, and its file has the checksum it says', async () => {
    const { body, headers } = await json('/v1/releases/latest')
    expect(body).toMatchObject({ name: '2026.1', concepts: 3, links: { predecessor: { href: '/v1/releases/2025.4' } } })
    expect(headers.get('content-location')).toBe('/v1/releases/2026.1')
    const [file] = body.files
    const response = await service.call(file.links.download.href)
    const data = Buffer.from(await response.arrayBuffer())
    const { createHash } = await import('node:crypto')
    expect(`sha-256:${createHash('sha256').update(data).digest('hex')}`).toBe(file.checksum)
    expect(data.length).toBe(file.size)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('repr-digest')).toBe(`sha-256=:${createHash('sha256').update(data).digest('base64')}:`)
  })
  test('changes are those since the release before, or since a named one', async () => {
    const { body } = await json('/v1/changes')
    expect(body).toMatchObject({
      since: '2025.4',
      release: '2026.1',
      total: 1,
      changes: [{ conceptId: 'c-0003', kind: 'added' }],
    })
    expect((await json('/v1/changes?release=2025.4')).body).toMatchObject({ since: null, total: 2 })
    expect((await json('/v1/changes?since=2026.1')).body).toMatchObject({ total: 0, changes: [] })
    expect((await json('/v1/changes?since=2026.1&release=2025.4')).body).toMatchObject({ code: 'invalid-parameter' })
  })
  test('changes are a feed too', async () => {
    const response = await service.call('/v1/changes', { headers: { accept: 'application/atom+xml' } })
    const feed = await response.text()
    expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">')
    expect(feed).toContain('<title>meddelande</title>')
  })
  test('the bank comes in every format that is listed', async () => {
    const { body } = await json('/v1/exports?limit=100')
    expect(body.exports.length).toBeGreaterThan(10)
    for (const { links, mediaType } of body.exports) {
      const response = await service.call(links.download.href)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain(mediaType)
      expect([...EXPORT_TYPES, 'application/json']).toContain(mediaType)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20)
    }
  })
})

test('the service says who it is', async () => {
  expect((await json('/v1/api-info')).body).toMatchObject({
    apiName: 'Klarspråk',
    apiVersion: '1.0.0',
    apiStatus: 'active',
    bankRelease: '2026.1',
  })
})

describe('what is asked wrongly is a problem that says how to ask', () => {
  const long = 'a'.repeat(5_000)
  test.each([
    { name: 'an address that is not there', path: '/v1/zebra', status: 404, code: 'not-found' },
    { name: 'the root of the API', path: '/v1', status: 404, code: 'not-found' },
    { name: 'a path that cannot be decoded', path: '/v1/concepts/%E0%A4%A', status: 404, code: 'not-found' },
    { name: 'a concept that is not there', path: '/v1/concepts/c-9999', status: 404, code: 'not-found' },
    {
      name: 'a file that is not there',
      path: '/v1/releases/latest/files/..%2F..%2Fpackage.json',
      status: 404,
      code: 'not-found',
    },
    { name: 'no word', path: '/v1/lookups', status: 400, code: 'missing-parameter' },
    { name: 'an empty word', path: '/v1/lookups?word=%20', status: 400, code: 'missing-parameter' },
    { name: 'a parameter that is not there', path: '/v1/lookups?ord=remiss', status: 400, code: 'invalid-parameter' },
    { name: 'a parameter twice', path: '/v1/lookups?word=a&word=b', status: 400, code: 'invalid-parameter' },
    { name: 'both a word and a text', path: '/v1/replacements?word=a&text=b', status: 400, code: 'missing-parameter' },
    { name: 'a limit that is no number', path: '/v1/concepts?limit=många', status: 400, code: 'invalid-parameter' },
    { name: 'a limit of nothing', path: '/v1/concepts?limit=0', status: 400, code: 'invalid-parameter' },
    { name: 'too large a limit', path: '/v1/concepts?limit=101', status: 400, code: 'invalid-parameter' },
    { name: 'a status that is not there', path: '/v1/concepts?status=bra', status: 400, code: 'invalid-parameter' },
    { name: 'too long a word', path: `/v1/lookups?word=${'a'.repeat(201)}`, status: 400, code: 'invalid-parameter' },
    { name: 'too long an address', path: `/v1/lookups?word=${long}`, status: 414, code: 'address-too-long' },
    {
      name: 'a format that is not there',
      path: '/v1/lookups?word=a',
      accept: 'text/turtle',
      status: 406,
      code: 'not-acceptable',
    },
    {
      name: 'a method that is not there',
      path: '/v1/concepts',
      method: 'DELETE',
      status: 405,
      code: 'method-not-allowed',
    },
    { name: 'no JSON', path: '/v1/checks', method: 'POST', body: '{', status: 400, code: 'malformed-request' },
    {
      name: 'a body of another kind',
      path: '/v1/checks',
      method: 'POST',
      body: 'text',
      type: 'text/plain',
      status: 415,
      code: 'unsupported-media-type',
    },
    {
      name: 'a body without a text',
      path: '/v1/checks',
      method: 'POST',
      body: '{}',
      status: 422,
      code: 'invalid-content',
    },
    {
      name: 'a field that is not there',
      path: '/v1/checks',
      method: 'POST',
      body: '{"text":"a","lang":"sv"}',
      status: 422,
      code: 'invalid-content',
    },
    {
      name: 'a body that looks like our own refusal',
      path: '/v1/checks',
      method: 'POST',
      body: '{"code":"internal","detail":{"sv":"x","en":"x"}}',
      status: 422,
      code: 'invalid-content',
    },
    {
      name: 'too many words',
      path: '/v1/lookups',
      method: 'POST',
      body: JSON.stringify({ words: Array(501).fill('a') }),
      status: 422,
      code: 'invalid-content',
    },
    {
      name: 'too long a text',
      path: '/v1/checks',
      method: 'POST',
      body: JSON.stringify({ text: 'a'.repeat(100_001) }),
      status: 422,
      code: 'invalid-content',
    },
    {
      name: 'too large a body',
      path: '/v1/checks',
      method: 'POST',
      body: JSON.stringify({ text: 'a'.repeat(1_000_001) }),
      status: 413,
      code: 'too-large',
    },
    { name: 'a page that is not there', path: '/zebra', status: 404, code: 'not-found' },
    { name: 'a page that cannot be decoded', path: '/%E0%A4%A', status: 404, code: 'not-found' },
  ])('$name', async ({ path, method = 'GET', body, accept, type = 'application/json', status, code }) => {
    const response = await service.call(path, {
      method,
      headers: { ...(accept === undefined ? {} : { accept }), ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    })
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    const problem = await jsonOf(response)
    expect({ status: response.status, code: problem.code, said: problem.status }).toEqual({
      status,
      code,
      said: status,
    })
    expect(problem.type).toContain(code)
    expect(problem.title).not.toBe('')
    expect(problem.detail).not.toBe('')
  })

  test('in Swedish, or in English to those who rather read it', async () => {
    const title = async (language?: string) =>
      (await json('/v1/lookups', language === undefined ? {} : { 'accept-language': language })).body.title
    expect(await title()).toBe('En parameter saknas')
    expect(await title('en-GB, sv;q=0.5')).toBe('A parameter is missing')
    expect(await title('sv, en;q=0.5')).toBe('En parameter saknas')
    expect(await title('de')).toBe('En parameter saknas')
  })

  test('without repeating what was sent', async () => {
    const response = await service.post('/v1/checks', { text: 42, hemligt: 'Anna Andersson 19121212-1212' })
    expect(await response.text()).not.toMatch(/Anna|1212/u)
  })
})
