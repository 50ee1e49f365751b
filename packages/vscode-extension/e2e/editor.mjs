// A real VS Code with the packaged extension: opens pages, sees problems, hovers, fixes, saves. Needs dist/klarsprak.vsix,
// ./setup.sh and Chromium. Screenshots and the server's log are left in out/. Ends with ”N passed, N failed”.
// Waits for what should be seen, never for a time; a machine with much to do only makes it slower.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installVsCode } from './lib/code-server.mjs'
import { missing, paths } from './lib/needs.mjs'
import { takeShots } from './lib/shots.mjs'
import { createTally } from './lib/tally.mjs'
import { createWorkspace } from './lib/workspace.mjs'

const lacking = missing()
if (lacking.length > 0) {
  console.log(`Skipped: the editor tests need ${lacking.join(' and ')}.`)
  process.exit(0)
}
rmSync(paths.out, { recursive: true, force: true })
mkdirSync(paths.out, { recursive: true })

const { chromium } = await import('playwright-core')
const home = mkdtempSync(join(tmpdir(), 'klarsprak-vscode-'))
const wanted = process.argv.slice(2).filter((name) => !name.startsWith('--'))
const { tally, test } = createTally()
const browser = await chromium.launch({
  executablePath: paths.chromium,
  // Whatever asks for another machine than this one is not answered.
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  ],
})
try {
  await test('the package is at most 3 MB', async () => {
    const { size } = statSync(paths.vsix)
    if (size > 3_000_000) throw new Error(`${size} bytes.`)
  })
  const vsCode = installVsCode(home)
  const workspace = createWorkspace(join(home, 'sidor'))
  const sessions = {
    desktop: './sessions/desktop.mjs',
    restricted: './sessions/restricted.mjs',
    web: './sessions/web.mjs',
  }
  for (const [name, module] of Object.entries(sessions)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const { run } = await import(module)
    // A session that cannot begin is a failure, and the others are run all the same.
    await test(`the session ${name} begins and ends`, () => run({ name, browser, vsCode, workspace, test }))
  }
} finally {
  await browser.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
if (process.argv.includes('--take-shots')) takeShots()
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed > 0 ? 1 : 0
