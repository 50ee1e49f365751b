import { startVsCode } from '../lib/code-server.mjs'
import { openPage } from '../lib/page.mjs'

/** A folder that nobody has vouched for. No module of ours runs in the extension host here. */
export async function run({ name, browser, vsCode, workspace, test }) {
  const server = await startVsCode(vsCode, { name })
  try {
    workspace.put('misstrodd.md', 'Gå till hälsoportalen.\n')
    const folder = encodeURIComponent(workspace.folder)
    const file = `vscode-remote://127.0.0.1:${server.port}${encodeURI(workspace.path('misstrodd.md'))}`
    const payload = encodeURIComponent(JSON.stringify([['openFile', file]]))
    const url = `http://127.0.0.1:${server.port}/?folder=${folder}&payload=${payload}`
    const { page, shot, close } = await openPage(browser, { url, name })
    await test(
      'in Restricted Mode texts are checked all the same: no code of the folder is run',
      async () => {
        await page.getByRole('button', { name: /No, I don't trust/u }).click()
        await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor()
        await page.locator('.tab.active', { hasText: 'misstrodd.md' }).waitFor()
        await page.locator('.editor-instance [class*=squiggly]').first().waitFor()
        await page.locator('.statusbar-item', { hasText: /Klarspråk: 1/u }).waitFor()
        await shot('begränsat läge')
      },
      () => shot('FAIL'),
    )
    await close()
  } finally {
    await server.stop()
  }
}
