import { checksumOf, writeLock } from '../../config/load-lock.js'
import { NATIONAL_PATH } from '../../config/national-path.js'
import { BANK_OPTION, type Command } from '../command.js'
import { ExitCode } from '../io.js'
import { openBankAt } from '../open-bank.js'
import { bankPaths } from '../open-words.js'

export const bankPinCommand: Command = {
  name: 'bank pin',
  usage: '',
  summary: 'Lås projektet till den utgåva av termbanken som används nu, i filen klarsprak.lock.',
  options: BANK_OPTION,
  examples: [
    'klarsprak bank pin',
    'klarsprak bank pin --bank utgavor/2026.1',
    'klarsprak bank pin --bank https://termer.exempel.se/v1/releases/latest',
  ],
  async run(args, io) {
    const paths = await bankPaths(args, io, {}, 'new')
    const { bank } = await openBankAt(paths.length === 0 ? [NATIONAL_PATH] : paths, io)
    const sha256 = checksumOf(paths, io.cwd)
    const path = writeLock(io.cwd, { release: bank.release, ...(sha256 === undefined ? {} : { sha256 }) })
    io.out(`Projektet är låst till utgåva ${bank.release} (${path}).\n`)
    return ExitCode.Clean
  },
}
