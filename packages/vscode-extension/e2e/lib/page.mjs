import { join } from 'node:path'
import { paths } from './needs.mjs'
import { PATIENCE, until } from './until.mjs'

/** A browser's page with a VS Code in it, and what a person does there. */
export async function openPage(browser, { url, name, host, extension, remote }) {
  const context = await browser.newContext({ viewport: { width: 1180, height: 720 } })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const requests = []
  page.on('request', (request) => requests.push(request.url()))
  const told = []
  if (host !== undefined) {
    await page.exposeFunction('codeAutomationLog', (type, args) => told.push({ type, args }))
    await page.exposeFunction('codeAutomationExit', () => undefined)
    // The editor is told to run our module in its extension host, as it does for everybody's tests of extensions.
    await page.addInitScript(
      (options) =>
        document.addEventListener('readystatechange', () => {
          const meta = document.getElementById('vscode-workbench-web-configuration')
          if (meta === null || document.readyState !== 'interactive') return
          const settings = JSON.parse(meta.dataset.settings)
          settings.developmentOptions = { ...settings.developmentOptions, ...options }
          meta.dataset.settings = JSON.stringify(settings)
        }),
      // The extension as it was unpacked: what is tested is what is shipped.
      { extensions: [remote(extension)], extensionTestsPath: remote(host) },
    )
  }
  await page.goto(url)
  await page.locator('.monaco-workbench').waitFor()
  const shot = async (label) => {
    const path = join(paths.out, `${name}-${label}.png`)
    await page.screenshot({ path })
    return path
  }
  return {
    page,
    told,
    requests,
    shot,
    close: () => context.close(),
    /** Runs a command by its name in the palette. */
    async command(title) {
      await until(`the command ${title}`, async () => {
        await page.keyboard.press('F1')
        const box = page.locator('.quick-input-widget input[type=text], .quick-input-widget input').first()
        await box.waitFor({ timeout: 5000 })
        await box.fill(`>${title}`)
        const row = page.locator(`.quick-input-list .monaco-list-row[aria-label*="${title}"]`).first()
        await row.waitFor({ timeout: 5000 })
        await row.click({ timeout: 5000 })
        return true
      })
    },
  }
}
