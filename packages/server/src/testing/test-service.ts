import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import pino from 'pino'
import type { Services } from '../api/services.js'
import { type AppOptions, createApp } from '../app/create-app.js'
import { createApiKey } from '../auth/api-key.js'
import { createUnmetNeeds, type UnmetNeeds } from '../bank/unmet-needs.js'
import { createHttpServer, type Timeouts } from '../http/create-http-server.js'
import { createMetrics } from '../http/metrics.js'
import type { RateLimits } from '../http/rate-limit.js'
import { exampleServices } from '../openapi/example-services.js'
import { openApiJson } from '../openapi.js'
import { ROLES, type Role, type Storage } from '../storage/storage.js'

export interface TestService {
  readonly url: string
  readonly services: Services
  readonly storage: Storage
  readonly unmet: UnmetNeeds
  /** A key for each role; the editor edits `region-x`. Undefined over a storage of the test’s own. */
  readonly keys: Readonly<Record<Role, string>>
  /** Everything that was logged. */
  log(): string
  call(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  close(): Promise<void>
}

/** The service over the example bank, on a port of its own on this machine. */
export async function testService({
  limits,
  pages,
  storage: given,
  services: made,
  isStopping,
  timeouts,
}: {
  readonly limits?: RateLimits
  readonly pages?: (services: Services) => AppOptions['pages']
  readonly storage?: Storage
  readonly services?: Services
  readonly isStopping?: () => boolean
  readonly timeouts?: Timeouts
} = {}): Promise<TestService> {
  const services = made ?? (await exampleServices(given === undefined ? {} : { storage: given }))
  const { storage } = services
  const keys = given === undefined ? await makeKeys(storage) : NO_KEYS
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const unmet = createUnmetNeeds({ storage, today: () => '2026-11-23' })
  const app = createApp({
    services,
    storage,
    unmet,
    metrics: createMetrics({ release: services.bank.release, process: false }),
    log: pino({ level: 'trace' }, sink),
    openApi: () => openApiJson(),
    limits,
    pages: pages?.(services),
    ...(isStopping === undefined ? {} : { isStopping }),
  })
  const server = createHttpServer(app.listener, timeouts)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const call = (path: string, init?: RequestInit) => fetch(url + path, init)
  return {
    url,
    services,
    storage,
    unmet,
    keys,
    log: () => lines.join(''),
    call,
    post: (path, body, headers = {}) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await storage.close()
    },
  }
}

const NO_KEYS = { contributor: '', editor: '', administrator: '' }

async function makeKeys(storage: Storage): Promise<Readonly<Record<Role, string>>> {
  const keys: Record<Role, string> = { ...NO_KEYS }
  const createdAt = '2026-11-23T08:00:00.000Z'
  for (const role of ROLES) {
    const organisation = role === 'editor' ? 'region-x' : undefined
    const { key, kept } = createApiKey({ name: role, role, organisation, createdAt })
    await storage.addApiKey(kept, { actor: 'test', at: createdAt, reason: 'Prov' })
    keys[role] = key
  }
  return keys
}

/** The JSON of an answer. Tests say themselves what they expect of it. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
export const jsonOf = (response: Response): Promise<any> => response.json()
