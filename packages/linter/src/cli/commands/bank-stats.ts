import { type BankStats, bankStats } from '@klarsprak/termbank'
import { BANK_OPTION, type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode } from '../io.js'
import { openBank } from '../open-bank.js'

const NAMES: readonly (readonly [key: keyof BankStats, name: string])[] = [
  ['byStatus', 'Status'],
  ['byLanguage', 'Språk'],
  ['bySubject', 'Ämne'],
  ['byRegister', 'Stilnivå'],
  ['byPos', 'Ordklass'],
  ['equivalents', 'Motsvarigheter på andra språk'],
]

export const bankStatsCommand: Command = {
  name: 'bank stats',
  usage: '',
  summary: 'Visa hur mycket termbanken innehåller.',
  options: { ...BANK_OPTION, ...FORMAT_OPTION },
  examples: ['klarsprak bank stats', 'klarsprak bank stats --format json'],
  async run(args, io) {
    const { bank } = await openBank(args, io)
    const stats = bankStats(bank.concepts)
    if (args.one('format') === 'json') {
      io.out(`${JSON.stringify({ release: bank.release, ...stats }, null, 2)}\n`)
      return ExitCode.Clean
    }
    io.out(`Termbanken ${bank.release}\n`)
    io.out(
      `  ${stats.concepts} begrepp, ${stats.terms} termer, ${stats.swedishLabels} svenska benämningar och stavningar\n`,
    )
    io.out(`  ${stats.relations} relationer, ${stats.situations} situationer\n`)
    io.out(
      `  ${stats.sentences.flags} meningar som ska rapporteras, ${stats.sentences.allows} som inte får rapporteras\n`,
    )
    for (const [key, name] of NAMES) {
      io.out(`${name}\n`)
      for (const [value, count] of Object.entries(stats[key] as Record<string, number>))
        io.out(`  ${value}: ${count}\n`)
    }
    return ExitCode.Clean
  },
}
