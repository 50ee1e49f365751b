import { formatProblem } from '@klarsprak/termbank'
import { NATIONAL_PATH } from '../config/load-bank.js'
import { loadWords, type Words } from '../config/load-words.js'
import { type Io, UserError } from './io.js'
import type { Arguments } from './parse-arguments.js'
import { readError } from './read-source.js'

export interface OpenedWords extends Words {
  /** Whether every entry of the bank could be used. */
  readonly isWhole: boolean
}

/** What `loadWords` reads: the national bank with what `--bank` adds on top. */
function bankPaths(args: Arguments): readonly string[] {
  const added = args.all('bank')
  return added.length === 0 || args.flag('only-bank') ? added : [NATIONAL_PATH, ...added]
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
    words = await loadWords({ paths: bankPaths(args), cwd })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    throw new UserError(`Termbanken i ${error.path}: ${readError(error)}`)
  }
  const errors = words.problems.filter(({ severity }) => severity === 'error')
  for (const problem of errors) err(`klarsprak: ${formatProblem(problem)}\n`)
  return { ...words, isWhole: errors.length === 0 }
}
