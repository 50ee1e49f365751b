import { window } from 'vscode'

/** What is selected in the text in front, or the word the cursor stands in; empty when there is none. */
export function chosenWord(): string {
  const editor = window.activeTextEditor
  if (editor === undefined) return ''
  const { document, selection } = editor
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection
  return range === undefined ? '' : document.getText(range)
}
