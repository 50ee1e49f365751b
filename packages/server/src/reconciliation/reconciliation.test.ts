import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleServices } from '../openapi/example-services.js'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'

let service: TestService
beforeAll(async () => {
  service = await testService({ services: await exampleServices({ publicUrl: 'https://termer.exempel.se' }) })
})
afterAll(() => service.close())

const ROOT = '/reconciliation'
const form = (fields: Readonly<Record<string, unknown>>) => ({
  method: 'POST',
  body: new URLSearchParams(
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)])),
  ),
})
const ask = async (queries: Readonly<Record<string, unknown>>) => jsonOf(await service.call(ROOT, form({ queries })))
/** The candidates of one question. */
const candidates = async (query: unknown) => (await ask({ q: query })).q.result

// Written by us after the text of the standard: what it asks of each answer, and no more. The schemas that its authors
// publish are not to be had from a package registry.
const string = { type: 'string' }
const type = { oneOf: [string, { type: 'object', properties: { id: string, name: string }, required: ['id'] }] }
const template = { type: 'string', pattern: '\\{\\{id\\}\\}' }
const service_ = { type: 'object', properties: { service_url: string, service_path: string } }
const value = (properties: object) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
const STANDARD = {
  manifest: {
    type: 'object',
    required: ['versions', 'name', 'identifierSpace', 'schemaSpace'],
    properties: {
      versions: { type: 'array', items: string, contains: { const: '0.2' } },
      name: string,
      identifierSpace: { type: 'string', pattern: '^[a-z]+:' },
      schemaSpace: { type: 'string', pattern: '^https?://' },
      documentation: string,
      serviceVersion: string,
      defaultTypes: { type: 'array', items: type, uniqueItems: true },
      view: { type: 'object', properties: { url: template }, required: ['url'] },
      preview: {
        type: 'object',
        properties: { url: template, width: { type: 'integer' }, height: { type: 'integer' } },
        required: ['url', 'width', 'height'],
      },
      suggest: { type: 'object', properties: { entity: service_, property: service_, type: service_ } },
      extend: {
        type: 'object',
        properties: { propose_properties: service_, property_settings: { type: 'array' } },
      },
    },
  },
  results: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['result'],
      properties: {
        result: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'name', 'score'],
            properties: {
              id: string,
              name: string,
              description: string,
              score: { type: 'number' },
              match: { type: 'boolean' },
              type: { type: 'array', items: type },
              features: {
                type: 'array',
                items: { type: 'object', properties: { id: string, value: { type: ['boolean', 'number'] } } },
              },
            },
          },
        },
      },
    },
  },
  extension: {
    type: 'object',
    required: ['meta', 'rows'],
    properties: {
      meta: { type: 'array', items: { type: 'object', required: ['id', 'name'], properties: { id: string, type } } },
      rows: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          additionalProperties: {
            type: 'array',
            items: { oneOf: [value({ id: string, name: string }), value({ str: string }), value({})] },
          },
        },
      },
    },
  },
  suggestions: {
    type: 'object',
    required: ['result'],
    properties: {
      result: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'name'],
          properties: { id: string, name: string, description: string, notable: { type: 'array', items: type } },
        },
      },
    },
  },
}
const ajv = new Ajv2020({ strict: false })
const validators = Object.fromEntries(Object.entries(STANDARD).map(([name, schema]) => [name, ajv.compile(schema)]))
function expectStandard(name: keyof typeof STANDARD, answer: unknown): void {
  const validate = validators[name]!
  expect(validate(answer), ajv.errorsText(validate.errors)).toBe(true)
}

describe('as OpenRefine uses it', () => {
  test('from the address to a table with terms in it', async () => {
    // The address is added: the manifest says what there is and where.
    const manifest = await jsonOf(await service.call(ROOT))
    expectStandard('manifest', manifest)
    const at = ({ service_url, service_path }: { service_url: string; service_path: string }) => {
      expect(service_url).toBe('https://termer.exempel.se')
      return service_path
    }

    // A few rows are tried, to guess the type.
    const column = ['hälsoportalen', 'Färdtjänst', 'aviseringar', 'zebra', 'hälsoprotal']
    const tried = await ask(Object.fromEntries(column.slice(0, 2).map((query, at) => [`q${at}`, { query, limit: 3 }])))
    expectStandard('results', tried)
    const guessed = tried.q0.result[0].type[0]
    expect(guessed).toEqual({ id: 'skos:Concept', name: 'Begrepp' })

    // The whole column, with the type.
    const answers = await ask(
      Object.fromEntries(column.map((query, at) => [`q${at}`, { query, type: guessed.id, type_strict: 'should' }])),
    )
    expectStandard('results', answers)
    expect(Object.keys(answers)).toEqual(['q0', 'q1', 'q2', 'q3', 'q4'])
    const matched = column.map((_, at) => {
      const [first] = answers[`q${at}`].result
      return first === undefined ? undefined : [first.id, first.name, first.match]
    })
    expect(matched).toEqual([
      ['c-0001', 'digital ingång', true],
      ['c-0002', 'färdtjänst', true],
      ['c-0003', 'meddelande', true],
      undefined,
      ['c-0001', 'digital ingång', false], // only like a word of the bank: a person decides
    ])

    // Somebody searches by hand for the row that had no match.
    const found = await jsonOf(await service.call(`${at(manifest.suggest.entity)}?prefix=digi&callback=jQuery1`))
    expectStandard('suggestions', found)
    expect(found.result[0]).toMatchObject({ id: 'c-0001', name: 'digital ingång' })

    // Columns are added from what was matched.
    const proposed = await jsonOf(
      await service.call(`${at(manifest.extend.propose_properties)}?type=skos%3AConcept&limit=4`),
    )
    expect(proposed).toMatchObject({ type: 'skos:Concept', limit: 4 })
    expect(proposed.properties.map(({ id }: { id: string }) => id)).toEqual([
      'preferred',
      'admitted',
      'deprecated',
      'superseded',
    ])
    const extended = await jsonOf(
      await service.call(
        ROOT,
        form({
          extend: {
            ids: ['c-0001', 'c-9999'],
            properties: [{ id: 'preferred' }, { id: 'deprecated' }, { id: 'related' }, { id: 'nb' }, { id: 'other' }],
          },
        }),
      ),
    )
    expectStandard('extension', extended)
    expect(extended.rows['c-0001']).toEqual({
      preferred: [{ str: 'digital ingång' }],
      deprecated: [{ str: 'hälsoportal' }],
      related: [{ id: 'c-0002', name: 'färdtjänst' }],
      nb: [{ str: 'helseportal' }],
      other: [],
    })
    expect(extended.rows['c-9999'].preferred).toEqual([])
    expect(extended.meta[2]).toEqual({ id: 'related', name: 'Besläktat begrepp', type: guessed })

    // What stands behind an id is shown in a frame.
    const preview = await service.call(
      manifest.preview.url.replace('https://termer.exempel.se', '').replace('{{id}}', 'c-0001'),
    )
    expect(preview.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(preview.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(await preview.text()).toContain('<strong>Skriv inte:</strong> hälsoportal')
    expect(manifest.view.url).toBe('https://termer.exempel.se/begrepp/{{id}}')
  })

  test('a browser on another site may ask', async () => {
    const { headers } = await service.call(ROOT, { headers: { origin: 'http://127.0.0.1:3333' } })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    const preflight = await service.call(ROOT, { method: 'OPTIONS' })
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST, HEAD, OPTIONS')
  })

  test('JSONP is not answered: the callback is let be', async () => {
    const response = await service.call(`${ROOT}?callback=steal`)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.text()).not.toContain('steal')
  })
})

describe('candidates', () => {
  test.each([
    { name: 'an id', query: { query: 'c-0002' }, id: 'c-0002', match: false },
    { name: 'an inflected form', query: { query: 'digitala ingångarnas' }, id: 'c-0001', match: true },
    {
      name: 'another column that agrees',
      query: { query: 'hälsoportal', properties: [{ pid: 'nb', v: 'Helseportal' }] },
      id: 'c-0001',
      match: true,
    },
    {
      name: 'another column that does not',
      query: { query: 'hälsoportal', properties: [{ pid: 'nb', v: ['x'] }] },
      id: 'c-0001',
      match: false,
    },
    {
      name: 'only another column',
      query: { properties: [{ pid: 'related', v: { id: 'c-0002' } }] },
      id: 'c-0001',
      match: false,
    },
    { name: 'a subject that fits', query: { query: 'färdtjänst', type: 'subject:resor' }, id: 'c-0002', match: true },
    {
      name: 'one of several subjects',
      query: { query: 'färdtjänst', type: ['subject:x', 'subject:resor'], type_strict: 'any' },
      id: 'c-0002',
      match: true,
    },
    {
      name: 'a subject that should fit',
      query: { query: 'färdtjänst', type: 'subject:x', type_strict: 'should' },
      id: 'c-0002',
      match: true,
    },
  ])('$name leads to $id', async ({ query, id, match }) => {
    const [first] = await candidates(query)
    expect(first).toMatchObject({ id, match })
  })
  test.each([
    { name: 'a subject that does not fit', query: { query: 'färdtjänst', type: 'subject:x' } },
    {
      name: 'not all types fit',
      query: { query: 'färdtjänst', type: ['skos:Concept', 'subject:x'], type_strict: 'all' },
    },
    { name: 'no such property', query: { properties: [{ pid: 'x', v: 'y' }] } },
    { name: 'nothing asked for', query: { query: '' } },
  ])('none when $name', async ({ query }) => {
    expect(await candidates(query)).toEqual([])
  })
  test('the same by address and by form, as many as asked for, and a score that never rises', async () => {
    const queries = { q: { query: 'digital', limit: 1 } }
    const byForm = await ask(queries)
    const byAddress = await jsonOf(await service.call(`${ROOT}?queries=${encodeURIComponent(JSON.stringify(queries))}`))
    expect(byForm).toEqual(byAddress)
    expect(byForm.q.result).toHaveLength(1)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'digtalhäsop '), maxLength: 15 }), async (query) => {
        const scores = (await candidates({ query })).map(({ score }: { score: number }) => score)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
        for (const score of scores) expect(score).toBeGreaterThanOrEqual(0)
        for (const score of scores) expect(score).toBeLessThanOrEqual(100)
      }),
      { numRuns: 50 },
    )
  })
})

describe('what cannot be answered', () => {
  test.each([
    { name: 'no JSON', fields: { queries: '{' } },
    { name: 'a list instead of questions by key', fields: { queries: '[]' } },
    { name: 'a question without words and properties', fields: { queries: '{"q":{}}' } },
    {
      name: 'too many questions',
      fields: {
        queries: JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`q${at}`, { query: 'a' }]))),
      },
    },
    { name: 'a word that is too long', fields: { queries: JSON.stringify({ q: { query: 'a'.repeat(201) } }) } },
    { name: 'very deep JSON', fields: { queries: '['.repeat(90_000) } },
    { name: 'an extension without ids', fields: { extend: '{"properties":[]}' } },
  ])('$name: a problem that says so', async ({ fields }) => {
    const response = await service.call(ROOT, { method: 'POST', body: new URLSearchParams(fields) })
    expect(response.status).toBe(400)
    expect(await jsonOf(response)).toMatchObject({ code: 'invalid-parameter' })
  })
  test('a preview of what is not there', async () => {
    expect((await service.call(`${ROOT}/previews/c-9999`)).status).toBe(404)
  })
  test('words that others send are not counted as missing: they may be names', async () => {
    await ask({ q: { query: 'Karin Andersson' } })
    expect(service.unmet.waiting).toBe(0)
  })
})
