import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { RULES } from '@klarsprak/linter'
import { createLog, type RunningServer, startServer } from '@klarsprak/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LspClient, startClient } from '../packages/language-server/src/testing/lsp-client.js'

const root = join(import.meta.dirname, '..')
const command = join(root, 'packages/linter/bin/klarsprak.js')
const isBuilt = [
  'packages/linter/dist/bundle/klarsprak.cjs',
  'packages/language-server/dist/node/start-server.js',
  'packages/termbank/dist/national/release.json',
].every((path) => existsSync(join(root, path)))

const FORMATS: Readonly<Record<string, string>> = { md: 'markdown', html: 'html', txt: 'plain' }
const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** Pages of the repository that are there to be linted, and some that are odd. */
function corpus(): ReadonlyMap<string, string> {
  const copy = 'Via vår hälsoportal erlägger du avgiften. Aviseringar utgår innan besöket, och patienten har sepsis.'
  const texts = new Map<string, string>([
    ['crlf.md', `# Hälsoportalen 😀\r\n\r\n${copy}\r\n\r\n- En avisering\r\n`],
    ['bom.md', `\uFEFF# Hälsoportalen\n\n${copy}\n`],
    ['nfd.md', `${copy}\n`.normalize('NFD')],
    ['mjuk.txt', copy.replaceAll('portal', '\u00ADportal')],
    ['personal.md', `---\naudience: staff\n---\n\n${copy}\n`],
    ['tyst.md', `${copy} <!-- klarsprak-disable-line avoid-term -- så heter den här -->\n\n${copy}\n`],
    ['gammal.md', `${copy} <!-- klarsprak-disable-line avoid-term until 2020-01-01 -- till bytet -->\n`],
    ['sida.html', `<!doctype html><html lang="sv"><h1>H&auml;lsoportalen</h1><p>${copy}</p><img alt="${copy}"></html>`],
    [
      'delar.html',
      `<!doctype html><html lang="sv"><p>${copy}</p><section data-klarsprak-audience="staff"><p>${copy}</p></section></html>`,
    ],
    ['tom.md', ''],
  ])
  for (const top of ['examples', 'packages/linter/src/rules']) {
    for (const name of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })) {
      const isText = extensionOf(name) in FORMATS && !name.includes('.expected.') && !name.endsWith('rule.md')
      if (isText) texts.set(name.replace(/[\\/]/gu, '-'), readFileSync(join(root, top, name), 'utf8'))
    }
  }
  return texts
}

/** What all three say of a finding, in the same words. */
interface Said {
  readonly rule: unknown
  readonly severity: unknown
  readonly message: unknown
  /** Line and column, from 1. */
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

interface JsonFinding {
  readonly ruleId: string
  readonly severity: string
  readonly message: string
  readonly start: { readonly line: number; readonly column: number }
  readonly end: { readonly line: number; readonly column: number }
}

/** Rules about all the files of a run have nothing to say about one text. */
const aboutMany = new Set(RULES.filter((rule) => 'acrossFiles' in rule).map(({ id }) => id))

const ofJson = (findings: readonly JsonFinding[]): readonly Said[] =>
  findings
    .filter(({ ruleId }) => !aboutMany.has(ruleId))
    .map(({ ruleId, severity, message, start, end }) => ({
      rule: ruleId,
      severity,
      message,
      from: [start.line, start.column],
      to: [end.line, end.column],
    }))

describe.skipIf(!isBuilt)('one text, one answer: the command, the editor and the service say the same', () => {
  const texts = corpus()
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'klarsprak-parity-')))
  let service: RunningServer
  let editor: LspClient
  let commandSays: ReadonlyMap<string, readonly Said[]>

  beforeAll(async () => {
    for (const [name, text] of texts) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    commandSays = await lintFolder()
    service = await startServer({ port: 0, host: '127.0.0.1', log: createLog('silent') })
    editor = await startClient([command, 'lsp'], { settings: () => ({ maxProblems: 100_000 }) })
  }, 180_000)
  afterAll(async () => {
    await editor?.stop()
    await service?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function lintFolder(): Promise<ReadonlyMap<string, readonly Said[]>> {
    return new Promise((resolve, reject) => {
      const options = { cwd: folder, maxBuffer: 100_000_000 }
      execFile(process.execPath, [command, 'lint', '.', '--format', 'json'], options, (error, out, err) => {
        if (out === '') return reject(new Error(`${error?.message} ${err}`))
        const { files } = JSON.parse(out) as { files: readonly { path: string; findings: readonly JsonFinding[] }[] }
        resolve(new Map(files.map(({ path, findings }) => [path, ofJson(findings)])))
      })
    })
  }
  async function editorSays(name: string, text: string): Promise<readonly Said[]> {
    const uri = pathToFileURL(join(folder, name)).href
    const textDocument = { uri, languageId: '', version: 1, text }
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument })
    const { diagnostics } = await editor.diagnostics(uri)
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    return diagnostics.map(({ code, data, message, range: { start, end } }) => ({
      rule: code,
      severity: (data as { severity?: string } | undefined)?.severity,
      message: String(message).split('\n')[0],
      from: [start.line + 1, start.character + 1],
      to: [end.line + 1, end.character + 1],
    }))
  }
  async function serviceSays(name: string, text: string): Promise<readonly Said[]> {
    const response = await fetch(`${service.url}/v1/checks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, format: FORMATS[extensionOf(name)] }),
    })
    const answer = (await response.json()) as { findings?: readonly JsonFinding[] }
    if (answer.findings === undefined) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return ofJson(answer.findings)
  }

  test('in every format that all three read, finding by finding', { timeout: 180_000 }, async () => {
    let count = 0
    for (const [name, text] of texts) {
      const wanted = commandSays.get(name) ?? []
      count += wanted.length
      expect.soft(await editorSays(name, text), `the editor about ${name}`).toEqual(wanted)
      if (text !== '') expect.soft(await serviceSays(name, text), `the service about ${name}`).toEqual(wanted)
    }
    expect(texts.size).toBeGreaterThan(30)
    expect(count).toBeGreaterThan(100)
  })
})
