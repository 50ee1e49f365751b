import { COMMAND, type Guided, type LookedUp, type Proposal, SHOW_USES } from '@klarsprak/language-server/names'
import {
  type CancellationToken,
  ConfigurationTarget,
  commands,
  Disposable,
  env,
  type Location,
  languages,
  Position,
  ProgressLocation,
  type QuickPickItem,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import { chosenWord } from './chosen-word.js'
import type { Pages } from './pages.js'
import { ask, plainPosition, type Server } from './server.js'
import { texts } from './texts.js'

/** The answer to a question about a rule. */
export interface Explained {
  readonly id: string
  readonly summary: string
  readonly url: string
  readonly text?: string
}

interface Sum {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** The commands of the menu, but for those of the term panel and of the client itself. */
export function createCommands(server: Server, pages: Pages): Disposable {
  return Disposable.from(
    commands.registerCommand('klarsprak.checkWorkspace', () => checkWorkspace(server)),
    commands.registerCommand('klarsprak.showReport', () => showReport(server)),
    commands.registerCommand('klarsprak.explainRule', (given?: string) => explainRule(server, pages, given)),
    commands.registerCommand('klarsprak.lookUp', (given?: string) => lookUp(server, pages, given)),
    commands.registerCommand('klarsprak.openVagvisare', () => openVagvisare(server, pages)),
    commands.registerCommand('klarsprak.pasteAndCheck', pasteAndCheck),
    commands.registerCommand('klarsprak.proposeTerm', (given?: string) => proposeTerm(server, given)),
    commands.registerCommand('klarsprak.chooseAudience', chooseAudience),
    commands.registerCommand(SHOW_USES, showUses),
  )
}

/** In the status bar, with a way to stop. */
const withProgress = <Answer>(title: string, work: (token: CancellationToken) => Promise<Answer>): Thenable<Answer> =>
  window.withProgress({ location: ProgressLocation.Window, title }, (_, token) => work(token))

async function checkWorkspace(server: Server): Promise<void> {
  const sum = await withProgress(texts().checking, (token) =>
    ask<Sum | null>(server, COMMAND.checkWorkspace, [], token),
  )
  if (sum === null) return tellFailure()
  const { files, errors, warnings, infos } = sum
  const found = errors + warnings + infos
  void window.showInformationMessage(
    found === 0 ? texts().nothingFound(files) : texts().found(files, errors, warnings, infos),
  )
  if (found > 0) await commands.executeCommand('workbench.actions.view.problems')
}

async function showReport(server: Server): Promise<void> {
  const html = await withProgress(texts().reporting, (token) => ask<string | null>(server, COMMAND.report, [], token))
  if (html === null) return tellFailure()
  // The page's own policy forbids scripts and everything from the network.
  const panel = window.createWebviewPanel('klarsprak.report', texts().report, ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  })
  panel.webview.html = html
}

async function explainRule(server: Server, pages: Pages, given?: string): Promise<void> {
  const id = given ?? (await window.showInputBox({ prompt: texts().whichRule, value: ruleAtCursor() ?? '' }))
  if (id === undefined || id.trim() === '') return
  const answer = await ask<Explained | null>(server, COMMAND.explainRule, [id.trim()])
  if (answer === null) void window.showWarningMessage(texts().noSuchRule(id))
  else await showExplained(answer, pages)
}

export async function showExplained({ id, summary, url, text }: Explained, pages: Pages): Promise<void> {
  if (text !== undefined) return pages.show(`${id}.md`, text)
  const read = texts().readMore
  if ((await window.showInformationMessage(`${id}: ${summary}`, read)) === read) await env.openExternal(Uri.parse(url))
}

async function lookUp(server: Server, pages: Pages, given?: string): Promise<void> {
  const word = given ?? (await window.showInputBox({ prompt: texts().whichWord, value: chosenWord() }))
  if (word === undefined || word.trim() === '') return
  const found = await ask<readonly LookedUp[] | null>(server, COMMAND.lookUp, [word])
  if (found === null) return tellFailure()
  if (found.length === 0) {
    const propose = texts().proposeIt
    if ((await window.showInformationMessage(texts().notInBank(word), propose)) === propose) {
      await proposeTerm(server, word)
    }
    return
  }
  const items = found.map((one) => ({ label: one.label, description: one.preferred.join(', '), one }))
  const chosen =
    items.length === 1 ? items[0] : await window.showQuickPick(items, { placeHolder: texts().conceptsFor(word) })
  if (chosen !== undefined) await pages.show(`${chosen.one.conceptId}.md`, chosen.one.text)
}

/** Somebody's own words lead to concepts, as they are written. */
async function openVagvisare(server: Server, pages: Pages): Promise<void> {
  const service = workspace.getConfiguration('klarsprak').get<string>('serviceUrl') ?? ''
  if (service !== '') {
    await env.openExternal(Uri.parse(service))
    return
  }
  const pick = window.createQuickPick<QuickPickItem & { readonly one: Guided }>()
  pick.title = texts().guide
  pick.placeholder = texts().guideHelp
  let asked = 0
  pick.onDidChangeValue(async (value) => {
    const number = ++asked
    const found =
      value.trim() === '' ? [] : ((await ask<readonly Guided[] | null>(server, COMMAND.guide, [value])) ?? [])
    if (number !== asked) return
    pick.items = found.map((one) => ({
      label: one.emergency ? `$(warning) ${texts().call112}: ${one.label}` : one.label,
      detail: one.leadsTo ?? '',
      // They are found by what is meant, not by letters.
      alwaysShow: true,
      one,
    }))
  })
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems
    pick.hide()
    if (chosen !== undefined) void pages.show(`${chosen.one.conceptId}.md`, chosen.one.text)
  })
  pick.onDidHide(() => pick.dispose())
  pick.show()
}

async function pasteAndCheck(): Promise<void> {
  const content = await env.clipboard.readText()
  if (content.trim() === '') {
    void window.showInformationMessage(texts().nothingToCheck)
    return
  }
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }))
}

async function proposeTerm(server: Server, given?: string): Promise<void> {
  const editor = window.activeTextEditor
  const word = given ?? (await window.showInputBox({ prompt: texts().whichProposal, value: chosenWord() }))
  if (word === undefined || word.trim() === '') return
  const args = [
    editor?.document.uri.toString() ?? '',
    word,
    editor === undefined ? null : plainPosition(editor.selection.active),
  ]
  const proposal = await ask<Proposal | null>(server, COMMAND.proposeTerm, args)
  if (proposal === null) return tellFailure()
  await showProposal(proposal)
}

/** The proposal as a text to go on with, and a way to send it. */
export async function showProposal({ text, url }: Proposal): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'yaml', content: text })
  await window.showTextDocument(document)
  const send = texts().sendProposal
  void window.showInformationMessage(texts().proposal, send).then(async (answer) => {
    if (answer !== send) return
    const form = new URL(url)
    // What has been written since, unless it is too long for an address.
    const body = `\`\`\`yaml\n${document.getText()}\n\`\`\`\n`
    if (body.length < LONGEST_BODY) form.searchParams.set('body', body)
    await env.openExternal(Uri.parse(form.href))
  })
}

const LONGEST_BODY = 3000

async function chooseAudience(): Promise<void> {
  const settings = workspace.getConfiguration('klarsprak')
  const now = settings.get<string>('audience')
  const items = Object.entries(texts().audiences).map(([name, label]) => ({
    label,
    description: name === now ? '$(check)' : '',
    name,
  }))
  const chosen = await window.showQuickPick(items, { placeHolder: texts().audience })
  if (chosen === undefined) return
  const hasFolder = workspace.workspaceFolders !== undefined
  await settings.update('audience', chosen.name, hasFolder ? ConfigurationTarget.Workspace : ConfigurationTarget.Global)
}

/** The uses of the concept that is written at a place of a file of the bank. */
async function showUses(uri: string, { line, character }: { readonly line: number; readonly character: number }) {
  const [target, place] = [Uri.parse(uri), new Position(line, character)]
  const found = await commands.executeCommand<readonly Location[]>('vscode.executeReferenceProvider', target, place)
  await commands.executeCommand('editor.action.showReferences', target, place, found)
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor
  if (editor === undefined) return undefined
  const here = languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === 'klarsprak' && range.contains(editor.selection.active))
  return typeof here?.code === 'object' ? String(here.code.value) : here?.code?.toString()
}

function tellFailure(): void {
  const log = texts().showLog
  void window.showErrorMessage(texts().failed, log).then((answer) => {
    if (answer === log) void commands.executeCommand('klarsprak.showLog')
  })
}
