import { describe, expect, test } from 'vitest'
import { REPORTERS } from '../reporters/index.js'
import { places, termLinter } from './acceptance.js'

const fixed = (text: string) => termLinter.fix({ path: 'sida.md', text }).text

describe('T9 the same word twice on a line', () => {
  test('is two findings in two places', () => {
    expect(places('En portal, två portaler, en portal.')).toEqual(['1:4 portal', '1:16 portaler', '1:29 portal'])
  })
})

describe('T10 every report gives the same place', () => {
  const lines = ['\uFEFF# Rubrik 😀 portal', '', '\tTabb\tportal 👩‍⚕️ portal', '', '&auml; a\u0308 portal']
  const places = ['1:13', '3:7', '3:20', '5:11']
  for (const [name, ending] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    const file = { path: 'sida.txt', text: lines.join(ending) }
    const report = { release: undefined, files: [{ file, findings: termLinter.lint(file) }] }
    const written = (format: string) => REPORTERS[format]!(report, { colour: false })
    const expected = lines.flatMap((line, at) =>
      [...line.matchAll(/portal/gu)].map(({ index }) => `${at + 1}:${index + 1}`),
    )
    test(`with ${name}`, () => {
      expect(expected).toHaveLength(places.length)
      const json = JSON.parse(written('json')).files[0].findings as { start: Place; end: Place; text: string }[]
      expect(json.map(({ start }) => `${start.line}:${start.column}`)).toEqual(expected)
      for (const { start, end, text } of json) expect(file.text.slice(start.offset, end.offset)).toBe(text)
      const { results, columnKind } = JSON.parse(written('sarif')).runs[0]
      expect(columnKind).toBe('utf16CodeUnits')
      expect((results as SarifResult[]).map(({ locations: [one] }) => regionOf(one))).toEqual(expected)
      expect([...written('compact').matchAll(/^sida\.txt:(\d+:\d+)/gmu)].map(([, place]) => place)).toEqual(expected)
      expect(
        [...written('checkstyle').matchAll(/line="(\d+)" column="(\d+)"/gu)].map(([, l, c]) => `${l}:${c}`),
      ).toEqual(expected)
      const github = [...written('github').matchAll(/line=(\d+),.*?col=(\d+)/gu)].map(([, l, c]) => `${l}:${c}`)
      expect(github.sort()).toEqual([...expected].sort())
    })
  }
})

describe('T11 fixing', () => {
  const cases = [
    { name: 'adjacent words', text: 'portal portal', after: 'webbplats webbplats' },
    { name: 'words with a sign between', text: 'portal/portal', after: 'webbplats/webbplats' },
    {
      name: 'a fix that takes the article too, beside another',
      text: 'en målsättning portal',
      after: 'ett mål webbplats',
    },
  ]
  for (const { name, text, after } of cases) {
    test(name, () => expect(fixed(text)).toBe(after))
    test(`${name}, twice`, () => expect(fixed(fixed(text))).toBe(fixed(text)))
  }
})

describe('T12 the replacement is nothing but the replacement', () => {
  const cases = [
    { text: 'Portalen är ny.', after: 'Webbplatsen är ny.' },
    { text: 'PORTALEN ÄR NY', after: 'WEBBPLATSEN ÄR NY' },
    {
      text: 'Den **portalen** och [portaler](portal "x").',
      after: 'Den **webbplatsen** och [webbplatser](portal "x").',
    },
    { text: 'Du erlägger   avgiften.', after: 'Du betalar   avgiften.' },
    { text: 'Hälsoportalen är öppen.', after: 'Den digitala ingången är öppen.' },
  ]
  for (const { text, after } of cases) test(text, () => expect(fixed(text)).toBe(after))
  test('in every suggestion', () => {
    for (const { text } of cases) {
      for (const { suggestions } of termLinter.lint({ path: 'a.md', text })) {
        for (const one of suggestions) expect(one.text).toMatch(/^[\p{L} ]+$/u)
      }
    }
  })
})

describe('T13 nothing is replaced unseen when the form cannot be kept, and the finding says why', () => {
  const cases = [
    { name: 'no plural', text: 'Hos oss finns insatser.' },
    { name: 'another gender, and an adjective that says so elsewhere', text: 'Målsättningen är tydlig och den är ny.' },
    { name: 'a compound with a phrase', text: 'Din hälsoportalinloggning.' },
  ]
  for (const { name, text } of cases) {
    test(name, () => {
      const findings = termLinter.lint({ path: 'a.md', text })
      expect(findings).not.toHaveLength(0)
      for (const { note, suggestions } of findings) {
        expect(suggestions.filter(({ safe }) => safe)).toEqual([])
        expect(note).toMatch(/\S/u)
      }
      expect(fixed(text)).toBe(text)
    })
  }
})

interface Place {
  readonly line: number
  readonly column: number
  readonly offset: number
}
interface SarifResult {
  readonly locations: readonly { readonly physicalLocation: { readonly region: Region } }[]
}
interface Region {
  readonly startLine: number
  readonly startColumn: number
}
const regionOf = (one: SarifResult['locations'][number] | undefined) =>
  `${one?.physicalLocation.region.startLine}:${one?.physicalLocation.region.startColumn}`
