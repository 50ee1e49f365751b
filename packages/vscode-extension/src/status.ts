import type { Figures } from '@klarsprak/language-server/names'
import { type Disposable, StatusBarAlignment, window, workspace } from 'vscode'
import { showFigures } from './figures.js'
import { texts } from './texts.js'

export interface Status extends Disposable {
  set(uri: string, figures: Figures | null): void
}

/** LIX and findings of the text in front, in the status bar. */
export function createStatus(): Status {
  const item = window.createStatusBarItem('klarsprak.status', StatusBarAlignment.Right, 100)
  item.name = 'Klarspråk'
  item.command = 'workbench.actions.view.problems'
  const known = new Map<string, Figures | null>()
  const update = (): void => {
    const figures = known.get(window.activeTextEditor?.document.uri.toString() ?? '')
    if (figures === undefined || figures === null) {
      item.hide()
      return
    }
    const { text, tooltip } = showFigures(figures, texts())
    item.text = text
    item.tooltip = tooltip
    item.accessibilityInformation = { label: `${text.replace(/^\$\(\w+\) /u, '')}. ${tooltip}` }
    item.show()
  }
  const listeners = [
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeConfiguration(update),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  ]
  return {
    set(uri, figures) {
      known.set(uri, figures)
      update()
    },
    dispose() {
      for (const listener of listeners) listener.dispose()
      item.dispose()
    },
  }
}
