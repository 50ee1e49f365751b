import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { loadWords } from '@klarsprak/linter/words'
import { loadNationalSearch } from '@klarsprak/termbank'
import { loadSearch } from '@klarsprak/termbank/search'
import type { Logger } from 'pino'
import { type CompiledBank, createServices } from './api/create-services.js'
import type { Services } from './api/services.js'
import { type AppOptions, createApp } from './app/create-app.js'
import { createTokenReader, type TokenSettings } from './auth/token.js'
import { createBankCompiler } from './bank/bank-compiler.js'
import { folderShelf } from './bank/folder-shelf.js'
import { createUnmetNeeds } from './bank/unmet-needs.js'
import { createApartChecker } from './checks/apart-checker.js'
import { createHttpServer } from './http/create-http-server.js'
import { createMetrics } from './http/metrics.js'
import type { RateLimits } from './http/rate-limit.js'
import { keptOnceMade } from './kept-once-made.js'
import { openApiJson } from './openapi.js'
import { createPages } from './pages/create-pages.js'
import { openStorage } from './storage/open-storage.js'
import type { Storage } from './storage/storage.js'

export interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number
  readonly host: string
  /** Where the embedded database and added releases lie. Left out, nothing is kept. */
  readonly data?: string | undefined
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl?: string | undefined
  /** As others reach the service: `https://termer.exempel.se`. */
  readonly publicUrl?: string | undefined
  readonly proxies?: number
  readonly limits?: RateLimits | undefined
  /** Who signs in those that have no key (OpenID Connect). */
  readonly tokens?: TokenSettings | undefined
  readonly log: Logger
  /** Another bank than the national one, as a large one to measure with. Long texts are then checked like others. */
  readonly bank?: CompiledBank
  /** Pages for people, made from the same services. Default: `createPages`. */
  readonly pages?: (services: Services, storage: Storage) => AppOptions['pages']
}

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string
  readonly release: string
  /** Lets calls that are underway be answered, writes what is counted and closes the database. */
  close(): Promise<void>
}

/** How often what has been counted is written, in milliseconds. */
const FLUSH_EVERY = 15_000
/** How long calls that are underway may take when the server closes, in milliseconds. */
const LAST_CALLS = 10_000
const CLOSE_IDLE_EVERY = 50

/** Loads the bank, opens the database and listens. Rejects when one of them cannot be done. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log, publicUrl, data } = options
  const storage = await openStorage(options)
  try {
    const { index: national, rewrite, compile, restore } = await loadWords()
    const bank = options.bank ?? { index: national, prepareSearch: () => loadNationalSearch(national) }
    const tokens = options.tokens === undefined ? undefined : createTokenReader(options.tokens)
    const releases = folderShelf(data === undefined ? undefined : join(data, 'releases'))
    let url = ''
    // By its name and not by its place, since what starts it may be in a bundle.
    const longChecks = createApartChecker({
      start: () => new Worker(new URL(import.meta.resolve('@klarsprak/server/check-thread'))),
    })
    const compiler = createBankCompiler({
      start: () => new Worker(new URL(import.meta.resolve('@klarsprak/server/compile-thread'))),
    })
    const services = createServices({
      ...bank,
      rewrite,
      async compile(theirs, own) {
        try {
          const saved = await compiler.compile(own)
          const compiled = restore(saved)
          return { index: compiled, prepareSearch: () => loadSearch(saved.search, compiled) }
        } catch (error) {
          // Slow for others meanwhile, but the organisation has its bank.
          log.warn({ kind: (error as Error).name }, 'a bank is compiled without its thread')
          return { index: compile(theirs) }
        }
      },
      compileSmall: compile,
      releases,
      storage,
      tokens,
      longChecks: options.bank === undefined ? longChecks : undefined,
      publicUrl,
      listensAt: () => url,
    })
    const unmet = createUnmetNeeds({ storage, today: () => new Date().toISOString().slice(0, 10) })
    const flush = () => unmet.flush().catch(() => log.warn({ waiting: unmet.waiting }, 'counts not written'))
    let isStopping = false
    const app = createApp({
      services,
      storage,
      unmet,
      metrics: createMetrics({ release: services.bank.release }),
      log,
      openApi: keptOnceMade(() => openApiJson(publicUrl === undefined ? {} : { server: publicUrl })),
      limits: options.limits,
      proxies: options.proxies ?? 0,
      pages: (options.pages ?? createPages)(services, storage),
      isStopping: () => isStopping,
    })
    const server = createHttpServer(app.listener)
    await listen(server, options)
    const { address, port, family } = server.address() as AddressInfo
    url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
    services.bank.warm()
    const timer = setInterval(flush, FLUSH_EVERY)
    timer.unref()
    return {
      url,
      release: services.bank.release,
      async close() {
        isStopping = true
        clearInterval(timer)
        await closeServer(server)
        await longChecks.close()
        await compiler.close()
        await flush()
        await storage.close()
      },
    }
  } catch (error) {
    await storage.close()
    throw error
  }
}

const listen = (server: Server, { port, host }: ServerOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_CALLS)
    // A connection that is kept alive becomes idle when its call has been answered, and nobody asks anything more on it.
    const idle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}
