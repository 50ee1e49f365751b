import { USUAL_LIMITS } from './http/rate-limit.js'
import { createLog } from './log.js'
import { startServer } from './start-server.js'

const { env } = process
const number = (name: string, otherwise: number): number => {
  const value = env[name]
  if (value === undefined || value === '') return otherwise
  if (!/^\d{1,9}$/u.test(value)) throw new Error(`${name} should be a whole number, not "${value}".`)
  return Number(value)
}
const text = (name: string): string | undefined => (env[name] === '' ? undefined : env[name])

const log = createLog(env.LOG_LEVEL ?? 'info')
const server = await startServer({
  port: number('PORT', 3000),
  host: env.HOST ?? '127.0.0.1',
  data: text('DATA_DIR'),
  databaseUrl: text('DATABASE_URL'),
  publicUrl: text('PUBLIC_URL'),
  proxies: number('PROXIES', 0),
  limits: {
    reads: number('READS_PER_MINUTE', USUAL_LIMITS.reads),
    checks: number('CHECKS_PER_MINUTE', USUAL_LIMITS.checks),
  },
  log,
})
log.info({ url: server.url, release: server.release }, 'listening')

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    log.info({ signal }, 'closing')
    await server.close()
    log.flush()
  })
