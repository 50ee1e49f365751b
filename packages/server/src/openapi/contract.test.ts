import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATIONS } from '../api/operations/index.js'
import { openApiJson } from '../openapi.js'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'
import { exampleUrl } from './create-open-api.js'

interface Described {
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Record<string, { schema: object; example?: unknown }> }>
  >
  readonly parameters: readonly {
    name?: string
    in?: string
    schema: { type?: string; enum?: string[]; minimum?: number; maximum?: number }
  }[]
  readonly requestBody?: { readonly content: Record<string, { schema: { $ref: string }; example?: unknown }> }
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: {
    readonly responses: Readonly<Record<string, Described['responses'][string]>>
    readonly schemas: object
  }
}

const text = await openApiJson()
const document = JSON.parse(text) as Document
// Formats are documentation here; examples and descriptions are no keywords of validation.
const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema(document as unknown as Record<string, unknown>, 'openapi')
const validators = new Map<string, ValidateFunction>()

/** The schema at a place in the description, as a validator. */
function validator(pointer: string): ValidateFunction {
  const known = validators.get(pointer)
  if (known !== undefined) return known
  const made = ajv.compile({ $ref: `openapi#${pointer}` })
  validators.set(pointer, made)
  return made
}
const escaped = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

/** Fails when an answer is not as the description says. */
async function expectAsDescribed(path: string, method: string, response: Response): Promise<void> {
  const described = document.paths[path]![method]!.responses
  const type = response.headers.get('content-type')?.split(';')[0]
  const status = String(response.status)
  const declared = described[status]
  expect(declared, `${method} ${path} answers ${status}`).toBeDefined()
  expect(response.headers.get('traceparent')).not.toBeNull()
  if (status === '304') return
  const reference = declared!.$ref
  const content = (reference === undefined ? declared : document.components.responses[reference.split('/').at(-1)!])!
    .content!
  expect(Object.keys(content), `${method} ${path} ${status}`).toContain(type)
  if (response.status >= 400) expect(type).toBe('application/problem+json')
  const body = await response.text()
  if (!type!.endsWith('json') || type === 'application/ld+json') return
  const pointer =
    (reference === undefined ? `/paths/${escaped(path)}/${method}/responses/${status}` : reference.slice(1)) +
    `/content/${escaped(type!)}/schema`
  const validate = validator(pointer)
  expect(
    validate(JSON.parse(body)),
    `${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}\n${body.slice(0, 500)}`,
  ).toBe(true)
}

describe('every operation answers its own example as described', () => {
  for (const operation of OPERATIONS)
    for (const produced of operation.negotiated === false ? [undefined] : operation.produces)
      test(`${operation.id}${produced === undefined ? '' : ` as ${produced.type}`}`, async () => {
        const response = await service.call(exampleUrl(operation), {
          method: operation.method.toUpperCase(),
          headers: {
            ...(produced === undefined ? {} : { accept: produced.type }),
            ...(operation.body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(operation.body === undefined ? {} : { body: JSON.stringify(operation.example.body) }),
        })
        expect(response.status).toBe(200)
        if (produced !== undefined) expect(response.headers.get('content-type')).toContain(produced.type)
        await expectAsDescribed(operation.path, operation.method, response)
      })
})

test('the examples in the description fit their schemas', () => {
  let examples = 0
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { schema, example } = value as { schema?: unknown; example?: unknown }
    if (typeof schema === 'object' && example !== undefined) {
      const validate = validator(`${pointer}/schema`)
      expect(validate(example), `${pointer}: ${ajv.errorsText(validate.errors)}`).toBe(true)
      examples++
    }
    for (const [key, below] of Object.entries(value)) if (key !== 'example') walk(below, `${pointer}/${escaped(key)}`)
  }
  walk(document.paths, '/paths')
  walk(document.components, '/components')
  expect(examples).toBeGreaterThan(40)
})

describe('whatever is asked', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'hälsoportalen',
      'färdtjänst',
      'c-0001',
      '2026.1',
      'latest',
      'csv',
      '',
      ' ',
      '%',
      '..',
      'å\u0308',
      'a\r\nb',
      '\u0000',
      '😀',
      '\ud800',
      '__proto__',
      'constructor',
      '<script>',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'abcåäö -.é1'), maxLength: 250 }),
  )
  const number = fc.oneof(fc.integer({ min: -3, max: 105 }).map(String), word)
  const value = (schema: Described['parameters'][number]['schema']) =>
    schema.type === 'integer'
      ? number
      : schema.enum === undefined
        ? word
        : fc.oneof(fc.constantFrom(...schema.enum), word)
  const accept = fc.oneof(
    fc.constantFrom(
      '*/*',
      'application/json',
      'text/turtle',
      'application/*;q=0.5',
      'text/html',
      ',;q=',
      'application/atom+xml',
    ),
    fc.string({ unit: fc.constantFrom(...'ab*/;,=.q01 '), maxLength: 20 }),
  )
  const encoded = (part: string): string => encodeURIComponent(part.replace(/\p{Surrogate}/gu, ''))
  const json: fc.Arbitrary<unknown> = fc.oneof(
    fc.record(
      { text: fc.oneof(word, fc.anything()), format: fc.oneof(fc.constantFrom('plain', 'markdown', 'html'), word) },
      { requiredKeys: [] },
    ),
    fc.record({ words: fc.oneof(fc.array(word, { maxLength: 5 }), fc.jsonValue()) }),
    fc.jsonValue(),
  )
  const body = fc.oneof(
    json.map(
      (value) => JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? 'null',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )

  interface Asked {
    readonly path: string
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }
  const requests: fc.Arbitrary<Asked> = fc.oneof(
    ...Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => method === 'get' || method === 'post')
        .map(([method, { parameters, requestBody }]): fc.Arbitrary<Asked> => {
          const named = (place: string) => parameters.filter((parameter) => parameter.in === place)
          const query = fc.record(
            Object.fromEntries(named('query').map(({ name, schema }) => [name!, value(schema)])),
            { requiredKeys: [] },
          )
          const params = fc.record(
            Object.fromEntries(
              named('path').map(({ name }) => [
                name!,
                word.filter((part) => part !== '' && part !== '.' && part !== '..'),
              ]),
            ),
          )
          return fc
            .record({
              params,
              query,
              extra: fc.option(fc.tuple(word, word), { freq: 8 }),
              accept: fc.option(accept),
              language: fc.option(fc.constantFrom('en', 'sv', 'en;q=0', ',')),
              known: fc.option(fc.constantFrom('"a"', '*', 'x')),
              type: fc.constantFrom(
                'application/json',
                'application/json; charset=utf-8',
                'application/json',
                'text/plain',
                'application/json; charset=x',
              ),
              body,
            })
            .map((asked) => {
              const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => encoded(String(asked.params[name])))
              const pairs = Object.entries(asked.query).map(([name, text]) => `${name}=${encoded(String(text))}`)
              if (asked.extra !== null) pairs.push(`${encoded(asked.extra[0])}=${encoded(asked.extra[1])}`)
              return {
                path,
                method,
                url: `/v1${filled}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
                headers: {
                  ...(asked.accept === null ? {} : { accept: asked.accept }),
                  ...(asked.language === null ? {} : { 'accept-language': asked.language }),
                  ...(asked.known === null ? {} : { 'if-none-match': asked.known }),
                  ...(requestBody === undefined ? {} : { 'content-type': asked.type }),
                },
                ...(requestBody === undefined ? {} : { body: asked.body }),
              }
            })
        }),
    ),
  )

  /** Requests for the answers that chance may miss: what is already known, and a body without a text. */
  const rareAnswers: [Asked][] = [
    [{ path: '/api-info', method: 'get', url: '/v1/api-info', headers: { 'if-none-match': '*' } }],
    [
      {
        path: '/checks',
        method: 'post',
        url: '/v1/checks',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      },
    ],
  ]

  test('the answer is as described, and never a fault of ours', async () => {
    const seen = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(requests, async ({ path, method, url, headers, body: sent }) => {
        const response = await service.call(url, {
          method: method.toUpperCase(),
          headers,
          ...(sent === undefined ? {} : { body: sent }),
        })
        seen.set(response.status, (seen.get(response.status) ?? 0) + 1)
        expect(response.status).toBeLessThan(500)
        await expectAsDescribed(path, method, response)
      }),
      { numRuns: 1_500, examples: rareAnswers },
    )
    // All kinds of answers were tried.
    for (const status of [200, 304, 400, 404, 406, 415, 422])
      expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(0)
  }, 120_000)

  test('an unknown address is a problem too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(word.map(encoded), { maxLength: 5 }),
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
        async (parts, method) => {
          const response = await service.call(`/v1/zebra/${parts.join('/')}`, { method })
          if (!new URL(response.url).pathname.startsWith('/v1/zebra')) return
          expect(response.status).toBe(404)
          expect(await jsonOf(response)).toMatchObject({ code: 'not-found', status: 404 })
        },
      ),
      { numRuns: 100 },
    )
  })
})
