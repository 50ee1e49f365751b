import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { INTEROP_API, NATIONAL_API, openApiJson } from '../openapi.js'
import type { Role } from '../storage/storage.js'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'
import { type Described, exampleUrl } from './create-open-api.js'

interface DescribedOperation {
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Record<string, { schema: object; example?: unknown }> }>
  >
  readonly parameters: readonly {
    name?: string
    in?: string
    example?: unknown
    schema: { type?: string; enum?: string[]; minimum?: number; maximum?: number }
  }[]
  readonly requestBody?: { readonly content: Record<string, { example?: unknown }> }
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly components: {
    readonly responses: Readonly<Record<string, DescribedOperation['responses'][string]>>
    readonly schemas: object
  }
}

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

/** An administrator who has the version that is there now. */
const asAdministrator = () => ({ authorization: `Bearer ${service.keys.administrator}`, 'if-match': '*' })

const escaped = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

/** What a description says of answers, as something that answers can be held against. */
async function contractOf(of: Described) {
  const document = JSON.parse(await openApiJson({ of })) as Document
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

  /** Fails when an answer is not as the description says. */
  async function expectAsDescribed(path: string, method: string, response: Response): Promise<void> {
    const described = document.paths[path]![method]!.responses
    const type = response.headers.get('content-type')?.split(';')[0]
    const status = String(response.status)
    const declared = described[status]
    expect(declared, `${method} ${path} answers ${status}`).toBeDefined()
    expect(response.headers.get('traceparent')).not.toBeNull()
    if (status === '304') return
    if (declared!.$ref === undefined && declared!.content === undefined) return expect(await response.text()).toBe('')
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

  return { document, ajv, validator, expectAsDescribed, ...of }
}

const NATIONAL = await contractOf(NATIONAL_API)
const INTEROP = await contractOf(INTEROP_API)
const CONTRACTS = [
  { name: 'the national profile', contract: NATIONAL },
  { name: 'other tools', contract: INTEROP },
]

describe.each(CONTRACTS)('for $name', ({ contract }) => {
  describe('every operation answers its own example as described', () => {
    for (const { root, operations } of contract.surfaces)
      for (const operation of operations)
        for (const produced of operation.negotiated === false ? [undefined] : operation.produces)
          test(`${operation.id}${produced === undefined ? '' : ` as ${produced.type}`}`, async () => {
            const { body, bodyType = 'application/json', example } = operation
            const response = await service.call(exampleUrl(operation, root), {
              method: operation.method.toUpperCase(),
              headers: {
                ...asAdministrator(),
                ...(produced === undefined ? {} : { accept: produced.type }),
                ...(body === undefined ? {} : { 'content-type': bodyType }),
              },
              ...(body === undefined
                ? {}
                : {
                    body:
                      bodyType === 'application/json'
                        ? JSON.stringify(example.body)
                        : new URLSearchParams(example.body as Record<string, string>),
                  }),
            })
            expect(response.status, await response.clone().text()).toBe(operation.status ?? 200)
            if (produced !== undefined && response.status !== 204)
              expect(response.headers.get('content-type')).toContain(produced.type)
            const path = (root + operation.path).slice(contract.base.length)
            await contract.expectAsDescribed(path, operation.method, response)
          })
  })

  test('the examples in the description fit their schemas', () => {
    let examples = 0
    const walk = (value: unknown, pointer: string): void => {
      if (typeof value !== 'object' || value === null) return
      const { schema, example } = value as { schema?: unknown; example?: unknown }
      if (typeof schema === 'object' && example !== undefined) {
        const validate = contract.validator(`${pointer}/schema`)
        expect(validate(example), `${pointer}: ${contract.ajv.errorsText(validate.errors)}`).toBe(true)
        examples++
      }
      for (const [key, below] of Object.entries(value)) if (key !== 'example') walk(below, `${pointer}/${escaped(key)}`)
    }
    walk(contract.document.paths, '/paths')
    walk(contract.document.components, '/components')
    expect(examples).toBeGreaterThan(Object.keys(contract.document.paths).length * 3)
  })
})

describe('whatever is asked', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'hälsoportalen',
      'färdtjänst',
      'c-0001',
      'region-x',
      'region-x',
      'p-000000000001',
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
  const value = ({ schema, example }: DescribedOperation['parameters'][number]) => {
    const others = schema.type === 'integer' ? number : fc.oneof(word, fc.json())
    const asked = [...(schema.enum ?? []), ...(example === undefined ? [] : [String(example)])]
    return asked.length === 0 ? others : fc.oneof(fc.constantFrom(...asked), others)
  }
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
  const METHODS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete'])
  /** The example of a body with a value somewhere in it exchanged, taken away or added. */
  const nearly = (example: unknown): fc.Arbitrary<string> =>
    fc
      .tuple(fc.nat(30), fc.oneof(fc.constant(undefined), word, fc.integer(), fc.jsonValue({ maxDepth: 2 })))
      .map(([at, other]) => {
        let left = at
        const walk = (value: unknown): unknown => {
          if (left-- === 0) return other
          if (Array.isArray(value)) return value.map(walk)
          if (typeof value !== 'object' || value === null) return value
          return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]))
        }
        return JSON.stringify(walk(example)) ?? 'null'
      })
  const encoded = (part: string): string => encodeURIComponent(part.replace(/\p{Surrogate}/gu, ''))
  const json: fc.Arbitrary<unknown> = fc.oneof(
    fc.record(
      { text: fc.oneof(word, fc.anything()), format: fc.oneof(fc.constantFrom('plain', 'markdown', 'html'), word) },
      { requiredKeys: [] },
    ),
    fc.record({ words: fc.oneof(fc.array(word, { maxLength: 5 }), fc.jsonValue()) }),
    fc.jsonValue(),
  )
  const asText = (value: unknown): string =>
    JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? 'null'
  /** A form whose fields hold whatever there is. */
  const form = fc
    .dictionary(fc.constantFrom('queries', 'extend', 'x'), fc.oneof(json.map(asText), word), { maxKeys: 3 })
    .map((fields) => new URLSearchParams(Object.entries(fields)).toString())
  const bodyFor = (content: Readonly<Record<string, { example?: unknown }>> = {}) =>
    fc.oneof(
      fc.constantFrom(
        ...Object.entries(content).map(([type, { example }]) =>
          type === 'application/json'
            ? asText(example)
            : new URLSearchParams(example as Record<string, string>).toString(),
        ),
        '',
      ),
      ...Object.entries(content).flatMap(([type, { example }]) =>
        type === 'application/json' ? [nearly(example)] : [],
      ),
      json.map(asText),
      form,
      fc.string({ unit: 'binary', maxLength: 40 }),
    )

  interface Asked {
    readonly path: string
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }
  const requestsTo = ({ document, base }: typeof NATIONAL): fc.Arbitrary<Asked> =>
    fc.oneof(
      ...Object.entries(document.paths).flatMap(([path, item]) =>
        Object.entries(item)
          .filter(([method]) => METHODS.has(method))
          .map(([method, { parameters, requestBody }]): fc.Arbitrary<Asked> => {
            const named = (place: string) => parameters.filter((parameter) => parameter.in === place)
            const query = fc.record(
              Object.fromEntries(named('query').map((parameter) => [parameter.name!, value(parameter)])),
              { requiredKeys: [] },
            )
            const params = fc.record(
              Object.fromEntries(
                named('path').map((parameter) => [
                  parameter.name!,
                  value(parameter).filter((part) => part !== '' && part !== '.' && part !== '..'),
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
                who: fc.option(fc.constantFrom('administrator', 'administrator', 'editor', 'contributor', 'nobody')),
                version: fc.option(fc.constantFrom('*', '"v1"', '"v2", "v3"', 'W/"v1"', 'v1', '""')),
                once: fc.option(fc.constantFrom('a', 'b', 'a b', '')),
                type: fc.constantFrom(
                  ...Object.keys(requestBody?.content ?? {}),
                  'application/json',
                  'application/json; charset=utf-8',
                  'application/json',
                  'text/plain',
                  'application/json; charset=x',
                ),
                body: bodyFor(requestBody?.content),
              })
              .map((asked) => {
                const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => encoded(String(asked.params[name])))
                const pairs = Object.entries(asked.query).map(([name, text]) => `${name}=${encoded(String(text))}`)
                if (asked.extra !== null) pairs.push(`${encoded(asked.extra[0])}=${encoded(asked.extra[1])}`)
                return {
                  path,
                  method,
                  url: `${base}${filled}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
                  headers: {
                    ...(asked.accept === null ? {} : { accept: asked.accept }),
                    ...(asked.language === null ? {} : { 'accept-language': asked.language }),
                    ...(asked.who === null
                      ? {}
                      : { authorization: `Bearer ${service.keys[asked.who as Role] ?? 'klarsprak_x'}` }),
                    ...(asked.version === null ? {} : { 'if-match': asked.version }),
                    ...(asked.once === null ? {} : { 'idempotency-key': asked.once }),
                    ...(asked.known === null ? {} : { 'if-none-match': asked.known }),
                    ...(requestBody === undefined ? {} : { 'content-type': asked.type }),
                  },
                  ...(requestBody === undefined ? {} : { body: asked.body }),
                }
              })
          }),
      ),
    )

  /** Requests for the answers that chance may miss: what is already known, a body without a text, and edits. */
  const rareAnswers = (): [Asked][] => {
    const { administrator, editor, contributor } = service.keys
    const exampleOf = (path: string, method: string): string =>
      asText(NATIONAL.document.paths[path]![method]!.requestBody!.content['application/json']!.example)
    const edit = (who: string | undefined, headers: Record<string, string> = {}): [Asked] => {
      const path = '/organisations/{organisation}/overlays/{conceptId}'
      return [
        {
          path,
          method: 'put',
          url: '/v1/organisations/region-x/overlays/c-0001',
          headers: {
            'content-type': 'application/json',
            ...(who === undefined ? {} : { authorization: `Bearer ${who}` }),
            ...headers,
          },
          body: exampleOf(path, 'put'),
        },
      ]
    }
    return [
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
      edit(undefined),
      edit('klarsprak_x'),
      edit(contributor),
      edit(editor),
      edit(editor, { 'if-match': '"v999"' }),
      edit(editor, { 'if-match': '*' }),
      [
        {
          path: '/proposals',
          method: 'post',
          url: '/v1/proposals',
          headers: { 'content-type': 'application/json', authorization: `ApiKey ${administrator}` },
          body: exampleOf('/proposals', 'post'),
        },
      ],
    ]
  }

  const rareForOthers: [Asked][] = [
    [{ path: '/reconciliation', method: 'get', url: '/reconciliation', headers: { 'if-none-match': '*' } }],
    [
      {
        path: '/reconciliation',
        method: 'get',
        url: `/reconciliation?queries=${encodeURIComponent('{"code":{"query":"remiss"},"__proto__":{"query":"a"}}')}`,
        headers: {},
      },
    ],
    [
      {
        path: '/reconciliation',
        method: 'post',
        url: '/reconciliation',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `queries=a&queries=b`,
      },
    ],
  ]

  test.each([
    {
      name: 'the national profile',
      contract: NATIONAL,
      examples: rareAnswers,
      statuses: [200, 201, 304, 400, 401, 403, 404, 406, 412, 415, 422, 428],
      runs: 3_000,
    },
    {
      name: 'other tools',
      contract: INTEROP,
      examples: () => rareForOthers,
      statuses: [200, 304, 400, 404, 406, 415, 422],
      runs: 1_500,
    },
  ])(
    'for $name: the answer is as described, and never a fault of ours',
    async ({ contract, examples, statuses, runs }) => {
      const seen = new Map<number, number>()
      await fc.assert(
        fc.asyncProperty(requestsTo(contract), async ({ path, method, url, headers, body: sent }) => {
          const response = await service.call(url, {
            method: method.toUpperCase(),
            headers,
            ...(sent === undefined ? {} : { body: sent }),
          })
          seen.set(response.status, (seen.get(response.status) ?? 0) + 1)
          expect(response.status).toBeLessThan(500)
          await contract.expectAsDescribed(path, method, response)
        }),
        { numRuns: runs, examples: examples() },
      )
      // All kinds of answers were tried.
      for (const status of statuses) expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(0)
    },
    // Thousands of requests, on a machine that may be busy.
    600_000,
  )

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
