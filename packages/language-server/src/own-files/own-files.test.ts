import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Project } from '../projects/project.js'
import { settingsFiles } from '../projects/settings-files.js'
import { createService } from '../service.js'
import { ablest, testProject, withCursor } from '../testing/test-service.js'
import { isBankFile } from './bank-file.js'

let project: Project
beforeAll(async () => {
  project = await testProject()
})

const files = {
  list: async () => ['file:///sidor/a.md', 'file:///sidor/b.md'],
  read: async (path: string) => (path.endsWith('/a.md') ? 'Hälsoportalen och e-tjänsten.' : 'Våra e-tjänster.'),
}
const opened = (text: string, uri = 'file:///termer/ord.yaml') => {
  const service = createService({
    projects: { of: async () => project, forget: () => {} },
    client: ablest,
    files,
    settingsFiles,
  })
  service.open({ uri, languageId: 'yaml', version: 1, text })
  return { service, uri }
}
const good = `concepts:
  - id: c-9001
    relations: [{ type: related, target: c-0002 }]
    terms:
      - { label: Mina ärenden, status: preferred, pos: name }
`

describe('what is a file of the bank', () => {
  test.each([
    { name: 'a list of concepts', path: 'ord.yaml', text: good, is: true },
    { name: 'one concept', path: 'c.yaml', text: 'id: c-0001\nterms: []\n', is: true },
    { name: 'one being written', path: 'ord.yml', text: 'concepts:\n  - i', is: true },
    { name: 'JSON', path: 'ord.json', text: '{ "concepts": [{ "id": "c-0001" }] }', is: true },
    { name: 'changes', path: 'ord.yaml', text: 'overlays:\n  - concept: c-0001\n', is: true },
    { name: 'texts in YAML', path: 'locales/sv.yaml', text: 'concepts:\n  title: Begrepp\n', is: false },
    { name: 'other data', path: 'compose.yaml', text: 'services: {}\n', is: false },
    { name: 'a page', path: 'sida.md', text: 'id: c-0001\n', is: false },
  ])('$name: $is', ({ path, text, is }) => expect(isBankFile(path, text)).toBe(is))
})

describe('in a file of the bank', () => {
  test('examples are tried with the words of the bank, and what is wrong stands on their lines', async () => {
    const text = `concepts:
  - id: c-9001
    terms:
      - { label: tidbok, status: preferred, plural: tidböcker }
      - { label: bokningsportal, status: deprecated, plural: bokningsportaler }
    flags:
      - Via vår bokningsportal bokar du tid.
      - Via vår hälsoportal bokar du tid.
    allows:
      - Tidboken är öppen.
      - I bokningsportalen ser du din tid.
`
    const { service, uri } = opened(text)
    const diagnostics = (await service.check(uri))?.diagnostics.filter(({ code }) => String(code).includes('EXAMPLE'))
    expect(diagnostics).toMatchObject([
      { code: 'BANK-SILENT-EXAMPLE', range: { start: { line: 7 } } },
      { code: 'BANK-REPORTED-EXAMPLE', range: { start: { line: 10 } } },
    ])
  })

  test('a longer term of the bank below takes the words of an example', async () => {
    const text = `concepts:
  - id: c-9001
    terms:
      - { label: hjälp, status: preferred }
      - { label: tjänst, status: deprecated, plural: tjänster }
    flags: [Vår tjänst är öppen., Vår digitala tjänst är öppen.]
`
    const { service, uri } = opened(text)
    const said = (await service.check(uri))?.diagnostics.filter(({ code }) => code === 'BANK-SILENT-EXAMPLE')
    expect(said).toMatchObject([{ message: expect.stringContaining('digitala tjänst') }])
  })

  test('problems are shown as they are made', async () => {
    const { service, uri } = opened(good.replace('preferred', 'bra').replace('c-0002', 'c-7777'))
    expect((await service.check(uri))?.diagnostics).toMatchObject([
      { code: 'BANK-SCHEMA', range: { start: { line: 4, character: 6 } }, message: expect.stringContaining('”bra”') },
    ])
    service.change(uri, 2, [{ text: good.replace('c-0002', 'c-7777') }])
    expect((await service.check(uri))?.diagnostics).toMatchObject([
      { range: { start: { line: 2 } }, message: expect.stringContaining('c-7777') },
    ])
    service.change(uri, 3, [{ text: good }])
    expect((await service.check(uri))?.diagnostics).toEqual([])
  })

  test('a change of a concept that is not there is a problem', async () => {
    const overlay = (id: string) => `overlays:\n  - { concept: ${id}, reason: Vi säger så., prefer: hälsoportal }\n`
    const { service, uri } = opened(overlay('c-0001'))
    expect((await service.check(uri))?.diagnostics).toEqual([])
    service.change(uri, 2, [{ text: overlay('c-0777') }])
    expect((await service.check(uri))?.diagnostics).toMatchObject([{ code: 'BANK-OVERLAY-TARGET' }])
  })

  const complete = async (marked: string, uri?: string) => {
    const { text, at } = withCursor(marked)
    const { service, uri: own } = opened(text, uri)
    return (await service.completion(own, at)).items.map(({ label }) => label)
  }
  test('keys, values and ids are completed', async () => {
    const keys = await complete('concepts:\n  - id: c-9001\n    |\n')
    expect(keys).toEqual(expect.arrayContaining(['terms', 'definition', 'relations']))
    expect(keys).not.toContain('id')
    expect(await complete('concepts:\n  - terms:\n      - status: |\n')).toEqual([
      'preferred',
      'admitted',
      'deprecated',
      'superseded',
    ])
    expect(await complete('concepts:\n  - relations: [{ type: related, target: | }]\n')).toContain('c-0002')
    expect(await complete('concepts:\n  - id: c-0001 # |\n')).toEqual([])
  })

  test('a relation leads to its concept, in the file or in the bank', async () => {
    const { service, uri } = opened(good)
    expect(await service.definition(uri, { line: 2, character: 45 })).toMatchObject([
      { uri: expect.stringMatching(/bank\.yaml$/u) },
    ])
    expect(await service.definition(uri, { line: 1, character: 12 })).toMatchObject([
      { uri, range: { start: { line: 1 } } },
    ])
    const here = good.replace('c-0002', 'c-9001')
    service.change(uri, 2, [{ text: here }])
    expect(await service.definition(uri, { line: 2, character: 45 })).toMatchObject([
      { uri, range: { start: { line: 1 } } },
    ])
  })

  test('hover explains ids and keys', async () => {
    const { service, uri } = opened(good)
    const shown = async (line: number, character: number) =>
      JSON.stringify((await service.hover(uri, { line, character }))?.contents ?? null)
    expect(await shown(2, 45)).toContain('e-tjänst')
    expect(await shown(3, 6)).toContain('Benämningarna på begreppet.')
    expect(await shown(4, 16)).toBe('null')
  })

  test('the number of uses stands above each concept, and references are the uses', async () => {
    const { service, uri } = opened(`concepts:\n  - id: c-0002\n    terms: [{ label: e-tjänst, status: preferred }]\n`)
    const [lens] = await service.codeLenses(uri)
    expect(await service.resolveLens(lens!)).toMatchObject({
      range: { start: { line: 1 } },
      command: { title: '2 ställen i arbetsytan', arguments: [uri, { line: 1 }] },
    })
    const places = await service.references(uri, { line: 1, character: 10 })
    expect(places.map((one) => one.uri)).toEqual(['file:///sidor/a.md', 'file:///sidor/b.md'])
  })
})

describe('in a file of settings', () => {
  const uri = 'file:///sidor/klarsprak.config.yaml'
  test('problems are shown, and keys and rules are completed and explained', async () => {
    const { text, at } = withCursor('preset: recommended\nrules:\n  avoid-t|\n')
    const { service } = opened(text, uri)
    expect((await service.completion(uri, at)).items.map(({ label }) => label)).toContain('avoid-term')
    expect(JSON.stringify(await service.hover(uri, { line: 0, character: 3 }))).toContain('uppsättning regler')
    service.change(uri, 2, [{ text: 'preset: recommended\nrules:\n  avoid-trem: off\n' }])
    expect((await service.check(uri))?.diagnostics).toMatchObject([
      { range: { start: { line: 2, character: 2 } }, message: expect.stringContaining('avoid-term') },
    ])
  })
})

test('whatever is written in a file of terms or settings, and asked about it, nothing fails', async () => {
  const piece = fc.constantFrom(
    ...[
      'concepts:\n',
      'overlays:\n',
      '  - id: c-0001\n',
      '    terms:\n',
      '      - { label: a, status: ',
      'preferred }\n',
    ],
    ...[
      '    relations: [{ type: related, target: c-0002 }]\n',
      'id: c-9001\n',
      'rules:\n',
      '  avoid-term: off\n',
      '- ',
      ': ',
    ],
    ...['{', '}', '[', '"', "'", '&a ', '*a ', '\t', '\n', '\r\n', '---\n', '😀', 'å', '#', '  '],
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('file:///termer/ord.yaml', 'file:///sidor/klarsprak.config.yaml', 'file:///termer/ord.json'),
      fc.array(piece, { maxLength: 15 }),
      fc.nat(8),
      fc.nat(60),
      async (uri, pieces, line, character) => {
        const text = pieces.join('')
        const { service } = opened(text, uri)
        const position = { line, character }
        const { diagnostics = [] } = (await service.check(uri)) ?? {}
        const lines = text.split(/\r\n|\n|\r/u).length
        for (const { range } of diagnostics) expect(range.end.line).toBeLessThan(lines)
        await service.hover(uri, position)
        await service.completion(uri, position)
        await service.definition(uri, position)
        await service.documentLinks(uri)
        for (const lens of (await service.codeLenses(uri)).slice(0, 1)) await service.resolveLens(lens)
      },
    ),
    { numRuns: 150 },
  )
})
