import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  DocumentLink,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver-types'
import type { ClientAbilities } from './client-abilities.js'
import { linesOf } from './documents/lines.js'
import { type OpenDocument, openDocument, type TextChange, withChanges } from './documents/open-document.js'
import { lintedPath, uriOfPath } from './documents/path-of.js'
import { codeActionsFor, conceptEdits } from './features/code-actions.js'
import { codeLensesIn, type Figures, figuresOf } from './features/code-lens.js'
import { createCompletion } from './features/completion.js'
import { diagnosticsOf, noteAtTop } from './features/diagnostics.js'
import { documentLinksIn } from './features/document-links.js'
import { type FileEdits, workspaceEditOf } from './features/edits.js'
import { hoverAt } from './features/hover.js'
import { inlayHintsIn } from './features/inlay-hints.js'
import { createLookUp, type LookedUp } from './features/look-up.js'
import { conceptsAt, occurrencesOf, renamable, renameEdits } from './features/occurrences.js'
import { type Logger, noFiles, type Projects, silentLogger, type WorkspaceFiles } from './ports.js'
import { defaultSettings, type Settings } from './settings.js'
import { createView, type View } from './view.js'

export interface ServicePorts {
  readonly projects: Projects
  readonly client: ClientAbilities
  /** Default: none, so only open texts are known. */
  readonly files?: WorkspaceFiles
  readonly log?: Logger
}

/** What is found in one version of a text. */
export interface Checked {
  readonly uri: string
  readonly version: number
  readonly diagnostics: readonly Diagnostic[]
  /** Undefined when the text was not checked. Counted when asked for. */
  readonly figures: Figures | undefined
}

/**
 * Everything an editor can ask, without the wire between them. Texts are named by their URI; a text
 * that is not open, or is no copy, has no answers. Places outside a text mean the nearest in it.
 */
export interface Service {
  open(item: Pick<OpenDocument, 'uri' | 'languageId' | 'version' | 'text'>): void
  /** Changes to a text that is not open are left aside. */
  change(uri: string, version: number, changes: readonly TextChange[]): void
  close(uri: string): void
  readonly openUris: readonly string[]
  versionOf(uri: string): number | undefined
  textOf(uri: string): string | undefined
  /** Settings of one text, or the ones all others have. */
  configure(settings: Settings, uri?: string): void
  settingsOf(uri: string): Settings
  setFolders(uris: readonly string[]): void
  /** What is remembered of projects and texts is worked out again. */
  refresh(): void

  check(uri: string): Promise<Checked | undefined>
  /** Every file of the workspace, open or not, with what is found in it. */
  checkWorkspace(): AsyncIterable<Checked>
  codeActions(uri: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]>
  replaceInWorkspace(uri: string, conceptId: string): Promise<WorkspaceEdit>
  hover(uri: string, position: Position): Promise<Hover | null>
  completion(uri: string, position: Position): Promise<CompletionList>
  definition(uri: string, position: Position): Promise<readonly Location[]>
  references(uri: string, position: Position): Promise<readonly Location[]>
  prepareRename(uri: string, position: Position): Promise<{ range: Range; placeholder: string } | null>
  rename(uri: string, position: Position, newName: string): Promise<WorkspaceEdit | null>
  documentLinks(uri: string): Promise<readonly DocumentLink[]>
  inlayHints(uri: string, range: Range): Promise<readonly InlayHint[]>
  codeLenses(uri: string): Promise<readonly CodeLens[]>
  lookUp(word: string): Promise<readonly LookedUp[]>
}

/** UTF-16 code units in a line. Longer ones are data, not copy; the command leaves them out too. */
const LONGEST_LINE = 1_000_000

export function createService({ projects, client, files = noFiles, log = silentLogger }: ServicePorts): Service {
  const documents = new Map<string, OpenDocument>()
  const views = new Map<string, { readonly document: OpenDocument; readonly view: View }>()
  const ownSettings = new Map<string, Settings>()
  const complete = createCompletion()
  const find = createLookUp()
  let settings = defaultSettings
  let folders: readonly string[] = []
  let generation = 0

  const settingsOf = (uri: string): Settings => ownSettings.get(uri) ?? settings

  /** Why a text of this size is not checked. */
  const tooLarge = (text: string, { maxFileSize }: Settings): string | undefined => {
    if (text.length > maxFileSize) {
      return `Filen har ${text.length} tecken och granskas inte medan du skriver. Gränsen är ${maxFileSize}; ändra den i inställningen klarsprak.maxFileSize, eller kör klarsprak lint.`
    }
    return hasLongLine(text)
      ? `En rad har fler än ${LONGEST_LINE} tecken. Det är knappast text som någon ska läsa, så filen hoppas över.`
      : undefined
  }

  const viewOf = async (uri: string): Promise<View | undefined> => {
    const document = documents.get(uri)
    if (document === undefined) return undefined
    const known = views.get(uri)
    if (known?.document === document) return known.view
    const own = settingsOf(uri)
    const path = own.enable ? lintedPath(document) : undefined
    if (path === undefined || tooLarge(document.text, own) !== undefined) return undefined
    const started = generation
    const project = await projects.of(path, own)
    if (await project.isIgnored(path)) return undefined
    const checker = await project.checkerFor({ path, text: document.text })
    const view = createView(document, { path, version: document.version, project, checker })
    // A newer text or newer settings may have come while we waited.
    if (documents.get(uri) === document && started === generation) views.set(uri, { document, view })
    return view
  }

  const withView = async <Answer>(uri: string, none: Answer, answer: (view: View) => Answer): Promise<Answer> => {
    const view = await viewOf(uri)
    return view === undefined ? none : answer(view)
  }

  /** Open texts, and files of the workspace that are not open. */
  async function* allViews(): AsyncIterable<View> {
    const seen = new Set<string>()
    for (const uri of [...documents.keys()]) {
      const view = await viewOf(uri)
      if (view === undefined) continue
      seen.add(view.file.path)
      yield view
    }
    for (const path of await files.list(folders)) {
      if (seen.has(path)) continue
      const text = await files.read(path)
      if (text === undefined || tooLarge(text, settings) !== undefined) continue
      const project = await projects.of(path, settings)
      if (await project.isIgnored(path)) continue
      const uri = uriOfPath(path)
      const checker = await project.checkerFor({ path, text })
      yield createView(
        { uri, text, lines: linesOf(text, client.encoding) },
        { path, version: undefined, project, checker },
      )
    }
  }

  const editsOfAll = async (editsIn: (view: View) => FileEdits['edits']): Promise<WorkspaceEdit> => {
    const all: FileEdits[] = []
    for await (const view of allViews()) {
      const edits = editsIn(view)
      if (edits.length > 0) all.push({ view: { uri: view.uri, version: view.version, lines: view.lines }, edits })
    }
    return workspaceEditOf(all, client)
  }

  return {
    open: (item) => void documents.set(item.uri, openDocument(item, client.encoding)),
    change(uri, version, changes) {
      const document = documents.get(uri)
      if (document === undefined) log.error(`A change to ${uri}, which is not open.`)
      else documents.set(uri, withChanges(document, version, changes, client.encoding))
    },
    close(uri) {
      documents.delete(uri)
      views.delete(uri)
      ownSettings.delete(uri)
    },
    get openUris() {
      return [...documents.keys()]
    },
    versionOf: (uri) => documents.get(uri)?.version,
    textOf: (uri) => documents.get(uri)?.text,
    configure(own, uri) {
      if (uri === undefined) settings = own
      else ownSettings.set(uri, own)
      // They may say that a text is not to be checked, or against another bank.
      if (uri === undefined) views.clear()
      else views.delete(uri)
    },
    settingsOf,
    setFolders(uris) {
      folders = uris
    },
    refresh() {
      generation++
      views.clear()
      projects.forget()
    },

    async check(uri) {
      const document = documents.get(uri)
      if (document === undefined) return undefined
      const own = settingsOf(uri)
      const note = own.enable && lintedPath(document) !== undefined ? tooLarge(document.text, own) : undefined
      const view = note === undefined ? await viewOf(uri) : undefined
      const diagnostics = note !== undefined ? [noteAtTop(note)] : view === undefined ? [] : diagnosticsOf(view, own)
      return {
        uri,
        version: document.version,
        diagnostics,
        get figures() {
          return view === undefined ? undefined : figuresOf(view)
        },
      }
    },
    async *checkWorkspace() {
      for await (const view of allViews()) {
        const { uri, version = 0 } = view
        yield { uri, version, diagnostics: diagnosticsOf(view, settingsOf(uri)), figures: figuresOf(view) }
      }
    },
    codeActions: (uri, range, only) =>
      withView(uri, [], (view) =>
        codeActionsFor(view, view.lines.spanOf(range), {
          settings: settingsOf(uri),
          client,
          only,
          hasWorkspace: folders.length > 0,
        }),
      ),
    replaceInWorkspace: (_uri, conceptId) => editsOfAll((view) => conceptEdits(view, conceptId)),
    hover: (uri, position) => withView(uri, null, (view) => hoverAt(view, view.lines.offsetAt(position), client)),
    completion: (uri, position) =>
      withView<CompletionList>(uri, { isIncomplete: false, items: [] }, (view) =>
        complete(view, view.lines.offsetAt(position), client),
      ),
    definition: (uri, position) =>
      withView(uri, [], (view) =>
        conceptsAt(view, view.lines.offsetAt(position)).flatMap((concept) => {
          const place = view.project.placeOf(concept)
          if (place === undefined) return []
          const start = { line: place.line - 1, character: 0 }
          return [{ uri: uriOfPath(place.path), range: { start, end: start } }]
        }),
      ),
    async references(uri, position) {
      const view = await viewOf(uri)
      const ids = new Set(view === undefined ? [] : conceptsAt(view, view.lines.offsetAt(position)).map(({ id }) => id))
      if (ids.size === 0) return []
      const found: Location[] = []
      for await (const other of allViews()) {
        for (const span of occurrencesOf(other, ids)) found.push({ uri: other.uri, range: other.lines.rangeOf(span) })
      }
      return found
    },
    prepareRename: (uri, position) =>
      withView(uri, null, (view) => {
        const found = renamable(view, view.lines.offsetAt(position))
        return found === undefined ? null : { range: view.lines.rangeOf(found.span), placeholder: found.term.label }
      }),
    async rename(uri, position, newName) {
      const view = await viewOf(uri)
      const found = view === undefined ? undefined : renamable(view, view.lines.offsetAt(position))
      const name = newName.replace(/\s+/gu, ' ').trim()
      if (found === undefined || name === '') return null
      return editsOfAll((other) => renameEdits(other, found.concept, found.term, name))
    },
    documentLinks: (uri) => withView(uri, [], documentLinksIn),
    inlayHints: (uri, range) =>
      settingsOf(uri).inlayHints
        ? withView(uri, [], (view) => inlayHintsIn(view, view.lines.spanOf(range)))
        : Promise.resolve([]),
    codeLenses: (uri) => (settingsOf(uri).codeLens ? withView(uri, [], codeLensesIn) : Promise.resolve([])),
    lookUp: async (word) => find((await projects.of('', settings)).index, word),
  }
}

function hasLongLine(text: string): boolean {
  if (text.length <= LONGEST_LINE) return false
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    if ((end < 0 ? text.length : end) - start > LONGEST_LINE) return true
    if (end < 0) return false
    start = end + 1
  }
  return false
}
