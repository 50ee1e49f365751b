import { type Stats, statSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { readError } from './read-error.js'
import type { Unreadable } from './read-source.js'

export interface FileSearch {
  /** Files, folders and globs; `!glob` leaves out. */
  readonly patterns: readonly string[]
  /** What folders are searched for, with the dot. A file that is named is taken whatever its extension. */
  readonly extensions: readonly string[]
  readonly cwd: string
  /** Which of a folder's files to take; the path is absolute. */
  readonly isWanted?: (path: string) => boolean
  readonly isIgnored?: IsIgnored
}

/** Whether a file or folder is to be left alone. `git`: also what .gitignore names. */
export type IsIgnored = (
  path: string,
  options: { readonly isFolder?: boolean; readonly git: boolean },
) => Promise<boolean>

export interface FoundFiles {
  /** As they were given or found, with forward slashes, each once. */
  readonly paths: readonly string[]
  /** Those of `paths` that were named one by one. */
  readonly named: ReadonlySet<string>
  readonly unreadable: readonly Unreadable[]
  /** Folders and patterns without a single file. */
  readonly unmatched: readonly string[]
  /** Files that were named, but that settings or .klarsprakignore leave out. */
  readonly ignored: readonly string[]
}

export async function findFiles(search: FileSearch): Promise<FoundFiles> {
  const { patterns, cwd, isIgnored = async () => false } = search
  const paths = new Set<string>()
  const named = new Set<string>()
  const unreadable: Unreadable[] = []
  const unmatched: string[] = []
  const ignored: string[] = []
  const takenAway = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  // Files that are named one by one, as an editor and git hooks do, need nothing of it.
  const inFolders = () => import('./find-in-folders.js')
  const byPattern = () => import('./find-by-pattern.js')

  for (const given of patterns.filter((pattern) => !pattern.startsWith('!'))) {
    if (given.trim() === '') {
      unreadable.push({ path: '””', message: 'Sökvägen är tom. Ange en fil eller en mapp.' })
      continue
    }
    const pattern = given.replace(/\\/gu, '/')
    const found = statOf(resolve(cwd, given))
    if (!(found instanceof Error)) {
      if (!found.isDirectory()) {
        if (await isIgnored(resolve(cwd, given), { git: false })) ignored.push(given)
        else {
          paths.add(given)
          named.add(given)
        }
        continue
      }
      const { filesIn } = await inFolders()
      const inside = await filesIn(resolve(cwd, given), search)
      const isTakenAway = takenAway.length === 0 ? undefined : await (await byPattern()).takenAwayBy(takenAway, cwd)
      const inFolder =
        isTakenAway === undefined ? inside : inside.filter((path) => !isTakenAway(resolve(cwd, given, path)))
      for (const path of inFolder) paths.add(posix.join(pattern, path))
      if (inFolder.length === 0) unmatched.push(given)
      continue
    }
    const { isPattern, matching } = await byPattern()
    if (!isPattern(pattern)) {
      unreadable.push({ path: given, message: readError(found) })
      continue
    }
    let taken = 0
    for (const path of await matching(pattern, takenAway, cwd)) {
      if (await isIgnored(resolve(cwd, path), { git: true })) continue
      paths.add(path)
      taken++
    }
    if (taken === 0) unmatched.push(given)
  }
  return { paths: [...paths], named, unreadable, unmatched, ignored }
}

function statOf(path: string): Stats | Error {
  try {
    return statSync(path)
  } catch (error) {
    return error as Error
  }
}
