import { statSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { extensionOf, READ_EXTENSIONS } from '../../documents/parsers.js'
import type { ContentCache, Remembered } from '../content-cache.js'
import { ExitCode, type Io, UserError } from '../io.js'
import type { Arguments } from '../parse-arguments.js'
import { tellError } from '../tell-error.js'
import { watchFolders } from '../watch-folders.js'
import { readsStandardInput } from './inputs.js'

/** What a run of `lint` that is one of many remembers for the next, and tells of itself. */
export interface WatchedRun {
  readonly memory: ContentCache
  /** The files that it reads. */
  reads(paths: readonly string[]): void
}

/** Files that are not linted but that findings depend on. */
const SETTINGS = /^(?:klarsprak[.-].*|package\.json|\.gitignore|\.klarsprakignore|\.editorconfig)$/u

/**
 * Lints, and again each time a file changes, until the run is interrupted. What is linted again is the changed files;
 * what was found in the others is remembered, so the report is always of all of them.
 */
export async function lintAndWatch(
  args: Arguments,
  io: Io,
  lint: (run: WatchedRun) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (readsStandardInput(args) || args.one('file-list') === '-')
    throw new UserError('Text från standard in går inte att bevaka. Ange filer eller mappar.')
  const folders = watchFolders(io.untilInterrupted?.() ?? new AbortController().signal)
  const memory = memoryCache()
  const at = (path: string) => resolve(io.cwd, path)
  const banks = args.all('bank').map(at)
  const own = new Set(
    [args.one('output-file'), args.one('cache-location'), args.one('baseline')].flatMap((path) =>
      path === undefined ? [] : [at(path)],
    ),
  )
  const isOfInterest = (path: string): boolean => {
    const name = basename(path)
    if (own.has(path) || name === '.git' || name === 'node_modules') return false
    // A name without an ending may be a folder.
    return READ_EXTENSIONS.includes(extensionOf(name)) || SETTINGS.test(name) || !name.includes('.')
  }
  const named = args.positionals.filter((path) => !path.startsWith('!')).map(at)
  let paths: readonly string[] = []
  for (;;) {
    try {
      await lint({ memory, reads: (read) => (paths = read) })
    } catch (error) {
      // Settings that are wrong for a moment are told of, and then put right.
      tellError(error, io)
    }
    folders.look([
      io.cwd,
      ...[...named, ...banks].map((path) => (isFolder(path) ? path : dirname(path))),
      ...foldersOf(paths.map(at), io.cwd),
    ])
    io.err('Väntar på ändringar. Avsluta med Ctrl-C.\n')
    const changed = await folders.next(isOfInterest)
    if (changed === undefined) break
    if (io.isTerminal) io.out('\u001B[2J\u001B[3J\u001B[H')
    io.err(`Ändrat: ${changed.map((path) => relative(io.cwd, path)).join(', ')}\n`)
  }
  folders.close()
  return ExitCode.Clean
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** The folders of the files, and those between them and `root`, where files may be added. */
function foldersOf(paths: readonly string[], root: string): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) {
      folders.add(folder)
      if (folder === root || !folder.startsWith(root)) break
    }
  }
  return folders
}

/** What was found in each path last. */
function memoryCache(): ContentCache {
  const known = new Map<string, { readonly check: string; readonly remembered: Remembered }>()
  return {
    get(path, check) {
      const last = known.get(path)
      return last?.check === check ? last.remembered : undefined
    },
    set(path, check, remembered) {
      known.set(path, { check, remembered })
    },
    save: async () => {},
  }
}
