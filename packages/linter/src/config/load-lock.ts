import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UserError } from '../cli/io.js'

/** The file that pins a project to one release of the bank, so that findings do not change by themselves. */
export const LOCK_FILE = 'klarsprak.lock'

interface Lock {
  readonly release: string
}

/** The nearest lock from `folder` upwards; undefined when no project has pinned a release. */
export function findLock(folder: string): { readonly path: string; readonly release: string } | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, LOCK_FILE)
    if (existsSync(path)) return { path, release: readLock(path).release }
    if (dirname(at) === at || existsSync(join(at, '.git'))) return undefined
  }
}

function readLock(path: string): Lock {
  try {
    const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock
    if (typeof lock.release === 'string') return lock
  } catch {
    // Said below.
  }
  throw new UserError(`${path} går inte att läsa. Skriv den på nytt med klarsprak bank pin.`)
}

export function writeLock(folder: string, release: string): string {
  const path = join(folder, LOCK_FILE)
  writeFileSync(path, `${JSON.stringify({ release } satisfies Lock, null, 2)}\n`)
  return path
}

/** @throws {UserError} when the project has pinned another release than the one in use. */
export function checkLock(release: string, folder: string): void {
  const lock = findLock(folder)
  if (lock === undefined || lock.release === release || release === 'unreleased') return
  throw new UserError(
    `${lock.path} låser termbanken till utgåva ${lock.release}, men utgåva ${release} används. Ange --bank med mappen för ${lock.release}, eller gå över till ${release} med klarsprak bank pin.`,
  )
}
