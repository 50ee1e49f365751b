import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'
import { matcher } from './find-labels.js'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  service.call(`/rest/v1${path}`, { headers })
const json = async (path: string) => jsonOf(await get(path))
const names = (results: readonly { prefLabel: string }[]) => results.map(({ prefLabel }) => prefLabel)
const ID = 'urn:klarsprak:begrepp:c-0001'

describe('as a client of Skosmos uses it', () => {
  test('from the list of vocabularies to a concept as RDF', async () => {
    const { vocabularies } = await json('/vocabularies?lang=sv')
    expect(vocabularies).toEqual([{ uri: 'urn:klarsprak:begrepp', id: 'klarsprak', title: 'Klarspråks termbank' }])
    const vocabulary = await json('/klarsprak/?lang=en')
    expect(vocabulary).toMatchObject({ title: 'Klarspråk term bank', defaultLanguage: 'sv' })
    expect(vocabulary.conceptschemes[0].uri).toBe(vocabularies[0].uri)

    const { results, '@context': context } = await json(
      '/search?query=digi*&lang=sv&vocab=klarsprak&maxhits=10&unique=1',
    )
    expect(context.skos).toBe('http://www.w3.org/2004/02/skos/core#')
    expect(results).toEqual([
      {
        uri: ID,
        type: ['skos:Concept'],
        localname: 'c-0001',
        prefLabel: 'digital ingång',
        notation: 'c-0001',
        lang: 'sv',
        vocab: 'klarsprak',
      },
    ])
    const data = await get(`/klarsprak/data?uri=${encodeURIComponent(results[0].uri)}&format=text/turtle`)
    expect(data.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
    expect(await data.text()).toContain('skos:prefLabel "digital ingång"@sv')
    const labels = await json(`/klarsprak/label?uri=${encodeURIComponent(results[0].uri)}&lang=sv`)
    expect(labels).toMatchObject({ uri: ID, prefLabel: 'digital ingång', hiddenLabel: ['hälsoportal', 'hälsoprotal'] })
  })
  test.each([
    { accept: undefined, type: 'application/rdf+xml; charset=utf-8' },
    { accept: 'text/turtle', type: 'text/turtle; charset=utf-8' },
    { accept: 'application/ld+json', type: 'application/ld+json; charset=utf-8' },
    { accept: 'application/json', type: 'application/json' },
  ])('data by the header Accept: $accept', async ({ accept, type }) => {
    const response = await get('/data?uri=c-0001', accept === undefined ? {} : { accept })
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('vary')).toContain('Accept')
    const whole = await get('/klarsprak/data', { accept: 'text/turtle' })
    expect(await whole.text()).toContain('färdtjänst')
  })
  test('what is above, below and beside', async () => {
    expect(await json('/klarsprak/related?uri=c-0002')).toMatchObject({
      uri: 'urn:klarsprak:begrepp:c-0002',
      related: [{ uri: ID, prefLabel: 'digital ingång' }],
    })
    expect((await json('/klarsprak/broader?uri=c-0001')).broader).toEqual([])
    expect((await json('/klarsprak/children?uri=c-0001')).narrower).toEqual([])
    expect((await json('/klarsprak/broaderTransitive?uri=c-0001')).broaderTransitive).toEqual({
      [ID]: { uri: ID, prefLabel: 'digital ingång' },
    })
    const { topconcepts } = await json('/klarsprak/topConcepts')
    expect(topconcepts.map(({ label }: { label: string }) => label)).toContain('färdtjänst')
    expect((await json('/klarsprak/vocabularyStatistics')).concepts.count).toBe(3)
    expect((await json('/types?lang=en')).types[0].label).toBe('Concept')
  })
})

describe('search', () => {
  test.each([
    { query: 'digital ingång', found: ['digital ingång'] },
    { query: 'DIGITAL INGÅNG', found: ['digital ingång'] },
    { query: 'hälsoportalernas', found: ['digital ingång'] }, // another form, of a word that is advised against
    { query: '*tjänst', found: ['färdtjänst'] },
    { query: '*e*n*', found: ['meddelande'] },
    { query: 'zebra', found: [] },
    { query: '*', found: [] },
    { query: 'helseportal', lang: 'nb', found: ['helseportal'] },
    { query: 'helseportal', lang: 'sv', found: [] },
    { query: 'färdtjänst', type: 'skos:Collection', found: [] },
    { query: 'färdtjänst', vocab: 'annan', found: [] },
  ])('$query ($lang $type $vocab) finds $found', async ({ found, ...asked }) => {
    const { results } = await json(`/search?${new URLSearchParams(asked as Record<string, string>)}`)
    expect(names(results)).toEqual(found)
  })
  test('what was matched is told, and pages do not overlap', async () => {
    const { results } = await json('/search?query=h%C3%A4lsoportal')
    expect(results[0]).toMatchObject({ prefLabel: 'digital ingång', hiddenLabel: 'hälsoportal' })
    const page = async (offset: number) => names((await json(`/search?query=*e*&maxhits=1&offset=${offset}`)).results)
    expect(new Set([...(await page(0)), ...(await page(1))]).size).toBe(2)
  })
  test('a pattern means what it would as a regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '*'), maxLength: 6 })
    fc.assert(
      fc.property(letters, letters, (pattern, written) => {
        const text = written.replaceAll('*', '')
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'u').test(text)
        expect(matcher(pattern)(text)).toBe(expected)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what is not there', () => {
  test.each([
    { path: '/klarsprak/lookup?label=zebra', status: 404 },
    { path: '/klarsprak/label?uri=c-9999', status: 404 },
    { path: '/annan/search?query=a*', status: 404 },
    { path: '/klarsprak/lookup', status: 400 },
    { path: '/search', status: 400 },
    { path: '/search?query=a&maxhits=0', status: 400 },
    { path: '/klarsprak/zebra', status: 404 },
  ])('$path: $status', async ({ path, status }) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  })
  test('a lookup gives the word in any form, and only the word', async () => {
    const { result } = await json('/klarsprak/lookup?label=aviseringarna')
    expect(result).toMatchObject([{ prefLabel: 'meddelande', hiddenLabel: 'avisering' }])
    expect((await get('/klarsprak/lookup?label=avis*')).status).toBe(404)
  })
})
