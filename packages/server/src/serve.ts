import { once } from 'node:events'
import { createLog } from './log.js'
import type { Settings } from './settings.js'
import { type RunningServer, type ServerOptions, startServer } from './start-server.js'

/**
 * Serves until the process is asked to stop, and then closes in good order.
 *
 * @param onListening is told where, once calls are answered
 */
export async function serve(
  { logLevel, ...settings }: Settings & Pick<ServerOptions, 'bank'>,
  onListening: (server: Pick<RunningServer, 'url' | 'release'>) => void = () => undefined,
): Promise<void> {
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
