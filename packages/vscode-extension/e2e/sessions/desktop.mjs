import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startVsCode } from '../lib/code-server.mjs'
import { connectDriver } from '../lib/driver.mjs'
import { paths } from '../lib/needs.mjs'
import { openPage } from '../lib/page.mjs'
import { until } from '../lib/until.mjs'

/** A trusted folder, then two in one window, in the extension host of a desktop. */
export async function run({ name, browser, vsCode, workspace, test }) {
  const port = join(vsCode.home, 'driver-port')
  vsCode.env.KLARSPRAK_DRIVER = port
  const server = await startVsCode(vsCode, { name, flags: ['--disable-workspace-trust'] })
  const open = async (label, query) => {
    const remote = (path) => ({ scheme: 'vscode-remote', authority: `127.0.0.1:${server.port}`, path })
    const url = `http://127.0.0.1:${server.port}/?${query}`
    const host = join(paths.e2e, 'host/driver.cjs')
    const page = await openPage(browser, { url, name: label, host, extension: vsCode.extension, remote })
    try {
      return { ...page, drive: await connectDriver(port) }
    } catch (error) {
      await page.shot('FAIL')
      throw new Error(`${error.message} ${JSON.stringify(page.told)}`)
    }
  }
  /** A busy VS Code may open a window before it has read which folders it has, and then never does. Such a window is opened again. */
  const openWithFolders = async (label, query, count) => {
    for (let left = 3; ; left--) {
      const window = await open(label, query)
      const hasAll = until(`${count} folders`, async () => (await window.drive('folders')) === count, 10_000)
      if (
        await hasAll.then(
          () => true,
          () => left === 0,
        )
      )
        return window
      await window.close()
    }
  }
  try {
    const window = await open(name, `folder=${encodeURIComponent(workspace.folder)}`)
    await inOneFolder({ ...window, workspace, test })
    for (const line of await window.drive('suite')) {
      await test(`in a process of Node: ${line.slice(5)}`, async () => {
        if (line.startsWith('FAIL')) throw new Error(line)
      })
    }
    await window.close()

    const other = join(vsCode.home, 'personal')
    mkdirSync(other)
    writeFileSync(join(other, 'sida.md'), 'Gå till hälsoportalen.\n')
    writeFileSync(join(other, 'klarsprak.config.yaml'), 'rules: { avoid-term: off }\n')
    const file = join(vsCode.home, 'flera.code-workspace')
    writeFileSync(file, JSON.stringify({ folders: [{ path: workspace.folder }, { path: other }] }))
    workspace.put('sida.md', 'Gå till hälsoportalen.\n')
    const both = await openWithFolders('flera', `workspace=${encodeURIComponent(file)}`, 2)
    await test(
      'of two folders in a window, each has its own settings',
      async () => {
        const { drive, page, shot } = both
        await drive('open', { path: join(other, 'sida.md') })
        await drive('open', { path: workspace.path('sida.md') })
        await until(
          'a finding in the one',
          async () => (await drive('diagnostics', { path: workspace.path('sida.md') })).length === 1,
        )
        const found = await drive('diagnostics', { path: join(other, 'sida.md') })
        if (found.length > 0) throw new Error(`And in the other: ${JSON.stringify(found)}`)
        // The list has only the rows that are in sight, and the first folder may fill it. It is shown and folded until it
        // is seen to be: the editor unfolds it to show a file that was opened, and when it does is its own affair.
        const second = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'personal' }).first()
        await until('both folders in the list', async () => {
          await drive('command', { id: 'workbench.view.explorer' })
          await drive('command', { id: 'workbench.files.action.collapseExplorerFolders' })
          return second.isVisible()
        })
        await shot('två mappar')
      },
      () => both.shot('FAIL'),
    )
    await both.close()
  } finally {
    await server.stop()
  }
}

async function inOneFolder({ page, drive, shot, requests, command, workspace, test }) {
  const { path, put, read, remove } = workspace
  const squiggles = page.locator('.editor-instance [class*=squiggly]')
  let number = 0
  const check = (sentence, work) => test(sentence, work, () => shot(`FAIL-${++number}`))
  /** Waits until the findings of a file are those that hold these words, and no others. */
  const findings = (name, ...words) =>
    until(`findings in ${name}: ${words.join(', ') || 'none'}`, async () => {
      const found = await drive('diagnostics', { path: path(name) })
      const fit =
        found.length === words.length && words.every((word) => found.some(({ message }) => message.includes(word)))
      if (!fit) throw new Error(found.map(({ message }) => message.slice(0, 100)).join(' | ') || 'none')
      return { found }
    })
  const text = async (wanted, uri) =>
    until(`the text ${JSON.stringify(wanted)}`, async () => {
      const now = await drive('text', uri === undefined ? {} : { uri })
      return typeof wanted === 'string' ? now === wanted : wanted.test(now)
    })

  /** Waits for words on a page that the editor shows in a frame of its own. */
  const shown = (words) =>
    until(`a page with ”${words}”`, async () => {
      for (const frame of page.frames()) {
        const text = await frame.evaluate('document.body?.innerText ?? ""').catch(() => '')
        if (text.includes(words)) return true
      }
      return false
    })

  await check('problems in Markdown are underlined, and listed with the sentence a writer reads', async () => {
    await drive('open', { path: path('sida.md') })
    await findings('sida.md', 'den digitala ingången', 'meddelande')
    await squiggles.first().waitFor()
    await drive('command', { id: 'workbench.actions.view.problems' })
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'den digitala ingången' }).first().waitFor()
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'meddelande' }).first().waitFor()
    await shot('problem')
  })

  await check('the status bar shows LIX and the number of findings', async () => {
    await page.locator('.statusbar-item', { hasText: /Klarspråk: 2/ }).waitFor()
  })

  await check('hover says what the term means and what to write', async () => {
    await drive('cursor', { text: 'hälsoportal', at: 'end' })
    await drive('command', { id: 'editor.action.showHover' })
    await page.locator('.monaco-hover', { hasText: 'avrådd term' }).first().waitFor()
    await shot('hovring')
    await page.keyboard.press('Escape')
  })

  await check('the quick fixes come in their order, and the first writes the replacement in its form', async () => {
    await drive('cursor', { text: 'hälsoportal', at: 'end' })
    await page.keyboard.press('Control+.')
    const menu = page.locator('.action-widget')
    await menu.getByText('Skriv ”den digitala ingången”').waitFor()
    await menu.getByText('Föreslå en ändring i termbanken').waitFor()
    await shot('snabbrättning')
    await page.keyboard.press('Enter')
    await text(/^# Boka tid i den digitala ingången\n/u)
    await findings('sida.md', 'meddelande')
  })

  await check('everything safe is fixed when the file is saved', async () => {
    await drive('open', { path: path('spara.md') })
    await findings('spara.md', 'den digitala ingången', 'de digitala ingångarna')
    await drive('cursor', { text: 'Gå', at: 'end' })
    await page.keyboard.type(' ')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Control+s')
    const wanted = 'Gå till den digitala ingången.\n\nBåda de digitala ingångarna är öppna.\n'
    await until('the fixed file', () => read('spara.md') === wanted)
  })

  await check('texts in JSON are checked; their keys and placeholders are left alone', async () => {
    await drive('open', { path: path('locales/sv.json') })
    const { found } = await findings('locales/sv.json', 'den digitala ingången')
    if (found[0].range[0].line !== 1) throw new Error(JSON.stringify(found))
    await squiggles.first().waitFor()
    await shot('json')
  })

  await check('the recommended term is completed in the form that is typed', async () => {
    await drive('open', { path: path('skriv.md') })
    await drive('cursor', { text: 'Hej!\n\n', at: 'end' })
    await page.keyboard.type('Besök hälsoportale')
    await drive('command', { id: 'editor.action.triggerSuggest' })
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'den digitala ingången' }).first().waitFor()
    await shot('komplettering')
    await page.keyboard.press('Escape')
    await drive('command', { id: 'workbench.action.files.revert' })
  })

  await check('a term is searched in the panel and put in the text, in the form that fits', async () => {
    await drive('open', { path: path('skriv.md') })
    await drive('cursor', { text: 'Hej!\n\n', at: 'end' })
    await page.keyboard.type('Logga in i vår ')
    await drive('command', { id: 'klarsprak.searchTerms', args: ['hälsoportalernas'] })
    const tree = page.locator('.pane-body .monaco-list')
    await tree.locator('.monaco-list-row', { hasText: 'hälsoportal' }).first().waitFor()
    const form = tree
      .locator('.monaco-list-row', { hasText: 'digitala ingång' })
      .filter({ hasText: 'passar här' })
      .first()
    await form.waitFor()
    await shot('termer')
    await form.click()
    await text('Hej!\n\nLogga in i vår digitala ingång')
    await drive('command', { id: 'workbench.action.files.revert' })
    await drive('command', { id: 'workbench.view.explorer' })
  })

  await check('a term is replaced in all files, after a look at every place', async () => {
    await drive('open', { path: path('en.md') })
    await findings('en.md', 'den digitala ingången')
    await drive('cursor', { text: 'hälsoportal', at: 'end' })
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget').getByText('i alla filer').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const preview = page.locator('.bulk-edit-panel')
    await preview.locator('.monaco-list-row', { hasText: 'två.md' }).first().waitFor()
    await shot('förhandsgranskning')
    // Edits that ask to be looked at are not ticked from the start.
    const boxes = preview.locator('.monaco-list-row input[type=checkbox], .monaco-list-row .edit-checkbox')
    // One at a time: to tick a file ticks what is in it, a little later.
    await until('all edits ticked', async () => {
      for (const box of await boxes.all())
        if (!(await box.isChecked())) {
          await box.click()
          return false
        }
      return true
    })
    await shot('förhandsgranskning-vald')
    await preview.getByRole('button', { name: 'Apply' }).click()
    await text('Logga in i den digitala ingången.\n')
    await until(
      'the other file',
      async () => (await drive('tabs')).includes('två.md') || read('två.md') === 'Våra digitala ingångar är stängda.\n',
    )
  })

  await check('settings of the project count at once, and again when they are gone', async () => {
    put('ny.md', 'Gå till hälsoportalen.\n')
    await drive('open', { path: path('ny.md') })
    await findings('ny.md', 'den digitala ingången')
    put('klarsprak.config.yaml', 'ignore: [ny.md]\n')
    await findings('ny.md')
    remove('klarsprak.config.yaml')
    await findings('ny.md', 'den digitala ingången')
  })

  await check('settings of the project are checked and completed as they are written', async () => {
    put('klarsprak.config.yaml', 'preset: recommendd\n')
    await drive('open', { path: path('klarsprak.config.yaml') })
    await findings('klarsprak.config.yaml', 'Menar du ”recommended”?')
    await drive('cursor', { text: 'preset: recommendd\n', at: 'end' })
    await page.keyboard.type('au')
    await drive('command', { id: 'editor.action.triggerSuggest' })
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'audience' }).first().waitFor()
    await shot('inställningar')
    await page.keyboard.press('Escape')
    await drive('command', { id: 'workbench.action.files.revert' })
    remove('klarsprak.config.yaml')
    // Until the settings are gone, every text says what is wrong with them.
    await findings('ny.md', 'den digitala ingången')
  })

  await check('a file of terms is checked, and shows how often its concepts are used', async () => {
    put('ord.yaml', 'concepts:\n  - id: c-9001\n    terms:\n      - { label: besöksbokning, status: bra }\n')
    await drive('open', { path: path('ord.yaml') })
    await findings('ord.yaml', '”bra”')
    put(
      'ord.yaml',
      'concepts:\n  - id: c-9001\n    terms:\n      - { label: besöksbokning, status: preferred, gender: common, plural: besöksbokningar }\n',
    )
    await findings('ord.yaml')
    await page.locator('.codelens-decoration', { hasText: 'arbetsytan' }).first().waitFor()
    await shot('termfil')
    remove('ord.yaml')
  })

  await check('a text without a file is checked, also one that was pasted', async () => {
    const uri = await drive('untitled', { content: 'Gå till hälsoportalen.', language: 'markdown' })
    await until('a finding', async () => (await drive('diagnostics', { uri })).length === 1)
    await squiggles.first().waitFor()
    await shot('utan fil')
  })

  await check('what a rule means is shown on a page', async () => {
    await drive('command', { id: 'klarsprak.explainRule', args: ['avoid-term'] })
    await page.locator('.tab', { hasText: 'avoid-term' }).first().waitFor()
    await shown('När du inte ska använda regeln')
    await shot('regel')
  })

  await check('the report on all files is a page of the editor', async () => {
    await drive('command', { id: 'klarsprak.showReport' })
    await until('the report', async () => (await drive('tabs')).includes('Klarspråksrapport'))
    await shown('Så följer texterna')
    await shot('rapport')
    await drive('closeAll')
  })

  await check('a command in the menu: all files are checked', async () => {
    await command('Granska alla filer')
    await page
      .locator('.notification-toast', { hasText: /\d+ filer/u })
      .first()
      .waitFor()
  })

  await check('the menus can be in English, and then in Swedish again', async () => {
    await drive('settings', { name: 'klarsprak.uiLanguage', value: 'en' })
    put('engelska.md', 'Gå till hälsoportalen.\n')
    await drive('open', { path: path('engelska.md') })
    await findings('engelska.md', 'den digitala ingången')
    await drive('cursor', { text: 'hälsoportal', at: 'end' })
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget').getByText('Write ”den digitala ingången”').waitFor()
    await page.keyboard.press('Escape')
    await drive('settings', { name: 'klarsprak.uiLanguage', value: 'sv' })
  })

  await check('the walkthrough opens', async () => {
    await drive('command', { id: 'workbench.action.openWalkthrough', args: ['klarsprak.klarsprak-vscode#start'] })
    await page.getByText('Se vad som kan bli bättre').first().waitFor()
    await shot('genomgång')
  })

  await check('nothing is asked of any other machine', async () => {
    // Parts of the editor's own pages have addresses that look like others', and are answered by the page itself.
    const own = /^\w+:\/\/(?:127\.0\.0\.1|localhost|[^/]*\.vscode-resource\.vscode-cdn\.net)[:/]/u
    const others = requests.filter((url) => /^(?:https?|wss?):/u.test(url) && !own.test(url))
    if (others.length > 0) throw new Error(others.slice(0, 3).join(' '))
  })
}
