import { stat } from 'node:fs/promises'
import { posix, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { readError, type Unreadable } from './read-source.js'

export interface FoundFiles {
  /** As they were given or found, with forward slashes, each once. */
  readonly paths: readonly string[]
  readonly unreadable: readonly Unreadable[]
  /** Folders and patterns without a single file. */
  readonly unmatched: readonly string[]
}

/** Folders that hold other people's files. */
const IGNORED = ['**/node_modules/**', '**/.git/**']

/**
 * The files that `patterns` name: files, folders (searched for `extensions` and what `isWanted` of
 * it) and globs; `!glob` leaves out. A file that is named is taken whatever its extension.
 */
export async function findFiles(
  patterns: readonly string[],
  extensions: readonly string[],
  cwd: string,
  isWanted: (path: string) => boolean = () => true,
): Promise<FoundFiles> {
  const paths = new Set<string>()
  const unreadable: Unreadable[] = []
  const unmatched: string[] = []
  const ignore = [
    ...IGNORED,
    ...patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
  ]
  const wanted = extensions.map((extension) => extension.slice(1))

  for (const given of patterns.filter((pattern) => !pattern.startsWith('!'))) {
    const pattern = given.replace(/\\/gu, '/')
    const found = await stat(resolve(cwd, given)).catch((error: unknown) => error)
    if (isStats(found)) {
      if (!found.isDirectory()) {
        paths.add(given)
        continue
      }
      const inFolder = await glob(`**/*.{${wanted.join(',')}}`, {
        cwd: resolve(cwd, given),
        ignore,
        expandDirectories: false,
        onlyFiles: true,
        caseSensitiveMatch: false,
      })
      const taken = inFolder.filter((path) => isWanted(resolve(cwd, given, path)))
      for (const path of taken.sort()) paths.add(posix.join(pattern, path))
      if (taken.length === 0) unmatched.push(given)
    } else if (isDynamicPattern(pattern)) {
      const matched = await glob(pattern, { cwd, ignore, expandDirectories: false, onlyFiles: true })
      for (const path of matched.sort()) paths.add(path)
      if (matched.length === 0) unmatched.push(given)
    } else unreadable.push({ path: given, message: readError(found) })
  }
  return { paths: [...paths], unreadable, unmatched }
}

const isStats = (value: unknown): value is Awaited<ReturnType<typeof stat>> =>
  typeof value === 'object' && value !== null && 'isDirectory' in value
