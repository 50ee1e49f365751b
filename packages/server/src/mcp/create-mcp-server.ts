import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Services } from '../api/services.js'
import { API_VERSION } from '../api/version.js'
import { TOOLS } from './tools.js'

const INSTRUCTIONS =
  'Klarspråk is a shared Swedish term bank and linter for understandable e-services in health and social care. Use lookup and replacement before you write Swedish copy for citizens, and check on the finished text. Cite concept ids (c-0001) and the release.'

/** @param onMissing is told of words that are not in the bank */
export function createMcpServer(services: Services, onMissing: (words: readonly string[]) => void): McpServer {
  const server = new McpServer(
    { name: 'klarsprak', title: 'Klarspråk', version: API_VERSION },
    { instructions: INSTRUCTIONS },
  )
  for (const { name, title, description, input, call } of TOOLS)
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input.shape,
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      async (given: unknown) => {
        const { text, isError, missing } = await call(given, services)
        onMissing(missing)
        return { content: [{ type: 'text' as const, text }], isError }
      },
    )
  return server
}
