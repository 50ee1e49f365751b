import Negotiator from 'negotiator'
import { keyNeeded } from '../auth/authenticate.js'
import { type Caller, hasRole } from '../auth/caller.js'
import { tooMuch } from '../editing/limits.js'
import { withDeprecation } from './deprecation.js'
import { type Answer, type Conditions, isRefusal, type Operation } from './operation.js'
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

/** That a call may be made, and by whom it is when it matters. */
export interface Admission {
  readonly caller: Caller | undefined
}

/** What a call brings, beside its address. */
export interface Asked extends Partial<Admission> {
  readonly body?: unknown
  readonly conditions?: Conditions
}

/** The API, without a server: from calls to answers. */
export interface Api {
  /** Whether an address is one of the API's, be there an operation or not. */
  owns(url: string): boolean
  /** The operation that a call is for. HEAD is found as GET. */
  find(call: ApiCall): FoundCall | Refusal
  /** For OPTIONS and for 405: the methods of a path; empty when there is no such path. */
  methods(url: string): readonly string[]
  /** Who makes a call, or why they may not. Asked before a body is read. */
  admit(found: FoundCall, authorization: string | undefined): Promise<Admission | Refusal>
  /** Rejects only for faults of our own and of the storage. */
  answer(found: FoundCall, asked?: Asked): Answer | Refusal | Promise<Answer | Refusal>
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

  const replyTo: Api['answer'] = (
    { operation, params: named, search, type },
    { body, caller, conditions = {} } = {},
  ) => {
    const reader = readers.get(operation)!
    const params = reader.params(Object.entries(named))
    if ('code' in params) return notFound
    if (!isDecodable(search)) return notDecodable
    const query = reader.query(new URLSearchParams(search))
    if ('code' in query) return query
    if (Object.values(params.values).some(hasNul)) return notFound
    if (Object.values(query.values).some(hasNul)) return nul
    const refused = operation.access === undefined || operation.body === undefined ? undefined : tooMuch(body)
    if (refused !== undefined) return refused
    const content = operation.body === undefined ? undefined : read(operation.body, body, 'invalid-content')
    if (content !== undefined && 'code' in content) return content
    const request = {
      params: params.values,
      query: query.values,
      body: content?.values as unknown,
      type,
      caller,
      conditions,
    }
    const organisation = organisationIn(request)
    return operation.layered !== true || organisation === undefined
      ? operation.handle(request, services)
      : answerLayered(operation, request, organisation, services)
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
      if (entry === undefined) return methodNotAllowed(methods(url))
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
    async admit({ operation: { access } }, authorization) {
      if (access === undefined) return { caller: undefined }
      const caller = await services.authenticate(authorization)
      if (caller !== undefined && 'code' in caller) return caller
      if (access === 'optional') return { caller }
      if (caller === undefined) return keyNeeded
      return hasRole(caller, access) ? { caller } : notAllowed
    },
    answer(found, asked) {
      const reply = replyTo(found, asked)
      const { deprecated } = found.operation
      if (deprecated === undefined) return reply
      const withHeaders = (one: Answer | Refusal) => withDeprecation(one, deprecated, services.link)
      return reply instanceof Promise ? reply.then(withHeaders) : withHeaders(reply)
    },
  }
}

/** No text for people has it, and no database keeps it. */
const hasNul = (value: unknown): boolean => typeof value === 'string' && value.includes('\u0000')
const nul = refuse('invalid-parameter', {
  sv: 'En parameter innehåller tecknet noll.',
  en: 'A parameter has a null character.',
})

export const notAllowed = refuse('not-allowed', {
  sv: 'Din nyckel gäller inte för det här. Fråga den som sköter tjänsten om du behöver en annan roll.',
  en: 'Your key is not for this. Ask those who run the service if you need another role.',
})

type Request = Parameters<Operation['handle']>[0]

/** The organisation that a request names, in its address or its body. */
function organisationIn({ query, body }: Request): string | undefined {
  const named = query.organisation ?? (body as { readonly organisation?: unknown } | undefined)?.organisation
  return typeof named === 'string' ? named : undefined
}

/** The answer from an organisation's bank. It changes whenever somebody edits, so it is kept as such. */
async function answerLayered(
  operation: Operation,
  request: Request,
  organisation: string,
  services: Services,
): Promise<Answer | Refusal> {
  const theirs = await services.ofOrganisation(organisation)
  if (theirs === undefined) return noSuchOrganisation(organisation)
  const reply = await operation.handle(request, theirs)
  if (isRefusal(reply)) return reply
  return { ...reply, missingIn: organisation, ...(reply.cache === 'none' ? {} : { cache: 'state' }) }
}

export const noSuchOrganisation = (name: string): Refusal =>
  refuse('not-found', {
    sv: `Organisationen ${name} finns inte. De som finns: /v1/organisations.`,
    en: `There is no organisation ${name}. Those there are: /v1/organisations.`,
  })

export function methodNotAllowed(methods: readonly string[]): Refusal {
  const allowed = methods.join(', ')
  return refuse(
    'method-not-allowed',
    { sv: `Här går det att använda ${allowed}.`, en: `Here you can use ${allowed}.` },
    { headers: { allow: allowed } },
  )
}

const notDecodable = refuse('invalid-parameter', {
  sv: 'Parametrarna ska vara UTF-8, skrivna med procent: å är %C3%A5 och % är %25.',
  en: 'The parameters should be UTF-8, percent-encoded: å is %C3%A5 and % is %25.',
})

/** Otherwise what cannot be read would be taken for a question mark, and the answer be about something else. */
function isDecodable(search: string): boolean {
  if (!search.includes('%')) return true
  try {
    decodeURIComponent(search)
    return true
  } catch {
    return false
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
