import { commands, type Disposable, Uri, workspace } from 'vscode'

/** Where pages about rules and words are shown: documents that exist only while they are read. */
const SCHEME = 'klarsprak'

export interface Pages extends Disposable {
  show(name: string, markdown: string): Promise<void>
}

export function createPages(): Pages {
  const texts = new Map<string, string>()
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  })
  return {
    async show(name, markdown) {
      const uri = Uri.from({ scheme: SCHEME, path: `/${name}` })
      texts.set(uri.path, markdown)
      await commands.executeCommand('markdown.showPreview', uri)
    },
    dispose: () => provider.dispose(),
  }
}
