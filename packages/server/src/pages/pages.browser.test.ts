import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../../linter/src/testing/find-chromium.js'
import { createApiKey } from '../auth/api-key.js'
import { createLog } from '../log.js'
import { type RunningServer, startServer } from '../start-server.js'
import type { Storage } from '../storage/storage.js'
import { createPages } from './create-pages.js'
import { LANGUAGES, pathIn } from './page.js'

const isBuilt = existsSync(join(import.meta.dirname, '../../dist/assets/manifest.json'))
if (!isBuilt) console.warn('The web pages are not tried in a browser: they are not built (node scripts/build.mjs).')
const chromiumPath = findChromium('The web pages are not tried in a browser')

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const SLOW = 240_000

/** Region X, which prefers a word that the national bank advises against, and a proposal. */
async function addState(storage: Storage): Promise<void> {
  const author = { actor: 'test', at: new Date().toISOString(), reason: 'Prov.' }
  await storage.addOrganisation({ name: 'region-x', title: 'Region X', createdAt: author.at }, author)
  const body = { concept: 'c-0001', reason: 'Så heter vår tjänst.', prefer: 'hälsoportal' }
  const key = { layer: 'region-x', kind: 'overlay', id: 'c-0001' } as const
  await storage.saveEntry({ ...key, body, expected: 0, layerVersion: 0 }, author)
  const proposal = {
    layer: 'national',
    kind: 'concept',
    proposedBy: 'test',
    proposerId: 'test',
    createdAt: author.at,
  } as const
  await storage.addProposal(
    { ...proposal, id: PROPOSAL, title: 'Nytt begrepp: ”xyz”.', operations: [], status: 'OPEN' },
    author,
  )
}
const PROPOSAL = 'p-000000000001'

/** What axe finds, and whether something sticks out to the side. */
async function faultsOn(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: AXE })
  const violations = (await page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' ')))`)) as string[]
  return (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
    ? [...violations, 'too wide']
    : violations
}

const ADDRESSES = [
  '/',
  '/sok?q=hälsoportalernas',
  '/sok?q=xyzzyord',
  '/begrepp',
  '/begrepp?amne=vard-och-medicin&bokstav=B',
  '/begrepp/c-0001',
  '/begrepp/c-0001?organisation=region-x',
  '/begrepp/c-0001/foresla',
  '/foresla?ord=xyzzyord',
  '/forslag',
  `/forslag/${PROPOSAL}?nytt=1`,
  '/svara',
  '/granska?exempel=1',
  '/vagvisare?q=ont i bröstet',
  '/utgavor',
  '/utgavor/2026.1',
  '/api',
  '/badda-in',
  '/om',
  '/tillganglighet',
  '/integritet',
  '/nix',
]

describe.skipIf(chromiumPath === undefined || !isBuilt)('the pages in Chromium', () => {
  let server: RunningServer
  let storage: Storage
  let browser: Browser
  beforeAll(async () => {
    server = await startServer({
      port: 0,
      host: '127.0.0.1',
      log: createLog('silent'),
      limits: { reads: 100_000, checks: 1_000, edits: 1_000, proposals: 100 },
      pages(services, kept) {
        storage = kept
        return createPages(services)
      },
    })
    await addState(storage)
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox', '--disable-gpu'] })
  }, SLOW)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** What goes wrong on a page: errors in the console, broken policy, requests to others. */
  const faults: string[] = []
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => void faults.push(String(error)))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) faults.push(`asks ${request.url()}`)
    })
    await page.goto(server.url + path)
    return page
  }
  async function close(page: Page, expected: readonly RegExp[] = []): Promise<void> {
    await page.context().close()
    const left = faults.splice(0).filter((fault) => !expected.some((one) => one.test(fault)))
    expect(left).toEqual([])
  }
  /** A page that is not there is told of in the console too. */
  const NOT_THERE = [/404 \(Not Found\)/u]
  const focused = (page: Page) =>
    page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()')

  describe.each(LANGUAGES)('axe finds no fault, and nothing sticks out: %s', (lang) => {
    test.each([
      { width: 1280, colorScheme: 'light' },
      { width: 360, colorScheme: 'dark' },
      { width: 320, colorScheme: 'light' },
      { width: 1920, colorScheme: 'dark' },
    ] as const)(
      '$width px, $colorScheme',
      async ({ width, colorScheme }) => {
        // The policy of the page would keep the test’s script out.
        const page = await open(pathIn(lang, '/'), { bypassCSP: true, colorScheme, viewport: { width, height: 800 } })
        const found: unknown[] = []
        for (const address of ADDRESSES) {
          await page.goto(server.url + pathIn(lang, address))
          if (address.startsWith('/granska')) {
            await page.click('button[type=submit]')
            await page.waitForSelector('#resultat-rubrik')
          }
          found.push(...(await faultsOn(page)).map((violation) => `${address} ${violation}`))
          if (!address.endsWith('/foresla')) continue
          await page.click('main button[type=submit]')
          await page.waitForSelector('.error-summary')
          found.push(...(await faultsOn(page)).map((violation) => `${address} with errors ${violation}`))
        }
        expect(found).toEqual([])
        await close(page, [...NOT_THERE, /422/u])
      },
      SLOW,
    )
  })
  test('no page breaks its own policy or says anything in the console', { timeout: SLOW }, async () => {
    const page = await open('/')
    await page.addInitScript(`document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error('policy', violatedDirective, blockedURI))`)
    for (const address of ADDRESSES) await page.goto(server.url + address)
    await close(page, NOT_THERE)
  })

  test('a word is looked up by keyboard alone, with suggestions', { timeout: SLOW }, async () => {
    const page = await open('/')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Hoppa till innehållet')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('q')
    await page.keyboard.type('hälsop')
    await page.waitForSelector('[role=option]')
    expect(await page.getAttribute('#q', 'aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    const active = await page.getAttribute('#q', 'aria-activedescendant')
    expect(await page.getAttribute(`#${active}`, 'aria-selected')).toBe('true')
    expect(await page.textContent(`#${active}`)).toContain('hälsoportal')
    await page.keyboard.press('Escape')
    expect(await page.getAttribute('#q', 'aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/begrepp\/c-0001$/u)
    expect(await page.textContent('h1')).toBe('digital ingång')
    await close(page)
  })

  describe.each([
    { name: 'with scripts', javaScriptEnabled: true },
    { name: 'without scripts', javaScriptEnabled: false },
  ])('$name', ({ javaScriptEnabled }) => {
    test('a word is looked up, and leads to its concept', { timeout: SLOW }, async () => {
      const page = await open('/', { javaScriptEnabled })
      await page.fill('#q', 'hälsoportalernas')
      await page.press('#q', 'Enter')
      await page.waitForURL(/\/sok\?q=/u)
      expect(await page.textContent('.sense')).toContain('är en ändrad form av ”hälsoportal”')
      expect(await page.textContent('.write strong')).toBe('de digitala ingångarnas')
      await page.click('.sense a')
      expect(await page.textContent('h1')).toBe('digital ingång')
      expect(await page.textContent('.panel.bad')).toContain('vårdportal')
      await page.click('.language')
      expect(page.url()).toMatch(/\/en\/begrepp\/c-0001$/u)
      expect(await page.getAttribute('html', 'lang')).toBe('en')
      await close(page)
    })
    test('a text is checked and mended', { timeout: SLOW }, async () => {
      const page = await open('/granska', { javaScriptEnabled })
      await page.fill('#text', 'Logga in på hälsoportalen för att erlägga avgiften.')
      await page.click('text="Granska"')
      await page.waitForSelector('#resultat-rubrik')
      expect(await page.textContent('#resultat-rubrik')).toMatch(/^2 anmärkningar/u)
      expect(await page.textContent('.marked')).toContain('hälsoportalen')
      await page.click('button.fix:has-text("den digitala ingången")')
      await page.locator('#resultat-rubrik', { hasText: /^1 anmärkning:/u }).waitFor()
      expect(await page.inputValue('#text')).toBe('Logga in på den digitala ingången för att erlägga avgiften.')
      await close(page)
    })
    test('a word that is missing is proposed, mended where it was wrong, and followed by its number', {
      timeout: SLOW,
    }, async () => {
      const page = await open('/sok?q=xyzzyord', { javaScriptEnabled })
      await page.click('text="Föreslå att det läggs till"')
      expect(await page.inputValue('#ord')).toBe('xyzzyord')
      await page.fill('#varfor', 'Skriv till anna@exempel.se')
      await page.click('text="Skicka förslaget"')
      await page.waitForSelector('.error-summary:focus')
      expect(await page.getAttribute('#varfor', 'aria-invalid')).toBe('true')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#varfor:focus')
      await page.fill('#varfor', `Vi möter det ${javaScriptEnabled ? 'ofta' : 'ibland'}.`)
      await page.click('text="Skicka förslaget"')
      await page.waitForURL(/\/forslag\/p-[0-9a-f]{12}\?nytt=1$/u)
      expect(await page.textContent('h1')).toBe('Tack för ditt förslag!')
      const number = (await page.textContent('.number'))!
      await page.goto(`${server.url}/forslag`)
      await page.fill('#nummer', ` ${number.toUpperCase()}`)
      await page.press('#nummer', 'Enter')
      await page.waitForURL(new RegExp(`/forslag/${number}$`, 'u'))
      expect(await page.textContent('.facts')).toContain('Väntar på svar')
      await close(page, [/422/u])
    })
    test('an editor reads what waits, mends what was wrong and has answered', { timeout: SLOW }, async () => {
      const at = '2026-11-23T09:00:00.000Z'
      const author = { actor: 'test', at, reason: 'Prov' }
      const { key, kept } = createApiKey({ name: 'Anna', role: 'administrator', createdAt: at })
      await storage.addApiKey(kept, author)
      const number = javaScriptEnabled ? 'p-00000000000a' : 'p-00000000000b'
      const operations = [{ op: 'add', path: '/notes', value: ['En lång anteckning. '.repeat(20)] }] as const
      const proposal = {
        id: number,
        layer: 'national',
        kind: 'concept',
        conceptId: 'c-0001',
        title: 'Nämn appen.',
      } as const
      await storage.addProposal(
        { ...proposal, operations, proposedBy: 'Bo', proposerId: 'key:bo', status: 'OPEN', createdAt: at },
        author,
      )
      const page = await open(`/forslag/${number}`, {
        javaScriptEnabled,
        bypassCSP: true,
        colorScheme: 'dark',
        viewport: { width: 360, height: 800 },
      })
      const faultsNow = async () => (javaScriptEnabled ? faultsOn(page) : [])
      const send = async () => {
        await page.fill('#nyckel', key)
        await page.press('#nyckel', 'Enter')
      }
      await page.click('text="Svara på förslaget, om du är redaktör"')
      expect(await page.inputValue('#nummer')).toBe(number)
      expect(await faultsNow()).toEqual([])
      await send()
      await page.waitForSelector('.proposal')
      expect(await page.textContent('.proposal')).toContain('En lång anteckning.')
      expect(await faultsNow()).toEqual([])
      await page.getByLabel('Anta', { exact: true }).check()
      await send()
      await page.waitForSelector('.error-summary:focus')
      expect(await page.textContent('.error-summary')).toContain('Skriv ett svar')
      expect(await faultsNow()).toEqual([])
      await page.getByLabel('Ditt svar').fill('Tack, det är ändrat.')
      await send()
      await page.waitForSelector('.receipt')
      expect(await page.textContent('.receipt')).toContain('Nämn appen.')
      expect(await faultsNow()).toEqual([])
      await page.click('.receipt a')
      expect(await page.textContent('.facts')).toContain('Tack, det är ändrat.')
      await close(page, [/422/u])
    })
    test('somebody’s own words show the way, and danger comes first', { timeout: SLOW }, async () => {
      const page = await open('/vagvisare', { javaScriptEnabled })
      await page.fill('#q', 'Jag får inte köra bil')
      await page.press('#q', 'Enter')
      await page.waitForURL(/\?q=/u)
      expect(await page.textContent('.senses')).toContain('färdtjänst')
      expect(await page.$('.emergency')).toBeNull()
      await page.fill('#q', 'ont i bröstet')
      await page.press('#q', 'Enter')
      await page.waitForSelector('.emergency')
      expect(await page.textContent('main h2')).toBe('Är det akut? Ring 112')
      await close(page)
    })
  })

  test('an organisation is followed from suggestion to concept to check, where its own words count', {
    timeout: SLOW,
  }, async () => {
    const page = await open('/?organisation=region-x')
    await page.fill('#q', 'hälsop')
    await page.locator('[role=option]', { hasText: 'hälsoportal' }).first().click()
    await page.waitForURL(/\/begrepp\/c-0001\?organisation=region-x$/u)
    expect(await page.textContent('h1')).toBe('hälsoportal')
    expect(await page.textContent('.whose')).toContain('Region X')
    await page.click('.top nav >> text="Granska text"')
    await page.waitForURL(/\/granska\?organisation=region-x$/u)
    await page.fill('#text', 'Logga in på hälsoportalen för att erlägga avgiften.')
    await page.click('text="Granska"')
    await page.waitForSelector('#resultat-rubrik')
    expect(await page.textContent('.marked')).toBe('Logga in på hälsoportalen för att erlägga (Varning) avgiften.')
    await page.click('text="Visa den nationella termbanken"')
    await page.fill('#text', 'Logga in på hälsoportalen.')
    await page.click('text="Granska"')
    await page.locator('#resultat-rubrik', { hasText: /^1 anmärkning:/u }).waitFor()
    await close(page)
  })

  test('a text is checked in the browser for those it is written to', { timeout: SLOW }, async () => {
    const page = await open('/granska')
    await page.fill('#text', 'Läs om SBAR här.')
    await page.click('text="Granska"')
    await page.locator('#resultat-rubrik', { hasText: '1 varning' }).waitFor()
    await page.selectOption('#till', 'staff')
    await page.locator('#resultat-rubrik', { hasText: '1 råd' }).waitFor()
    await close(page)
  })

  test('a text that is checked in the browser is not sent, and cannot be', { timeout: SLOW }, async () => {
    const page = await open('/granska')
    const sent: string[] = []
    page.context().on('request', (request) => void sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
    const text = 'Patienten Anna Andersson har hypertoni och loggar in på hälsoportalen.'
    await page.fill('#text', text)
    await page.click('text="Granska"')
    await page.waitForSelector('#resultat-rubrik')
    await page.click('button.fix >> nth=0')
    await page.locator('[data-status]', { hasText: 'Bytte' }).waitFor()
    for (const request of sent) expect(request).toMatch(/^GET \/statisk\/[\w.-]+$/u)
    // Even a script of the page’s own could not send it.
    const attempts = await page.evaluate(`Promise.allSettled([
      fetch('/v1/checks', { method: 'POST', body: '{}' }), fetch('/granska'), fetch('https://example.com/')])
      .then((all) => all.map(({ status }) => status))`)
    expect(attempts).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await page.evaluate(`navigator.sendBeacon('/v1/checks', 'x')`)).toBeTypeOf('boolean')
    await close(page, [/Content Security Policy/u, /Failed to load resource/u, /asks https:\/\/example\.com/u])
  })

  test('a change is proposed by keyboard alone', { timeout: SLOW }, async () => {
    const page = await open('/begrepp/c-0002/foresla')
    await page.focus('#galler')
    await page.keyboard.press('Space')
    for (const text of ['resetjänst', 'Ingen säger så.', '']) {
      await page.keyboard.press('Tab')
      await page.keyboard.insertText(text)
    }
    // Past the key that one may have, and how proposals are handled.
    for (let press = 0; press < 3; press++) await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skicka förslaget')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/forslag\/p-[0-9a-f]{12}\?nytt=1$/u)
    await close(page)
  })

  test('a text is checked, mended, undone and copied by keyboard alone', { timeout: SLOW }, async () => {
    const page = await open('/granska')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.focus('#text')
    const text = 'Via hälsoportalen kan du erlägga avgiften.'
    await page.keyboard.insertText(text)
    // Text is, it is for, more advice, check.
    for (let press = 0; press < 4; press++) await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Granska')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#resultat-rubrik')
    expect(await focused(page)).toBe('resultat-rubrik')
    for (let press = 0; press < 10 && !String(await focused(page)).startsWith('Byt till'); press++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('#f0:focus').waitFor()
    expect(await page.inputValue('#text')).toBe('Via den digitala ingången kan du erlägga avgiften.')
    expect(await page.textContent('[role=status]')).toBe(
      'Bytte ”hälsoportalen” till ”den digitala ingången”. 1 anmärkning: 1 varning.',
    )
    await page.focus('[data-undo]')
    await page.keyboard.press('Enter')
    await page.locator('[data-status]', { hasText: 'Bytet är ångrat.' }).waitFor()
    expect(await page.inputValue('#text')).toBe(text)
    await page.focus('[data-copy]')
    await page.keyboard.press('Enter')
    await page.locator('[data-status]', { hasText: 'Texten är kopierad.' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text)
    await close(page)
  })

  test('a large text is checked, and what is shown of it stays within bounds', { timeout: SLOW }, async () => {
    const page = await open('/granska')
    const text = 'Logga in på hälsoportalen för att erlägga avgiften. Vi hjälper dig gärna om du undrar något. '.repeat(
      3_000,
    )
    await page.evaluate(`document.querySelector('#text').value = ${JSON.stringify(text)}`)
    await page.click('text="Granska"')
    await page.waitForSelector('#resultat-rubrik')
    expect(await page.locator('.findings > li').count()).toBe(200)
    expect(await page.textContent('#resultat')).toContain('De första 200 visas.')
    await page.evaluate(`document.querySelector('#text').value = 'ord '.repeat(300_000)`)
    await page.click('text="Granska"')
    expect(await page.textContent('[data-status]')).toContain('Texten är för lång')
    await close(page)
  })

  test('a word is explained on any site, by keyboard, in a dialog that closes with Escape', {
    timeout: SLOW,
  }, async () => {
    const page = await open('/badda-in')
    const word = page.locator('klarsprak-begrepp').first().locator('button.word')
    await word.focus()
    await page.keyboard.press('Enter')
    const dialog = page.locator('klarsprak-begrepp').first().locator('dialog')
    await dialog.locator('a').waitFor()
    expect(await dialog.locator('h2').textContent()).toBe('remiss')
    expect(await dialog.locator('a').getAttribute('href')).toMatch(/\/begrepp\/c-\d+$/u)
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    expect(await page.evaluate(`document.activeElement.localName`)).toBe('klarsprak-begrepp')
    await close(page)
  })

  test('a site elsewhere, with a policy of its own, shows what a word means', { timeout: SLOW }, async () => {
    const elsewhere = createServer((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; script-src ${server.url}; connect-src ${server.url}`,
      })
      response.end(`<!doctype html><html lang="sv"><title>Annan</title><link rel="icon" href="data:,">
        <p><klarsprak-begrepp>hälsoportalens</klarsprak-begrepp> <klarsprak-begrepp ord="xyzzyord">x</klarsprak-begrepp></p>
        <script type="module" src="${server.url}/klarsprak-begrepp.js"></script></html>`)
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    const page = await browser.newPage()
    try {
      await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
      const explain = async (at: number) => {
        const word = page.locator('klarsprak-begrepp').nth(at)
        await word.locator('button.word').click()
        return word.locator('dialog')
      }
      const known = await explain(0)
      await known.locator('a').waitFor()
      expect(await known.locator('h2').textContent()).toBe('digital ingång')
      expect(await known.locator('a').getAttribute('href')).toBe(`${server.url}/begrepp/c-0001`)
      await known.locator('button.close').click()
      const missing = await explain(1)
      await missing.getByText('Ordet finns inte i termbanken.').waitFor()
    } finally {
      await page.close()
      elsewhere.closeAllConnections()
      elsewhere.close()
    }
  })
})
