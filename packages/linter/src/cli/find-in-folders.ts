import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { sep } from 'node:path'
import type { FileSearch } from './find-files.js'

/** Folders that hold other people's files. */
export const FOREIGN = ['node_modules', '.git']

/** The files of a folder, from it, in order. What is left out is not gone into; names with a dot first are hidden. */
export async function filesIn(folder: string, search: FileSearch): Promise<readonly string[]> {
  const { extensions, isWanted = () => true, isIgnored = async () => false } = search
  const endings = new Set(extensions.map((extension) => extension.toLowerCase()))
  const found: string[] = []
  const visited = new Set<string>()

  const hasEnding = (name: string) => endings.has(name.slice(name.lastIndexOf('.')).toLowerCase())
  async function walk(path: string, inside: string): Promise<void> {
    const entries = entriesOf(path)
    const start = path.endsWith(sep) ? path : path + sep
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry
      if (name.startsWith('.') || FOREIGN.includes(name)) continue
      const full = start + name
      const below = inside === '' ? name : `${inside}/${name}`
      const isLink = entry.isSymbolicLink()
      const is = isLink ? statSync(full, { throwIfNoEntry: false }) : entry
      if (is?.isDirectory() === true) {
        if (await isIgnored(full, { isFolder: true, git: true })) continue
        if (isLink) {
          // A link may lead to a folder above itself.
          const target = realpathSync(full)
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

/** What is in a folder; nothing when it may not be read. Nothing else waits meanwhile, and the asynchronous calls take longer. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
