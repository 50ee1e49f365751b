import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { FileSearch } from './find-files.js'

/** Folders that hold other people's files. */
const FOREIGN = ['node_modules', '.git']

/** Whether a path that is not there is a pattern. */
export const isPattern = (path: string): boolean => isDynamicPattern(path)

/** The files that a pattern means, in order. */
export async function matching(pattern: string, takenAway: readonly string[], cwd: string): Promise<readonly string[]> {
  const ignore = [...FOREIGN.map((name) => `**/${name}/**`), ...takenAway]
  return (await glob(pattern, { cwd, ignore, expandDirectories: false, onlyFiles: true })).sort()
}

/** Whether a file is one of those that patterns with ! leave out. */
export async function takenAwayBy(patterns: readonly string[], cwd: string): Promise<(path: string) => boolean> {
  if (patterns.length === 0) return () => false
  const away = await glob([...patterns], { cwd, absolute: true, dot: true, expandDirectories: true, onlyFiles: true })
  const paths = new Set(away.map((path) => resolve(path)))
  return (path) => paths.has(resolve(path))
}

/** The files of a folder, from it, in order. What is left out is not gone into; names with a dot first are hidden. */
export async function filesIn(folder: string, search: FileSearch): Promise<readonly string[]> {
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
