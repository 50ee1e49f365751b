import { bankDiff } from '@klarsprak/termbank'
import { type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode, UserError } from '../io.js'
import { openBankAt } from '../open-bank.js'

const MARKS = { added: '+', removed: '-', changed: '~' } as const

export const bankDiffCommand: Command = {
  name: 'bank diff',
  usage: 'ÄLDRE NYARE',
  summary: 'Visa vad som skiljer två termbanker, begrepp för begrepp. ”national” är den inbyggda.',
  options: FORMAT_OPTION,
  examples: ['klarsprak bank diff utgavor/2026.1 national', 'klarsprak bank diff termer-gamla/ termer/'],
  async run(args, io) {
    const [older, newer, ...more] = args.positionals
    if (older === undefined || newer === undefined || more.length > 0)
      throw new UserError('Ange två termbanker, den äldre först: klarsprak bank diff utgavor/2026.1 national.')
    const [before, after] = [await openBankAt([older], io), await openBankAt([newer], io)]
    const changes = bankDiff(before.bank.concepts, after.bank.concepts)
    if (args.one('format') === 'json')
      io.out(`${JSON.stringify({ older: before.bank.release, newer: after.bank.release, changes }, null, 2)}\n`)
    else {
      for (const { conceptId, label, kind, sentences } of changes) {
        io.out(`${MARKS[kind]} ${conceptId} ${label}\n`)
        for (const sentence of sentences) io.out(`    ${sentence}\n`)
      }
      const count = (wanted: string) => changes.filter(({ kind }) => kind === wanted).length
      io.out(`${count('added')} nya begrepp, ${count('removed')} borttagna, ${count('changed')} ändrade.\n`)
    }
    if (!before.isWhole || !after.isWhole) return ExitCode.Failure
    return changes.length === 0 ? ExitCode.Clean : ExitCode.Findings
  },
}
