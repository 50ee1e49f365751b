import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Admission, type Api, languageFor, methodNotAllowed, problemAnswer } from '../api/create-api.js'
import { type Answer, type BodyType, isRefusal, JSON_TYPE } from '../api/operation.js'
import { type Refusal, refuse } from '../api/problems.js'
import type { UnmetNeeds } from '../bank/unmet-needs.js'
import type { AnswerCache } from '../http/answer-cache.js'
import { OPEN_HEADERS, preflightHeaders, SAFETY_HEADERS } from '../http/api-headers.js'
import type { Metrics } from '../http/metrics.js'
import {
  type Body,
  chooseEncoding,
  entityTag,
  isKnownToAsker,
  type PreparedAnswer,
  prepareAnswer,
} from '../http/prepared-answer.js'
import type { RateLimiter, RateLimits } from '../http/rate-limit.js'
import { createTracer, type Trace } from '../http/traceparent.js'
import { StorageFull, StorageUnavailable } from '../storage/storage.js'

/** Called when an answer has been handed over: what goes into the log. Never a path, a query or a body. */
export type OnAnswered = (answered: {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  readonly traceId: string
}) => void

export interface ApiLaneOptions {
  readonly api: Api
  readonly cache: AnswerCache
  readonly limiter: RateLimiter | undefined
  readonly addressOf: (request: IncomingMessage) => string
  readonly metrics: Metrics
  readonly unmet: UnmetNeeds
  readonly onAnswered: OnAnswered
  /** Faults of our own. */
  readonly onFault: (error: unknown, traceId: string) => void
}

/** A body, or why there is none. */
export type ReadBody = { readonly body: unknown } | { readonly refusal: Refusal }

export interface ApiLane {
  /** Answers calls that have no body straight from Node's server; express is never reached. */
  serve(request: IncomingMessage, response: ServerResponse): void
  /** Answers a call that has a body, once it has been read. */
  serveWithBody(
    request: IncomingMessage,
    response: ServerResponse,
    readBody: (type: BodyType) => Promise<ReadBody>,
  ): Promise<void>
  /** Gives an answer that belongs to no operation. */
  give(request: IncomingMessage, response: ServerResponse, route: string, answer: () => Promise<Answer>): Promise<void>
  /** Tells the methods of an address that is no operation: to OPTIONS as an answer, to others as a refusal. */
  allow(request: IncomingMessage, response: ServerResponse, methods: readonly string[]): void
  /** Refuses a call of any kind. */
  refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void
}

/** Longer values of these headers are rare, and would fill the cache with keys. */
const LONGEST_KEY = 1_000

/** A call that anybody may make. */
const OPEN: Admission = { caller: undefined }

interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly trace: Trace
  readonly started: number
  route: string
  /** Names and values of headers in turn. */
  limits: readonly string[]
}

export function createApiLane(options: ApiLaneOptions): ApiLane {
  const { api, cache, limiter, addressOf, metrics, unmet, onAnswered, onFault } = options
  const traceOf = createTracer()
  const open = (request: IncomingMessage, response: ServerResponse): Call => ({
    request,
    response,
    trace: traceOf(request.headers.traceparent as string | undefined),
    started: performance.now(),
    route: 'unknown',
    limits: [],
  })

  const send = (call: Call, answer: PreparedAnswer): void | Promise<void> => {
    const { request } = call
    const headers = [...answer.headers, ...call.limits, 'traceparent', call.trace.traceparent]
    if (answer.missing.length > 0) {
      unmet.add(answer.missing, answer.missingIn)
      metrics.unmet(answer.missing.length)
    }
    const encoding = answer.isPackable
      ? chooseEncoding(request.headers['accept-encoding'] as string | undefined)
      : undefined
    if (answer.tag !== undefined) {
      headers.push('etag', entityTag(answer.tag, encoding))
      // What has been edited is told, also to who has it already.
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      if (isRead && answer.status === 200 && isKnownToAsker(answer.tag, request.headers['if-none-match']))
        return finish(call, 304, headers, undefined)
    }
    if (encoding === undefined) return finish(call, answer.status, headers, answer.body)
    headers.push('content-encoding', encoding)
    const packed = answer.packed(encoding)
    if (packed !== undefined) return finish(call, answer.status, headers, packed)
    return answer.pack(encoding).then((body) => finish(call, answer.status, headers, body))
  }

  /** @param headers names and values in turn */
  const finish = (call: Call, status: number, headers: string[], body: Body | undefined): void => {
    const { request, response, route, started, trace } = call
    if (body !== undefined) headers.push('content-length', String(body.length))
    response.writeHead(status, headers)
    response.end(request.method === 'HEAD' ? undefined : body, 'latin1')
    const milliseconds = performance.now() - started
    const method = request.method ?? 'GET'
    metrics.observe({ method, route, status, seconds: milliseconds / 1_000 })
    onAnswered({ method, route, status, milliseconds, traceId: trace.traceId })
  }

  const prepareReply = (call: Call, reply: Answer | Refusal): PreparedAnswer =>
    prepareAnswer(
      isRefusal(reply)
        ? problemAnswer(reply, languageFor(call.request.headers['accept-language']), `urn:trace:${call.trace.traceId}`)
        : reply,
    )

  /** Whatever goes wrong has an answer, and a line in the log when it is our own fault. */
  const fail = (call: Call, error: unknown): void => {
    const isAway = error instanceof StorageUnavailable
    onFault(error, call.trace.traceId)
    if (call.response.headersSent) {
      call.response.destroy()
      return
    }
    void send(
      call,
      prepareReply(
        call,
        error instanceof StorageFull
          ? refuse(
              'no-room',
              {
                sv: 'Databasen är full. Inget är sparat, och inget har gått förlorat. Kontakta den som sköter tjänsten.',
                en: 'The database is full. Nothing has been saved, and nothing is lost. Contact those who run the service.',
              },
              { headers: { 'retry-after': '60' } },
            )
          : isAway
            ? refuse(
                'unavailable',
                {
                  sv: 'Databasen svarar inte. Försök igen om en stund.',
                  en: 'The database does not answer. Try again in a while.',
                },
                { headers: { 'retry-after': '10' } },
              )
            : refuse('internal', {
                sv: 'Felet är antecknat. Ange spårnings-id om du hör av dig.',
                en: 'The fault has been noted. Give the trace id if you contact us.',
              }),
      ),
    )
  }

  const tellMethods = (call: Call, methods: readonly string[]): void => {
    const headers = {
      ...SAFETY_HEADERS,
      ...OPEN_HEADERS,
      ...preflightHeaders(methods),
      allow: methods.join(', '),
      traceparent: call.trace.traceparent,
    }
    finish(call, 204, Object.entries(headers).flat(), undefined)
  }

  /** Counts the call. `undefined` when it may go on. */
  const limited = (call: Call, kind: keyof RateLimits, by: RateLimiter): Refusal | undefined => {
    const { isAllowed, headers, wait } = by.count(kind, addressOf(call.request))
    call.limits = headers
    if (isAllowed) return undefined
    return refuse(
      'too-many-requests',
      { sv: `Vänta ${wait} sekunder.`, en: `Wait ${wait} seconds.` },
      { headers: { 'retry-after': String(wait) } },
    )
  }

  /** What has been answered before is sent at once: to wait for nothing costs as much as to find it. */
  const read = (call: Call): void | Promise<void> => {
    const { request } = call
    if (limiter !== undefined) {
      const refusal = limited(call, 'reads', limiter)
      if (refusal !== undefined) return send(call, prepareReply(call, refusal))
    }
    const url = request.url ?? '/'
    const accept = request.headers.accept
    const key = accept === undefined || accept === '*/*' ? url : `${accept}\n${url}`
    const kept = cache.get(key)
    if (kept !== undefined) {
      call.route = kept.route
      return send(call, kept.answer)
    }
    return readAnew(call, url, key)
  }

  const readAnew = async (call: Call, url: string, key: string): Promise<void> => {
    const { request } = call
    const found = api.find({ method: request.method ?? 'GET', url, accept: request.headers.accept })
    if ('code' in found) return send(call, prepareReply(call, found))
    call.route = found.route
    const admission =
      found.operation.access === undefined ? OPEN : await api.admit(found, request.headers.authorization)
    const reply = 'code' in admission ? admission : await api.answer(found, admission)
    const answer = prepareReply(call, reply)
    if (answer.isLasting && key.length <= LONGEST_KEY) cache.set(key, { answer, route: call.route })
    return send(call, answer)
  }

  /** One thing at a time, the cheapest first, so that nobody makes the service read what it will refuse. */
  const replyToBody = async (
    call: Call,
    readBody: (type: BodyType) => Promise<ReadBody>,
  ): Promise<Answer | Refusal> => {
    const { method = 'POST', url = '/', headers } = call.request
    const found = api.find({ method, url, accept: headers.accept })
    const isEdit = 'operation' in found && found.operation.access !== undefined
    const refusal = limiter === undefined ? undefined : limited(call, isEdit ? 'edits' : 'checks', limiter)
    if (refusal !== undefined) return refusal
    if ('code' in found) return found
    call.route = found.route
    const admission = await api.admit(found, headers.authorization)
    if ('code' in admission) return admission
    const { operation } = found
    const read = operation.body === undefined ? { body: undefined } : await readBody(operation.bodyType ?? JSON_TYPE)
    if ('refusal' in read) return read.refusal
    const conditions = {
      ifMatch: headers['if-match'],
      idempotencyKey: headers['idempotency-key'] as string | undefined,
    }
    return api.answer(found, { body: read.body, conditions, ...admission })
  }

  return {
    serve(request, response) {
      const call = open(request, response)
      if (request.method === 'OPTIONS') {
        const methods = api.methods(request.url ?? '/')
        if (methods.length > 0) return tellMethods(call, methods)
      }
      try {
        read(call)?.catch((error) => fail(call, error))
      } catch (error) {
        fail(call, error)
      }
    },
    async serveWithBody(request, response, readBody) {
      const call = open(request, response)
      try {
        await send(call, prepareReply(call, await replyToBody(call, readBody)))
      } catch (error) {
        fail(call, error)
      }
    },
    async give(request, response, route, answer) {
      const call = open(request, response)
      call.route = route
      try {
        await send(call, prepareReply(call, await answer()))
      } catch (error) {
        fail(call, error)
      }
    },
    allow(request, response, methods) {
      const call = open(request, response)
      if (request.method === 'OPTIONS') tellMethods(call, methods)
      else void send(call, prepareReply(call, methodNotAllowed(methods)))
    },
    refuse(request, response, refusal) {
      const call = open(request, response)
      void send(call, prepareReply(call, refusal))
    },
  }
}
