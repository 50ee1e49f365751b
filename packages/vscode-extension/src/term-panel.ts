import { COMMAND, type InsertableForm, type LookedUp } from '@klarsprak/language-server/names'
import {
  commands,
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode'
import { chosenWord } from './chosen-word.js'
import type { Pages } from './pages.js'
import { ask, plainRange, type Server } from './server.js'
import { texts } from './texts.js'

const VIEW = 'klarsprak.terms'

/** A concept that was found, or a form of it that can be put in the text. */
interface Node {
  readonly found: LookedUp
  readonly form?: InsertableForm
}

const ICONS: Readonly<Record<string, string>> = {
  preferred: 'check',
  admitted: 'circle-outline',
  deprecated: 'circle-slash',
  superseded: 'history',
}

/**
 * The view for terms: search in the bank, see what is found, and put it in the text in the right
 * form. A tree of the editor's own, so that keyboard, screen reader and colours work as everywhere.
 */
export function createTermPanel(server: Server, pages: Pages): Disposable {
  let hits: readonly Node[] = []
  const changed = new EventEmitter<Node | undefined>()
  const view = window.createTreeView<Node>(VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      // What `reveal` needs: it shows concepts, which stand at the top.
      getParent: () => undefined,
      getTreeItem: ({ found, form }) => (form === undefined ? conceptItem(found) : formItem(found, form)),
      async getChildren(node) {
        if (node === undefined) return [...hits]
        if (node.form !== undefined) return []
        return (await formsOf(server, node.found)).map((form) => ({ found: node.found, form }))
      },
    },
  })

  const search = async (given?: unknown): Promise<void> => {
    const asked = typeof given === 'string' ? given : undefined
    const word = asked ?? (await window.showInputBox({ prompt: texts().whichWord, value: chosenWord() }))
    if (word === undefined || word.trim() === '') return
    hits = (await ask<readonly LookedUp[] | null>(server, COMMAND.lookUp, [word]))?.map((found) => ({ found })) ?? []
    view.message = hits.length === 0 ? texts().noHitsFor(word) : texts().hitsFor(word)
    changed.fire(undefined)
    const [first] = hits
    if (first === undefined) await commands.executeCommand(`${VIEW}.focus`)
    else await view.reveal(first, { focus: true, expand: true })
  }
  const insert = async (node: Node): Promise<void> => {
    const { label } = node.found
    const form = node.form ?? (await chooseForm(label, await formsOf(server, node.found)))
    const editor = window.activeTextEditor
    if (form === undefined) return
    if (editor === undefined) {
      void window.showInformationMessage(texts().noEditor)
      return
    }
    await editor.edit((edit) => {
      for (const selection of editor.selections) edit.replace(selection, form.text)
    })
    await window.showTextDocument(editor.document, editor.viewColumn)
  }

  return Disposable.from(
    view,
    changed,
    commands.registerCommand('klarsprak.searchTerms', search),
    commands.registerCommand('klarsprak.insertTerm', insert),
    commands.registerCommand('klarsprak.showTerm', ({ found }: Node) =>
      pages.show(`${found.conceptId}.md`, found.text),
    ),
  )
}

/** The forms of a concept, the one that fits where the cursor is first. */
async function formsOf(server: Server, { conceptId }: LookedUp): Promise<readonly InsertableForm[]> {
  const editor = window.activeTextEditor
  const args = [
    editor?.document.uri.toString() ?? '',
    editor === undefined ? null : plainRange(editor.selection),
    conceptId,
  ]
  return (await ask<readonly InsertableForm[] | null>(server, COMMAND.formsFor, args)) ?? []
}

async function chooseForm(label: string, forms: readonly InsertableForm[]): Promise<InsertableForm | undefined> {
  if (forms.length === 0) void window.showInformationMessage(texts().noForms(label))
  if (forms.length < 2) return forms[0]
  const items = forms.map((form) => ({ label: form.text, description: form.fits ? texts().fits : '', form }))
  return (await window.showQuickPick(items, { placeHolder: texts().whichForm(label) }))?.form
}

function conceptItem({ conceptId, label, status, preferred, text }: LookedUp): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed)
  const instead = preferred.filter((other) => other !== label).join(', ')
  item.id = `${conceptId} ${label}`
  item.description = instead === '' ? '' : texts().write(instead)
  item.tooltip = new MarkdownString(text)
  item.iconPath = new ThemeIcon(ICONS[status] ?? 'circle-outline')
  item.contextValue = 'concept'
  item.accessibilityInformation = { label: [label, item.description].filter((part) => part !== '').join(', ') }
  return item
}

function formItem(found: LookedUp, form: InsertableForm): TreeItem {
  const item = new TreeItem(form.text, TreeItemCollapsibleState.None)
  item.description = form.fits ? texts().fits : ''
  item.contextValue = 'form'
  item.command = { command: 'klarsprak.insertTerm', title: form.text, arguments: [{ found, form }] }
  return item
}
