import { once } from 'node:events'
import { loadWords } from '@klarsprak/linter/words'
import { loadNationalSearch } from '@klarsprak/termbank'
import { createServices } from '../api/create-services.js'
import { folderShelf } from '../bank/folder-shelf.js'
import { openStorage } from '../storage/open-storage.js'

/**
 * The tools over standard input and output, for an assistant on this machine. Nothing is kept or counted. Ends when the
 * input does.
 */
export async function serveMcp(): Promise<void> {
  const [{ createMcpServer }, { StdioServerTransport }, { index, rewrite }, storage] = await Promise.all([
    import('./create-mcp-server.js'),
    import('@modelcontextprotocol/sdk/server/stdio.js'),
    loadWords(),
    openStorage({}),
  ])
  const services = createServices({
    index,
    rewrite,
    prepareSearch: () => loadNationalSearch(index),
    releases: folderShelf(),
    storage,
  })
  const server = createMcpServer(services, () => undefined)
  const ended = once(process.stdin, 'end')
  await server.connect(new StdioServerTransport())
  await ended
  await server.close()
  await storage.close()
}
