import Negotiator from 'negotiator'
import type { Answer, Operation } from './operation.js'
import { type Language, PROBLEM_TYPE, PROBLEMS, problemBody, type Refusal, refuse } from './problems.js'
import { parameterReader, read } from './read-inputs.js'
import { createRouteTable } from './route-table.js'
import type { Services } from './services.js'
import type { Surface } from './surface.js'

/** What stands before every path of the API by the national profile. */
export const API_ROOT = '/v1'
/** Longer addresses are refused; the national profile asks for at most 2,048. In UTF-16 code units. */
const LONGEST_ADDRESS = 4_096

/** The parts of a request that decide its answer. */
export interface ApiCall {
  readonly method: string
  /** Path and query as they came. */
  readonly url: string
  readonly accept: string | undefined
}

/** A call whose operation has been found; what is left is its body and its answer. */
export interface FoundCall {
  readonly operation: Operation
  /** Its whole path, with parameters by name; for logs and counts. */
  readonly route: string
  readonly params: Readonly<Record<string, string>>
  readonly search: string
  /** The media type to answer with. */
  readonly type: string
}

/** The API, without a server: from calls to answers. */
export interface Api {
  /** Whether an address is one of the API's, be there an operation or not. */
  owns(url: string): boolean
  /** The operation that a call is for. HEAD is found as GET. */
  find(call: ApiCall): FoundCall | Refusal
  /** For OPTIONS and for 405: the methods of a path; empty when there is no such path. */
  methods(url: string): readonly string[]
  /** Rejects only for faults of our own and of the storage. */
  answer(found: FoundCall, body?: unknown): Answer | Refusal | Promise<Answer | Refusal>
}

const notFound = refuse('not-found', {
  sv: 'Adressen finns inte. Se /v1/api-info för de som finns.',
  en: 'There is no such address. See /v1/api-info for those there are.',
})

export function createApi(surfaces: readonly Surface[], services: Services): Api {
  const entries = surfaces.flatMap(({ root, operations }) =>
    operations.map((operation) => ({ path: root + operation.path, operation })),
  )
  const routeOf = createRouteTable(entries)
  const readers = new Map(
    entries.map(({ operation }) => [
      operation,
      {
        params: parameterReader(operation.params, 'not-found'),
        query: parameterReader(operation.query, 'invalid-parameter'),
      },
    ]),
  )
  const methods = (url: string): readonly string[] => {
    const known = [...(routeOf(pathOf(url))?.entries.keys() ?? [])].map((method) => method.toUpperCase())
    return known.length === 0 ? [] : [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS']
  }

  return {
    owns: (url) => surfaces.some(({ root }) => isBelow(root, url)),
    methods,
    find({ method, url, accept }) {
      if (url.length > LONGEST_ADDRESS)
        return refuse('address-too-long', {
          sv: `Adressen får ha högst ${LONGEST_ADDRESS} tecken. Skicka långa texter med POST.`,
          en: `An address has at most ${LONGEST_ADDRESS} characters. Send long texts with POST.`,
        })
      const route = routeOf(pathOf(url))
      if (route === undefined) return notFound
      const entry = route.entries.get(method === 'HEAD' ? 'get' : method.toLowerCase())
      if (entry === undefined) {
        const allowed = methods(url).join(', ')
        return refuse(
          'method-not-allowed',
          { sv: `Här går det att använda ${allowed}.`, en: `Here you can use ${allowed}.` },
          { headers: { allow: allowed } },
        )
      }
      const { operation, path } = entry
      const type = typeFor(operation, accept)
      if (type === undefined) {
        const types = operation.produces.map((produced) => produced.type).join(', ')
        return refuse('not-acceptable', {
          sv: `Svaret finns som ${types}.`,
          en: `The answer exists as ${types}.`,
        })
      }
      const end = url.indexOf('?')
      return { operation, route: path, params: route.params, search: end < 0 ? '' : url.slice(end + 1), type }
    },
    answer({ operation, params: named, search, type }, body) {
      const reader = readers.get(operation)!
      const params = reader.params(Object.entries(named))
      if ('code' in params) return notFound
      const query = reader.query(new URLSearchParams(search))
      if ('code' in query) return query
      const content = operation.body === undefined ? undefined : read(operation.body, body, 'invalid-content')
      if (content !== undefined && 'code' in content) return content
      return operation.handle({ params: params.values, query: query.values, body: content?.values, type }, services)
    },
  }
}

const pathOf = (url: string): string => {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

const isBelow = (root: string, url: string): boolean =>
  url.startsWith(root) && (url.length === root.length || url[root.length] === '/' || url[root.length] === '?')

function typeFor({ produces, negotiated }: Operation, accept: string | undefined): string | undefined {
  if (negotiated === false || accept === undefined || accept === '*/*' || accept === '') return produces[0].type
  const types = produces.map(({ type }) => type)
  return new Negotiator({ headers: { accept: accept.slice(0, 1_000) } }).mediaType(types)
}

/** Swedish, unless English is asked for before it. */
export function languageFor(header: string | undefined): Language {
  if (header === undefined || !header.includes('en')) return 'sv'
  const language = new Negotiator({ headers: { 'accept-language': header.slice(0, 200) } }).language(['sv', 'en'])
  return language === 'en' ? 'en' : 'sv'
}

/** A refusal as an answer. `instance` names this very call. */
export function problemAnswer(refusal: Refusal, language: Language, instance: string): Answer {
  return {
    status: PROBLEMS[refusal.code].status,
    type: `${PROBLEM_TYPE}; charset=utf-8`,
    body: problemBody(refusal, language, instance),
    cache: 'none',
    headers: { ...refusal.headers, 'content-language': language },
  }
}
