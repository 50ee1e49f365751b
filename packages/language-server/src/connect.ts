import { findRule, ruleUrl } from '@klarsprak/linter'
import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { abilitiesOf } from './client-abilities.js'
import { COMMAND } from './commands.js'
import { FIX_ALL } from './features/code-actions.js'
import { noteAtTop } from './features/diagnostics.js'
import type { Logger, Projects, WorkspaceFiles } from './ports.js'
import { type Checked, createService, type Service } from './service.js'
import { readSettings } from './settings.js'
import { STATUS } from './status.js'

export interface ConnectPorts {
  readonly projects: (log: Logger) => Projects
  readonly files: WorkspaceFiles
  /** The page about a rule, in Markdown. */
  readonly ruleText: (id: string) => Promise<string | undefined>
  readonly version: string
  /** Milliseconds without a keystroke before a text is checked. */
  readonly delay?: number
}

/** What our own editor extension says of itself when it starts us. */
interface ClientOptions {
  /** Figures of each checked text are sent as `klarsprak/status`. */
  readonly status: boolean
  /** Shows the answer to a command itself. */
  readonly showsAnswers: boolean
}

const DELAY = 150
/** A text that takes long to check is checked more seldom: it waits this many times as long as it takes. */
const PATIENCE = 2

const WATCHED = [
  '**/klarsprak.{config.*,lock}',
  '**/.klarsprak{,rc}*',
  '**/*.{yaml,yml}',
  '**/package.json',
  '**/.editorconfig',
]

/** Wires a language server to its client. Everything it knows is in the service; here is only when, and in which form. */
export function connect(connection: Connection, ports: ConnectPorts): void {
  const log: Logger = {
    info: (message) => connection.console.info(message),
    error: (message) => connection.console.error(message),
  }
  let server: ReturnType<typeof serve> | undefined
  connection.onInitialize((params) => {
    server = serve(connection, ports, params, log)
    return server.answer
  })
  connection.onInitialized(() => server?.started())
}

function serve(connection: Connection, ports: ConnectPorts, params: InitializeParams, log: Logger) {
  const { capabilities } = params
  const client = abilitiesOf(capabilities)
  const options = optionsOf(params.initializationOptions)
  const asksSettings = capabilities.workspace?.configuration === true
  const service = createService({ projects: ports.projects(log), client, files: ports.files, log })
  const scheduler = createScheduler(connection, service, options, ports.delay ?? DELAY, log)

  const folders = new Set(
    (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map(({ uri }) => uri),
  )
  service.setFolders([...folders])

  /** Settings of texts on their way from the client: requests wait for them. */
  const arriving = new Map<string, Promise<void>>()
  const take = (value: unknown, uri?: string): void => {
    const { settings, ignored } = readSettings(value)
    if (ignored.length > 0) log.error(`Inställningarna ${ignored.join(', ')} går inte att använda.`)
    service.configure(settings, uri)
  }
  const fetchSettings = async (uri: string): Promise<void> => {
    if (!asksSettings) return
    try {
      const value: unknown = await connection.workspace.getConfiguration({ scopeUri: uri, section: 'klarsprak' })
      if (service.versionOf(uri) !== undefined) take(value, uri)
    } catch (error) {
      log.error(`Inställningarna för ${uri} kunde inte hämtas: ${String(error)}`)
    }
  }
  const fetchAll = async (): Promise<void> => {
    if (asksSettings) {
      try {
        take(await connection.workspace.getConfiguration('klarsprak'))
      } catch (error) {
        log.error(`Inställningarna kunde inte hämtas: ${String(error)}`)
      }
    }
    await Promise.all(service.openUris.map(fetchSettings))
  }
  const checkAll = (): void => {
    for (const uri of service.openUris) scheduler.soon(uri, 0)
  }
  if (!asksSettings) take((params.initializationOptions as { settings?: unknown } | undefined)?.settings)

  connection.onDidOpenTextDocument(({ textDocument }) => {
    service.open(textDocument)
    const { uri } = textDocument
    const ready = fetchSettings(uri).finally(() => arriving.delete(uri))
    arriving.set(uri, ready)
    void ready.then(() => scheduler.soon(uri, 0))
  })
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    service.change(textDocument.uri, textDocument.version, contentChanges)
    if (service.settingsOf(textDocument.uri).run === 'onType') scheduler.soon(textDocument.uri)
  })
  connection.onDidSaveTextDocument(({ textDocument }) => scheduler.soon(textDocument.uri, 0))
  connection.onDidCloseTextDocument(({ textDocument }) => {
    service.close(textDocument.uri)
    scheduler.forget(textDocument.uri)
    void connection.sendDiagnostics({ uri: textDocument.uri, diagnostics: [] })
  })
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (asksSettings) await fetchAll()
    else take((settings as { klarsprak?: unknown } | null)?.klarsprak)
    service.refresh()
    checkAll()
  })
  connection.onDidChangeWatchedFiles(() => {
    service.refresh()
    checkAll()
  })

  /** Answers a request; what goes wrong is logged and answered with nothing, so that the editor goes on. */
  const answering =
    <Params, Answer>(none: Answer, answer: (params: Params) => Promise<Answer>) =>
    async (params: Params, token: CancellationToken): Promise<Answer> => {
      try {
        return token.isCancellationRequested ? none : await answer(params)
      } catch (error) {
        log.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
        return none
      }
    }
  /** The same about a text, once its settings are here. */
  const about = <Params extends { readonly textDocument: { readonly uri: string } }, Answer>(
    none: Answer,
    answer: (uri: string, params: Params) => Promise<Answer>,
  ) =>
    answering(none, async (params: Params) => {
      const { uri } = params.textDocument
      await arriving.get(uri)
      return answer(uri, params)
    })

  connection.onCodeAction(about([], async (uri, p) => [...(await service.codeActions(uri, p.range, p.context.only))]))
  connection.onHover(about(null, (uri, p) => service.hover(uri, p.position)))
  connection.onCompletion(about(null, (uri, p) => service.completion(uri, p.position)))
  connection.onDefinition(about([], async (uri, p) => [...(await service.definition(uri, p.position))]))
  connection.onReferences(about([], async (uri, p) => [...(await service.references(uri, p.position))]))
  connection.onPrepareRename(about(null, (uri, p) => service.prepareRename(uri, p.position)))
  connection.onRenameRequest(about(null, (uri, p) => service.rename(uri, p.position, p.newName)))
  connection.onDocumentLinks(about([], async (uri) => [...(await service.documentLinks(uri))]))
  connection.onCodeLens(about([], async (uri) => [...(await service.codeLenses(uri))]))
  connection.languages.inlayHint.on(about([], async (uri, p) => [...(await service.inlayHints(uri, p.range))]))

  const commands: Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>> = {
    [COMMAND.replaceInWorkspace]: async (uri, conceptId) => {
      const edit = await service.replaceInWorkspace(String(uri), String(conceptId))
      return (await connection.workspace.applyEdit({ label: 'Byt ut en term i alla filer', edit })).applied
    },
    [COMMAND.explainRule]: async (id) => {
      const rule = findRule(String(id))
      if (rule === undefined) return null
      const text = await ports.ruleText(rule.id)
      if (!options.showsAnswers) {
        if (client.showDocument) await connection.window.showDocument({ uri: ruleUrl(rule.id), external: true })
        else connection.window.showInformationMessage(`${rule.id}: ${rule.summary} ${ruleUrl(rule.id)}`)
      }
      return { id: rule.id, summary: rule.summary, url: ruleUrl(rule.id), text }
    },
    [COMMAND.checkWorkspace]: async () => {
      const sum = { files: 0, errors: 0, warnings: 0, infos: 0 }
      for await (const checked of service.checkWorkspace()) {
        sum.files++
        sum.errors += checked.figures?.errors ?? 0
        sum.warnings += checked.figures?.warnings ?? 0
        sum.infos += checked.figures?.infos ?? 0
        await connection.sendDiagnostics({ uri: checked.uri, diagnostics: [...checked.diagnostics] })
      }
      return sum
    },
    [COMMAND.lookUp]: (word) => service.lookUp(String(word)),
  }
  connection.onExecuteCommand(
    answering<{ command: string; arguments?: unknown[] }, unknown>(
      null,
      async (p) => commands[p.command]?.(...(p.arguments ?? [])) ?? null,
    ),
  )

  const answer: InitializeResult = {
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      hoverProvider: true,
      completionProvider: {},
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentLinkProvider: {},
      codeLensProvider: {},
      inlayHintProvider: true,
      executeCommandProvider: { commands: Object.keys(commands) },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: 'klarsprak', version: ports.version },
  }

  return {
    answer,
    started() {
      if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'klarsprak' })
      }
      if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
        const watchers = WATCHED.map((globPattern) => ({ globPattern }))
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
      }
      if (capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          for (const { uri } of removed) folders.delete(uri)
          for (const { uri } of added) folders.add(uri)
          service.setFolders([...folders])
        })
      }
      void fetchAll().then(checkAll)
    },
  }
}

const optionsOf = (value: unknown): ClientOptions => {
  const given = (value ?? {}) as Partial<ClientOptions>
  return { status: given.status === true, showsAnswers: given.showsAnswers === true }
}

/** Checks texts when they have been left alone for a while, and sends what it finds of the newest version only. */
function createScheduler(connection: Connection, service: Service, options: ClientOptions, delay: number, log: Logger) {
  const timers = new Map<string, NodeJS.Timeout>()
  const durations = new Map<string, number>()

  const run = async (uri: string): Promise<void> => {
    const started = performance.now()
    let checked: Checked | undefined
    try {
      checked = await service.check(uri)
    } catch (error) {
      log.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
      const version = service.versionOf(uri)
      if (version === undefined) return
      const why = error instanceof Error ? error.message : String(error)
      checked = { uri, version, diagnostics: [noteAtTop(why)], figures: undefined }
    }
    durations.set(uri, performance.now() - started)
    // A newer version has its own check coming.
    if (checked === undefined || service.versionOf(uri) !== checked.version) return
    const { version, diagnostics } = checked
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] })
    if (options.status) await connection.sendNotification(STATUS, { uri, version, figures: checked.figures ?? null })
  }

  return {
    soon(uri: string, wait = Math.max(delay, (durations.get(uri) ?? 0) * PATIENCE)): void {
      clearTimeout(timers.get(uri))
      timers.set(
        uri,
        setTimeout(() => {
          timers.delete(uri)
          run(uri).catch((error: unknown) => log.error(String(error)))
        }, wait),
      )
    },
    forget(uri: string): void {
      clearTimeout(timers.get(uri))
      timers.delete(uri)
      durations.delete(uri)
    },
  }
}
