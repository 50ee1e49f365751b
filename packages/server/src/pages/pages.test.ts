import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LONGEST_TEXT } from '../api/schemas/checks.js'
import { type TestService, testService } from '../testing/test-service.js'
import { createPages } from './create-pages.js'
import { LANGUAGES, pathIn } from './page.js'
import { PAGES } from './page-table.js'

const isBuilt = existsSync(join(import.meta.dirname, '../../dist/assets/manifest.json'))
if (!isBuilt) console.warn('The web pages are not tried: they are not built (node scripts/build.mjs).')

/** An address of each page, with what it needs. */
const ADDRESSES: Readonly<Record<keyof typeof PAGES, string>> = {
  '/': '/',
  '/sok': '/sok?q=h%C3%A4lsoportalernas',
  '/begrepp': '/begrepp',
  '/begrepp/:id': '/begrepp/c-0001',
  '/begrepp/:id/foresla': '/begrepp/c-0001/foresla',
  '/foresla': '/foresla?ord=xyzzyord',
  '/forslag': '/forslag',
  '/forslag/:id': '/forslag/p-000000000001',
  '/svara': '/svara',
  '/granska': '/granska?exempel=1',
  '/vagvisare': '/vagvisare?q=jag+kan+inte+k%C3%B6ra+bil',
  '/utgavor': '/utgavor',
  '/utgavor/:namn': '/utgavor/2026.1',
  '/api': '/api',
  '/badda-in': '/badda-in',
  '/om': '/om',
  '/tillganglighet': '/tillganglighet',
  '/integritet': '/integritet',
}

describe.skipIf(!isBuilt)('the pages', () => {
  let service: TestService
  beforeAll(async () => {
    service = await testService({ pages: createPages })
  })
  afterAll(() => service?.close())
  const page = async (path: string, init?: RequestInit) => {
    const answer = await service.call(path, { redirect: 'manual', ...init })
    return { answer, status: answer.status, text: await answer.text() }
  }
  const send = (fields: Readonly<Record<string, string>>, path = '/granska') =>
    page(path, { method: 'POST', body: new URLSearchParams(fields) })

  test('every page has an address to be tried by', () => {
    expect(Object.keys(ADDRESSES)).toEqual(Object.keys(PAGES))
  })
  describe.each(LANGUAGES)('in %s', (lang) => {
    test.each(Object.values(ADDRESSES))('%s', async (address) => {
      const { answer, status, text } = await page(pathIn(lang, address))
      expect(status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(answer.headers.get('content-language')).toBe(lang)
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^default-src 'none';script-src 'self';style-src 'self'/u,
      )
      expect(text).toContain(`<html lang="${lang}">`)
      expect(text.match(/<h1[ >]/gu)).toHaveLength(1)
      expect(text).toContain('hreflang="sv"')
      expect(text).toContain('hreflang="en"')
      expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|undefined|\[object/u)
      // Known to the one who has it.
      const tag = answer.headers.get('etag')!
      const again = await page(pathIn(lang, address), { headers: { 'if-none-match': tag } })
      expect([again.status, again.text]).toEqual([304, ''])
    })
  })

  test('what is asked for is shown as text, whatever it holds', async () => {
    const asked = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => `<b>${text}"'&</b>`)
    await fc.assert(
      fc.asyncProperty(asked, async (text) => {
        for (const path of ['/sok', '/vagvisare', '/begrepp/', '/utgavor/']) {
          const address = path.endsWith('/') ? path + encodeURIComponent(text) : `${path}?q=${encodeURIComponent(text)}`
          const { text: shown } = await page(address)
          expect(shown).not.toContain('<b>')
        }
      }),
      { numRuns: 25 },
    )
  })
  test('the start page leads to the words of those organisations that there are', async () => {
    expect((await page('/')).text).toContain('<a href="/?organisation=region-x" lang="sv">Region X</a>')
    expect((await page('/?organisation=region-x')).text).not.toContain('Din organisations ord')
  })
  test('a call that the page for developers shows can be made as it stands', async () => {
    const { text } = await page('/api')
    expect(text).toContain(
      `curl -G &quot;${service.url}/v1/lookups&quot; --data-urlencode &quot;word=hälsoportalens&quot;`,
    )
    expect(text).toMatch(
      /curl -X POST &quot;[^&]+\/v1\/proposals&quot; -H &quot;Authorization: Bearer \$NYCKEL&quot; --json/u,
    )
  })
  test('a word is found in any form, and the answer says how', async () => {
    const { text } = await page('/sok?q=h%C3%A4lsoportalernas')
    expect(text).toContain('”hälsoportalernas” är en ändrad form av ”hälsoportal”.')
    expect(text).toContain('<strong lang="sv">de digitala ingångarnas</strong>')
    expect(text).toContain('Läsarna vet inte vad en hälsoportal är.')
    expect((await page('/en/sok?q=h%C3%A4lsoportalernas')).text).toContain('is a form of')
  })
  test('a word that is missing is told of and counted', async () => {
    const before = service.unmet.waiting
    expect((await page('/sok?q=xyzzyord')).text).toContain('”xyzzyord” finns inte i termbanken')
    expect(service.unmet.waiting).toBe(before + 1)
    expect((await page('/sok?q=')).status).toBe(303)
  })
  test('a concept shows what to write, what to avoid and why, its forms, relations and history', async () => {
    const { text } = await page('/begrepp/c-0001')
    for (const part of [
      'digital ingång',
      'hälsoportal',
      'Läsarna vet inte',
      'digitala ingångarnas',
      'Hör ihop med',
      'färdtjänst',
      'helseportal',
      'Utgåva 2025.4',
      'Begreppet kom med.',
    ])
      expect(text).toContain(part)
    expect(text).toMatch(
      /<svg class="diagram"[^>]* role="img" aria-label="Hur ”digital ingång” hör ihop med andra begrepp">/u,
    )
  })
  test('a concept as an organisation writes it, with what differs marked', async () => {
    const path = '/v1/organisations/region-x/overlays/c-0001'
    const tag = (await service.call(path)).headers.get('etag')
    const saved = await service.call(path, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${service.keys.editor}`,
        ...(tag === null ? {} : { 'if-match': tag }),
      },
      body: JSON.stringify({
        overlay: { concept: 'c-0001', reason: 'Så heter det hos oss.', prefer: 'hälsoportal' },
        reason: 'Beslut.',
      }),
    })
    expect(saved.ok).toBe(true)
    const theirs = await page('/begrepp/c-0001?organisation=region-x')
    expect(theirs.text).toContain('<h1>hälsoportal</h1>')
    expect(theirs.text).toContain('<span class="badge info" lang="sv">Region X</span>')
    expect(theirs.text).toContain('href="/begrepp/c-0002?organisation=region-x"')
    expect(theirs.answer.headers.get('cache-control')).toBe('public, no-cache')
    expect((await page('/begrepp/c-0001')).text).toContain('<h1>digital ingång</h1>')
    expect((await page('/begrepp/c-0001?organisation=region-q')).status).toBe(404)
  })
  test.each(LANGUAGES)('an organisation’s words are followed from page to page, and never lost: %s', async (lang) => {
    // What leads away, or is the same for everybody.
    const elsewhere = /^(?:https?:|#|tel:)|^\/(?:statisk\/|opensearch|v1\/(?:changes|openapi|releases))/u
    const within = (path: string) => `${path}?organisation=region-x`
    const seen = new Set<string>()
    const waiting = [within(pathIn(lang, '/')), `${pathIn(lang, '/sok')}?q=portal&organisation=region-x`]
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      if (seen.has(address)) continue
      seen.add(address)
      const { text, status, answer } = await page(address)
      expect([address, status]).toEqual([address, 200])
      if (answer.headers.get('content-type') !== 'text/html; charset=utf-8') continue
      expect(text).toContain('<strong lang="sv">Region X</strong>')
      const links = [...text.matchAll(/<(?:a|link)\s[^>]*href="([^"]+)"/gu)].map(([, href]) =>
        href!.replaceAll('&amp;', '&'),
      )
      const lost = links.filter((href) => !elsewhere.test(href) && !href.includes('organisation=region-x'))
      // Only the way to the national bank, which says so.
      expect([address, lost.length]).toEqual([address, 1])
      for (const [form] of text.matchAll(/<form[\s\S]*?<\/form>/gu))
        expect(form).toMatch(
          form.includes('method="post"')
            ? /action="[^"]*organisation=region-x"/u
            : /name="organisation" value="region-x"/u,
        )
      waiting.push(...links.filter((href) => href.includes('organisation=region-x') && href.startsWith('/')))
    }
    expect(seen.size).toBeGreaterThan(50)
  })
  test('a text is checked by the words of the organisation', async () => {
    const nationally = await send({ text: 'Logga in på hälsoportalen.' })
    expect(nationally.text).toContain('1 anmärkning')
    const theirs = await send({ text: 'Logga in på hälsoportalen.' }, '/granska?organisation=region-x')
    expect(theirs.text).toContain('Inget att anmärka på.')
    expect(theirs.text).toContain('data-index="/v1/organisations/region-x/index"')
  })
  test('a text is checked for those it is written to, as a whole and in its parts', async () => {
    const parts = (audience: string) =>
      `<p>Läs om SBAR här.</p><p data-klarsprak-audience="${audience}">Läs om NEWS här.</p>`
    const shown = async (fields: Readonly<Record<string, string>>) => {
      const { text } = await send({ format: 'html', ...fields })
      return /<h2 id="resultat-rubrik"[^>]*>([^<]*)</u.exec(text)?.[1]
    }
    expect(await shown({ text: '<p>Läs om SBAR här.</p>' })).toBe('1 anmärkning: 1 varning.')
    expect(await shown({ text: '<p>Läs om SBAR här.</p>', till: 'staff' })).toBe('1 anmärkning: 1 råd.')
    expect(await shown({ text: parts('staff') })).toBe('2 anmärkningar: 1 varning och 1 råd.')
    expect(await shown({ text: parts('citizen'), till: 'staff' })).toBe('2 anmärkningar: 1 varning och 1 råd.')
  })
  test.each([
    ['json', 'application/json'],
    ['turtle', 'text/turtle; charset=utf-8'],
    ['tbx', 'application/x-tbx+xml; charset=utf-8'],
  ])('a concept as %s', async (format, type) => {
    const { answer, status } = await page(`/begrepp/c-0001/data/${format}`)
    expect([status, answer.headers.get('content-type')]).toEqual([200, type])
  })
  test('programs that ask for data at the address of a concept are led to it', async () => {
    const { answer, status } = await page('/begrepp/c-0001', { headers: { accept: 'text/turtle' } })
    expect([status, answer.headers.get('location')]).toEqual([303, '/begrepp/c-0001/data/turtle'])
  })
  test('an English page says what is only in Swedish, and marks it as Swedish', async () => {
    const inEnglish = await page('/en/begrepp/c-0001')
    expect(inEnglish.text).toContain('<p class="lead">Website or app where')
    const inSwedish = await page('/en/begrepp/c-0002')
    expect(inSwedish.text).toContain(
      '<p class="lead"><span lang="sv">Resor för den som inte kan åka med buss eller tåg.</span> <span class="only">Only in Swedish so far.</span></p>',
    )
    expect((await page('/en/begrepp')).text).toContain('Some texts are only in Swedish so far.')
    const found = await page('/en/sok?q=h%C3%A4lsoportalernas')
    expect(found.text).toContain(
      '<span lang="sv">”hälsoportalernas”</span> is a form of <span lang="sv">”hälsoportal”</span>.',
    )
    for (const path of ['/begrepp/c-0002', '/begrepp', '/sok?q=f%C3%A4rdtj%C3%A4nst'])
      expect((await page(path)).text).not.toContain('in Swedish')
  })
  test('somebody’s own words lead to what it is called and what to do', async () => {
    const { text } = await page('/vagvisare?q=jag+kan+inte+k%C3%B6ra+bil')
    expect(text).toContain('Det heter färdtjänst. Ansök hos din kommun.')
  })
  test.each([
    '/nix',
    '/en/nix',
    '/begrepp/c-9999',
    '/begrepp/c-0001/data/word',
    '/utgavor/1999.1',
    '/statisk/nix.js',
    '/begrepp/%00',
  ])('%s is told not to be there, by a page', async (path) => {
    const { answer, status, text } = await page(path)
    expect(status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).toContain(path.startsWith('/en') ? 'There is no such page' : 'Sidan finns inte')
  })
  test('a program that asks for JSON is told by a problem', async () => {
    const { answer, status } = await page('/nix', { headers: { accept: 'application/json' } })
    expect(status).toBe(404)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/u)
  })
  test('an address that cannot be read is told of by a page', async () => {
    const { status, text } = await page('/begrepp/%E0%A4%A')
    expect(status).toBe(400)
    expect(text).toContain('Adressen går inte att läsa')
  })

  describe('checking a text without scripts', () => {
    test('shows the findings, and keeps the text', async () => {
      const { answer, status, text } = await send({ text: 'Logga in på hälsoportalen.', format: 'plain' })
      expect(status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(text).toContain('1 anmärkning: 1 fel.')
      expect(text).toContain('>Byt till <strong lang="sv">den digitala ingången</strong></button>')
      expect(text).toContain('Logga in på hälsoportalen.</textarea>')
    })
    test('a button replaces the word', async () => {
      const { text } = await send({ text: 'Logga in på hälsoportalen.\r\nHej.', format: 'plain', byt: '0.0' })
      expect(text).toContain('Logga in på den digitala ingången.\nHej.</textarea>')
      expect(text).toContain('Inget att anmärka på.')
    })
    test.each(['9.9', '-1.0', 'x', '0.0.0', '1e3.0'])(
      'a button that is not there (%s) changes nothing',
      async (byt) => {
        expect((await send({ text: 'Logga in på hälsoportalen.', byt })).text).toContain(
          'Logga in på hälsoportalen.</textarea>',
        )
      },
    )
    test('markup in the text is text', async () => {
      const { text } = await send({ text: '</textarea><script>alert(1)</script> hälsoportalen <b>', format: 'html' })
      expect(text).not.toMatch(/<script>|<b>/u)
    })
    test.each([
      { name: 'longer than a check may be', text: 'ord '.repeat(LONGEST_TEXT / 4 + 1), status: 413 },
      { name: 'larger than a form may be', text: 'ord '.repeat(300_000), status: 413 },
    ])('a text $name is refused by a page', async ({ text, status }) => {
      const refused = await send({ text })
      expect(refused.status).toBe(status)
      expect(refused.text).toContain('Texten är för lång')
    })
    test('nothing of the text is logged', async () => {
      await send({ text: 'Hemligheten om hälsoportalen.' })
      expect(service.log()).not.toContain('Hemligheten')
    })
    test('those who send too many wait', async () => {
      const few = await testService({
        pages: createPages,
        limits: { reads: 100, checks: 1, edits: 1, proposals: 0 },
        services: service.services,
      })
      try {
        const ask = () => few.call('/granska', { method: 'POST', body: new URLSearchParams({ text: 'Hej.' }) })
        expect((await ask()).status).toBe(200)
        const refused = await ask()
        expect(refused.status).toBe(429)
        expect(await refused.text()).toMatch(/Vänta \d+ sekunder/u)
      } finally {
        await few.close()
      }
    })
  })

  test('the page that checks may connect to nothing, and its worker to its files alone', async () => {
    const policy = async (path: string) => (await page(path)).answer.headers.get('content-security-policy')
    expect(await policy('/granska')).toContain("connect-src 'none'")
    expect(await policy('/en/granska?exempel=1')).toContain("connect-src 'none'")
    const { text } = await page('/granska')
    const worker = /data-worker="([^"]+)"/u.exec(text)![1]!
    expect(await policy(worker)).toContain(`connect-src ${new URL(service.url).host}/statisk/;`)
    expect(await policy('/')).toContain("connect-src 'self'")
  })
  test('what pages load is there, may be kept for ever, and is packed', async () => {
    const { text } = await page('/granska')
    const addresses = [...text.matchAll(/"(\/statisk\/[^"]+)"/gu)].map(([, address]) => address!)
    expect(addresses.length).toBeGreaterThan(5)
    for (const address of addresses) {
      const answer = await service.call(address, { headers: { 'accept-encoding': 'br' } })
      await answer.arrayBuffer()
      expect([address, answer.status]).toEqual([address, 200])
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect(answer.headers.get('content-encoding')).toBe('br')
    }
  })
  test('files for search engines and browsers', async () => {
    expect((await page('/robots.txt')).text).toContain(`Sitemap: ${service.url}/sitemap.xml`)
    expect((await page('/sitemap.xml')).text).toContain(`<loc>${service.url}/begrepp/c-0001</loc>`)
    expect((await page('/opensearch.xml')).text).toContain(`template="${service.url}/sok?q={searchTerms}"`)
    expect((await page('/favicon.ico')).status).toBe(301)
  })
  test('the element for other sites may be loaded by them', async () => {
    const { answer, status } = await page('/klarsprak-begrepp.js')
    expect(status).toBe(200)
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })
})
