import { type Bank, formatProblem, ReleaseError } from '@klarsprak/termbank'
import { loadBank } from '../config/load-bank.js'
import { NATIONAL_PATH } from '../config/national-path.js'
import { type Io, UserError } from './io.js'
import { bankPaths } from './open-words.js'
import type { Arguments } from './parse-arguments.js'
import { readError } from './read-error.js'

export interface OpenedBank {
  readonly bank: Bank
  /** Whether every entry could be used. What could not has been written as a fault. */
  readonly isWhole: boolean
}

/** The bank that `--bank` asks for, as concepts. */
export const openBank = async (args: Arguments, io: Io): Promise<OpenedBank> => {
  const paths = await bankPaths(args, io)
  return openBankAt(paths.length === 0 ? [NATIONAL_PATH] : paths, io)
}

/**
 * A bank of files, folders, releases or `national`.
 *
 * @throws {UserError} when a path cannot be read
 */
export async function openBankAt(paths: readonly string[], { cwd, err }: Io): Promise<OpenedBank> {
  try {
    const { bank, problems } = await loadBank(paths, cwd)
    const errors = problems.filter(({ severity }) => severity === 'error')
    for (const problem of errors) err(`klarsprak: ${formatProblem(problem)}\n`)
    return { bank, isWhole: errors.length === 0 }
  } catch (error) {
    if (error instanceof ReleaseError) throw new UserError(error.message)
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UserError(`Termbanken i ${'path' in error ? String(error.path) : paths.join(', ')}: ${readError(error)}`)
  }
}
