import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type BankManifest, builtBank } from '@klarsprak/termbank'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from './cli/commands/index.js'
import { run } from './cli/run.js'
import type { PlainSettings } from './config/merge.js'
import { RULES } from './rules/index.js'
import { findChromium } from './testing/find-chromium.js'
import { temporaryFolders } from './testing/temporary-folder.js'
import { testIo } from './testing/test-io.js'

const root = join(import.meta.dirname, '../../..')
const LEXICON = join(root, 'packages/lexicon-sv/dist/sv.lexicon')
const isBuilt = existsSync(`${builtBank()}release.json`) && existsSync(LEXICON)
const browserPath = findChromium('The linter is not tried in a browser')

/** What a host writes: a worker that makes a linter of fetched bytes and answers with findings. */
const WORKER = `
import { findingAsJson, positionsIn } from '@klarsprak/linter'
import { linterFromBytes } from '@klarsprak/linter/browser'

const bytes = async (name) => (await fetch(name)).arrayBuffer()
const words = Promise.all(['index', 'lexicon', 'spellings'].map(bytes))
self.onmessage = async ({ data: { files, settings, extensions, today } }) => {
  try {
    const [index, lexicon, spellings] = await words
    const linter = await linterFromBytes({ index, lexicon, spellings }, { settings, extensions, today })
    self.postMessage(files.map((file) => {
      const positions = positionsIn(file.text)
      return [file.path, linter.lint(file).map((finding) => findingAsJson(finding, positions))]
    }))
  } catch (error) {
    self.postMessage(String(error))
  }
}`
const PAGE = '<!doctype html><html lang="sv"><title>Prov</title><script type="module" src="page.js"></script></html>'
const SCRIPT = `
const worker = new Worker('worker.js', { type: 'module' })
window.violations = []
document.addEventListener('securitypolicyviolation', ({ blockedURI }) => violations.push(blockedURI))
window.lint = (request) => new Promise((resolve) => {
  worker.onmessage = ({ data }) => resolve(data)
  worker.onerror = ({ message, filename, lineno }) => resolve(\`\${filename}:\${lineno} \${message}\`)
  worker.postMessage(request)
})`

const copy =
  'Via vår hälsoportal erlägger du avgiften. Aviseringar utgår innan besöket, och hälsoprotalen sammanställer e-tjänsteplattformen.'

/** Every text of the repository that is there to be linted, and of kinds that it has none of. */
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(texts(join(root, 'examples'), /\.md$/u)),
  ...Object.fromEntries(texts(join(import.meta.dirname, 'rules'), /fixtures[\\/][^\\/]+\.(?:md|html|json|txt)$/u)),
  'crlf.md': `# Hälsoportalen 😀\r\n\r\n${copy}\r\n\r\n- En avisering\r\n`,
  'nfd.md': `${copy}\n`.normalize('NFD'),
  'mjuk.md': copy.replaceAll('portal', '\u00ADportal'),
  'personal.md': `---\naudience: staff\n---\n\n${copy} Patienten har hypertoni.\n`,
  'engelska.html':
    '<html lang="en"><p>Notwithstanding the aforementioned considerations regarding the administration of pharmaceuticals, practitioners are encouraged to contemplate alternative methodologies.</p></html>',
  'sida.html': `<!doctype html><html lang="sv"><h1>H&auml;lsoportalen</h1><p>${copy}</p><img alt="${copy}"></html>`,
  'sv.json': JSON.stringify({ titel: copy, knapp: { avisering: 'Se {count} aviseringar' } }, null, 2),
  'locales/sv.yaml': `titel: ${copy}\nrad: |\n  ${copy}\n`,
  'sv.po': `msgid "a"\nmsgstr "${copy}"\n`,
  'text.txt': `${copy}\n\n${copy}\n`,
}

function texts(folder: string, wanted: RegExp): (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name) && !name.includes('.expected.'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')])
}

describe.skipIf(browserPath === undefined || !isBuilt)('the linter in a web worker', () => {
  const folder = temporaryFolders()
  let server: Server
  let browser: Browser
  const served = new Map<string, { readonly type: string; readonly body: string | Uint8Array }>()

  beforeAll(async () => {
    const bundled = await build({
      stdin: { contents: WORKER, resolveDir: import.meta.dirname, loader: 'ts', sourcefile: 'worker.ts' },
      outdir: '/',
      entryNames: 'worker',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'browser',
      // Some packages have a form for pages, with `document`, and one for workers.
      conditions: ['source', 'worker'],
      write: false,
      // Functions of the packages that read files are left out of the bundle, and their imports are told of.
      logLevel: 'error',
    })
    for (const { path, text } of bundled.outputFiles) served.set(path, { type: 'text/javascript', body: text })
    const manifest = JSON.parse(readFileSync(`${builtBank()}release.json`, 'utf8')) as BankManifest
    const binary = (path: string) => ({ type: 'application/octet-stream', body: readFileSync(path) })
    served.set('/index', binary(builtBank() + manifest.indexes.sv))
    served.set('/spellings', binary(`${builtBank()}sv.spellings`))
    served.set('/lexicon', binary(LEXICON))
    served.set('/', { type: 'text/html', body: PAGE })
    served.set('/page.js', { type: 'text/javascript', body: SCRIPT })
    server = createServer(({ url = '/' }, response) => {
      const file = served.get(url)
      response.writeHead(file === undefined ? 404 : 200, {
        'content-type': file?.type ?? 'text/plain',
        'content-security-policy': "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'",
      })
      response.end(file?.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox', '--disable-gpu'] })
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    server?.closeAllConnections()
    server?.close()
  })

  test('its code holds nothing of Node', () => {
    for (const [path, { type, body }] of served)
      if (type === 'text/javascript')
        expect([path, /["']node:|\brequire\(["']/u.exec(String(body))]).toEqual([path, null])
  })

  /** Rules about all the files of a run have nothing to say about one text. */
  const aboutMany = new Set(RULES.filter((rule) => 'acrossFiles' in rule).map(({ id }) => id))
  const today = '2026-03-31'

  test.each<{ name: string; settings: PlainSettings }>([
    { name: 'no settings', settings: {} },
    { name: 'every rule', settings: { preset: 'all' } },
    {
      name: 'settings of a team',
      settings: {
        preset: 'strict',
        audience: 'staff',
        profile: { bankId: 'BankID' },
        rules: { 'avoid-term': 'info', jargon: ['warning', {}], 'long-sentence': ['error', { info: 12 }] },
        suppressions: { requireReason: true },
      },
    },
  ])(
    'finds what the command finds, in every kind of file: $name',
    async ({ settings }) => {
      const cwd = folder({ ...files, 'klarsprak.config.yaml': JSON.stringify(settings) })
      const io = testIo({ cwd, today })
      await run(['lint', '.', '--format', 'json'], io, COMMANDS)
      expect(io.errors()).toBe('')
      const report = JSON.parse(io.output()) as { files: { path: string; findings: { ruleId: string }[] }[] }
      const command = report.files
        .filter(({ path }) => path in files)
        .map(({ path, findings }) => [path, findings.filter(({ ruleId }) => !aboutMany.has(ruleId))] as const)
      expect(command.map(([path]) => path).sort()).toEqual(Object.keys(files).sort())

      const page = await browser.newPage()
      const faults: string[] = []
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(String(error)))
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      const request = {
        files: command.map(([path]) => ({ path, text: files[path] })),
        settings,
        extensions: ['.html', '.json', '.yaml', '.po'],
        today,
      }
      const inBrowser = await page.evaluate(`lint(${JSON.stringify(request)})`)
      expect(inBrowser).toEqual(command)
      expect(command.flatMap(([, findings]) => findings).length).toBeGreaterThan(100)
      expect([faults, await page.evaluate('violations')]).toEqual([[], []])
      await page.close()
    },
    240_000,
  )
})
