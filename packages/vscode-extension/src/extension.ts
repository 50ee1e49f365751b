import { COMMAND, type Figures, type LookedUp, STATUS } from '@klarsprak/language-server/names'
import {
  type CancellationToken,
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  languages,
  ProgressLocation,
  StatusBarAlignment,
  type StatusBarItem,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { showFigures } from './figures.js'

const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'] as const
const LANGUAGES = [
  ...['markdown', 'mdx', 'plaintext', 'html', 'json', 'jsonc', 'yaml', 'xml', 'properties', 'java-properties', 'po'],
  ...['gettext', 'javascriptreact', 'typescriptreact', 'vue', 'svelte', 'strings', 'xliff', 'resx'],
] as const
/** Where pages about rules and words are shown: documents that exist only while they are read. */
const PAGES = 'klarsprak'

interface Explained {
  readonly id: string
  readonly summary: string
  readonly url: string
  readonly text?: string
}

let running: LanguageClient | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const pages = createPages()
  const status = createStatus()
  const client = createClient(context, pages)
  running = client
  context.subscriptions.push(
    pages,
    status,
    client.onNotification(STATUS, ({ uri, figures }: { uri: string; figures: Figures | null }) =>
      status.set(uri, figures),
    ),
    ...commandsFor(client, pages),
  )
  await client.start()
}

export const deactivate = (): Promise<void> | undefined => running?.stop()

function createClient(context: ExtensionContext, pages: Pages): LanguageClient {
  const module = context.asAbsolutePath('dist/server/server.mjs')
  return new LanguageClient(
    'klarsprak',
    'Klarspråk',
    { module, transport: TransportKind.stdio },
    {
      documentSelector: SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
      initializationOptions: { status: true, showsAnswers: true },
      middleware: {
        async executeCommand(command, args, next) {
          const answer: unknown = await next(command, args)
          if (command === COMMAND.explainRule && answer !== null) await explain(answer as Explained, pages)
          return answer
        },
      },
    },
  )
}

function commandsFor(client: LanguageClient, pages: Pages): readonly Disposable[] {
  const ask = <Answer>(command: string, args: readonly unknown[], token?: CancellationToken): Promise<Answer> =>
    client.sendRequest('workspace/executeCommand', { command, arguments: args }, token)
  return [
    commands.registerCommand('klarsprak.checkWorkspace', () =>
      window.withProgress({ location: ProgressLocation.Window, title: 'Granskar alla filer' }, async (_, token) => {
        const { files, errors, warnings, infos } = await ask<{
          files: number
          errors: number
          warnings: number
          infos: number
        }>(COMMAND.checkWorkspace, [], token)
        const found = errors + warnings + infos
        void window.showInformationMessage(
          found === 0
            ? `${files} filer, inga fynd.`
            : `${files} filer: ${errors} fel, ${warnings} varningar, ${infos} råd.`,
        )
        if (found > 0) await commands.executeCommand('workbench.actions.view.problems')
      }),
    ),
    commands.registerCommand('klarsprak.explainRule', async (given?: string) => {
      const id = given ?? (await window.showInputBox({ prompt: 'Vilken regel?', value: ruleAtCursor() ?? '' }))
      if (id === undefined) return
      const answer = await ask<Explained | null>(COMMAND.explainRule, [id])
      if (answer === null) void window.showWarningMessage(`Det finns ingen regel som heter ”${id}”.`)
      else await explain(answer, pages)
    }),
    commands.registerCommand('klarsprak.lookUp', async () => {
      const editor = window.activeTextEditor
      const word = await window.showInputBox({ prompt: 'Vilket ord? I vilken form som helst.', value: wordAt(editor) })
      if (word === undefined || word.trim() === '') return
      const found = await ask<readonly LookedUp[]>(COMMAND.lookUp, [word])
      if (found.length === 0) {
        void window.showInformationMessage(`”${word}” finns inte i termbanken.`)
        return
      }
      const chosen = await window.showQuickPick(
        found.map((one) => ({ label: one.label, description: one.preferred.join(', '), detail: one.conceptId, one })),
        { placeHolder: `Begrepp för ”${word}”` },
      )
      if (chosen !== undefined) await pages.show(`${chosen.one.conceptId}.md`, chosen.one.text)
    }),
    commands.registerCommand('klarsprak.restart', () => client.restart()),
    commands.registerCommand('klarsprak.showLog', () => client.outputChannel.show()),
  ]
}

async function explain({ id, summary, url, text }: Explained, pages: Pages): Promise<void> {
  if (text !== undefined) await pages.show(`${id}.md`, text)
  else {
    const read = 'Läs mer'
    if ((await window.showInformationMessage(`${id}: ${summary}`, read)) === read)
      await env.openExternal(Uri.parse(url))
  }
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor
  if (editor === undefined) return undefined
  const here = languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === 'klarsprak' && range.contains(editor.selection.active))
  return typeof here?.code === 'object' ? String(here.code.value) : here?.code?.toString()
}

function wordAt(editor: TextEditor | undefined): string {
  if (editor === undefined) return ''
  const { document, selection } = editor
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection
  return range === undefined ? '' : document.getText(range)
}

interface Pages extends Disposable {
  show(name: string, markdown: string): Promise<void>
}

function createPages(): Pages {
  const texts = new Map<string, string>()
  const provider = workspace.registerTextDocumentContentProvider(PAGES, {
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  })
  return {
    async show(name, markdown) {
      const uri = Uri.from({ scheme: PAGES, path: `/${name}` })
      texts.set(uri.path, markdown)
      await commands.executeCommand('markdown.showPreview', uri)
    },
    dispose: () => provider.dispose(),
  }
}

interface Status extends Disposable {
  set(uri: string, figures: Figures | null): void
}

/** LIX and findings of the text in front, in the status bar. */
function createStatus(): Status {
  const item: StatusBarItem = window.createStatusBarItem('klarsprak.status', StatusBarAlignment.Right, 100)
  item.name = 'Klarspråk'
  item.command = 'workbench.actions.view.problems'
  const known = new Map<string, Figures | null>()
  const update = (): void => {
    const figures = known.get(window.activeTextEditor?.document.uri.toString() ?? '')
    if (figures === undefined || figures === null) {
      item.hide()
      return
    }
    const { text, tooltip } = showFigures(figures)
    item.text = text
    item.tooltip = tooltip
    item.show()
  }
  const listeners = [
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  ]
  return {
    set(uri, figures) {
      known.set(Uri.parse(uri).toString(), figures)
      update()
    },
    dispose() {
      for (const listener of listeners) listener.dispose()
      item.dispose()
    },
  }
}
