import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { builtBank, isReleaseFolder } from '@klarsprak/termbank'
import { UserError } from '../cli/io.js'
import { NATIONAL_PATH } from './national-path.js'

/** The file that pins a project to one release of the bank, so that findings do not change by themselves. */
export const LOCK_FILE = 'klarsprak.lock'

export interface Lock {
  readonly release: string
  /** SHA-256 of the concepts, in hexadecimal. */
  readonly sha256?: string
}

/** The nearest lock from `folder` upwards; undefined when no project has pinned a release. */
export function findLock(folder: string): (Lock & { readonly path: string }) | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, LOCK_FILE)
    if (existsSync(path)) return { path, ...readLock(path) }
    if (dirname(at) === at || existsSync(join(at, '.git'))) return undefined
  }
}

function readLock(path: string): Lock {
  try {
    const { release, sha256 } = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>
    if (typeof release === 'string') return { release, ...(typeof sha256 === 'string' ? { sha256 } : {}) }
  } catch {
    // Said below.
  }
  throw new UserError(`${path} går inte att läsa. Skriv den på nytt med klarsprak bank pin.`)
}

export function writeLock(folder: string, lock: Lock): string {
  const path = join(folder, LOCK_FILE)
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
  return path
}

/** The checksum of the release that `paths` (see `loadBank`) have; undefined when they have none. */
export function checksumOf(paths: readonly string[], cwd: string): string | undefined {
  const isNational = paths.length === 0 || paths.includes(NATIONAL_PATH)
  const folder = isNational ? builtBank() : paths.map((path) => resolve(cwd, path)).find(isReleaseFolder)
  if (folder === undefined) return undefined
  try {
    const { concepts, sha256 } = JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')) as {
      readonly concepts: string
      readonly sha256: Readonly<Record<string, string>>
    }
    return sha256[concepts]
  } catch {
    return undefined
  }
}

/** @throws {UserError} when the project has pinned another release than the one in use. */
export function checkLock(release: string, paths: readonly string[], folder: string): void {
  const lock = findLock(folder)
  if (lock === undefined || release === 'unreleased') return
  if (lock.release !== release) {
    throw new UserError(
      `${lock.path} låser termbanken till utgåva ${lock.release}, men utgåva ${release} används. Ange --bank med mappen för ${lock.release}, eller gå över till ${release} med klarsprak bank pin.`,
    )
  }
  const sha256 = lock.sha256 === undefined ? undefined : checksumOf(paths, folder)
  if (sha256 !== undefined && sha256 !== lock.sha256) {
    throw new UserError(
      `${lock.path} låser utgåva ${release} med en kontrollsumma, men den som används har en annan: den är ändrad. Hämta utgåvan på nytt, eller lås den här med klarsprak bank pin.`,
    )
  }
}
