import { z } from 'zod'
import { API_ROOT, type Asked, createApi, problemAnswer } from '../api/create-api.js'
import { isRefusal, JSON_TYPE, type Operation } from '../api/operation.js'
import { PROBLEM_TYPE, PROBLEMS, type ProblemCode, refuse } from '../api/problems.js'
import { inputSchemas, namedSchemas } from '../api/schemas/registry.js'
import { ProblemResource } from '../api/schemas/releases.js'
import type { Services } from '../api/services.js'
import type { Surface } from '../api/surface.js'

type Json = { readonly [key: string]: unknown }

/** Where the described API stands when nobody says; the national profile wants `https` and `{api}/{version}`. */
export const EXAMPLE_SERVER = 'https://api.example.se/klarsprak'

/** What any operation may refuse with. */
const ALWAYS: readonly ProblemCode[] = [
  'invalid-parameter',
  'method-not-allowed',
  'not-acceptable',
  'address-too-long',
  'too-many-requests',
  'internal',
  'unavailable',
]
const WITH_BODY: readonly ProblemCode[] = [
  'malformed-request',
  'too-large',
  'unsupported-media-type',
  'invalid-content',
]

/** What a description is of, and what it says of the whole. */
export interface Described {
  readonly surfaces: readonly Surface[]
  /** What comes after the service's own address in the address of the described API: `/v1`, or nothing. */
  readonly base: string
  readonly info: Json
  readonly tags: Readonly<Record<string, string>>
}

/**
 * The OpenAPI description. Parameters, bodies and answers come from the schemas that the operations validate with,
 * and the examples are what the operations answer with `services`.
 */
export async function createOpenApi(
  { surfaces, base, info, tags }: Described,
  services: Services,
  { server = EXAMPLE_SERVER }: { readonly server?: string } = {},
): Promise<Json> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { root, operations } of surfaces)
    for (const operation of operations) {
      const path = (paths[(root + operation.path).slice(base.length)] ??= {
        summary: summaryOfPath(operation, operations),
        parameters: [{ $ref: '#/components/parameters/traceparent' }],
      })
      path[operation.method] = await describe(operation, root, services)
    }
  return withoutUnused({
    openapi: '3.1.0',
    info,
    externalDocs: {
      description: 'Documentation with examples, and the service level (SLA)',
      url: 'https://github.com/klarsprak/klarsprak/blob/main/docs/api.md',
    },
    servers: [{ url: server.replace(/\/+$/u, '') + base, description: 'The service' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    // What needs a key says so itself.
    security: [{}],
    paths,
    components: {
      schemas: componentSchemas(),
      parameters: {
        traceparent: {
          name: 'traceparent',
          in: 'header',
          required: false,
          description: 'W3C Trace Context. The trace is passed on and returned.',
          schema: { type: 'string' },
          example: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
        },
        ifNoneMatch: {
          name: 'If-None-Match',
          in: 'header',
          required: false,
          description: 'The ETag of an answer you have. The reply is 304 when it is still right.',
          schema: { type: 'string' },
          example: '"0123456789abcdef"',
        },
        ifMatch: {
          name: 'If-Match',
          in: 'header',
          required: false,
          description: 'The ETag of the version that you change. Needed when there is something to change.',
          schema: { type: 'string' },
          example: '"v1"',
        },
        idempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'A name of your own for the call, so that it can be sent again without being made twice.',
          schema: { type: 'string' },
          example: '5f0d2f6e-6f1a-4d0e-9c0b-6a4e5b1c2d3e',
        },
      },
      headers: HEADERS,
      responses: problemResponses(),
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key, or a token (JWT) from those who sign in the users of the service. Reading needs none.',
        },
      },
    },
  })
}

/** Without the schemas that nothing in the description leads to: the names are those of all operations. */
function withoutUnused(document: Json): Json {
  const { schemas, ...components } = document.components as { readonly schemas: Readonly<Record<string, unknown>> }
  const used = new Set<string>()
  const follow = (value: unknown): void => {
    for (const [, id] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/gu)) {
      if (used.has(id!)) continue
      used.add(id!)
      follow(schemas[id!])
    }
  }
  follow([document.paths, components])
  return {
    ...document,
    components: { schemas: Object.fromEntries(Object.entries(schemas).filter(([id]) => used.has(id))), ...components },
  }
}

const summaryOfPath = (operation: Operation, all: readonly Operation[]): string =>
  all
    .filter(({ path }) => path === operation.path)
    .map(({ summary }) => `${summary.sv} / ${summary.en}`)
    .join('. ')

async function describe(operation: Operation, root: string, services: Services): Promise<Json> {
  const {
    id,
    tag,
    summary,
    description,
    body,
    produces,
    refuses = [],
    method,
    params,
    bodyType = JSON_TYPE,
    access,
    status = 200,
    mayCreate,
    heeds = [],
    layered,
  } = operation
  const example = await exampleAnswer(operation, root, services)
  const isCacheable = method === 'get'
  const codes = [
    ...new Set([
      ...ALWAYS,
      ...refuses,
      ...(access === undefined ? [] : (['key-needed'] as const)),
      ...(access === undefined || access === 'optional' ? [] : (['not-allowed'] as const)),
      ...(heeds.includes('ifMatch') ? (['changed-meanwhile', 'version-needed'] as const) : []),
      ...(layered === true ? (['not-found'] as const) : []),
      ...(access === undefined || method === 'get' ? [] : (['no-room'] as const)),
      ...(params === undefined ? [] : (['not-found'] as const)),
      ...(body === undefined ? [] : WITH_BODY),
    ]),
  ]
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b)
  const success = (of: number): Json => ({
    description: produces.map((produced) => produced.describe).join(' '),
    headers: headersOf([
      'traceparent',
      ...(isCacheable || heeds.includes('ifMatch') ? ['ETag'] : []),
      ...(of === 201 ? ['Location'] : []),
      'Cache-Control',
      'RateLimit',
      'RateLimit-Policy',
    ]),
    ...(of === 204
      ? {}
      : {
          content: Object.fromEntries(
            produces.map(({ type, schema }) => [
              type,
              schema === undefined
                ? { schema: { type: 'string' } }
                : { schema: reference(schema), example: type === JSON_TYPE ? example : undefined },
            ]),
          ),
        }),
  })
  return {
    operationId: id,
    ...(operation.deprecated === undefined ? {} : { deprecated: true }),
    tags: [tag],
    ...(access === undefined ? {} : { security: access === 'optional' ? [{}, { apiKey: [] }] : [{ apiKey: [] }] }),
    summary: summary.sv,
    description: `${summary.en}. ${description}`,
    parameters: [
      ...parametersOf(operation, 'path'),
      ...parametersOf(operation, 'query'),
      ...(isCacheable ? [{ $ref: '#/components/parameters/ifNoneMatch' }] : []),
      ...heeds.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            description: 'The request.',
            content: { [bodyType]: { schema: reference(body), example: operation.example.body } },
          },
        }),
    responses: {
      ...Object.fromEntries([status, ...(mayCreate === true ? [201] : [])].map((one) => [one, success(one)])),
      ...Object.fromEntries(
        Object.entries(operation.withoutContent ?? {}).map(([status, meaning]) => [
          status,
          { description: meaning, headers: headersOf(['traceparent']) },
        ]),
      ),
      ...(isCacheable
        ? { 304: { description: 'What you have is still right.', headers: headersOf(['traceparent', 'ETag']) } }
        : {}),
      ...Object.fromEntries(
        statuses.map((status) => [String(status), { $ref: `#/components/responses/problem${status}` }]),
      ),
      default: { $ref: '#/components/responses/problem500' },
    },
  }
}

/** One for each status, with every problem that has it. */
function problemResponses(): Json {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
    const { status } = PROBLEMS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [`problem${status}`, problemResponse(codes)]))
}

function problemResponse(codes: readonly ProblemCode[]): Json {
  const example = (code: ProblemCode) =>
    JSON.parse(
      problemAnswer(
        refuse(code, { sv: 'Vad som är fel och hur det går att rätta till.', en: 'What is wrong and how to mend it.' }),
        'sv',
        'urn:trace:4bf92f3577b34da6a3ce929d0e0e4736',
      ).body as string,
    )
  return {
    description: codes.map((code) => `${code}: ${PROBLEMS[code].title.en}.`).join(' '),
    headers: headersOf(['traceparent']),
    content: { [PROBLEM_TYPE]: { schema: reference(ProblemResource), example: example(codes[0]!) } },
  }
}

const HEADERS: Readonly<Record<string, Json>> = {
  traceparent: { description: 'W3C Trace Context.', schema: { type: 'string' } },
  ETag: { description: 'A strong entity tag.', schema: { type: 'string' } },
  Location: { description: 'The address of what is new.', schema: { type: 'string' } },
  'Cache-Control': { description: 'How long the answer may be kept.', schema: { type: 'string' } },
  RateLimit: { description: 'How many calls are left, and seconds until it starts anew.', schema: { type: 'string' } },
  'RateLimit-Policy': { description: 'How many calls an address may make.', schema: { type: 'string' } },
}
const headersOf = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

function parametersOf(operation: Operation, place: 'path' | 'query'): readonly Json[] {
  const schema = place === 'path' ? operation.params : operation.query
  const given = place === 'path' ? operation.example.params : operation.example.query
  if (schema === undefined) return []
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => {
    const { description, example, ...rest } = property as Json
    return {
      name,
      in: place,
      required: place === 'path',
      description,
      schema: rest,
      example: given?.[name] ?? example,
    }
  })
}

/** A named schema by its name, another one as it is. */
function reference(schema: z.ZodType): Json {
  const id = namedSchemas.get(schema)?.id
  if (id !== undefined) return { $ref: `#/components/schemas/${id}` }
  const { $schema: _, ...rest } = z.toJSONSchema(schema) as Json
  return rest
}

function componentSchemas(): Json {
  const side = (io: 'input' | 'output') =>
    z.toJSONSchema(namedSchemas, { uri: (id) => `#/components/schemas/${id}`, io }).schemas
  const sides = { input: side('input'), output: side('output') }
  return Object.fromEntries(
    Object.keys(sides.output)
      .map((id) => [id, sides[inputSchemas.has(id) ? 'input' : 'output'][id]!] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { $schema: _, $id: __, ...schema }]) => [id, { ...schema }]),
  )
}

/** The examples are asked for by an administrator who has what is there now. */
const EXAMPLE_ASKED: Asked = {
  caller: { id: 'key:000000000001', name: 'Anna Andersson', isAdministrator: true, edits: [] },
  conditions: { ifMatch: '*' },
}

/** What an operation answers to its own example. */
async function exampleAnswer(operation: Operation, root: string, services: Services): Promise<unknown> {
  const api = createApi([{ root, operations: [operation] }], services)
  const { params = {}, query = {}, body } = operation.example
  const found = api.find({ method: operation.method, url: exampleUrl(operation, root), accept: undefined })
  if ('code' in found)
    throw new Error(`The example of ${operation.id} has no operation: ${JSON.stringify({ params, query })}`)
  const answer = await api.answer(found, { body, ...EXAMPLE_ASKED })
  if (isRefusal(answer)) throw new Error(`The example of ${operation.id} is refused: ${answer.detail.en}`)
  return answer.type.startsWith(JSON_TYPE) && answer.body.length > 0
    ? JSON.parse(Buffer.from(answer.body as string).toString('utf8'))
    : undefined
}

/** The address of an operation's example, below the root of the service. */
export function exampleUrl({ path, example: { params = {}, query = {} } }: Operation, root = API_ROOT): string {
  const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams(
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  ).toString()
  return `${root}${filled}${search === '' ? '' : `?${search}`}`
}
