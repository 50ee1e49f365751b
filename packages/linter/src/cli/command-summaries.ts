import type { CommandEntry } from './command.js'

export interface CommandSummary {
  readonly name: string
  readonly summary: string
  readonly example: string | undefined
}

/** What the general help says of each command. The bundled command has it as a table (scripts/bundle.mjs). */
export const commandSummaries = async (entries: readonly CommandEntry[]): Promise<readonly CommandSummary[]> =>
  (await Promise.all(entries.map(({ load }) => load()))).map(({ name, summary, examples: [example] }) => ({
    name,
    summary,
    example,
  }))
