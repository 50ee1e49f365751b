import type { Command } from '../command.js'
import { importOptional } from '../import-optional.js'
import { ExitCode } from '../io.js'

interface LanguageServer {
  /** Resolves when the editor has said goodbye. */
  startServer(): Promise<void>
}

export const lspCommand: Command = {
  name: 'lsp',
  usage: '',
  summary: 'Starta språkservern, för editorer: den talar LSP på standard in och ut.',
  options: {
    stdio: { type: 'boolean', help: 'Tala på standard in och ut. Det är det enda sättet, så flaggan behövs inte.' },
  },
  examples: ['klarsprak lsp'],
  async run() {
    const { startServer } = await importOptional<LanguageServer>('@klarsprak/language-server/node')
    await startServer()
    return ExitCode.Clean
  },
}
