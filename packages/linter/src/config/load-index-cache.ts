import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  builtBank,
  type CompoundFinder,
  fileStore,
  IndexFormatError,
  isReleaseFolder,
  loadSpellings,
  openIndex,
  type SpellingIndex,
  saveIndex,
  saveSpellings,
  type TermIndex,
} from '@klarsprak/termbank'
import { NATIONAL_PATH } from './national-path.js'

/** Compiled indexes on disk, so that a bank of one's own is not compiled at each start. */
export interface IndexCache {
  /** Undefined when there is none, or when it is cut off or of another version. */
  read(key: string, compounds: CompoundFinder): TermIndex | undefined
  write(key: string, index: TermIndex): void
  /** The ways that the terms of `index` are written wrongly. */
  readSpellings(key: string, index: TermIndex): SpellingIndex | undefined
  writeSpellings(key: string, spellings: SpellingIndex, index: TermIndex): void
}

/** Files kept in the folder; those used longest ago go first. */
const MOST_FILES = 32

export const indexCacheIn = (folder: string): IndexCache => ({
  read: (key, compounds) => readFrom(join(folder, `${key}.index`), (file) => openIndex(file, { compounds })),
  write: (key, index) => writeTo(folder, `${key}.index`, () => saveIndex(index)),
  readSpellings: (key, index) =>
    readFrom(join(folder, `${key}.spellings`), (file) => loadSpellings(readFileSync(file), index)),
  writeSpellings: (key, spellings, index) => writeTo(folder, `${key}.spellings`, () => saveSpellings(spellings, index)),
})

/** Undefined when the file is not there, or is damaged or of another version. */
function readFrom<Read>(file: string, load: (file: string) => Read): Read | undefined {
  try {
    const read = load(file)
    const now = new Date()
    utimesSync(file, now, now)
    return read
  } catch (error) {
    if (error instanceof IndexFormatError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

function writeTo(folder: string, name: string, bytes: () => Uint8Array): void {
  const file = join(folder, name)
  try {
    mkdirSync(folder, { recursive: true })
    const beside = `${file}.${process.pid}.tmp`
    writeFileSync(beside, bytes())
    renameSync(beside, file)
    prune(folder)
  } catch {
    // Compiled again next time.
  }
}

function prune(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:index|spellings)$/u.test(name))
    .map((name) => ({ name, used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used)
  for (const { name } of files.slice(MOST_FILES)) rmSync(join(folder, name), { force: true })
}

/**
 * A name for the content of a bank, the same as long as its files, the national bank and the way
 * indexes are made are the same. Rejects when a path cannot be read.
 */
export async function bankKey(paths: readonly string[], cwd: string): Promise<string> {
  const hash = createHash('sha256')
  const add = (text: string) => hash.update(`${text.length}:`).update(text)
  // The sums of the built bank also change when indexes are made in another way.
  add(readIfThere(`${builtBank()}release.json`))
  for (const path of paths) {
    add(path)
    const full = resolve(cwd, path)
    if (path === NATIONAL_PATH) continue
    if (isReleaseFolder(full)) add(readFileSync(join(full, 'release.json'), 'utf8'))
    else {
      for (const source of await fileStore(full, cwd).readAll()) {
        add(source.path)
        add(source.text)
      }
    }
  }
  return hash.digest('hex').slice(0, 40)
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
