import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CodeAction, CompletionList, Hover } from 'vscode-languageserver-types'
import { COMMAND } from '../commands.js'
import { STATUS } from '../status.js'
import { type ClientOptions, type LspClient, startClient } from '../testing/lsp-client.js'
import { version } from '../version.js'

const packageFolder = join(import.meta.dirname, '../..')
const server = join(packageFolder, 'bin/klarsprak-language-server.js')
const command = join(packageFolder, '../linter/bin/klarsprak.js')
const isBuilt = [
  'dist/node/start-server.js',
  '../linter/dist/cli/main.js',
  '../termbank/dist/national/release.json',
].every((path) => existsSync(join(packageFolder, path)))

test('the version is the package’s', () => {
  const { version: own } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  expect(version).toBe(own)
})

// A real process and the national bank. Needs `node scripts/build.mjs`.
describe.skipIf(!isBuilt)('over standard in and out', () => {
  let folder: string
  let client: LspClient | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klarsprak-lsp-'))
  })
  afterEach(async () => {
    await client?.stop()
    client = undefined
    rmSync(folder, { recursive: true, force: true })
  })
  const start = async (options: ClientOptions = {}, argv: readonly string[] = [server]) => {
    const started = await startClient(argv, { folders: [pathToFileURL(folder).href], ...options })
    client = started
    return started
  }
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href
  const open = (uri: string, text: string, languageId = 'markdown') =>
    client!.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    })
  const change = (uri: string, next: number, contentChanges: readonly object[]) =>
    client!.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: next },
      contentChanges,
    })

  test('findings come when a text is opened and when it has changed, and go when it is closed', async () => {
    await start()
    const uri = uriOf('å och ä.md')
    await open(uri, 'Gå till hälsoportalen.\n')
    expect((await client!.diagnostics(uri)).diagnostics).toMatchObject([
      { range: { start: { character: 8 }, end: { character: 21 } }, source: 'klarsprak', code: 'avoid-term' },
    ])
    const at = { line: 0, character: 0 }
    await change(uri, 2, [{ range: { start: at, end: at }, text: '😀 ' }])
    await change(uri, 3, [{ range: { start: at, end: at }, text: 'Hej! ' }])
    const after = await client!.diagnostics(uri, 2)
    // The one in between was never shown.
    expect(after.version).toBe(3)
    expect(after.diagnostics).toMatchObject([{ range: { start: { character: 16 } } }])
    await client!.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await open(uri, 'Inget att säga.')
    expect((await client!.diagnostics(uri, 1)).uri).toBe(uri)
  })

  test('places are counted as the client asks', async () => {
    const { initialized } = await start({ capabilities: { general: { positionEncodings: ['utf-8'] } } })
    expect(initialized.capabilities.positionEncoding).toBe('utf-8')
    const uri = uriOf('sida.md')
    await open(uri, '😀 Gå till hälsoportalen.\n')
    expect((await client!.diagnostics(uri)).diagnostics).toMatchObject([
      { range: { start: { character: 14 }, end: { character: 28 } } },
    ])
  })

  test('klarsprak lsp is the same server: actions, hover, completion, and a clean end', async () => {
    const { initialized, connection } = await start({}, [command, 'lsp'])
    expect(initialized.serverInfo).toMatchObject({ name: 'klarsprak', version })
    const uri = uriOf('sida.md')
    await open(uri, 'Gå till hälsoportalen.\n\nVår e-tj')
    await client!.diagnostics(uri)
    const textDocument = { uri }
    const position = { line: 0, character: 12 }
    const actions: CodeAction[] = await connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [] },
    })
    expect(actions[0]).toMatchObject({
      title: 'Skriv ”den digitala ingången”',
      edit: { changes: { [uri]: [{ newText: 'den digitala ingången' }] } },
    })
    const hover: Hover = await connection.sendRequest('textDocument/hover', { textDocument, position })
    expect(hover.contents).toMatchObject({
      kind: 'plaintext',
      value: expect.stringContaining('hälsoportal – avrådd term'),
    })
    const list: CompletionList = await connection.sendRequest('textDocument/completion', {
      textDocument,
      position: { line: 2, character: 8 },
    })
    expect(list.items.map(({ label }) => label)).toContain('e-tjänst')
    expect(await client!.stop()).toBe(0)
    expect(client!.stderr()).toBe('')
    client = undefined
  })

  test('settings are asked for, text by text, and asked for again when they change', async () => {
    let severity = 'hint'
    await start({ settings: (uri) => (uri?.endsWith('b.md') ? { enable: false } : { severity: { error: severity } }) })
    const [a, b] = [uriOf('a.md'), uriOf('b.md')]
    await open(a, 'Hälsoportalen.')
    await open(b, 'Hälsoportalen.')
    expect((await client!.diagnostics(a)).diagnostics).toMatchObject([{ severity: 4 }])
    expect((await client!.diagnostics(b)).diagnostics).toEqual([])
    severity = 'warning'
    await client!.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await change(a, 2, [{ text: 'Hälsoportalen!' }])
    expect((await client!.diagnostics(a, 2)).diagnostics).toMatchObject([{ severity: 2 }])
  })

  test('the audience that the editor chooses counts, unless the text says its own', async () => {
    let audience = 'project'
    await start({ settings: () => ({ audience }) })
    const [plain, own] = [uriOf('a.md'), uriOf('b.md')]
    const text = 'Patienten har sepsis.\n'
    const codes = async (uri: string, next: number) =>
      (await client!.diagnostics(uri, next)).diagnostics.map(({ code }) => code)
    await open(plain, text)
    await open(own, `---\naudience: citizen\n---\n\n${text}`)
    expect(await codes(plain, 1)).toContain('jargon')
    audience = 'staff'
    await client!.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    for (const uri of [plain, own]) {
      await change(uri, 2, [
        { range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } }, text: '\n' },
      ])
    }
    expect(await codes(plain, 2)).not.toContain('jargon')
    expect(await codes(own, 2)).toContain('jargon')
  })

  test('a word is not underlined while it is being typed, but when it has been left alone', async () => {
    await start()
    const uri = uriOf('a.md')
    await open(uri, 'Gå till hälsoportale')
    await client!.diagnostics(uri)
    const at = { line: 0, character: 20 }
    await change(uri, 2, [{ range: { start: at, end: at }, text: 'n' }])
    expect((await client!.diagnostics(uri, 2)).diagnostics).toEqual([])
    // Of the same version, once more.
    await vi.waitFor(() => expect(client!.lastDiagnostics(uri)?.diagnostics).toHaveLength(1), 20_000)
    expect(client!.lastDiagnostics(uri)?.version).toBe(2)
  })

  test('a client that pulls findings is sent none, and is asked to pull again when settings change', async () => {
    let enable = true
    const { initialized, connection } = await start({
      settings: () => ({ enable }),
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    })
    expect(initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: false })
    const refreshed = new Promise<void>((resolve) => {
      connection.onRequest('workspace/diagnostic/refresh', () => {
        if (!enable) resolve()
        return null
      })
    })
    const uri = uriOf('a.md')
    await open(uri, 'Gå till hälsoportalen.\n')
    const pull = () => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
    expect(await pull()).toMatchObject({ kind: 'full', items: [{ code: 'avoid-term' }] })
    await change(uri, 2, [{ text: 'Hälsoportalen ger en avisering.\n' }])
    expect(await pull()).toMatchObject({ items: [{ code: 'avoid-term' }, { code: 'jargon' }] })
    enable = false
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await refreshed
    expect(await pull()).toMatchObject({ items: [] })
    expect(client!.lastDiagnostics(uri)).toBeUndefined()
  })

  test('with onSave, findings wait until the text is saved', async () => {
    await start({ settings: () => ({ run: 'onSave' }) })
    const uri = uriOf('a.md')
    await open(uri, 'Välkommen.')
    expect((await client!.diagnostics(uri)).diagnostics).toEqual([])
    await change(uri, 2, [{ text: 'Hälsoportalen.' }])
    const hasCome = await Promise.race([
      client!.diagnostics(uri, 2).then(() => true),
      new Promise<boolean>((resolve) => setTimeout(resolve, 600, false)),
    ])
    expect(hasCome).toBe(false)
    await client!.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
    expect((await client!.diagnostics(uri, 2)).diagnostics).toHaveLength(1)
  })

  test('commands: a rule explained, a word looked up, the workspace checked and changed', async () => {
    writeFileSync(join(folder, 'andra.md'), 'Båda hälsoportalerna.\n')
    writeFileSync(join(folder, 'package.json'), '{ "name": "hälsoportal" }\n')
    await start({ initializationOptions: { showsAnswers: true, status: true } })
    const { connection } = client!
    const statuses: unknown[] = []
    connection.onNotification(STATUS, (status) => void statuses.push(status))
    const edits: unknown[] = []
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: unknown }) => {
      edits.push(edit)
      return { applied: true }
    })
    const run = (name: string, ...args: readonly unknown[]) =>
      connection.sendRequest('workspace/executeCommand', { command: name, arguments: args })
    expect(await run(COMMAND.explainRule, 'avoid-term')).toMatchObject({
      id: 'avoid-term',
      text: expect.stringContaining('#'),
    })
    expect(await run(COMMAND.explainRule, 'no-such-rule')).toBeNull()
    expect(await run(COMMAND.lookUp, 'hälsoportalernas')).toMatchObject([{ label: 'hälsoportal' }])
    const uri = uriOf('sida.md')
    await open(uri, 'Gå till hälsoportalen.\n')
    const { diagnostics } = await client!.diagnostics(uri)
    expect(await run(COMMAND.checkWorkspace)).toMatchObject({ files: 2, errors: 2 })
    expect((await client!.diagnostics(uriOf('andra.md'))).diagnostics).toHaveLength(1)
    const concept = (
      await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostics[0]!.range,
        context: { diagnostics, only: ['quickfix'] },
      })
    ).find(({ command: own }) => own?.command === COMMAND.replaceInWorkspace)
    expect(await run(COMMAND.replaceInWorkspace, ...concept!.command!.arguments!)).toBe(true)
    expect(edits).toMatchObject([
      { changes: { [uri]: [{}], [uriOf('andra.md')]: [{ newText: 'de digitala ingångarna' }] } },
    ])
    expect(statuses).toContainEqual({ uri, version: 1, figures: expect.objectContaining({ words: 3, errors: 1 }) })
  })

  test('nonsense is survived', async () => {
    await start()
    const { connection } = client!
    const uri = uriOf('a.md')
    const textDocument = { uri }
    await open(uri, '<a href="\n```\n![[`{{ \u0000 hälsoportalen')
    await change(uri, 2, [{ range: { start: { line: 99, character: 99 }, end: { line: 5, character: 1 } }, text: 'x' }])
    await change('file:///not-open.md', 7, [{ text: 'x' }])
    for (const method of ['hover', 'completion', 'definition', 'documentLink', 'codeLens', 'prepareRename']) {
      await connection.sendRequest(`textDocument/${method}`, { textDocument, position: { line: 400, character: 7 } })
      await connection.sendRequest(`textDocument/${method}`, {
        textDocument: { uri: 'nonsense' },
        position: { line: 0, character: 0 },
      })
    }
    expect((await client!.diagnostics(uri, 2)).version).toBe(2)
  })
})
