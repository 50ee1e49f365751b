import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, posix, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { readError, type Unreadable } from './read-source.js'

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

/** Folders that hold other people's files. */
const FOREIGN = ['node_modules', '.git']

export async function findFiles(search: FileSearch): Promise<FoundFiles> {
  const { patterns, cwd, isIgnored = async () => false } = search
  const paths = new Set<string>()
  const named = new Set<string>()
  const unreadable: Unreadable[] = []
  const unmatched: string[] = []
  const ignored: string[] = []
  const takenAway = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  const ignore = [...FOREIGN.map((name) => `**/${name}/**`), ...takenAway]
  const isTakenAway = await takenAwayBy(takenAway, cwd)

  for (const given of patterns.filter((pattern) => !pattern.startsWith('!'))) {
    if (given.trim() === '') {
      unreadable.push({ path: '””', message: 'Sökvägen är tom. Ange en fil eller en mapp.' })
      continue
    }
    const pattern = given.replace(/\\/gu, '/')
    const found = await stat(resolve(cwd, given)).catch((error: unknown) => error)
    if (isStats(found)) {
      if (!found.isDirectory()) {
        if (await isIgnored(resolve(cwd, given), { git: false })) ignored.push(given)
        else {
          paths.add(given)
          named.add(given)
        }
        continue
      }
      const inFolder = (await filesIn(resolve(cwd, given), search)).filter(
        (path) => !isTakenAway(resolve(cwd, given, path)),
      )
      for (const path of inFolder) paths.add(posix.join(pattern, path))
      if (inFolder.length === 0) unmatched.push(given)
    } else if (isDynamicPattern(pattern)) {
      const matched = await glob(pattern, { cwd, ignore, expandDirectories: false, onlyFiles: true })
      let taken = 0
      for (const path of matched.sort()) {
        if (await isIgnored(resolve(cwd, path), { git: true })) continue
        paths.add(path)
        taken++
      }
      if (taken === 0) unmatched.push(given)
    } else unreadable.push({ path: given, message: readError(found) })
  }
  return { paths: [...paths], named, unreadable, unmatched, ignored }
}

async function takenAwayBy(patterns: readonly string[], cwd: string): Promise<(path: string) => boolean> {
  if (patterns.length === 0) return () => false
  const away = await glob([...patterns], { cwd, absolute: true, dot: true, expandDirectories: true, onlyFiles: true })
  const paths = new Set(away.map((path) => resolve(path)))
  return (path) => paths.has(resolve(path))
}

/** The files of a folder, from it, in order. What is left out is not gone into; names with a dot first are hidden. */
async function filesIn(folder: string, search: FileSearch): Promise<readonly string[]> {
  const { extensions, isWanted = () => true, isIgnored = async () => false } = search
  const endings = new Set(extensions.map((extension) => extension.toLowerCase()))
  const found: string[] = []
  const visited = new Set<string>()

  const hasEnding = (name: string) => endings.has(name.slice(name.lastIndexOf('.')).toLowerCase())
  async function walk(path: string, inside: string): Promise<void> {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => [] as Dirent[])
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry
      if (name.startsWith('.') || FOREIGN.includes(name)) continue
      const full = join(path, name)
      const below = inside === '' ? name : `${inside}/${name}`
      const isLink = entry.isSymbolicLink()
      const is = isLink ? await stat(full).catch(() => undefined) : entry
      if (is?.isDirectory() === true) {
        if (await isIgnored(full, { isFolder: true, git: true })) continue
        if (isLink) {
          // A link may lead to a folder above itself.
          const target = await realpath(full)
          if (visited.has(target) || `${path}/`.startsWith(`${target}/`)) continue
          visited.add(target)
        }
        await walk(full, below)
      } else if (is?.isFile() === true && hasEnding(name) && isWanted(full)) {
        if (!(await isIgnored(full, { git: true }))) found.push(below)
      }
    }
  }
  await walk(folder, '')
  return found
}

const isStats = (value: unknown): value is Awaited<ReturnType<typeof stat>> =>
  typeof value === 'object' && value !== null && 'isDirectory' in value
