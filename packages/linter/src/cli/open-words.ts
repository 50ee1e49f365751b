import { resolve } from 'node:path'
import { formatProblem, isReleaseFolder, ReleaseError } from '@klarsprak/termbank'
import { isRemote } from '../config/is-remote.js'
import { cacheFolder } from '../config/load-cache-folder.js'
import { checkLock, findLock } from '../config/load-lock.js'
import { type LoadedWords, loadWords } from '../config/load-words.js'
import { NATIONAL_PATH } from '../config/national-path.js'
import { type Io, UserError } from './io.js'
import type { Arguments } from './parse-arguments.js'
import { readError } from './read-error.js'

export interface OpenedWords extends LoadedWords {
  /** Whether every entry of the bank could be used. */
  readonly isWhole: boolean
}

/** What the settings say of banks; paths are absolute. */
export interface BankSettings {
  readonly bank?: readonly string[] | undefined
  readonly onlyBank?: boolean | undefined
  /** Whose layer at the term service comes on top of its release. */
  readonly organisation?: string | undefined
}

/** `new`: the project is about to be pinned to what is there now. */
export type Pinning = 'new' | undefined

/** What has been fetched by a run of the command, by address, so that it is fetched and told of once. */
const fetchedBy = new WeakMap<Io, Map<string, Promise<readonly string[]>>>()

function fetched(
  url: string,
  organisation: string | undefined,
  args: Arguments,
  io: Io,
  pinning: Pinning,
): Promise<readonly string[]> {
  const known = fetchedBy.get(io) ?? new Map<string, Promise<readonly string[]>>()
  fetchedBy.set(io, known)
  const key = JSON.stringify([url, organisation])
  const paths = known.get(key) ?? fetchBank(url, organisation, args, io, pinning)
  known.set(key, paths)
  paths.catch(() => known.delete(key))
  return paths
}

async function fetchBank(
  url: string,
  organisation: string | undefined,
  args: Arguments,
  io: Io,
  pinning: Pinning,
): Promise<readonly string[]> {
  const options = {
    cache: cacheFolder(io.env),
    isFresh: pinning === 'new',
    isOffline: args.flag('offline'),
    note: (sentence: string) => io.err(`klarsprak: ${sentence}\n`),
    ...(io.fetch === undefined ? {} : { fetch: io.fetch }),
  }
  const { remoteBank } = await import('../config/load-remote/remote-bank.js')
  const lock = pinning === 'new' ? undefined : findLock(io.cwd)
  const release = await remoteBank(url, { ...options, lock })
  if (organisation === undefined) return [release]
  const { remoteLayer } = await import('../config/load-remote/remote-layer.js')
  return [release, await remoteLayer(url, organisation, options)]
}

/** What `loadWords` reads: the national bank with what the settings and then `--bank` add on top. What lies at a service is fetched. */
export async function bankPaths(
  args: Arguments,
  io: Io,
  settings: BankSettings = {},
  pinning?: Pinning,
): Promise<readonly string[]> {
  const { cwd } = io
  const given = [...(settings.bank ?? []), ...args.all('bank')]
  const organisation = args.one('organisation') ?? settings.organisation
  if (organisation !== undefined && !given.some(isRemote)) {
    throw new UserError('En organisation hör till en termtjänst. Ange --bank med adressen till en utgåva där.')
  }
  const fetchedOrNot = given.map((path) =>
    isRemote(path) ? fetched(path, organisation, args, io, pinning) : Promise.resolve([path]),
  )
  const added = (await Promise.all(fetchedOrNot)).flat()
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
  const paths = await bankPaths(args, io, settings)
  let words: LoadedWords
  try {
    // The national bank is built already; only others are compiled, and kept.
    const folder = paths.length === 0 ? undefined : cacheFolder(io.env)
    const cache =
      folder === undefined ? undefined : (await import('../config/load-index-cache.js')).indexCacheIn(folder)
    words = await loadWords({ paths, cwd, cache, isBrief: true })
  } catch (error) {
    if (error instanceof ReleaseError) throw new UserError(error.message)
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    throw new UserError(`Termbanken i ${error.path}: ${readError(error)}`)
  }
  checkLock(words.index.release, paths, cwd)
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
