import { z } from 'zod'
import { type Answer, defineOperation, JSON_TYPE, type Operation } from '../api/operation.js'
import { type Refusal, refuse } from '../api/problems.js'

export const MCP_ROOT = '/mcp'

/** Messages in one call. */
const MOST_MESSAGES = 20

const message = z.looseObject({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string().max(200), z.number()]).optional(),
  method: z.string().max(200).optional(),
})
const reply = z.looseObject({ jsonrpc: z.literal('2.0') })

const exchange = defineOperation({
  id: 'exchangeMcpMessages',
  method: 'post',
  path: '',
  tag: 'mcp',
  summary: { sv: 'Verktyg för assistenter (MCP)', en: 'Tools for assistants (MCP)' },
  description:
    'Model Context Protocol, Streamable HTTP without sessions and without streams: one JSON-RPC message in, one answer out. Tools: lookup, replacement, guide, check. All of them only read.',
  body: z.union([message, z.array(message).min(1).max(MOST_MESSAGES)]),
  produces: [{ type: JSON_TYPE, schema: z.union([reply, z.array(reply)]), describe: 'The answer, as JSON-RPC.' }],
  withoutContent: { 202: 'The message needs no answer.' },
  example: { body: { jsonrpc: '2.0', id: 1, method: 'ping' } },
  async handle({ body }, services): Promise<Answer | Refusal> {
    // Loaded when it is first asked for: the SDK takes longer to load than the rest of the service.
    const [{ createMcpServer }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
      import('./create-mcp-server.js'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    ])
    const missing: string[] = []
    const server = createMcpServer(services, (words) => missing.push(...words))
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    try {
      await server.connect(transport)
      const response = await transport.handleRequest(
        new Request('http://localhost/mcp', {
          method: 'POST',
          headers: { 'content-type': JSON_TYPE, accept: `${JSON_TYPE}, text/event-stream` },
        }),
        { parsedBody: body },
      )
      if (response.status !== 200 && response.status !== 202)
        return refuse('invalid-content', {
          sv: 'Innehållet är inget meddelande i MCP.',
          en: 'The content is no message of MCP.',
        })
      return {
        status: response.status,
        type: JSON_TYPE,
        body: await response.text(),
        cache: 'none',
        missing,
      }
    } finally {
      await server.close()
    }
  },
})

/** Tools for assistants, by the Model Context Protocol. */
export const MCP: readonly Operation[] = [exchange]
