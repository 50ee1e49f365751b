import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { createLog } from './log.js'
import type { Settings } from './settings.js'
import { type RunningServer, type ServerOptions, startServer } from './start-server.js'

/**
 * By how many percent V8 lets the heap grow before it tidies up. Left to itself it allows several times as much when calls
 * come fast: 294 MB for 70 that are in use. A program that does nothing but make garbage took 15 percent more processor
 * time for it.
 */
const HEAP_GROWTH = 30

/**
 * Serves until the process is asked to stop, and then closes in good order.
 *
 * @param onListening is told where, once calls are answered
 */
export async function serve(
  { logLevel, ...settings }: Settings & Pick<ServerOptions, 'bank'>,
  onListening: (server: Pick<RunningServer, 'url' | 'release'>) => void = () => undefined,
): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`)
  const log = createLog(logLevel)
  const stopped = new AbortController()
  const stop = Promise.race(
    (['SIGINT', 'SIGTERM'] as const).map((signal) =>
      once(process, signal, { signal: stopped.signal }).then(
        () => signal,
        () => 'failed',
      ),
    ),
  )
  try {
    const server = await startServer({ ...settings, log })
    log.info({ url: server.url, release: server.release }, 'listening')
    onListening(server)
    log.info({ signal: await stop }, 'closing')
    await server.close()
  } finally {
    stopped.abort()
    log.flush()
  }
}
