import { readFile, stat } from 'node:fs/promises'
import { looksLikeCopy, READ_EXTENSIONS } from '@klarsprak/linter'
import { glob } from 'tinyglobby'
import { pathOfUri, uriOfPath } from '../documents/path-of.js'
import type { WorkspaceFiles } from '../ports.js'

/** Bytes in a file. Larger ones are data. */
const LARGEST = 5_000_000

/** The workspace's files on disk: those that `klarsprak lint` would take in the same folders. */
export const workspaceFiles: WorkspaceFiles = {
  async list(folders) {
    const paths = new Set<string>()
    for (const folder of folders.filter((uri) => uri.startsWith('file:'))) {
      const found = await glob(`**/*.{${READ_EXTENSIONS.map((extension) => extension.slice(1)).join(',')}}`, {
        cwd: pathOfUri(folder),
        ignore: ['**/node_modules/**', '**/.git/**'],
        expandDirectories: false,
        onlyFiles: true,
        absolute: true,
        caseSensitiveMatch: false,
      })
      for (const path of found.sort()) if (looksLikeCopy(path)) paths.add(path)
    }
    return [...paths].map(uriOfPath)
  },
  async read(uri) {
    try {
      const path = pathOfUri(uri)
      if ((await stat(path)).size > LARGEST) return undefined
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
    } catch {
      return undefined
    }
  },
}
