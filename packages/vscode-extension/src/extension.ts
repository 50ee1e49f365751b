import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { start } from './start.js'

let running: LanguageClient | undefined

/** On a desktop, or a server: the language server is a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server/server.mjs')
  await start(context, (options) => {
    running = new LanguageClient('klarsprak', 'Klarspråk', { module, transport: TransportKind.stdio }, options)
    return running
  })
}

export const deactivate = (): Promise<void> | undefined => running?.stop()
