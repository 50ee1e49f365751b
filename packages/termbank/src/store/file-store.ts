import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type BankSource, type BankStore, inPathOrder } from './bank-store.js'

const isBankFile = (name: string): boolean => /\.(?:ya?ml|json)$/u.test(name)

/**
 * Concept files on disk: `paths` are files, or folders that are read with everything under them
 * (files that end in .yaml, .yml or .json; names that begin with a dot are left out).
 *
 * @param root what the paths in problems are relative to
 */
export function fileStore(paths: string | readonly string[], root: string = process.cwd()): BankStore {
  return {
    async readAll() {
      const files = new Set<string>()
      for (const path of typeof paths === 'string' ? [paths] : paths) {
        if ((await stat(path)).isDirectory()) for (const file of await filesUnder(path)) files.add(file)
        else files.add(path)
      }
      const sources: BankSource[] = []
      for (const file of files) {
        const path = relative(root, file)
        sources.push({ path: path.split(sep).join('/'), text: withoutBom(await readFile(file, 'utf8')) })
      }
      return inPathOrder(sources)
    },
  }
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && isBankFile(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

const withoutBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
