import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'

let service: TestService
let client: Client
beforeAll(async () => {
  service = await testService()
  client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${service.url}/mcp`)))
})
afterAll(async () => {
  await client.close()
  await service.close()
})

/** What a tool says, read as JSON when it is an answer. */
async function ask(of: Client, name: string, input: Readonly<Record<string, unknown>>) {
  const { content, isError } = await of.callTool({ name, arguments: input })
  const [{ text }] = content as [{ text: string }]
  return isError === true ? { isError, text } : JSON.parse(text)
}

describe('an assistant over HTTP', () => {
  test('is told which tools there are, and that they only read', async () => {
    expect(client.getServerVersion()?.name).toBe('klarsprak')
    expect(client.getInstructions()).toContain('Swedish')
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['lookup', 'replacement', 'guide', 'check'])
    for (const { annotations, description, inputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true)
      expect(description!.length).toBeGreaterThan(80)
      expect(inputSchema.properties).not.toEqual({})
    }
  })
  test('looks a word up in any form', async () => {
    const { senses, release } = await ask(client, 'lookup', { word: 'hälsoportalens' })
    expect(release).toBe('2026.1')
    expect(senses[0]).toMatchObject({ conceptId: 'c-0001', status: 'deprecated', matchType: 'inflected' })
  })
  test('learns what to write instead, in the same form', async () => {
    const { replacements } = await ask(client, 'replacement', { word: 'hälsoportalerna' })
    expect(replacements[0].text).toBe('de digitala ingångarna')
  })
  test('finds the way by everyday words', async () => {
    const { guides } = await ask(client, 'guide', { query: 'jag kan inte köra bil' })
    expect(guides[0].label).toBe('färdtjänst')
  })
  test('checks a text', async () => {
    const { findings } = await ask(client, 'check', { text: 'Logga in på **hälsoportalen**.', format: 'markdown' })
    expect(findings[0]).toMatchObject({ ruleId: 'avoid-term', text: 'hälsoportalen' })
  })
  test.each([
    { name: 'lookup', input: {} },
    { name: 'lookup', input: { word: 'a'.repeat(201) } },
    { name: 'guide', input: { query: 'a', limit: 1_000 } },
    { name: 'check', input: { text: 'a'.repeat(100_001) } },
    { name: 'check', input: { text: 'a', format: 'docx' } },
    { name: 'zebra', input: {} },
  ])('$name refuses what it cannot take', async ({ name, input }) => {
    expect(await ask(client, name, input)).toMatchObject({ isError: true })
  })
  test('words that are missing are counted', async () => {
    const before = service.unmet.waiting
    await ask(client, 'lookup', { word: 'zebraord' })
    expect(service.unmet.waiting).toBe(before + 1)
  })
})

describe('what is no message of MCP', () => {
  test.each([
    { name: 'other JSON', body: '{"a":1}', status: 422 },
    { name: 'no JSON', body: '{', status: 400 },
    {
      name: 'too many messages',
      body: JSON.stringify(Array(21).fill({ jsonrpc: '2.0', id: 1, method: 'ping' })),
      status: 422,
    },
    { name: 'an answer instead of a question', body: '{"jsonrpc":"2.0"}', status: 422 },
  ])('$name is a problem', async ({ body, status }) => {
    const response = await service.post('/mcp', body)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })
  test('there are no streams and no sessions: GET and DELETE are not there', async () => {
    expect((await service.call('/mcp', { headers: { accept: 'text/event-stream' } })).status).toBe(405)
    expect((await service.call('/mcp', { method: 'DELETE' })).status).toBe(405)
  })
  test('a notification needs no answer', async () => {
    const response = await service.post('/mcp', { jsonrpc: '2.0', method: 'notifications/initialized' })
    expect(response.status).toBe(202)
    expect(await response.text()).toBe('')
  })
  test('several messages at once have several answers', async () => {
    const ping = (id: number) => ({ jsonrpc: '2.0', id, method: 'ping' })
    expect(await jsonOf(await service.post('/mcp', [ping(1), ping(2)]))).toMatchObject([{ id: 1 }, { id: 2 }])
  })
})

const packages = join(import.meta.dirname, '../../..')
const isBuilt = [
  'linter/dist/cli/commands/mcp.js',
  'server/dist/mcp/serve-mcp.js',
  'termbank/dist/national/release.json',
].every((file) => existsSync(join(packages, file)))
// The command as a process. Needs node scripts/build.mjs.
test.skipIf(!isBuilt)(
  'an assistant on this machine talks to klarsprak mcp, which says nothing else and ends with it',
  async () => {
    const local = new Client({ name: 'test', version: '1.0.0' })
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [join(packages, 'linter/bin/klarsprak.js'), 'mcp'],
    })
    const faults: unknown[] = []
    local.onerror = (error) => faults.push(error)
    await local.connect(transport)
    const { senses } = await ask(local, 'lookup', { word: 'remissens' })
    expect(senses[0].label).toBe('remiss')
    await local.close()
    expect(faults).toEqual([])
  },
  60_000,
)
