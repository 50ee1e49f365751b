// A real VS Code with the packaged extension: opens pages, sees problems, hovers, fixes, saves. Needs dist/klarsprak.vsix,
// ./setup.sh and Chromium. Screenshots and the server's log are left in out/. Ends with ”N passed, N failed”.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const vsix = join(here, '../dist/klarsprak.vsix')
const codeServer = join(here, 'node_modules/code-server/out/node/entry.js')
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
const missing = [
  existsSync(vsix) ? '' : 'the packaged extension (npm run package)',
  existsSync(join(here, 'node_modules/.ready')) ? '' : 'VS Code (e2e/setup.sh)',
  chromium === undefined ? 'Chromium' : '',
].filter((name) => name !== '')
if (missing.length > 0) {
  console.log(`Skipped: the editor tests need ${missing.join(' and ')}.`)
  process.exit(0)
}
const { chromium: browserType } = await import('playwright-core')

const out = join(here, 'out')
mkdirSync(out, { recursive: true })
const home = mkdtempSync(join(tmpdir(), 'klarsprak-vscode-'))
const folder = join(home, 'sidor')
mkdirSync(join(home, 'ud/User'), { recursive: true })
mkdirSync(join(folder, 'locales'), { recursive: true })
const put = (name, text) => writeFileSync(join(folder, name), text)
const read = (name) => readFileSync(join(folder, name), 'utf8')
put('sida.md', '# Boka tid i hälsoportalen\n\nDu får en avisering innan besöket.\n')
put('spara.md', 'Gå till hälsoportalen.\n\nBåda hälsoportalerna är öppna.\n')
put('locales/sv.json', '{\n  "titel": "Välkommen till hälsoportalen"\n}\n')
writeFileSync(join(home, 'cfg.yaml'), '')
writeFileSync(
  join(home, 'ud/User/settings.json'),
  JSON.stringify({
    'workbench.startupEditor': 'none',
    'telemetry.telemetryLevel': 'off',
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'workbench.enableExperiments': false,
    'git.enabled': false,
    'editor.codeActionsOnSave': { 'source.fixAll.klarsprak': 'explicit' },
  }),
)
const options = [
  '--extensions-dir',
  join(home, 'ext'),
  '--user-data-dir',
  join(home, 'ud'),
  '--config',
  join(home, 'cfg.yaml'),
]
const env = { ...process.env, CODE_SERVER_CONFIG: join(home, 'cfg.yaml'), EXTENSIONS_GALLERY: '{"serviceUrl":""}' }

const installed = spawnSync(process.execPath, [codeServer, '--install-extension', vsix, ...options], {
  env,
  encoding: 'utf8',
})
if (installed.status !== 0)
  throw new Error(`The extension could not be installed. ${installed.stdout}${installed.stderr}`)

let passed = 0
let failed = 0
try {
  await session(
    { name: 'trusted', flags: ['--disable-workspace-trust'] },
    async ({ test, page, open, editor, problems, save }) => {
      await test('problems in Markdown are listed, with the sentence a writer reads', async () => {
        await open('sida.md')
        await editor.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first().waitFor()
        await problems('den digitala ingången')
        await problems('meddelande')
      })
      await test('hover says what the term means and what to write', async () => {
        await page.keyboard.press('Control+Home')
        const heading = editor.getByText('hälsoportalen').first()
        const { width, height } = await heading.boundingBox()
        await heading.hover({ position: { x: width * 0.8, y: height / 2 } })
        await page.locator('.monaco-hover', { hasText: 'avrådd term' }).first().waitFor()
        await page.keyboard.press('Escape')
      })
      await test('a quick fix writes the replacement in its form', async () => {
        await editor.getByText('hälsoportalen').first().click()
        await page.keyboard.press('Control+.')
        await page.locator('.action-widget', { hasText: 'Skriv ”den digitala ingången”' }).waitFor()
        await page.keyboard.press('Enter')
        await editor.getByText('den digitala ingången').first().waitFor()
        if (!((await editor.textContent()) ?? '').replace(/\u00A0/g, ' ').includes('Boka tid i den digitala ingången'))
          throw new Error('Not replaced.')
      })
      await test('the status bar shows what is left', async () => {
        await page.locator('.statusbar-item', { hasText: /Klarspråk: \d/ }).waitFor()
      })
      await test('everything safe is fixed when the file is saved', async () => {
        await open('spara.md')
        await editor.locator('[class*=squiggly]').first().waitFor()
        await save('spara.md', 'Gå till den digitala ingången.\n\nBåda de digitala ingångarna är öppna.\n')
      })
      await test('texts in JSON are checked too', async () => {
        await open('sv.json')
        await editor.locator('[class*=squiggly]').first().waitFor()
        await problems('Välkommen till', false)
      })
      await test('settings of the project count at once', async () => {
        await open('sida.md')
        await problems('Du får', false)
        put('klarsprak.config.yaml', 'ignore: [sida.md]\n')
        await editor.locator('[class*=squiggly]').first().waitFor({ state: 'detached' })
        rmSync(join(folder, 'klarsprak.config.yaml'))
        await editor.locator('[class*=squiggly]').first().waitFor()
      })
    },
  )
  await session({ name: 'restricted', flags: [] }, async ({ test, page, open, editor }) => {
    await test('Restricted Mode: the folder is not trusted, and texts are checked all the same', async () => {
      const no = page.getByRole('button', { name: /No, I don't trust/ })
      await no.waitFor()
      await no.click()
      put('ny.md', 'Gå till hälsoportalen.\n')
      await open('ny.md')
      await editor.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first().waitFor()
    })
  })
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 3 })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function session({ name, flags }, run) {
  const port = await freePort()
  const server = spawn(
    process.execPath,
    [
      codeServer,
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
      ...flags,
      ...options,
    ],
    { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let log = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (log += chunk))
  let browser
  try {
    await ready(port)
    browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    page.setDefaultTimeout(45_000)
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`)
    await page.locator('.monaco-workbench').waitFor()
    const editor = page
      .locator('.editor-instance .view-lines, .editor-instance .view-overlays')
      .first()
      .locator('xpath=ancestor::*[contains(@class,"editor-instance")][1]')
    const open = async (file) => {
      await page.keyboard.press('Control+p')
      const box = page.locator('.quick-input-widget input')
      await box.fill(file)
      const row = page.locator(`.quick-input-list .monaco-list-row[aria-label^="${file}"]`).first()
      // Not Enter: the list may still be that of the question before.
      await row.click()
      await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor()
    }
    const problems = async (text, isProblem = true) => {
      if (!isProblem)
        return void (await page
          .locator('.view-line', { hasText: text.replace(/ /g, '\u00A0') })
          .first()
          .waitFor())
      if (!(await page.locator('.markers-panel').isVisible())) await page.keyboard.press('Control+Shift+m')
      await page.locator('.markers-panel .monaco-list-row', { hasText: text }).first().waitFor()
    }
    const save = async (file, wanted) => {
      await page.locator('.view-line').first().click()
      await page.keyboard.press('Control+s')
      for (const end = Date.now() + 30_000; read(file) !== wanted; ) {
        if (Date.now() > end) throw new Error(`${file} is ${JSON.stringify(read(file))}`)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    let number = 0
    const test = async (sentence, work) => {
      const started = Date.now()
      const shot = join(out, `${name}-${++number}.png`)
      try {
        await work()
        passed++
        console.log(`ok   ${sentence} (${Date.now() - started} ms)`)
      } catch (error) {
        failed++
        console.log(`FAIL ${sentence}\n     ${String(error).split('\n')[0]}\n     ${shot}`)
      }
      await page.screenshot({ path: shot })
    }
    await run({ test, page, open, editor, problems, save })
  } finally {
    await browser?.close()
    writeFileSync(join(out, `${name}.log`), log)
    // Its own group: the editor's other processes would outlive it.
    process.kill(-server.pid)
  }
}

async function ready(port) {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('VS Code did not start.')
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
