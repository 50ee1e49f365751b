import { COMMAND, type Figures, type Proposal, STATUS } from '@klarsprak/language-server/names'
import { commands, Disposable, type ExtensionContext } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { createCommands, type Explained, showExplained, showProposal } from './commands.js'
import { createPages } from './pages.js'
import { createStatus } from './status.js'
import { createTermPanel } from './term-panel.js'

/** Where texts may lie: on a disk, not saved yet, in a repository or a browser. Not in parts of the editor. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'gist'] as const
const LANGUAGES = [
  ...['markdown', 'mdx', 'plaintext', 'html', 'json', 'jsonc', 'yaml', 'xml', 'properties', 'java-properties', 'po'],
  ...['gettext', 'javascriptreact', 'typescriptreact', 'vue', 'svelte', 'strings', 'xliff', 'resx'],
] as const

/** Starts the client, and what it adds to the editor; the same in a desktop and in a browser. */
export async function start(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<BaseLanguageClient> {
  const pages = createPages()
  const status = createStatus()
  const client = createClient({
    documentSelector: SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
    initializationOptions: { status: true, showsAnswers: true, showsUses: true },
    middleware: {
      // What a quick fix asks the server is answered by showing something here.
      async executeCommand(command, args, next) {
        const answer: unknown = await next(command, args)
        if (answer === null || answer === undefined) return answer
        if (command === COMMAND.explainRule) await showExplained(answer as Explained, pages)
        if (command === COMMAND.proposeTerm) await showProposal(answer as Proposal)
        return answer
      },
    },
  })
  context.subscriptions.push(
    pages,
    status,
    client.onNotification(STATUS, ({ uri, figures }: { uri: string; figures: Figures | null }) =>
      status.set(client.protocol2CodeConverter.asUri(uri).toString(), figures),
    ),
    createCommands(client, pages),
    createTermPanel(client, pages),
    Disposable.from(
      commands.registerCommand('klarsprak.restart', async () => {
        await client.stop()
        await client.start()
      }),
      commands.registerCommand('klarsprak.showLog', () => client.outputChannel.show()),
    ),
  )
  await client.start()
  return client
}
