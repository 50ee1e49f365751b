import { join, resolve } from 'node:path'
import { formatProblem, isReleaseFolder, ReleaseError } from '@klarsprak/termbank'
import { NATIONAL_PATH } from '../config/load-bank.js'
import { indexCacheIn } from '../config/load-index-cache.js'
import { checkLock } from '../config/load-lock.js'
import { type LoadedWords, loadWords } from '../config/load-words.js'
import { type Io, UserError } from './io.js'
import type { Arguments } from './parse-arguments.js'
import { readError } from './read-source.js'

export interface OpenedWords extends LoadedWords {
  /** Whether every entry of the bank could be used. */
  readonly isWhole: boolean
}

/** What the settings say of banks; paths are absolute. */
export interface BankSettings {
  readonly bank?: readonly string[] | undefined
  readonly onlyBank?: boolean | undefined
}

/** Where what can be made again is kept for the user: KLARSPRAK_CACHE, or as the system has it. */
function cacheFolder({ env }: Io): string | undefined {
  if (env.KLARSPRAK_CACHE !== undefined) return env.KLARSPRAK_CACHE || undefined
  const base = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && join(env.HOME, '.cache'))
  return base ? join(base, 'klarsprak') : undefined
}

/** What `loadWords` reads: the national bank with what the settings and then `--bank` add on top. */
export function bankPaths(args: Arguments, cwd: string, settings: BankSettings = {}): readonly string[] {
  const added = [...(settings.bank ?? []), ...args.all('bank')]
  // A release is the national bank as it was then: it comes in its place.
  const hasBase =
    args.flag('only-bank') || settings.onlyBank === true || added.some((path) => isReleaseFolder(resolve(cwd, path)))
  return added.length === 0 || hasBase ? added : [NATIONAL_PATH, ...added]
}

/**
 * The words that `--bank` asks for. Problems in the bank's files are written as faults; what could
 * be read is used all the same.
 *
 * @throws {UserError} when a path cannot be read
 */
export async function openWords(args: Arguments, io: Io, settings: BankSettings = {}): Promise<OpenedWords> {
  const { cwd, err } = io
  let words: LoadedWords
  try {
    const folder = cacheFolder(io)
    const cache = folder === undefined ? undefined : indexCacheIn(folder)
    words = await loadWords({ paths: bankPaths(args, cwd, settings), cwd, cache })
  } catch (error) {
    if (error instanceof ReleaseError) throw new UserError(error.message)
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    throw new UserError(`Termbanken i ${error.path}: ${readError(error)}`)
  }
  checkLock(words.index.release, cwd)
  const errors = words.problems.filter(({ severity }) => severity === 'error')
  for (const problem of errors) err(`klarsprak: ${formatProblem(problem)}\n`)
  if (words.useless.length > 0) {
    throw new UserError(`Termbanken ${words.useless.join(', ')} har ingenting som går att använda. Rätta felen ovan.`)
  }
  if (errors.length > 0) err(`klarsprak: ${unusableEntries(errors.length)}\n`)
  return { ...words, isWhole: errors.length === 0 }
}

const unusableEntries = (count: number) =>
  count === 1
    ? 'Varning: felet ovan gör att en del av termbanken inte används. Resten används. Kontrollera med klarsprak bank check.'
    : `Varning: de ${count} felen ovan gör att delar av termbanken inte används. Resten används. Kontrollera med klarsprak bank check.`
