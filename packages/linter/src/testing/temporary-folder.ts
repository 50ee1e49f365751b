import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** Makes folders with files, each the root of a repository of its own, and takes them away after the tests. */
export function temporaryFolders(): (files: Files) => string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'klarsprak-')))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  let made = 0
  return (files) => {
    const folder = join(root, String(made++))
    mkdirSync(join(folder, '.git'), { recursive: true })
    writeFiles(folder, files)
    return folder
  }
}

export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}
