import { findRule, ruleUrl } from '@klarsprak/linter'
import {
  type CancellationToken,
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  type Position,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { abilitiesOf } from './client-abilities.js'
import { COMMAND } from './commands.js'
import { FIX_ALL } from './features/code-actions.js'
import { noteAtTop } from './features/diagnostics.js'
import { typingAt, withoutWordAt } from './findings-while-typing.js'
import type { Logger, Projects, SettingsFiles, WorkspaceFiles } from './ports.js'
import { type Checked, createService, type Service } from './service.js'
import { readSettings } from './settings.js'
import { STATUS } from './status.js'
import { textsIn } from './texts/texts.js'

export interface ConnectPorts {
  /** `folders` are the URIs of the workspace, as they are when asked for. */
  readonly projects: (log: Logger, folders: () => readonly string[]) => Projects
  readonly files: WorkspaceFiles
  /** Default: files of settings are not helped with. */
  readonly settingsFiles?: SettingsFiles
  /** The page about a rule, in Markdown. */
  readonly ruleText: (id: string) => Promise<string | undefined>
  readonly version: string
  /** Milliseconds without a keystroke before a text is checked. */
  readonly delay?: number
  /** Milliseconds without a keystroke before a word is taken to be written to its end. */
  readonly pause?: number
}

/** What our own editor extension says of itself when it starts us. */
interface ClientOptions {
  /** Figures of each checked text are sent as `klarsprak/status`. */
  readonly status: boolean
  /** Shows the answer to a command itself. */
  readonly showsAnswers: boolean
  /** Has the command `SHOW_USES`. */
  readonly showsUses: boolean
}

const DELAY = 150
const PAUSE = 1200
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
  const options = optionsOf(params.initializationOptions)
  const client = abilitiesOf(capabilities, options)
  const asksSettings = capabilities.workspace?.configuration === true
  const { files, settingsFiles } = ports
  const folders = new Set(
    (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map(({ uri }) => uri),
  )
  const service = createService({
    projects: ports.projects(log, () => [...folders]),
    client,
    files,
    ...(settingsFiles === undefined ? {} : { settingsFiles }),
    log,
  })
  const scheduler = createScheduler(connection, service, {
    status: options.status,
    pulls: client.pullsDiagnostics,
    settingsOf: (uri) => arriving.get(uri),
    delay: ports.delay ?? DELAY,
    pause: ports.pause ?? PAUSE,
    log,
  })
  const textsOf = (uri = '') => textsIn(service.settingsOf(uri).uiLanguage)

  service.setFolders([...folders])

  /** Settings of texts on their way from the client: requests wait for them. */
  const arriving = new Map<string, Promise<void>>()
  const arrivesWith = (uri: string, settings: Promise<void>): Promise<void> => {
    const arrived = settings.finally(() => {
      if (arriving.get(uri) === arrived) arriving.delete(uri)
    })
    arriving.set(uri, arrived)
    return arrived
  }
  const take = (value: unknown, uri?: string): void => {
    const { settings, ignored } = readSettings(value)
    if (ignored.length > 0) log.error(textsIn(settings.uiLanguage).unusableSettings(ignored.join(', ')))
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
  /** The settings of what is about no text: looking words up, the whole workspace. */
  const fetchCommon = async (): Promise<void> => {
    if (!asksSettings) return
    try {
      take(await connection.workspace.getConfiguration('klarsprak'))
    } catch (error) {
      log.error(`Inställningarna kunde inte hämtas: ${String(error)}`)
    }
  }
  const checkAll = (): void => {
    if (client.pullsDiagnostics) connection.languages.diagnostics.refresh()
    else for (const uri of service.openUris) scheduler.soon(uri, 0)
    if (capabilities.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type)
    if (capabilities.workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh()
  }
  if (!asksSettings) take((params.initializationOptions as { settings?: unknown } | undefined)?.settings)

  connection.onDidOpenTextDocument(({ textDocument }) => {
    service.open(textDocument)
    const { uri } = textDocument
    const ready = arrivesWith(uri, fetchSettings(uri))
    if (!client.pullsDiagnostics) void ready.then(() => scheduler.soon(uri, 0))
  })
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    service.change(textDocument.uri, textDocument.version, contentChanges)
    scheduler.typed(textDocument.uri, typingAt(contentChanges))
    if (!client.pullsDiagnostics && service.settingsOf(textDocument.uri).run === 'onType') {
      scheduler.soon(textDocument.uri)
    }
  })
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    scheduler.typed(uri, undefined)
    scheduler.saved(uri)
  })
  connection.onDidCloseTextDocument(({ textDocument }) => {
    service.close(textDocument.uri)
    scheduler.forget(textDocument.uri)
    // Those of a file that was checked with the workspace go too: nobody keeps them current.
    void connection.sendDiagnostics({ uri: textDocument.uri, diagnostics: [] })
  })
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (asksSettings) {
      const own = service.openUris.map((uri) => arrivesWith(uri, fetchSettings(uri)))
      await Promise.all([fetchCommon(), ...own])
    } else take((settings as { klarsprak?: unknown } | null)?.klarsprak)
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
  connection.onCodeLensResolve((lens, token) => answering(lens, () => service.resolveLens(lens))(lens, token))
  connection.languages.inlayHint.on(about([], async (uri, p) => [...(await service.inlayHints(uri, p.range))]))

  if (client.pullsDiagnostics) {
    connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
      await arriving.get(uri)
      const items = await scheduler.pulled(uri, token)
      if (items === undefined) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
      return { kind: 'full', items: [...items] }
    })
  }

  const commands: Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>> = {
    [COMMAND.replaceInWorkspace]: async (uri, conceptId) => {
      const edit = await service.replaceInWorkspace(String(uri), String(conceptId))
      return (
        await connection.workspace.applyEdit({
          label: textsOf(String(uri)).replaceEverywhere,
          edit,
        })
      ).applied
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
        // A client that pulls asks about open texts itself, and would show what is sent beside it.
        if (client.pullsDiagnostics && service.versionOf(checked.uri) !== undefined) continue
        await connection.sendDiagnostics({ uri: checked.uri, diagnostics: [...checked.diagnostics] })
      }
      if (client.pullsDiagnostics) connection.languages.diagnostics.refresh()
      return sum
    },
    [COMMAND.lookUp]: (word) => service.lookUp(String(word)),
    [COMMAND.guide]: (words) => service.guide(String(words)),
    [COMMAND.formsFor]: (uri, range, conceptId) => service.formsFor(String(uri), readRange(range), String(conceptId)),
    [COMMAND.report]: () => service.report(ports.version),
    [COMMAND.proposeTerm]: async (uri, word, position) => {
      const proposal = await service.proposal(String(uri), String(word), readPosition(position))
      if (!options.showsAnswers && client.showDocument) {
        await connection.window.showDocument({ uri: proposal.url, external: true })
      }
      return proposal
    },
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
      // A term begins with letters, and keys of our own files with what stands before them.
      completionProvider: { triggerCharacters: ['-', ' ', '{'] },
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentLinkProvider: {},
      codeLensProvider: { resolveProvider: true },
      ...(client.pullsDiagnostics
        ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
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
      // Texts that are open have asked for their own.
      void fetchCommon()
    },
  }
}

const optionsOf = (value: unknown): ClientOptions => {
  const given = (value ?? {}) as Partial<ClientOptions>
  return {
    status: given.status === true,
    showsAnswers: given.showsAnswers === true,
    showsUses: given.showsUses === true,
  }
}

const ORIGIN: Position = { line: 0, character: 0 }

/** A place that a client sends as an argument; where it makes no sense, the top. */
function readPosition(value: unknown): Position {
  const { line, character } = (value ?? {}) as Partial<Position>
  return Number.isInteger(line) && Number.isInteger(character) ? { line: line!, character: character! } : ORIGIN
}

function readRange(value: unknown) {
  const { start, end } = (value ?? {}) as { readonly start?: unknown; readonly end?: unknown }
  return { start: readPosition(start), end: readPosition(end ?? start) }
}

interface SchedulerOptions {
  /** Figures of each checked text are sent. */
  readonly status: boolean
  /** The client pulls findings; nothing is sent by itself. */
  readonly pulls: boolean
  /** Settled when the text's settings have come, where they are on their way. */
  readonly settingsOf: (uri: string) => Promise<void> | undefined
  readonly delay: number
  readonly pause: number
  readonly log: Logger
}

/**
 * Checks texts when they have been left alone for a while, and shows what it finds of the newest
 * version only. What is about the word that is being typed waits until the next word or a pause.
 */
function createScheduler(
  connection: Connection,
  service: Service,
  { status, pulls, settingsOf, delay, pause, log }: SchedulerOptions,
) {
  const timers = new Map<string, NodeJS.Timeout>()
  const reveals = new Map<string, NodeJS.Timeout>()
  const durations = new Map<string, number>()
  const typing = new Map<string, Position>()
  /** What a client that pulls was answered last. */
  const answers = new Map<string, Checked>()

  const check = async (uri: string): Promise<Checked | undefined> => {
    const started = performance.now()
    try {
      return await service.check(uri)
    } catch (error) {
      log.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
      const version = service.versionOf(uri)
      if (version === undefined) return undefined
      const why = error instanceof Error ? error.message : String(error)
      return { uri, version, diagnostics: [noteAtTop(why)], figures: undefined }
    } finally {
      durations.set(uri, performance.now() - started)
    }
  }
  const isCurrent = (checked: Checked | undefined): checked is Checked =>
    checked !== undefined && service.versionOf(checked.uri) === checked.version
  const wait = (uri: string): number => Math.max(delay, (durations.get(uri) ?? 0) * PATIENCE)

  /** What is shown now; the rest comes when the word has been left alone. */
  const shown = (checked: Checked, reveal: () => void): readonly Checked['diagnostics'][number][] => {
    const { uri, diagnostics } = checked
    const now = withoutWordAt(diagnostics, typing.get(uri))
    clearTimeout(reveals.get(uri))
    if (now.length < diagnostics.length) {
      reveals.set(
        uri,
        setTimeout(() => {
          reveals.delete(uri)
          typing.delete(uri)
          if (isCurrent(checked)) reveal()
        }, pause),
      )
    }
    return now
  }
  const tellFigures = async ({ uri, version, figures }: Checked): Promise<void> => {
    if (status) await connection.sendNotification(STATUS, { uri, version, figures: figures ?? null })
  }
  const send = async (checked: Checked): Promise<void> => {
    const { uri, version } = checked
    const diagnostics = shown(checked, () => void send(checked).catch((error: unknown) => log.error(String(error))))
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] })
    await tellFigures(checked)
  }
  const run = async (uri: string): Promise<void> => {
    await settingsOf(uri)
    const checked = await check(uri)
    // A newer version has its own check coming.
    if (isCurrent(checked)) await send(checked)
  }
  const soon = (uri: string, after = wait(uri)): void => {
    clearTimeout(timers.get(uri))
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri)
        run(uri).catch((error: unknown) => log.error(String(error)))
      }, after),
    )
  }

  return {
    soon,
    /** Somebody has typed a part of a word that ends at `place`, or something else. */
    typed(uri: string, place: Position | undefined): void {
      if (place === undefined) typing.delete(uri)
      else typing.set(uri, place)
    },
    saved(uri: string): void {
      answers.delete(uri)
      if (pulls) connection.languages.diagnostics.refresh()
      else soon(uri, 0)
    },
    /** What a client that pulls is to show of the newest version; undefined when it no longer wants to know. */
    async pulled(uri: string, token: CancellationToken): Promise<Checked['diagnostics'] | undefined> {
      const last = answers.get(uri)
      if (last !== undefined && service.settingsOf(uri).run === 'onSave') return last.diagnostics
      let isNew = last !== undefined && !isCurrent(last)
      while (!token.isCancellationRequested) {
        const version = service.versionOf(uri)
        if (isNew) await new Promise((resolve) => setTimeout(resolve, wait(uri)))
        const checked = service.versionOf(uri) === version ? await check(uri) : undefined
        if (service.versionOf(uri) === undefined) return []
        if (checked !== undefined && isCurrent(checked)) {
          answers.set(uri, checked)
          void tellFigures(checked).catch((error: unknown) => log.error(String(error)))
          return shown(checked, () => connection.languages.diagnostics.refresh())
        }
        isNew = true
      }
      return undefined
    },
    forget(uri: string): void {
      for (const waiting of [timers, reveals]) {
        clearTimeout(waiting.get(uri))
        waiting.delete(uri)
      }
      durations.delete(uri)
      typing.delete(uri)
      answers.delete(uri)
    },
  }
}
