import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { RULES } from '@klarsprak/linter'
import { afterAll, describe, expect, test } from 'vitest'
import type { Diagnostic, Range } from 'vscode-languageserver-types'
// The command as a function: what is compared is the sources, whatever was built last.
import { COMMANDS } from '../../linter/src/cli/commands/index.js'
import { run } from '../../linter/src/cli/run.js'
import { linesOf } from './documents/lines.js'
import { pathOfUri, uriOfPath } from './documents/path-of.js'
import { FIX_ALL } from './features/code-actions.js'
import { nodeProjects } from './node/node-projects.js'
import { workspaceFiles } from './node/workspace-files.js'
import { createService } from './service.js'
import { readSettings } from './settings.js'
import { ablest, applied, editsOf } from './testing/test-service.js'

/** A finding as both tell it. */
interface Told extends Range {
  readonly ruleId: string
  readonly severity: string | undefined
  readonly message: string
}

const root = join(import.meta.dirname, '../../..')
const isBuilt = existsSync(join(root, 'packages/termbank/dist/national/release.json'))

/** Every text of the repository that is there to be linted, with texts of the kinds it has none of. */
const folder = mkdtempSync(join(tmpdir(), 'klarsprak-parity-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}
for (const top of ['examples', 'packages/linter/src/rules']) {
  for (const name of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })) {
    const isPage = top === 'examples' || /fixtures[\\/][^\\/]+\.(?:md|html|json|txt)$/u.test(name)
    if (isPage && /\.\w+$/u.test(name) && !name.includes('.expected.')) {
      put(join(top === 'examples' ? top : 'rules', name), readFileSync(join(root, top, name), 'utf8'))
    }
  }
}
const copy = 'Via vår hälsoportal erlägger du avgiften. Aviseringar utgår innan besöket.'
put('crlf.md', `# Hälsoportalen 😀\r\n\r\n${copy}\r\n\r\n- En avisering\r\n`)
put('bom.md', `\uFEFF# Hälsoportalen\n\n${copy}\n`)
put('nfd.md', `${copy}\n`.normalize('NFD'))
put('mjuk.md', copy.replaceAll('portal', '\u00ADportal'))
put('sida.html', `<!doctype html><html lang="sv"><h1>H&auml;lsoportalen</h1><p>${copy}</p><img alt="${copy}"></html>`)
put('locales/sv.json', JSON.stringify({ titel: copy, knapp: { avisering: 'Se {count} aviseringar' } }, null, 2))
put('locales/sv.yaml', `titel: ${copy}\nrad: |\n  ${copy}\n`)
put('res/values-sv/strings.xml', `<resources><string name="a">${copy}</string></resources>`)
put('messages_sv.properties', `titel = H\\u00e4lsoportalen. ${copy}\n`)
put('sv.po', `msgid "a"\nmsgstr "${copy}"\n`)
put('egen/klarsprak.config.yaml', 'preset: all\nrules:\n  avoid-term: warning\nignore: [utkast/]\n')
put('egen/sida.md', `# Hälsoportalen\n\n${copy}\n\n${copy}\n`)
put('egen/tjänst.md', `${'Logga in i e-tjänsten. '.repeat(5)}\n`)
put('egen/digital.md', 'Logga in i den digitala tjänsten.\n')
put('egen/locales/sv.json', '{ "a": "Boka en tid i e-tjänsten" }')
put('egen/locales/en.json', '{ "a": "Book an appointment in the digital service" }')
put('egen/utkast/sida.md', `# Hälsoportalen\n\n${copy}\n`)
put('package.json', `{ "description": "${copy}" }`)
put('text.txt', `${copy}\n\n${copy}\n`)

describe.skipIf(!isBuilt)('the command and the editor say the same', () => {
  const klarsprak = async (...argv: readonly string[]): Promise<string> => {
    let [out, err] = ['', '']
    const io = {
      cwd: folder,
      env: {},
      isTerminal: false,
      isErrorTerminal: false,
      today: () => new Date().toISOString().slice(0, 10),
      readStdin: async () => new Uint8Array(),
      out: (text: string) => void (out += text),
      err: (text: string) => void (err += text),
    }
    await run(argv, io, COMMANDS)
    expect(err).toBe('')
    return out
  }

  /** Rules about all the files of a run have nothing to say about one text that is open. */
  const aboutMany = new Set(RULES.filter((rule) => 'acrossFiles' in rule).map(({ id }) => id))
  const aboutOne = (told: readonly Told[]) => told.filter(({ ruleId }) => !aboutMany.has(ruleId))

  const fromCommand = async (): Promise<ReadonlyMap<string, readonly Told[]>> => {
    const report = JSON.parse(await klarsprak('lint', '.', '--format', 'json')) as {
      files: {
        path: string
        findings: {
          ruleId: string
          severity: string
          message: string
          note?: string
          start: { offset: number; line: number; column: number }
          end: { offset: number; line: number; column: number }
        }[]
      }[]
    }
    return new Map(
      report.files.map(({ path, findings }) => [
        join(folder, path.startsWith(folder) ? path.slice(folder.length) : path),
        findings.map(({ ruleId, severity, message, note, start, end }) => ({
          ruleId,
          severity,
          message: note === undefined ? message : `${message}\n${note}`,
          start: { line: start.line - 1, character: start.column - 1 },
          end: { line: end.line - 1, character: end.column - 1 },
        })),
      ]),
    )
  }

  const service = createService({ projects: nodeProjects(), client: ablest, files: workspaceFiles })
  service.configure(
    readSettings({ maxProblems: 100_000, severity: { error: 'error', warning: 'warning', info: 'information' } })
      .settings,
  )
  const SEVERITIES: readonly string[] = ['', 'error', 'warning', 'info']
  const told = ({ code, severity, message, range }: Diagnostic): Told => ({
    ruleId: String(code),
    severity: SEVERITIES[severity ?? 0],
    message: String(message),
    ...range,
  })

  test('of a whole workspace, also by the rules about several texts', async () => {
    service.setFolders([uriOfPath(folder)])
    const command = await fromCommand()
    let aboutSeveral = 0
    for await (const { uri, diagnostics, figures } of service.checkWorkspace()) {
      const seen = diagnostics.map(told)
      expect(seen, uri).toEqual(command.get(pathOfUri(uri)) ?? [])
      expect((figures?.errors ?? 0) + (figures?.warnings ?? 0) + (figures?.infos ?? 0)).toBe(seen.length)
      aboutSeveral += seen.length - aboutOne(seen).length
    }
    expect(aboutSeveral).toBe(2)
  })

  test('in every format, finding by finding', async () => {
    const command = await fromCommand()
    expect(command.size).toBeGreaterThan(15)
    const paths = (await workspaceFiles.list([uriOfPath(folder)])).map(pathOfUri)
    const drafts = paths.filter((path) => path.includes('utkast'))
    expect(drafts).toHaveLength(1)
    expect([...command.keys(), ...drafts].sort()).toEqual([...paths].sort())
    let count = 0
    for (const path of paths) {
      const uri = uriOfPath(path)
      expect(pathOfUri(uri)).toBe(path)
      service.open({ uri, languageId: '', version: 1, text: readFileSync(path, 'utf8') })
      const { diagnostics } = (await service.check(uri))!
      const seen = diagnostics.map(told)
      expect(seen, path).toEqual(aboutOne(command.get(path) ?? []))
      count += seen.length
    }
    expect(count).toBeGreaterThan(100)
  })

  test('what the rules about several texts say stays while a text is written', async () => {
    let more = 0
    const alone = new Map<string, number>()
    for (const uri of service.openUris) alone.set(uri, (await service.check(uri))!.diagnostics.length)
    for await (const { uri, diagnostics } of service.checkWorkspace()) {
      expect((await service.check(uri))!.diagnostics).toEqual(diagnostics)
      const text = service.textOf(uri)!
      service.change(uri, 2, [{ text: `${text}\n` }])
      expect((await service.check(uri))!.diagnostics, uri).toHaveLength(diagnostics.length)
      service.change(uri, 3, [{ text }])
      more += diagnostics.length - alone.get(uri)!
    }
    expect(more).toBe(2)
    service.refresh()
    for (const [uri, count] of alone) expect((await service.check(uri))!.diagnostics).toHaveLength(count)
  })

  test('fixing everything in the editor gives the file that --fix writes', async () => {
    const fixed = new Map<string, string>()
    for (const uri of service.openUris) {
      const text = service.textOf(uri)!
      const all = linesOf(text)
      const range = all.rangeOf({ start: 0, end: text.length })
      const [action] = await service.codeActions(uri, range, [FIX_ALL])
      fixed.set(pathOfUri(uri), applied(text, editsOf(action?.edit, uri), all))
    }
    await klarsprak('lint', folder, '--fix', '--format', 'json')
    let changed = 0
    for (const [path, text] of fixed) {
      expect(text, path).toBe(readFileSync(path, 'utf8'))
      if (text !== service.textOf(uriOfPath(path))) changed++
    }
    expect(changed).toBeGreaterThan(10)
  })
})
