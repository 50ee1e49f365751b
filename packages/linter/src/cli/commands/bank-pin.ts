import { writeLock } from '../../config/load-lock.js'
import { BANK_OPTION, type Command } from '../command.js'
import { ExitCode } from '../io.js'
import { openBank } from '../open-bank.js'

export const bankPinCommand: Command = {
  name: 'bank pin',
  usage: '',
  summary: 'Lås projektet till den utgåva av termbanken som används nu, i filen klarsprak.lock.',
  options: BANK_OPTION,
  examples: ['klarsprak bank pin', 'klarsprak bank pin --bank utgavor/2026.1'],
  async run(args, io) {
    const { bank } = await openBank(args, io)
    const path = writeLock(io.cwd, bank.release)
    io.out(`Projektet är låst till utgåva ${bank.release} (${path}).\n`)
    return ExitCode.Clean
  },
}
