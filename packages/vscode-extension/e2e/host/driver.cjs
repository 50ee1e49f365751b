// Runs in the editor's extension host and does what it is told over a port of its own: everything but what a person would
// do with mouse and keys. So no test has to find its way to a file through menus before it tests something.
const { createServer } = require('node:http')
const { writeFileSync } = require('node:fs')
const vscode = require('vscode')

const plain = (value) => JSON.parse(JSON.stringify(value ?? null))

const ABILITIES = {
  async open({ path, uri }) {
    const document = await vscode.workspace.openTextDocument(uri ? vscode.Uri.parse(uri) : vscode.Uri.file(path))
    await vscode.window.showTextDocument(document, { preview: false })
    return document.uri.toString()
  },
  async untitled({ content, language }) {
    const document = await vscode.workspace.openTextDocument({ content, language })
    await vscode.window.showTextDocument(document, { preview: false })
    return document.uri.toString()
  },
  /** Puts the cursor after `text` in the editor in front, or selects it. */
  async cursor({ text, select, at = 'end' }) {
    const editor = vscode.window.activeTextEditor
    const start = editor.document.getText().indexOf(text)
    if (start < 0) throw new Error(`There is no ”${text}”.`)
    const [from, to] = [start, start + text.length].map((offset) => editor.document.positionAt(offset))
    editor.selection = select
      ? new vscode.Selection(from, to)
      : new vscode.Selection(at === 'end' ? to : from, at === 'end' ? to : from)
    editor.revealRange(new vscode.Range(from, to), vscode.TextEditorRevealType.InCenter)
    await vscode.window.showTextDocument(editor.document, editor.viewColumn)
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup')
  },
  command: ({ id, args = [] }) => vscode.commands.executeCommand(id, ...args).then(plain),
  text: ({ uri }) =>
    (uri === undefined
      ? vscode.window.activeTextEditor?.document
      : vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri)
    )?.getText() ?? null,
  folders: () => vscode.workspace.workspaceFolders?.length ?? 0,
  tabs: () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
  diagnostics: ({ path, uri }) =>
    vscode.languages
      .getDiagnostics(uri ? vscode.Uri.parse(uri) : vscode.Uri.file(path))
      .map(({ message, severity, code, source, range }) => ({
        message,
        severity,
        code: code?.value ?? code,
        source,
        range,
      })),
  settings: async ({ name, value }) =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global),
  async suite() {
    const lines = []
    await require('./suite.cjs').runSuite(vscode, (line) => lines.push(line))
    return lines
  },
  async closeAll() {
    while (vscode.window.activeTextEditor?.document.isDirty)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  },
}

exports.run = () =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', async () => {
        const { what, ...rest } = JSON.parse(body)
        try {
          const answer = what === 'exit' ? null : await ABILITIES[what](rest)
          response.end(JSON.stringify({ answer: plain(answer) }))
          if (what === 'exit') {
            server.close()
            resolve()
          }
        } catch (error) {
          response.end(JSON.stringify({ problem: String(error?.stack ?? error) }))
        }
      })
    })
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => writeFileSync(process.env.KLARSPRAK_DRIVER, String(server.address().port)))
  })
