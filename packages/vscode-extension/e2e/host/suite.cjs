// What the editor's API says of the extension, the same in a process of Node and in a web worker. No test hangs on time:
// each asks until it is answered as it should be.
const PATIENCE = 90_000

async function until(what, look) {
  let last
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      last = await look()
      if (last) return last
    } catch (error) {
      last = String(error)
    }
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}. Last seen: ${JSON.stringify(last)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function equal(seen, wanted) {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(wanted)]
  if (a !== b) throw new Error(`${a} is not ${b}`)
}

/** Tells `report` of each sentence that was tried; gives how many held. */
exports.runSuite = async (vscode, report) => {
  const { commands, languages, workspace, Range, Position } = vscode
  const sum = { passed: 0, failed: 0 }
  const test = async (sentence, work) => {
    try {
      await work()
      sum.passed++
      report(`ok   ${sentence}`)
    } catch (error) {
      sum.failed++
      report(`FAIL ${sentence}: ${error.message}`)
    }
  }
  const opened = async (content, language = 'markdown') => {
    const document = await workspace.openTextDocument({ content, language })
    await vscode.window.showTextDocument(document)
    return document
  }
  const found = (uri, count) =>
    until(`${count} findings`, () => {
      const all = languages.getDiagnostics(uri).filter(({ source }) => source === 'klarsprak')
      if (all.length === count) return all
      throw new Error(all.map(({ message }) => message).join(' | '))
    })
  const all = (document) => new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end)
  const place = (document, text) => document.positionAt(document.getText().indexOf(text) + 1)
  const actions = (document, range, kind) =>
    until('actions', async () => {
      const list = await commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind)
      return list.length > 0 && list
    })
  const change = async (document, text) => {
    const edit = new vscode.WorkspaceEdit()
    edit.replace(document.uri, all(document), text)
    await workspace.applyEdit(edit)
  }

  await test('findings come in a text without a file, with rule, place and sentence', async () => {
    const document = await opened('😀 Gå till hälsoportalen.')
    const [one] = await found(document.uri, 1)
    equal(document.getText(one.range), 'hälsoportalen')
    equal(one.code.value, 'avoid-term')
    if (!one.message.includes('den digitala ingången')) throw new Error(one.message)
  })
  await test('findings follow the text', async () => {
    const document = await opened('Allt är bra.')
    await change(document, 'Gå till hälsoportalen. Öppna hälsoportalerna.')
    await found(document.uri, 2)
    await change(document, 'Allt är bra igen.')
    await found(document.uri, 0)
  })
  await test('a hover tells of a term that is right', async () => {
    const document = await opened('Logga in i den digitala ingången.')
    await until('a hover', async () => {
      const hovers = await commands.executeCommand(
        'vscode.executeHoverProvider',
        document.uri,
        place(document, 'digitala'),
      )
      return JSON.stringify(hovers.map(({ contents }) => contents.map(({ value }) => value))).includes(
        'rekommenderad term',
      )
    })
  })
  await test('the first quick fix writes the replacement in its form', async () => {
    const document = await opened('Båda hälsoportalerna är öppna.')
    await found(document.uri, 1)
    const list = await actions(document, new Range(place(document, 'hälso'), place(document, 'hälso')), 'quickfix')
    equal(list[0].title, 'Skriv ”de digitala ingångarna”')
    await workspace.applyEdit(list[0].edit)
    equal(document.getText(), 'Båda de digitala ingångarna är öppna.')
    await found(document.uri, 0)
  })
  await test('everything safe can be fixed at once', async () => {
    const document = await opened('Gå till hälsoportalen.\n\nVår hälsoportal är öppen.\n')
    await found(document.uri, 2)
    const [fix] = await actions(document, all(document), 'source.fixAll.klarsprak')
    await workspace.applyEdit(fix.edit)
    equal(document.getText(), 'Gå till den digitala ingången.\n\nVår digitala ingång är öppen.\n')
  })
  await test('completion goes on in the form that is typed', async () => {
    const document = await opened('Besök hälsoportale')
    await until('the item', async () => {
      const end = document.positionAt(document.getText().length)
      const { items } = await commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, end)
      return items.some(
        ({ label }) =>
          (label.label ?? label) === 'Besök den digitala ingången' ||
          String(label.label ?? label).endsWith('den digitala ingången'),
      )
    })
  })
  await test('lenses and hints come when they are asked for', async () => {
    const settings = workspace.getConfiguration('klarsprak')
    await settings.update('codeLens', true, vscode.ConfigurationTarget.Global)
    await settings.update('inlayHints', true, vscode.ConfigurationTarget.Global)
    const document = await opened('Gå till hälsoportalen.')
    await until('a lens', async () => {
      const lenses = await commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 10)
      return lenses.some(({ command }) => /LIX.*1 fynd/u.test(command?.title ?? ''))
    })
    await until('a hint', async () => {
      const hints = await commands.executeCommand('vscode.executeInlayHintProvider', document.uri, all(document))
      return JSON.stringify(hints.map(({ label }) => label)).includes('den digitala ingången')
    })
    await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global)
    await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global)
  })
  await test('settings of the editor count: how many are shown, how, and for whom', async () => {
    const settings = workspace.getConfiguration('klarsprak')
    const set = (name, value) => settings.update(name, value, vscode.ConfigurationTarget.Global)
    const document = await opened('Hälsoportalen. Hälsoportalerna. Hälsoportal. Patienten har sepsis.')
    await found(document.uri, 4)
    await set('audience', 'staff')
    await found(document.uri, 3)
    await set('maxProblems', 1)
    const cut = await found(document.uri, 2)
    if (!cut.some(({ message }) => message.includes('de första 1 av 3'))) throw new Error(JSON.stringify(cut))
    for (const name of ['audience', 'maxProblems']) await set(name, undefined)
    await found(document.uri, 4)
  })
  await test('a text over the limit is left out, and says so', async () => {
    const settings = workspace.getConfiguration('klarsprak')
    await settings.update('maxFileSize', 1000, vscode.ConfigurationTarget.Global)
    const document = await opened('Hälsoportalen. '.repeat(100))
    const [note] = await found(document.uri, 1)
    await settings.update('maxFileSize', undefined, vscode.ConfigurationTarget.Global)
    if (!note.message.includes('1500 tecken')) throw new Error(note.message)
  })
  await test('the settings of the project leave a file out', async () => {
    const [folder] = workspace.workspaceFolders ?? []
    if (folder === undefined) throw new Error('No folder is open.')
    const name = vscode.Uri.joinPath(folder.uri, 'utelämnad', 'sida.md')
    const other = vscode.Uri.joinPath(folder.uri, 'med.md')
    const write = (uri, text) => workspace.fs.writeFile(uri, new TextEncoder().encode(text))
    await write(other, 'Gå till hälsoportalen.\n')
    await write(name, 'Gå till hälsoportalen.\n')
    await write(vscode.Uri.joinPath(folder.uri, 'utelämnad', 'klarsprak.config.yaml'), 'rules: { avoid-term: off }\n')
    await vscode.window.showTextDocument(await workspace.openTextDocument(other))
    await found(other, 1)
    const document = await workspace.openTextDocument(name)
    await vscode.window.showTextDocument(document)
    await until(
      'hover, so that the file is read',
      async () => (await commands.executeCommand('vscode.executeHoverProvider', name, new Position(0, 10))).length > 0,
    )
    await found(name, 0)
    for (const uri of [other, vscode.Uri.joinPath(folder.uri, 'utelämnad')])
      await workspace.fs.delete(uri, { recursive: true })
  })
  await test('a concept is renamed in all its forms', async () => {
    const document = await opened('Öppna hälsoportalen. Vår hälsoportal.')
    await found(document.uri, 2)
    const edit = await until('the edit', () =>
      commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place(document, 'hälso'),
        'digital ingång',
      ),
    )
    const texts = edit
      .entries()
      .flatMap(([uri, edits]) =>
        uri.toString() === document.uri.toString() ? edits.map(({ newText }) => newText) : [],
      )
    equal(texts, ['den digitala ingången', 'digitala ingång'])
  })
  await test('references are all terms of the concept', async () => {
    const document = await opened('Den digitala ingången, förr hälsoportalen.')
    await until('two places', async () => {
      const places = await commands.executeCommand(
        'vscode.executeReferenceProvider',
        document.uri,
        place(document, 'digitala'),
      )
      return places.filter(({ uri }) => uri.toString() === document.uri.toString()).length === 2
    })
  })
  await test('everybody’s own words lead to a term, and its forms fit where they are put', async () => {
    const guided = await commands.executeCommand('klarsprak.server.guide', 'jag får inte köra bil')
    if (!guided.some(({ label }) => label === 'färdtjänst')) throw new Error(JSON.stringify(guided))
    const document = await opened('Logga in i vår ')
    const { line, character } = document.positionAt(document.getText().length)
    const end = { line, character }
    const [term] = await commands.executeCommand('klarsprak.server.lookUp', 'hälsoportal')
    const forms = await until('forms', () =>
      commands.executeCommand(
        'klarsprak.server.formsFor',
        document.uri.toString(),
        { start: end, end },
        term.conceptId,
      ),
    )
    equal(forms[0].text, 'digitala ingång')
  })
  await test('every command of the manifest is there', async () => {
    const known = new Set(await commands.getCommands(true))
    const { packageJSON } = vscode.extensions.getExtension('klarsprak.klarsprak-vscode')
    equal(
      packageJSON.contributes.commands.map(({ command }) => command).filter((id) => !known.has(id)),
      [],
    )
  })
  for (const document of workspace.textDocuments.filter(({ isUntitled }) => isUntitled)) {
    await vscode.window.showTextDocument(document)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
  return sum
}

// In a web worker the editor runs this file itself, and hears of it by the console.
exports.run = async () => {
  const { passed, failed } = await exports.runSuite(require('vscode'), (line) => console.log(`suite: ${line}`))
  console.log(`suite: ${passed} passed, ${failed} failed`)
}
