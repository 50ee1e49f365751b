import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryPostgres {
  /** For `openPostgres`. */
  readonly address: string
  /** Ends the server at once, as a power cut would, or lets it finish. */
  stop(how?: 'immediate' | 'fast'): void
  start(): Promise<void>
  /** Stops the server and takes its files away. */
  remove(): void
}

/** The folder with `initdb` and `postgres`, as Debian has it or on the path; `undefined` when there is none. */
export function postgresBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const folders = [
    ...(existsSync(debian)
      ? readdirSync(debian)
          .sort((a, b) => Number(b) - Number(a))
          .map((version) => join(debian, version, 'bin'))
      : []),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** A cluster of its own in a temporary folder, reached by a Unix socket only. */
export async function temporaryPostgres(binaries: string): Promise<TemporaryPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-pg-'))
  const user = unprivileged()
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!)
  const data = join(folder, 'data')
  const options = { ...user, cwd: folder, stdio: 'ignore' as const, env: { PATH: process.env.PATH, LC_ALL: 'C' } }
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'klarsprak', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  )
  const control = (...args: readonly string[]) => execFileSync(join(binaries, 'pg_ctl'), ['-D', data, ...args], options)
  const start = async () => {
    // Not by pg_ctl start, whose child would outlive a test that is killed.
    const server = spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'shared_buffers=16MB', '-c', 'max_connections=20'],
      options,
    )
    const end = () => server.kill('SIGINT')
    process.once('exit', end)
    server.once('exit', () => process.off('exit', end))
    for (let tries = 0; tries < 100; tries++) {
      try {
        execFileSync(join(binaries, 'pg_isready'), ['-h', folder, '-U', 'klarsprak', '-d', 'postgres'], options)
        return
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    throw new Error(`PostgreSQL in ${folder} did not start.`)
  }
  const stop = (how: 'immediate' | 'fast' = 'fast') => void control('stop', '-w', '-m', how)
  await start()
  return {
    address: `postgres://klarsprak@/postgres?host=${encodeURIComponent(folder)}`,
    start,
    stop,
    remove() {
      try {
        stop('immediate')
      } catch {
        // It was stopped already.
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root, so root lends it another user. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // The next one, then.
    }
  }
  return {}
}
