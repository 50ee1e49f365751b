import { beforeAll, describe, expect, test } from 'vitest'
import type { CodeAction } from 'vscode-languageserver-types'
import type { Project } from './projects/project.js'
import type { Service } from './service.js'
import { readSettings } from './settings.js'
import { applied, editsOf, serviceWith, testProject, withCursor } from './testing/test-service.js'

let project: Project
beforeAll(async () => {
  project = await testProject()
})

const uri = 'file:///sidor/sida.md'
const opened = (text: string, options?: Parameters<typeof serviceWith>[1], at = uri, languageId = 'markdown') => {
  const service = serviceWith(project, options)
  service.open({ uri: at, languageId, version: 1, text })
  return service
}
const shown = async (service: Service, at = uri) =>
  (await service.check(at))?.diagnostics.map(({ code, message }) => `${code}: ${String(message).split('\n')[0]}`)

describe('findings', () => {
  test('come with a note where a bank of one’s own could not be read', async () => {
    const service = serviceWith({ ...project, hasUnreadBank: true })
    service.open({ uri, languageId: 'markdown', version: 1, text: 'Välkommen till hälsoportalen.\n' })
    const [note, finding] = (await service.check(uri))?.diagnostics ?? []
    expect(note).toMatchObject({ severity: 3, message: expect.stringMatching(/bara mot den nationella termbanken/u) })
    expect(finding).toMatchObject({ code: 'avoid-term' })
  })
  test('are those of the text as it is, saved or not', async () => {
    const service = opened('Välkommen till hälsoportalen.\n')
    expect(await service.check(uri)).toMatchObject({
      version: 1,
      figures: { words: 3, errors: 1 },
      diagnostics: [
        {
          range: { start: { line: 0, character: 15 }, end: { line: 0, character: 28 } },
          severity: 2,
          data: { severity: 'error', conceptId: 'c-0001' },
          code: 'avoid-term',
          source: 'klarsprak',
          message: expect.stringMatching(
            /^Skriv ”den digitala ingången” i stället för ”hälsoportalen”\.\nLäsarna vet/u,
          ),
        },
      ],
    })
    service.change(uri, 2, [{ text: 'Välkommen.' }])
    expect(await service.check(uri)).toMatchObject({ version: 2, diagnostics: [] })
  })

  test.each([
    { name: 'a text without a name', at: 'untitled:Untitled-1', languageId: 'markdown', count: 1 },
    { name: 'a text file without an ending', at: 'file:///a/LASMIG', languageId: 'plaintext', count: 1 },
    { name: 'a program', at: 'file:///a/b.ts', languageId: 'typescript', count: 0 },
    { name: 'settings in JSON', at: 'file:///a/settings.json', languageId: 'json', count: 0 },
    { name: 'texts in JSON', at: 'file:///a/locales/sv.json', languageId: 'json', count: 1 },
  ])('$name: $count', async ({ at, languageId, count }) => {
    const text = languageId === 'json' ? '{ "titel": "Gå till hälsoportalen" }' : 'Gå till hälsoportalen.'
    const service = opened(text, {}, at, languageId)
    expect((await service.check(at))?.diagnostics).toHaveLength(count)
  })

  test('are shown as the settings say', async () => {
    const service = opened('Hälsoportalen ger en avisering. Hälsoportalen ger en avisering.')
    const { settings } = readSettings({ severity: { error: 'hint' }, maxProblems: 2 })
    service.configure(settings)
    const checked = await service.check(uri)
    expect(checked?.diagnostics.map(({ severity }) => severity)).toEqual([4, 4, 3])
    expect(checked?.diagnostics.at(-1)?.message).toBe(
      'Här visas de första 2 av 4 fynd. Ändra det i inställningen klarsprak.maxProblems.',
    )
    service.configure(readSettings({ enable: false }).settings)
    expect(await shown(service)).toEqual([])
  })

  test('a text over the limit is left out, and says so', async () => {
    const service = opened('Hälsoportalen. '.repeat(100))
    service.configure(readSettings({ maxFileSize: 1000 }).settings)
    expect((await service.check(uri))?.diagnostics).toMatchObject([
      { severity: 3, message: expect.stringContaining('1500 tecken') },
    ])
  })

  test('settings that cannot be used are as if they were not set', () => {
    const { settings, ignored } = readSettings({ run: 'sometimes', maxProblems: 5 })
    expect(ignored).toEqual(['klarsprak.run'])
    expect(settings).toMatchObject({ run: 'onType', maxProblems: 5 })
    expect(readSettings('nonsense').settings.enable).toBe(true)
  })
})

describe('actions', () => {
  const actionsAt = async (marked: string, options?: Parameters<typeof serviceWith>[1], at = uri) => {
    const { text, range } = withCursor(marked)
    const service = opened(text, options, at)
    service.setFolders(['file:///sidor'])
    const actions = await service.codeActions(at, range)
    const after = (action: CodeAction | undefined) => applied(text, editsOf(action?.edit, at))
    return { service, text, actions, titles: actions.map(({ title }) => title), after }
  }

  test('come in the same order every time', async () => {
    const { actions, titles } = await actionsAt('Hälso|portalen är öppen.\n\nVår hälsoportal är ny.\n')
    expect(titles).toEqual([
      'Skriv ”Den digitala ingången”',
      'Byt ut ”Hälsoportalen” och liknande i hela filen (2 ställen)',
      'Byt ut ”Hälsoportalen” och liknande i alla filer',
      'Lämna det här stället i fred (avoid-term)',
      'Stäng av avoid-term i den här filen',
      'Förklara regeln avoid-term',
      'Föreslå en ändring i termbanken: ”Hälsoportalen”',
      'Rätta allt som säkert går att rätta i filen',
    ])
    expect(actions[0]).toMatchObject({ isPreferred: true, kind: 'quickfix', diagnostics: [{ code: 'avoid-term' }] })
  })

  test('replace one, all of the concept, or everything that is safe', async () => {
    const { actions, after } = await actionsAt('Hälso|portalen ger en avisering.\n\nVår hälsoportal är ny.\n')
    expect(after(actions[0])).toBe('Den digitala ingången ger en avisering.\n\nVår hälsoportal är ny.\n')
    expect(after(actions[1])).toBe('Den digitala ingången ger en avisering.\n\nVår digitala ingång är ny.\n')
    expect(after(actions.at(-1))).toBe('Den digitala ingången ger ett meddelande.\n\nVår digitala ingång är ny.\n')
  })

  test('only those of the kinds that are asked for', async () => {
    const service = opened('Hälsoportalen ger en avisering.')
    const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }
    const kinds = async (only: readonly string[]) =>
      (await service.codeActions(uri, range, only)).map(({ kind }) => kind)
    expect(await kinds(['source.fixAll'])).toEqual(['source.fixAll.klarsprak'])
    expect(await kinds(['source.fixAll.klarsprak'])).toEqual(['source.fixAll.klarsprak'])
    expect(await kinds(['source.fixAll.eslint'])).toEqual([])
    expect(new Set(await kinds(['quickfix']))).toEqual(new Set(['quickfix']))
  })

  test('a client without versions and marks gets plain changes', async () => {
    const { actions, after } = await actionsAt('Hälso|portalen är öppen.', {
      client: { documentChanges: false, changeAnnotations: false },
    })
    expect(actions[0]?.edit?.documentChanges).toBeUndefined()
    expect(after(actions[0])).toBe('Den digitala ingången är öppen.')
  })

  describe.each([
    { name: 'a paragraph', at: uri, marked: 'En rad före.\nGå till hälso|portalen nu.\nEn rad efter.\n' },
    { name: 'a heading', at: uri, marked: '# Gå till hälso|portalen\n\nText.\n' },
    { name: 'a table', at: uri, marked: '| A | B |\n| - | - |\n| hälsoportalen | x |\n', cursor: [2, 4] as const },
    { name: 'front matter', at: uri, marked: '---\nlang: sv\n---\n\nGå till hälso|portalen nu.\n' },
    { name: 'CRLF', at: uri, marked: 'En rad.\r\nGå till hälso|portalen nu.\r\n' },
    { name: 'HTML', at: 'file:///a/b.html', marked: '<!doctype html>\n<p>Gå till hälso|portalen nu.</p>\n' },
    { name: 'YAML', at: 'file:///a/locales/sv.yaml', marked: 'a: Hej\ntitel: Gå till hälso|portalen\n' },
    { name: 'plain text', at: 'file:///a/b.txt', marked: 'En rad.\nGå till hälso|portalen nu.\n' },
    { name: 'properties', at: 'file:///a/messages_sv.properties', marked: 'titel = Gå till hälso|portalen\n' },
    {
      name: 'Android',
      at: 'file:///a/res/values-sv/strings.xml',
      marked: '<?xml version="1.0"?>\n<resources>\n<string name="a">Gå till hälso|portalen</string>\n</resources>\n',
    },
  ])('leaving out in $name', ({ at, marked, ...rest }) => {
    const cursor = 'cursor' in rest ? rest.cursor : undefined
    const text = cursor === undefined ? withCursor(marked).text : marked
    const range =
      cursor === undefined
        ? withCursor(marked).range
        : {
            start: { line: cursor[0], character: cursor[1] },
            end: { line: cursor[0], character: cursor[1] },
          }
    test.each([{ part: 'Lämna' }, { part: 'Stäng av' }])('$part: the finding is gone', async ({ part }) => {
      const service = opened(text, {}, at)
      expect(await shown(service, at)).toContainEqual(expect.stringMatching(/^avoid-term/u))
      const action = (await service.codeActions(at, range)).find(({ title }) => title.startsWith(part))
      const after = applied(text, editsOf(action?.edit, at))
      expect(after).toContain('klarsprak-disable')
      service.change(at, 2, [{ text: after }])
      expect(await shown(service, at)).not.toContainEqual(expect.stringMatching(/avoid-term/u))
    })
  })

  test('JSON has no comments, so nothing is offered that cannot be written', async () => {
    const at = 'file:///a/locales/sv.json'
    const { titles } = await actionsAt('{ "titel": "Gå till hälso|portalen" }', {}, at)
    expect(titles.filter((title) => /^(?:Lämna|Stäng)/u.test(title))).toEqual([])
  })

  test('replace in every file of the workspace', async () => {
    const files = {
      list: async () => ['sida', 'andra', 'tom'].map((name) => `file:///sidor/${name}.md`),
      read: async (path: string) => (path.endsWith('andra.md') ? 'Båda hälsoportalerna.' : 'Ingenting.'),
    }
    const { service, text } = await actionsAt('Hälso|portalen är öppen.', { files })
    const edit = await service.replaceInWorkspace(uri, 'c-0001')
    expect(applied(text, editsOf(edit, uri))).toBe('Den digitala ingången är öppen.')
    expect(applied('Båda hälsoportalerna.', editsOf(edit, 'file:///sidor/andra.md'))).toBe(
      'Båda de digitala ingångarna.',
    )
    expect(edit.documentChanges).toHaveLength(2)
    // Nobody has these files in front of them, so all of it is shown first.
    expect(edit.changeAnnotations).toMatchObject({ visas: { needsConfirmation: true } })
    expect(editsOf(edit, uri)).toMatchObject([{ annotationId: 'visas' }])
  })

  test('a word that is chosen can be proposed for the bank, with its sentence', async () => {
    const { actions, service } = await actionsAt('Hej. Se din |vårdplan| nu. Hej då.')
    expect(actions).toMatchObject([
      { title: 'Föreslå en ändring i termbanken: ”vårdplan”', command: { arguments: [uri, 'vårdplan', { line: 0 }] } },
    ])
    const { text, url } = await service.proposal(uri, 'vårdplan', { line: 0, character: 0 })
    expect(text).toContain('- label: "vårdplan"\n        status: deprecated')
    expect(text).toContain('- "Se din vårdplan nu."')
    expect(new URL(url).searchParams.get('title')).toBe('Förslag till termbanken: vårdplan')
    service.open({ uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text })
    const problems = (await service.check('untitled:Untitled-1'))?.diagnostics ?? []
    expect(problems.filter(({ severity }) => severity === 1)).toEqual([])
  })

  test('of a word that is in the bank, a change of its concept is proposed', async () => {
    const { service } = await actionsAt('Vår hälso|portal.')
    const { text } = await service.proposal(uri, 'hälsoportal', { line: 0, character: 0 })
    expect(text).toContain('concept: c-0001\n')
    service.open({ uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text })
    expect((await service.check('untitled:Untitled-1'))?.diagnostics).toEqual([])
  })

  test('the menu can be in English; what rules say of Swedish is in Swedish', async () => {
    const { text, range } = withCursor('Hälso|portalen är öppen.')
    const service = opened(text)
    service.configure(readSettings({ uiLanguage: 'en' }).settings)
    expect((await service.codeActions(uri, range)).map(({ title }) => title)).toEqual([
      'Write ”Den digitala ingången”',
      'Leave this place as it is (avoid-term)',
      'Turn off avoid-term in this file',
      'Explain the rule avoid-term',
      'Propose a change to the term bank: ”Hälsoportalen”',
      'Fix everything in the file that is safe to fix',
    ])
    expect(JSON.stringify(await service.hover(uri, range.start))).toContain('deprecated term')
    expect(await shown(service)).toEqual([expect.stringContaining('i stället för')])
  })
})

describe('hover', () => {
  const hover = async (marked: string, markdownHover = true) => {
    const { text, at } = withCursor(marked)
    return opened(text, { client: { markdownHover } }).hover(uri, at)
  }
  test('on an avoided term, in any form: what to write, why, and who says so', async () => {
    expect(await hover('På hälsoportal|erna finns allt.')).toEqual({
      range: { start: { line: 0, character: 3 }, end: { line: 0, character: 18 } },
      contents: {
        kind: 'markdown',
        value: [
          '**hälsoportal** – avrådd term',
          '',
          'Den webbplats eller app där du når regionens e-tjänster.',
          '',
          '- Skriv: **digital ingång**',
          '- Till invånare: Logga in på 1177',
          '- Varför: Läsarna vet inte vad en hälsoportal är.',
          '- Bär: e-tjänst',
          '- Källa: [Exempelkällan \\(2026\\)](https://exempel.se/termer_a)',
          '',
          '_c-0001, bank_',
        ].join('\n'),
      },
    })
  })
  test('on a term that is right', async () => {
    expect((await hover('Den digitala |ingången är öppen.'))?.contents).toMatchObject({
      value: expect.stringMatching(/^\*\*digital ingång\*\* – rekommenderad term[\s\S]*- Undvik: hälsoportal/u),
    })
  })
  test('as plain text for editors without Markdown', async () => {
    expect((await hover('Hälso|portalen', false))?.contents).toMatchObject({
      kind: 'plaintext',
      value: expect.stringMatching(/^hälsoportal – avrådd term[\s\S]*Exempelkällan \(2026\) \(https:/u),
    })
  })
  test('on other words, and in code, there is none', async () => {
    expect(await hover('Välkommen |hit till hälsoportalen.')).toBeNull()
    expect(await hover('Koden `hälso|portal`.')).toBeNull()
  })
})

describe('completion', () => {
  const complete = async (marked: string) => {
    const { text, at } = withCursor(marked)
    const { items } = await opened(text).completion(uri, at)
    return items.map(({ textEdit }) => applied(text, [textEdit as { range: never; newText: string }]))
  }
  test.each([
    { name: 'a recommended term', marked: 'Gå till e-tj|', first: 'Gå till e-tjänst' },
    { name: 'the form that is typed', marked: 'Våra e-tjänstern|', first: 'Våra e-tjänsterna' },
    { name: 'a phrase of several words', marked: 'Den digitala ing|', first: 'Den digitala ingången' },
    { name: 'after a possessive', marked: 'Vår digitala ing|', first: 'Vår digitala ingång' },
    { name: 'capitals as typed', marked: 'Medd|', first: 'Meddelande' },
    { name: 'instead of an avoided term', marked: 'Du får en avis|', first: 'Du får ett meddelande' },
    { name: 'in the form of the avoided term', marked: 'Du får aviseringa|', first: 'Du får meddelanden' },
    { name: 'with its article', marked: 'Besök hälsoportale|', first: 'Besök den digitala ingången' },
    { name: 'a verb', marked: 'Du erlägge|', first: 'Du betalar' },
  ])('$name', async ({ marked, first }) => expect((await complete(marked))[0]).toBe(first))

  test.each([
    { name: 'two letters', marked: 'Gå till e-|' },
    { name: 'other words', marked: 'Välko|' },
    { name: 'code', marked: 'Kör `e-tj|` nu' },
    { name: 'nothing', marked: '|' },
  ])('nothing for $name', async ({ marked }) => expect(await complete(marked)).toEqual([]))
})

describe('terms across texts', () => {
  const files = {
    list: async () => ['file:///sidor/andra.md'],
    read: async () => 'Hälsoportalernas namn. Logga in i hälsoportalen.',
  }
  const other = 'file:///sidor/andra.md'

  test('definition leads to the concept’s file', async () => {
    const { text, at } = withCursor('På hälso|portalen.')
    expect(await opened(text).definition(uri, at)).toMatchObject([
      { uri: expect.stringMatching(/^file:.*bank\.yaml$/u), range: { start: { line: 2, character: 0 } } },
    ])
  })
  test('references are all terms of the concept, in any form', async () => {
    const { text, at } = withCursor('Den digitala |ingången, förr hälsoportalen.')
    const found = await opened(text, { files }).references(uri, at)
    expect(found.map((one) => [one.uri, one.range.start.character])).toEqual([
      [uri, 0 + 4],
      [uri, 28],
      [other, 0],
      [other, 34],
    ])
  })
  test('renaming writes another term in the same forms', async () => {
    const { text, at } = withCursor('Öppna hälso|portalen.')
    const service = opened(text, { files })
    expect(await service.prepareRename(uri, at)).toMatchObject({ placeholder: 'hälsoportal' })
    const edit = await service.rename(uri, at, 'digital ingång')
    expect(applied(text, editsOf(edit, uri))).toBe('Öppna den digitala ingången.')
    expect(applied(await files.read(), editsOf(edit, other))).toBe(
      'De digitala ingångarnas namn. Logga in i den digitala ingången.',
    )
    expect(edit?.changeAnnotations).toBeUndefined()
  })
  test('a new word has guessed forms, so they ask to be looked at', async () => {
    const { text, at } = withCursor('Öppna hälso|portalen.')
    const edit = await opened(text).rename(uri, at, 'vårdsida')
    expect(editsOf(edit, uri)).toMatchObject([
      { newText: expect.stringContaining('vårdsida'), annotationId: 'att-granska' },
    ])
  })
})

describe('links, hints and lenses', () => {
  test('ids of concepts and rules are links', async () => {
    const service = opened('Se c-0001.\n\n<!-- klarsprak-disable-line avoid-term, no-rule -- skäl -->\n')
    expect((await service.documentLinks(uri)).map(({ target, range }) => [range.start, target])).toEqual([
      [{ line: 0, character: 3 }, expect.stringMatching(/bank\.yaml#L3$/u)],
      [{ line: 2, character: 28 }, expect.stringMatching(/avoid-term\/rule\.md$/u)],
    ])
  })
  test('hints and figures are shown when asked for', async () => {
    const service = opened('Hälsoportalen är öppen.')
    const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    expect(await service.inlayHints(uri, all)).toEqual([])
    expect(await service.codeLenses(uri)).toEqual([])
    service.configure(readSettings({ inlayHints: true, codeLens: true }).settings)
    expect(await service.inlayHints(uri, all)).toMatchObject([{ label: '→ Den digitala ingången' }])
    expect(await service.codeLenses(uri)).toMatchObject([
      { command: { title: expect.stringMatching(/^LIX \d+ .* 3 ord · 1 fynd$/u) } },
    ])
  })
})

test('a word can be looked up in any form', async () => {
  const [first] = await opened('').lookUp('hälsoportalernas')
  expect(first).toMatchObject({ conceptId: 'c-0001', label: 'hälsoportal', preferred: ['digital ingång'] })
})

describe('the forms of a concept that can be put in a text', () => {
  test.each([
    { name: 'after ”vår”', marked: 'Logga in i vår |', first: 'digitala ingång' },
    { name: 'after ”den”', marked: 'Logga in i den |', first: 'digitala ingången' },
    { name: 'after ”flera”', marked: 'Vi har flera |', first: 'digitala ingångar' },
    { name: 'first in a sentence', marked: 'Hej. |', first: 'Digital ingång' },
    { name: 'in the place of a form', marked: 'Alla |hälsoportalernas| namn', first: 'digitala ingångarnas' },
  ])('$name: $first', async ({ marked, first }) => {
    const { text, range } = withCursor(marked)
    const forms = await opened(text).formsFor(uri, range, 'c-0001')
    expect(forms[0]).toMatchObject({ text: first, fits: true })
    expect(forms.map((one) => one.text)).not.toContain('hälsoportal')
  })
})

test('somebody’s own words lead to a concept', async () => {
  const [first] = await opened('').guide('vad är en e-tjänst')
  expect(first).toMatchObject({ conceptId: 'c-0002', label: 'e-tjänst' })
})

test('the report is the one the command makes, about every file', async () => {
  const files = { list: async () => ['file:///sidor/andra.md'], read: async () => 'Båda hälsoportalerna.' }
  const report = await opened('Gå till hälsoportalen.', { files }).report('1.2.3')
  expect(report).toMatch(/^<!DOCTYPE html>/u)
  expect(report).toContain('andra.md')
  expect(report).toContain('sida.md')
})

test('questions about a text that is not open have no answer', async () => {
  const service = serviceWith(project)
  const at = { line: 0, character: 0 }
  service.change(uri, 2, [{ text: 'Ny.' }])
  expect(await service.check(uri)).toBeUndefined()
  expect(await service.hover(uri, at)).toBeNull()
  expect(await service.codeActions(uri, { start: at, end: at })).toEqual([])
  expect(await service.rename(uri, at, 'x')).toBeNull()
})
