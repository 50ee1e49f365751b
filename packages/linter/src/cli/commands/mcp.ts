import type { Command } from '../command.js'
import { importOptional } from '../import-optional.js'
import { ExitCode } from '../io.js'

interface Server {
  /** Resolves when the assistant has gone. */
  serveMcp(): Promise<void>
}

export const mcpCommand: Command = {
  name: 'mcp',
  usage: '',
  summary: 'Ge en assistent verktyg att slå upp ord och granska texter: tala MCP på standard in och ut.',
  options: {},
  examples: ['klarsprak mcp'],
  async run() {
    const { serveMcp } = await importOptional<Server>('@klarsprak/server')
    await serveMcp()
    return ExitCode.Clean
  },
}
