import { resolve } from 'node:path'
import { formatProblem, isReleaseFolder, ReleaseError } from '@klarsprak/termbank'
import { NATIONAL_PATH } from '../config/load-bank.js'
import { loadWords, type Words } from '../config/load-words.js'
import { checkLock } from '../config/load-lock.js'
import { type Io, UserError } from './io.js'
import type { Arguments } from './parse-arguments.js'
import { readError } from './read-source.js'

export interface OpenedWords extends Words {
  /** Whether every entry of the bank could be used. */
  readonly isWhole: boolean
}

/** What `loadWords` reads: the national bank with what `--bank` adds on top. */
export function bankPaths(args: Arguments, cwd: string): readonly string[] {
  const added = args.all('bank')
  // A release is the national bank as it was then: it comes in its place.
  const hasBase = args.flag('only-bank') || added.some((path) => isReleaseFolder(resolve(cwd, path)))
  return added.length === 0 || hasBase ? added : [NATIONAL_PATH, ...added]
}

/**
 * The words that `--bank` asks for. Problems in the bank's files are written as faults; what could
 * be read is used all the same.
 *
 * @throws {UserError} when a path cannot be read
 */
export async function openWords(args: Arguments, { cwd, err }: Io): Promise<OpenedWords> {
  let words: Words
  try {
    words = await loadWords({ paths: bankPaths(args, cwd), cwd })
  } catch (error) {
    if (error instanceof ReleaseError) throw new UserError(error.message)
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    throw new UserError(`Termbanken i ${error.path}: ${readError(error)}`)
  }
  checkLock(words.index.release, cwd)
  const errors = words.problems.filter(({ severity }) => severity === 'error')
  for (const problem of errors) err(`klarsprak: ${formatProblem(problem)}\n`)
  return { ...words, isWhole: errors.length === 0 }
}
