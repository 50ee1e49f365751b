import { randomBytes } from 'node:crypto'
import { access, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a whole file or nothing of it: beside it first, then in its place, so that a broken run or
 * a full disk leaves the old text. Keeps the file's mode, and a symbolic link as a link. A folder
 * where nothing may be made is no hindrance: the file is then written as it stands.
 */
export async function writeWholeFile(path: string, data: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const known = await stat(target).catch(() => undefined)
  if (known !== undefined) await access(target, constants.W_OK)
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeFile(beside, data, known === undefined ? {} : { mode: known.mode & 0o7777 })
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    if (known === undefined || !isForbidden(error)) throw error
    await writeFile(target, data)
    return
  }
  try {
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

const isForbidden = (error: unknown) =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG'].includes(String(error.code))
