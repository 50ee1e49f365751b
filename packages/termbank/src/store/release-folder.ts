import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const MANIFEST = 'release.json'

/** Whether a path is a folder with a release; see `readRelease`. */
export const isReleaseFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true && existsSync(join(path, MANIFEST))

/** A release that cannot be written or read, with a Swedish sentence that says why and what to do. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError'
}
