import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import type { Logger } from 'pino'
import { API_ROOT, createApi } from '../api/create-api.js'
import { type Answer, answerJson } from '../api/operation.js'
import { refuse } from '../api/problems.js'
import type { Services } from '../api/services.js'
import { SURFACES } from '../api/surfaces.js'
import type { UnmetNeeds } from '../bank/unmet-needs.js'
import { createAnswerCache } from '../http/answer-cache.js'
import { clientAddress } from '../http/client-address.js'
import type { Metrics } from '../http/metrics.js'
import { createRateLimiter, type RateLimits } from '../http/rate-limit.js'
import type { Storage } from '../storage/storage.js'
import { createApiLane } from './api-lane.js'
import { pageSafety } from './page-safety.js'
import { readBody } from './read-body.js'

export interface AppOptions {
  readonly services: Services
  readonly storage: Pick<Storage, 'ping'>
  readonly unmet: UnmetNeeds
  readonly metrics: Metrics
  readonly log: Logger
  /** The OpenAPI description as JSON. */
  readonly openApi: () => Promise<string>
  /** Left out, nobody is counted. */
  readonly limits?: RateLimits | undefined
  /** Proxies of our own that stand before the service. */
  readonly proxies?: number
  /** Bytes of answers to keep. */
  readonly cacheSize?: number
  /** Pages for people: an express router that is asked for everything outside the API. */
  readonly pages?: ((ports: PagePorts) => RequestHandler) | undefined
  /** Whether the server is on its way down, so that no new traffic should come. */
  readonly isStopping?: () => boolean
}

/** What pages need of the app. */
export interface PagePorts {
  /** Answers as the API does: with an ETag, packed, counted and logged by `route`. */
  give(request: Request, response: Response, route: string, answer: () => Promise<Answer>): Promise<void>
  /** Counts a call of an address. The seconds to wait when there have been too many. */
  count(kind: keyof RateLimits, request: Request): Promise<number | undefined>
  /** Whether anybody may propose on the web; otherwise those with a key. */
  readonly openProposals: boolean
  /** The OpenAPI description as JSON. */
  openApi(): Promise<string>
  /** A fault of our own, for the log. */
  noteFault(error: unknown): void
}

export interface App {
  /** For `createServer` of `node:http`. */
  readonly listener: RequestListener
}

/** How long the database may take to answer when somebody asks whether the service is ready, in milliseconds. */
const READY_WITHIN = 2_000
const CACHE_SIZE = 16_000_000

/**
 * The service as a request listener. Reads of the API are answered straight from Node's server; express carries
 * everything else: what has a body, the pages, and how the service is.
 */
export function createApp({
  services,
  storage,
  unmet,
  metrics,
  log,
  openApi,
  limits,
  proxies = 0,
  cacheSize = CACHE_SIZE,
  pages,
  isStopping = () => false,
}: AppOptions): App {
  const limiter = limits === undefined ? undefined : createRateLimiter(limits)
  const api = createApi(SURFACES, services)
  const addressOf = clientAddress(proxies)
  const lane = createApiLane({
    api,
    cache: createAnswerCache(cacheSize),
    limiter,
    addressOf,
    metrics,
    unmet,
    onAnswered: ({ method, route, status, milliseconds, traceId }) =>
      log.info({ method, route, status, ms: Math.round(milliseconds * 100) / 100, traceId }, 'answered'),
    onFault: (error, traceId) => log.error({ err: withoutTexts(error), traceId }, 'fault'),
  })

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', proxies)
  /** An address that is no operation and is only read. */
  const at = (path: string, answer: (request: Request, response: Response) => Promise<void> | void): void => {
    app.get(path, answer)
    app.all(path, (request, response) => lane.allow(request, response, ['GET', 'HEAD', 'OPTIONS']))
  }
  at(`${API_ROOT}/openapi.json`, (request, response) =>
    lane.give(request, response, '/openapi.json', async () => ({
      status: 200,
      type: 'application/json',
      body: await openApi(),
      cache: 'release',
    })),
  )
  at('/health', (request, response) =>
    lane.give(request, response, '/health', async () => answerJson({ status: 'ok' }, 'none')),
  )
  at('/ready', async (request, response) => {
    if (!isStopping() && (await answersInTime(storage))) {
      const ready = { status: 'ready', bankRelease: services.bank.release }
      return lane.give(request, response, '/ready', async () => answerJson(ready, 'none'))
    }
    const why = isStopping()
      ? { sv: 'Tjänsten stängs.', en: 'The service is closing.' }
      : { sv: 'Databasen svarar inte.', en: 'The database does not answer.' }
    return lane.refuse(request, response, refuse('unavailable', why, { headers: { 'retry-after': '10' } }))
  })
  at('/metrics', (request, response) =>
    lane.give(request, response, '/metrics', async () => {
      const { type, body } = await metrics.text()
      return { status: 200, type, body, cache: 'none' }
    }),
  )
  app.use((request, response, next) => {
    if (api.owns(request.url)) return lane.serveWithBody(request, response, (type) => readBody(type, request, response))
    return next()
  })
  if (pages !== undefined)
    app.use(
      pageSafety(),
      pages({
        give: lane.give,
        async count(kind, request) {
          const allowance = limiter?.count(kind, addressOf(request))
          return allowance?.isAllowed === false ? allowance.wait : undefined
        },
        openProposals: limits !== undefined && limits.proposals > 0,
        openApi,
        noteFault: (error) => log.error({ err: withoutTexts(error) }, 'fault'),
      }),
    )
  app.use((request: Request, response: Response) =>
    lane.refuse(request, response, refuse('not-found', { sv: 'Sidan finns inte.', en: 'There is no such page.' })),
  )
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const status = (error as { readonly status?: unknown } | null)?.status
    const isTheirs = typeof status === 'number' && status >= 400 && status < 500
    if (!isTheirs) log.error({ err: withoutTexts(error) }, 'fault')
    if (response.headersSent) return void response.destroy()
    return lane.refuse(
      request,
      response,
      isTheirs
        ? refuse('malformed-request', { sv: 'Adressen går inte att läsa.', en: 'The address cannot be read.' })
        : refuse('internal', { sv: 'Felet är antecknat.', en: 'The fault has been noted.' }),
    )
  })

  return {
    listener(request: IncomingMessage, response: ServerResponse) {
      const { method, url = '/' } = request
      const isRead = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
      if (isRead && api.owns(url) && !url.startsWith(`${API_ROOT}/openapi.json`)) lane.serve(request, response)
      else app(request, response)
    },
  }
}

/** A fault for the log. What a library says may repeat what was asked, so only its kind and where it arose are kept. */
function withoutTexts(error: unknown): { readonly type: string; readonly stack?: string } {
  if (!(error instanceof Error)) return { type: typeof error }
  const places = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 12)
    .join('\n')
  return { type: error.name, ...(places === undefined ? {} : { stack: places }) }
}

async function answersInTime(storage: Pick<Storage, 'ping'>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, READY_WITHIN, false)
  })
  try {
    return await Promise.race([
      storage.ping().then(
        () => true,
        () => false,
      ),
      late,
    ])
  } finally {
    clearTimeout(timer)
  }
}
