import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileSizeInBytes } from '../../config/file-size.js'
import type { ConfigLoader } from '../../config/load-config.js'
import { plain, type TracedSettings } from '../../config/merge.js'
import { looksLikeCopy } from '../../documents/looks-like-copy.js'
import { extensionOf, FILE_EXTENSIONS } from '../../documents/parsers.js'
import { findFiles } from '../find-files.js'
import { type Io, UserError } from '../io.js'
import type { Arguments } from '../parse-arguments.js'
import { readError } from '../read-error.js'
import { type FileBytes, LARGEST_FILE, readBytes, readFoundBytes, type Unreadable } from '../read-source.js'

export interface Inputs {
  /** In the order to lint them. */
  readonly paths: readonly string[]
  /** Paths that make the command fail. */
  readonly faults: readonly Unreadable[]
  /** What is left out without a fault. */
  readonly notes: readonly Unreadable[]
  /** Whether someone has asked for the very file. */
  isNamed(path: string): boolean
  /** Its bytes are as they are until another file is read. */
  read(path: string, settings: TracedSettings): FileBytes | Unreadable
}

/** Whether the text comes on standard input: somebody says so, or says only what it is called. */
export const readsStandardInput = (args: Arguments): boolean =>
  args.flag('stdin') ||
  args.positionals.join() === '-' ||
  (args.one('stdin-filename') !== undefined && args.positionals.length === 0 && args.one('file-list') === undefined)

/** What the arguments ask to lint: standard input, a list of files, or files, folders and patterns. */
export async function findInputs(args: Arguments, io: Io, settings: ConfigLoader): Promise<Inputs> {
  if (readsStandardInput(args)) return standardInput(args, io, settings)
  const list = args.one('file-list')
  const listed = list === undefined ? undefined : await pathsIn(list, io)
  // What a list names is often what has changed, code and pictures too.
  const wanted = listed?.filter(
    (path) => FILE_EXTENSIONS.includes(extensionOf(path)) && looksLikeCopy(resolve(io.cwd, path)),
  )
  const named = [...(wanted ?? []), ...args.positionals]
  const patterns = named.length === 0 && listed === undefined ? ['.'] : named
  const found = await findFiles({
    patterns,
    extensions: FILE_EXTENSIONS,
    cwd: io.cwd,
    isWanted: looksLikeCopy,
    isIgnored: settings.isIgnored,
  })
  const empty = args.flag('no-error-on-unmatched-pattern') ? [] : found.unmatched
  return {
    paths: found.paths,
    faults: [
      ...found.unreadable,
      ...empty.map((path) => ({
        path,
        message: `Här finns inga filer att granska (${FILE_EXTENSIONS.join(', ')}). Kontrollera sökvägen, eller lägg till --no-error-on-unmatched-pattern.`,
      })),
    ],
    notes: found.ignored.map((path) => ({
      path,
      message: 'Filen hoppas över enligt inställningarna. Lägg till --no-ignore för att granska den.',
    })),
    isNamed: (path) => found.named.has(path),
    read: (path, settings) => (found.named.has(path) ? readBytes : readFoundBytes)(path, io.cwd, largestIn(settings)),
  }
}

async function standardInput(args: Arguments, io: Io, settings: ConfigLoader): Promise<Inputs> {
  const name = args.one('stdin-filename')
  const path = name ?? 'standard in'
  const bytes = Buffer.from(await io.readStdin())
  const isLeftOut = name !== undefined && (await settings.isIgnored(name))
  return {
    paths: isLeftOut ? [] : [path],
    faults: [],
    notes: [],
    isNamed: () => true,
    read: () => ({ path, bytes }),
  }
}

/** Bytes in a file. */
export function largestIn(settings: TracedSettings): number {
  const { maxFileSize } = plain(settings)
  return maxFileSize === undefined ? LARGEST_FILE : fileSizeInBytes(maxFileSize)
}

/** A path a line, or with NUL between as `git diff -z` writes them. */
async function pathsIn(list: string, io: Io): Promise<readonly string[]> {
  let bytes: Uint8Array
  try {
    bytes = list === '-' ? await io.readStdin() : readFileSync(resolve(io.cwd, list))
  } catch (error) {
    throw new UserError(`Listan ${list}: ${readError(error)}`)
  }
  const text = new TextDecoder().decode(bytes)
  return text.split(text.includes('\0') ? '\0' : /\r?\n/u).filter((path) => path.trim() !== '')
}
