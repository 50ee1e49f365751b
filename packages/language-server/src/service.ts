import { REPORTERS, type ReportedFile, withAcrossFiles } from '@klarsprak/linter'
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
import { SHOW_USES } from './commands.js'
import { linesOf } from './documents/lines.js'
import { type OpenDocument, openDocument, type TextChange, withChanges } from './documents/open-document.js'
import { lintedPath, namedPath, pathOfUri } from './documents/path-of.js'
import { codeActionsFor, conceptEdits } from './features/code-actions.js'
import { codeLensesIn, type Figures, figuresOf } from './features/code-lens.js'
import { createCompletion } from './features/completion.js'
import { diagnosticsOf, noteAtTop } from './features/diagnostics.js'
import { documentLinksIn } from './features/document-links.js'
import { type FileEdits, workspaceEditOf } from './features/edits.js'
import { acrossIn, type FoundAcross } from './features/findings-across.js'
import { createGuideCommand, type Guided } from './features/guide.js'
import { hoverAt } from './features/hover.js'
import { inlayHintsIn } from './features/inlay-hints.js'
import { type InsertableForm, insertableForms } from './features/insertable-forms.js'
import { inspectAll } from './features/inspect-all.js'
import { createLookUp, type LookUp } from './features/look-up.js'
import {
  conceptsAt,
  conceptsUsedIn,
  locationOf,
  occurrencesOf,
  renamable,
  renameEdits,
} from './features/occurrences.js'
import { type Proposal, proposalFor } from './features/propose-term.js'
import { createOwnFiles, type OwnFile } from './own-files/own-files.js'
import { type Logger, noFiles, type Projects, type SettingsFiles, silentLogger, type WorkspaceFiles } from './ports.js'
import { defaultSettings, type Settings } from './settings.js'
import { type Texts, textsIn } from './texts/texts.js'
import { createView, type View } from './view.js'

export interface ServicePorts {
  readonly projects: Projects
  readonly client: ClientAbilities
  /** Default: none, so only open texts are known. */
  readonly files?: WorkspaceFiles
  /** Default: none are known. */
  readonly settingsFiles?: SettingsFiles
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
  /** Lenses about uses in the workspace come without words; `resolveLens` counts. */
  codeLenses(uri: string): Promise<readonly CodeLens[]>
  resolveLens(lens: CodeLens): Promise<CodeLens>
  lookUp(word: string): ReturnType<LookUp>
  /** Where somebody's own words lead. */
  guide(words: string): Promise<readonly Guided[]>
  /** The report on the workspace that `klarsprak lint --format html` makes. */
  report(version: string): Promise<string>
  /** The forms of a concept's terms that can be put in the place of `range`, the one that fits first. */
  formsFor(uri: string, range: Range, conceptId: string): Promise<readonly InsertableForm[]>
  /** What to send when a word should be in the bank, or be there in another way. */
  proposal(uri: string, word: string, position: Position): Promise<Proposal>
}

/** UTF-16 code units in a line. Longer ones are data, not copy; the command leaves them out too. */
const LONGEST_LINE = 1_000_000

export function createService({
  projects,
  client,
  files = noFiles,
  settingsFiles,
  log = silentLogger,
}: ServicePorts): Service {
  const documents = new Map<string, OpenDocument>()
  const views = new Map<string, { readonly document: OpenDocument; readonly view: View }>()
  const ownSettings = new Map<string, Settings>()
  const complete = createCompletion()
  const ownFiles = createOwnFiles(settingsFiles)
  const find = createLookUp()
  const guide = createGuideCommand()
  let settings = defaultSettings
  let folders: readonly string[] = []
  let generation = 0

  const settingsOf = (uri: string): Settings => ownSettings.get(uri) ?? settings
  const textsOf = (uri: string): Texts => textsIn(settingsOf(uri).uiLanguage)

  /** Why a text of this size is not checked. */
  const tooLarge = (text: string, { maxFileSize, uiLanguage }: Settings): string | undefined => {
    if (text.length > maxFileSize) return textsIn(uiLanguage).tooLong(text.length, maxFileSize)
    return hasLongLine(text) ? textsIn(uiLanguage).longLine(LONGEST_LINE) : undefined
  }

  /** What the writer should know of how a text was checked. */
  const notesOn = ({ project }: View, { uiLanguage }: Settings) =>
    project.hasUnreadBank ? [noteAtTop(textsIn(uiLanguage).unreadBank)] : []

  /** A file of settings or of the bank, with the project it belongs to. */
  const ownFileOf = async (uri: string): Promise<OwnFile | undefined> => {
    const document = documents.get(uri)
    const own = settingsOf(uri)
    if (document === undefined || !own.enable || tooLarge(document.text, own) !== undefined) return undefined
    return ownFiles.of(document, namedPath(document), () => projects.of(namedPath(document), own))
  }

  /** Places of every concept in the workspace, counted when first asked for after something has changed. */
  let uses: Promise<ReadonlyMap<string, number>> | undefined
  const countUses = async (): Promise<ReadonlyMap<string, number>> => {
    const counts = new Map<string, number>()
    for await (const view of allViews()) {
      for (const id of conceptsUsedIn(view)) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    return counts
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
    const relinter = known?.view.checker === checker ? known.view.relinter : undefined
    const view = createView(document, { path, version: document.version, project, checker, relinter })
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
    for (const uri of await files.list(folders)) {
      const path = pathOfUri(uri)
      if (seen.has(path)) continue
      const text = await files.read(uri)
      if (text === undefined || tooLarge(text, settings) !== undefined) continue
      const project = await projects.of(path, settings)
      if (await project.isIgnored(path)) continue
      const checker = await project.checkerFor({ path, text })
      yield createView(
        { uri, text, lines: linesOf(text, client.encoding) },
        { path, version: undefined, project, checker },
      )
    }
  }

  /** As the command names files, from the folder that is open. Where there are several, by the whole path. */
  const nameInWorkspace = (path: string): string => {
    const [folder, ...others] = folders.map((uri) => `${pathOfUri(uri).replace(/\/$/u, '')}/`)
    return folder !== undefined && others.length === 0 && path.startsWith(folder) ? path.slice(folder.length) : path
  }

  const placesOf = async (ids: ReadonlySet<string>): Promise<readonly Location[]> => {
    const found: Location[] = []
    for await (const view of allViews()) {
      for (const span of occurrencesOf(view, ids)) found.push({ uri: view.uri, range: view.lines.rangeOf(span) })
    }
    return found
  }

  const editsOfAll = async (
    uri: string,
    editsIn: (view: View) => FileEdits['edits'],
    { showAll = false } = {},
  ): Promise<WorkspaceEdit> => {
    const all: FileEdits[] = []
    for await (const view of allViews()) {
      const edits = editsIn(view)
      if (edits.length > 0) all.push({ view: { uri: view.uri, version: view.version, lines: view.lines }, edits })
    }
    return workspaceEditOf(all, { client, texts: textsOf(uri), showAll })
  }

  /** Of open texts, until all are checked again. */
  const knownAcross = new Map<string, FoundAcross>()
  const withKnownAcross = (view: View): Pick<View, 'findings' | 'lines'> => {
    const known = knownAcross.get(view.uri)
    if (known === undefined) return view
    return { lines: view.lines, findings: withAcrossFiles(view.findings, acrossIn(view.file.text, known)) }
  }

  return {
    open(item) {
      documents.set(item.uri, openDocument(item, client.encoding))
      uses = undefined
    },
    change(uri, version, changes) {
      uses = undefined
      const document = documents.get(uri)
      if (document === undefined) log.error(`A change to ${uri}, which is not open.`)
      else documents.set(uri, withChanges(document, version, changes, client.encoding))
    },
    close(uri) {
      documents.delete(uri)
      views.delete(uri)
      knownAcross.delete(uri)
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
      knownAcross.clear()
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
      uses = undefined
      views.clear()
      knownAcross.clear()
      projects.forget()
    },

    async check(uri) {
      const document = documents.get(uri)
      if (document === undefined) return undefined
      const own = settingsOf(uri)
      const note = own.enable && lintedPath(document) !== undefined ? tooLarge(document.text, own) : undefined
      const view = note === undefined ? await viewOf(uri) : undefined
      const diagnostics =
        note !== undefined
          ? [noteAtTop(note)]
          : view === undefined
            ? ((await ownFileOf(uri))?.diagnostics() ?? [])
            : [...notesOn(view, own), ...diagnosticsOf(withKnownAcross(view), own)]
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
      const inspected = await inspectAll(allViews(), nameInWorkspace)
      knownAcross.clear()
      for (const { uri, file, across } of inspected)
        if (across.length > 0 && documents.has(uri)) knownAcross.set(uri, { text: file.text, findings: across })
      for (const { uri, version = 0, lines, findings, figures } of inspected) {
        yield { uri, version, diagnostics: diagnosticsOf({ findings, lines }, settingsOf(uri)), figures }
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
    replaceInWorkspace: (uri, conceptId) => editsOfAll(uri, (view) => conceptEdits(view, conceptId), { showAll: true }),
    hover: async (uri, position) =>
      (await ownFileOf(uri))?.hover(position, client, textsOf(uri)) ??
      withView(uri, null, (view) => hoverAt(view, view.lines.offsetAt(position), client, textsOf(uri))),
    completion: async (uri, position) =>
      (await ownFileOf(uri))?.completion(position) ??
      withView<CompletionList>(uri, { isIncomplete: false, items: [] }, (view) =>
        complete(view, view.lines.offsetAt(position), client, textsOf(uri)),
      ),
    async definition(uri, position) {
      const own = await ownFileOf(uri)
      if (own !== undefined) return own.definition(position)
      return withView(uri, [], (view) =>
        conceptsAt(view, view.lines.offsetAt(position)).flatMap((concept) => locationOf(view.project, concept)),
      )
    },
    async references(uri, position) {
      const own = await ownFileOf(uri)
      const view = await viewOf(uri)
      const ids = new Set(
        own?.conceptIdAt(position) ??
          (view === undefined ? [] : conceptsAt(view, view.lines.offsetAt(position)).map(({ id }) => id)),
      )
      return ids.size === 0 ? [] : placesOf(ids)
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
      return editsOfAll(uri, (other) => renameEdits(other, found.concept, found.term, name))
    },
    documentLinks: async (uri) =>
      (await ownFileOf(uri))?.links(textsOf(uri)) ?? withView(uri, [], (view) => documentLinksIn(view, textsOf(uri))),
    inlayHints: (uri, range) =>
      settingsOf(uri).inlayHints
        ? withView(uri, [], (view) => inlayHintsIn(view, view.lines.spanOf(range)))
        : Promise.resolve([]),
    async codeLenses(uri) {
      const own = await ownFileOf(uri)
      if (own !== undefined) return own.lenses()
      return settingsOf(uri).codeLens ? withView(uri, [], (view) => codeLensesIn(view, textsOf(uri))) : []
    },
    async resolveLens(lens) {
      const { conceptId, uri } = (lens.data ?? {}) as { readonly conceptId?: string; readonly uri?: string }
      if (conceptId === undefined || uri === undefined) return lens
      uses ??= countUses()
      const title = textsOf(uri).uses((await uses).get(conceptId) ?? 0)
      return {
        ...lens,
        command: { title, command: client.showsUses ? SHOW_USES : '', arguments: [uri, lens.range.start] },
      }
    },
    lookUp: async (word) => find((await projects.of('', settings)).index, word, textsIn(settings.uiLanguage)),
    guide: async (words) => guide((await projects.of('', settings)).index, words, textsIn(settings.uiLanguage)),
    async report(version) {
      const reported: ReportedFile[] = []
      let release: string | undefined
      let date: string | undefined
      for (const { file, findings, project } of await inspectAll(allViews(), nameInWorkspace)) {
        reported.push({ file, findings })
        release ??= project.index.release
        date ??= project.today?.()
      }
      const report = { release, files: reported, version, ...(date === undefined ? {} : { date }) }
      return REPORTERS.html!(report, { colour: false })
    },
    async formsFor(uri, range, conceptId) {
      const view = await viewOf(uri)
      const { index } = view?.project ?? (await projects.of('', settings))
      const concept = index.conceptOf(conceptId)
      if (concept === undefined) return []
      return insertableForms(view, view?.lines.spanOf(range) ?? { start: 0, end: 0 }, concept)
    },
    async proposal(uri, word, position) {
      const view = await viewOf(uri)
      const { index } = view?.project ?? (await projects.of('', settings))
      const line = view?.lines.line(position.line)
      const sentence = line === undefined ? undefined : sentenceWith(word, view!.file.text.slice(line.start, line.end))
      return proposalFor(index, { word: word.trim().slice(0, 200), sentence, url: settingsOf(uri).proposalUrl })
    },
  }
}

/** The sentence of a line that has the word in it. */
function sentenceWith(word: string, line: string): string | undefined {
  const at = line.indexOf(word)
  if (at < 0) return undefined
  const start = Math.max(...['. ', '? ', '! '].map((end) => line.lastIndexOf(end, at))) + 1
  const end = line.slice(at).search(/[.!?](?:\s|$)/u)
  const sentence = line.slice(start, end < 0 ? line.length : at + end + 1).replace(/^[\s#>*-]+/u, '')
  return sentence.length > 300 ? undefined : sentence.trim()
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
