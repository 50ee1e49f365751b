import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { chromium } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findChromium } from '../../testing/find-chromium.js'
import { manyFindings, oddReport, oddText, sampleReport } from '../../testing/sample-report.js'
import type { LintReport } from '../report.js'
import { htmlReporter } from './html.js'
import { html, link } from './markup.js'
import { counted, number, percent } from './numbers.js'

const page = (report: LintReport) => htmlReporter(report, { colour: false })

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** Every element of a page, in its order, read by a real parser. */
function elements(text: string): readonly Node[] {
  const found: Node[] = []
  const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
      found.push({ name: node.tagName, attributes, text: textOf(node) })
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(parse(text))
  return found
}

const earlier = (date: string, errors: number) => ({ date, files: 3, errors, warnings: 20, infos: 3 })

/** Everything that a report can hold. */
const full: LintReport = (() => {
  const report = sampleReport({
    'webb/boka.md': `# Boka tid\n\n${'Vår hälsoportal är öppen dygnet runt. '.repeat(8)}\n\n${'Vi hjälper dig gärna om du undrar något. '.repeat(20)}\n`,
    'webb/betala.md': 'Du erlägger avgiften i vår digitala ingång. En digital ingång till.\n',
    'webb/tom.md': 'Hej.\n',
  })
  const [first, ...rest] = report.files
  const own = { ...first!.findings[0]!, severity: 'info' as const, keyPath: 'bokning.knapp', note: 'Därför.' }
  const wider = {
    ...first!.findings[1]!,
    severity: 'warning' as const,
    suggestions: [{ span: { start: 12, end: 27 }, text: 'vår digitala ingång', safe: true }],
  }
  const suppressed = [
    { finding: first!.findings[2]!, by: 'file' as const, reason: 'Namnet på en produkt.' },
    { finding: first!.findings[3]!, by: 'list' as const },
  ]
  return {
    ...report,
    version: '1.2.3',
    date: '2026-03-31',
    history: [earlier('2025-12-31', 30), earlier('2025-09-30', 41)],
    files: [{ ...first!, findings: [own, wider, ...first!.findings.slice(4)], suppressed }, ...rest],
  }
})()

describe('the HTML report', () => {
  test('has landmarks, one main heading, headings without gaps, and tables with headers', () => {
    const all = elements(page(full))
    const count = (name: string) => all.filter((node) => node.name === name).length
    expect(['header', 'nav', 'main', 'footer', 'h1', 'title'].map(count)).toEqual([1, 1, 1, 1, 1, 1])
    expect(all[0]?.attributes.lang).toBe('sv')
    const levels = all.flatMap(({ name }) => (/^h[1-6]$/u.test(name) ? [Number(name.charAt(1))] : []))
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1)
    expect(count('table')).toBe(count('caption'))
    expect(count('table')).toBeGreaterThan(4)
    for (const { name, attributes } of all) if (name === 'th') expect(attributes.scope).toMatch(/^(?:col|row)$/u)
  })
  test('shows each part, and leaves out those that have nothing to show', () => {
    const headings = (report: LintReport) =>
      elements(page(report)).flatMap(({ name, text }) => (name === 'h2' ? [text] : []))
    expect(headings(full)).toEqual([
      'Översikt',
      'Utveckling',
      'Vanligast',
      'Termer',
      'Sidor',
      'Anmärkningar sida för sida',
      'Medvetet lämnat',
    ])
    expect(headings(sampleReport({ 'a.md': 'Hej.' }))).toEqual(['Översikt', 'Sidor'])
    expect(headings({ release: undefined, files: [] })).toEqual(['Översikt', 'Sidor'])
  })
  test('counts over the site', () => {
    const text = elements(page(full))
      .find(({ name }) => name === 'dl')!
      .text.replace(/\s+/gu, ' ')
    expect(text).toContain('Sidor3 1 utan anmärkningar')
    expect(text).toContain('Fel5 ska rättas')
    expect(text).toContain('Varningar1 bör rättas')
    expect(text).toContain('Råd1 att tänka på')
    expect(text).toContain('Rekommen\u00ADderade termer10 % 1 av 10 gånger')
  })
  test('the page with most errors comes first, and leads to its findings', () => {
    const all = elements(page(full))
    const links = all.filter(({ name, attributes }) => name === 'a' && attributes.class === 'path')
    expect(links.map(({ text }) => text)).toEqual(['webb/boka.md', 'webb/betala.md'])
    const ids = new Set(all.flatMap(({ attributes }) => attributes.id ?? []))
    for (const { attributes } of all) {
      if (attributes.href?.startsWith('#')) expect(ids).toContain(attributes.href.slice(1))
    }
  })
  test('a finding shows its sentence with the words marked, what to write, why and the source', () => {
    const text = page(sampleReport({ 'a.md': 'Hej. Vår hälsoportal är **öppen**. Tack.\n' }))
    expect(text).toContain('<span class="place">Rad 1:</span> Vår <mark>hälsoportal</mark> är öppen.</p>')
    expect(text).toContain('Förslag: <strong>digital ingång</strong>')
    expect(text).toContain('<strong>Varför:</strong> Det är otydligt.')
    expect(text).toContain('<a href="https://exempel.se/kalla" rel="noreferrer">En källa, 2024</a>')
    expect(page(full)).toContain('Förslag: byt ”Vår hälsoportal” mot <strong>vår digitala ingång</strong>')
  })
  test('the share of the preferred term is drawn, and said', () => {
    const bars = elements(page(full)).filter(({ attributes }) => attributes.class === 'bar')
    expect(bars.map(({ attributes }) => attributes['aria-label'])).toEqual([
      '41 fel, 20 varningar och 3 råd',
      '30 fel, 20 varningar och 3 råd',
      '5 fel, 1 varning och 1 råd',
      '11 %',
      '0 %',
    ])
    for (const { attributes } of bars) expect(attributes.role).toBe('img')
  })
  test('trend: earlier reports by date, this one last', () => {
    const all = elements(page(full))
    const dates = all.filter(({ name, text }) => name === 'th' && /^\d{4}-/u.test(text)).map(({ text }) => text)
    expect(dates).toEqual(['2025-09-30', '2025-12-31', '2026-03-31'])
    expect(page(full)).toContain('57 färre anmärkningar än i rapporten från 2025-09-30')
  })
  test('a problem that comes again and again is told once, with the lines of the rest', () => {
    const report = manyFindings(200, 'warning')
    const [file] = report.files
    const same = file!.findings.map((finding) => ({ ...finding, conceptId: 'c-0001', message: 'Samma.' }))
    const all = elements(page({ ...report, files: [{ ...file!, findings: same }] }))
    expect(all.filter(({ name }) => name === 'mark')).toHaveLength(5)
    expect(all.some(({ text }) => /^Och 195 gånger till, på rad 6, 7, .* med flera\.$/u.test(text))).toBe(true)
  })
  test('nothing is fetched and nothing runs: no scripts, no addresses but links, and a policy that says so', () => {
    const all = elements(page(full))
    const policy = all.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
    expect(policy?.attributes.content).toBe("default-src 'none'; style-src 'unsafe-inline'")
    expect(page(full)).not.toMatch(/url\(|@import|<script|<link|<iframe|<object|<img/u)
  })
  test('a script in a name, a text or a message is shown, not run', () => {
    const evil = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    const report = sampleReport({ [`${evil}.md`]: `${evil} Vår hälsoportal ${evil}\n` })
    const [file] = report.files
    const finding = {
      ...file!.findings[0]!,
      ruleId: evil,
      conceptId: evil,
      message: evil,
      note: evil,
      text: evil,
      keyPath: evil,
      url: `javascript:alert(3)//${evil}`,
      sources: [
        { name: evil, url: 'javascript:alert(4)' },
        { name: evil, url: `https://exempel.se/${evil}` },
      ],
      suggestions: [{ span: file!.findings[0]!.span, text: evil, safe: true }],
    }
    const text = page({
      release: evil,
      version: evil,
      date: evil,
      history: [earlier(evil, 1)],
      files: [{ ...file!, findings: [finding, finding], suppressed: [{ finding, by: 'file', reason: evil }] }],
    })
    const all = elements(text)
    const names = new Set(all.map(({ name }) => name))
    expect(names).not.toContain('script')
    expect(names).not.toContain('img')
    for (const { attributes } of all) {
      for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on|^src|^style/u)
      if (attributes.href !== undefined) expect(attributes.href).toMatch(/^(?:#|https:\/\/)/u)
    }
    expect(all.find(({ name }) => name === 'title')?.text).toContain('<script>')
    expect(all.find(({ name }) => name === 'h3')?.text).toContain(evil)
  })
  test('the elements do not depend on what the texts and names hold', () => {
    const plain = (report: LintReport): LintReport => ({
      ...report,
      files: report.files.map(({ file, findings }) => ({
        file,
        findings: findings.map((finding) => ({
          ...finding,
          message: 'x',
          sources: finding.sources.map(() => ({ name: 'x' })),
          ...(finding.note === undefined ? {} : { note: 'x' }),
        })),
      })),
    })
    const names = (report: LintReport) => elements(page(report)).map(({ name }) => name)
    fc.assert(
      fc.property(oddReport, (report) => {
        expect(names(report)).toEqual(names(plain(report)))
      }),
      { numRuns: 50 },
    )
  })
})

describe('markup', () => {
  test('a value is text, in an element and in an attribute, whatever it holds', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const [, , , element] = elements(html`<p title="${text}">${text}</p>`.toString())
        expect(element!.name).toBe('p')
        expect(element!.text).toBe(element!.attributes.title)
        expect(elements(html`<p title="${text}">${text}</p>`.toString())).toHaveLength(4)
      }),
    )
  })
  test('markup is put in as it is, alone and in lists', () => {
    expect(html`<ul>${['a', '<b>'].map((item) => html`<li>${item}</li>`)}</ul>${undefined}`.toString()).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>',
    )
  })
  test.each(['javascript:alert(1)', 'data:text/html,x', ' https://x', '//x', 'file:///x', ''])(
    '%s is no link',
    (url) => {
      expect(link(url, 'text').toString()).toBe('text')
    },
  )
})

describe('numbers', () => {
  test('as Swedish writes them', () => {
    expect([number(12_345), number(4, 1), number(0.25, 1)]).toEqual(['12\u00A0345', '4,0', '0,3'])
    expect([counted(1, 'sida', 'sidor'), counted(2, 'sida', 'sidor')]).toEqual(['1 sida', '2 sidor'])
    expect([percent(0), percent(0.001), percent(0.5), percent(0.999), percent(1)]).toEqual([0, 1, 50, 99, 100])
  })
})

const browser = findChromium('The report is not tried in a browser')

describe.skipIf(browser === undefined)('the HTML report in a browser', () => {
  test('axe finds no fault, in light and dark, wide and narrow, on screen and on paper; nothing is fetched', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'klarsprak-'))
    const path = join(folder, 'rapport.html')
    writeFileSync(path, page(full))
    const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
    const window = await chromium.launch({ executablePath: browser!, args: ['--no-sandbox', '--disable-gpu'] })
    try {
      for (const [colorScheme, width, media] of [
        ['light', 1280, 'screen'],
        ['light', 360, 'screen'],
        ['dark', 1280, 'screen'],
        ['dark', 320, 'screen'],
        ['dark', 800, 'print'],
      ] as const) {
        // The report's own policy would keep the test's script out.
        const context = await window.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 800 } })
        const tab = await context.newPage()
        await tab.emulateMedia({ media })
        const requests: string[] = []
        tab.on('request', (request) => void requests.push(request.url()))
        await tab.goto(pathToFileURL(path).href)
        await tab.addScriptTag({ path: axeFile })
        const violations = await tab.evaluate(`axe.run().then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`)
        expect(violations).toEqual([])
        expect(await tab.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
        expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([])
        await context.close()
      }
    } finally {
      await window.close()
      rmSync(folder, { recursive: true })
    }
  }, 120_000)
})
