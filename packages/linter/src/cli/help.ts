import type { Command, CommandEntry } from './command.js'
import { commandSummaries } from './command-summaries.js'
import type { OptionDeclarations } from './parse-arguments.js'

export async function generalHelp(entries: readonly CommandEntry[]): Promise<string> {
  const commands = await commandSummaries(entries)
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Granskar texter mot en gemensam termbank och föreslår begripliga ord.',
    '',
    'Användning: klarsprak KOMMANDO [FLAGGOR]',
    '',
    'Kommandon:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Flaggor:',
    '  -h, --help     Visa hjälpen. Fungerar också efter ett kommando.',
    '  -v, --version  Visa versionen.',
    '',
    'Exempel:',
    ...commands.flatMap(({ example }) => (example === undefined ? [] : [`  ${example}`])),
    '',
    'Kommandot slutar med 0 när allt är bra, 1 när det finns anmärkningar och 2 när något gick fel.',
    '',
  ].join('\n')
}

export function commandHelp({ name, usage, summary, options, examples }: Command): string {
  return [
    summary,
    '',
    `Användning: klarsprak ${name} ${usage} [FLAGGOR]`.replace(/ {2,}/gu, ' '),
    '',
    'Flaggor:',
    ...optionLines(options),
    '',
    'Exempel:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n')
}

function optionLines(options: OptionDeclarations): readonly string[] {
  const rows = Object.entries(options).map(([name, { short, value, help }]) => ({
    name: `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  }))
  const width = Math.max(...rows.map((row) => row.name.length))
  return rows.map((row) => `  ${row.name.padEnd(width)}  ${row.help}`)
}
