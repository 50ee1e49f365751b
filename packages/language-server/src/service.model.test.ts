import { createLinter, type Linter, positionsIn, prepareParsers } from '@klarsprak/linter'
import { rewrite } from '@klarsprak/swedish'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { TextEdit } from 'vscode-languageserver-types'
import { type Encoding, linesOf } from './documents/lines.js'
import { diagnosticsOf } from './features/diagnostics.js'
import type { Project } from './projects/project.js'
import type { Service } from './service.js'
import { defaultSettings } from './settings.js'
import { applied, editsOf, serviceWith, testProject } from './testing/test-service.js'

/** Edits and requests in all. `KLARSPRAK_STEPS=100000` takes some minutes. */
const STEPS = Number(process.env.KLARSPRAK_STEPS ?? 4000)
const STEPS_IN_A_RUN = 40

const piece = fc.constantFrom(
  ...['hälsoportalen ', 'Vår hälsoportal', 'digitala ingång', 'en avisering', ' erlägger', 'sepsis', 'e-tj', 'å', '😀'],
  ...['a\u030A', '\u00AD', '\r\n', '\n', '\n\n', '\r', '# ', '- ', '> ', '| ', '`', '```\n', '*', '_', '[', '](', ')'],
  ...['<!-- klarsprak-disable-line -->', '<!-- klarsprak-disable avoid-term -- x -->', '<!--', '-->', '<b>', '</b>'],
  ...[
    '&aring;',
    '&',
    '"',
    '{',
    '}',
    '{{',
    ',',
    ': ',
    '.',
    ' ',
    '\t',
    '---\n',
    '\uFEFF',
    '\u0000',
    '\uD83D',
    'x'.repeat(50),
  ],
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const place = fc.nat({ max: 10_000 })

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), from: place, length: fc.nat(8), text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('act' as const), at: place, choice: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const), at: place, what: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('check' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const FILES = [
  'file:///a/sida.md',
  'file:///a/sida.html',
  'file:///a/sida.txt',
  'file:///a/locales/sv.json',
  'file:///a/locales/sv.yaml',
  'file:///a/sv.po',
  'file:///a/sv.xliff',
  'file:///a/sv.properties',
]

let project: Project
let fresh: Linter
beforeAll(async () => {
  project = await testProject()
  const parserFor = await prepareParsers(FILES.map((uri) => uri.slice(uri.lastIndexOf('.'))))
  // Remembers nothing, and uses none of the code between.
  fresh = createLinter({ index: project.index, rewrite, parserFor })
})

test('whatever is typed and asked, nothing fails, and what is shown is what a fresh lint finds', {
  timeout: 3_600_000,
}, async () => {
  let taken = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.constantFrom<Encoding>('utf-16', 'utf-8', 'utf-32'),
      fc.array(step, { minLength: STEPS_IN_A_RUN, maxLength: STEPS_IN_A_RUN }),
      async (uri, encoding, steps) => {
        const service = serviceWith(project, { client: { encoding } })
        const model = { text: '', version: 1 }
        service.open({ uri, languageId: '', version: 1, text: '' })
        for (const one of steps) {
          await take(service, model, uri, encoding, one)
          taken++
        }
        await check(service, model, uri, encoding)
      },
    ),
    { numRuns: Math.ceil(STEPS / STEPS_IN_A_RUN) },
  )
  expect(taken).toBeGreaterThanOrEqual(STEPS)
})

interface Model {
  text: string
  version: number
}

async function take(service: Service, model: Model, uri: string, encoding: Encoding, one: Step): Promise<void> {
  const lines = linesOf(model.text, encoding)
  const edit = (start: number, end: number, added: string): void => {
    // The client names a place in its own encoding; inside a character it means the character's start.
    const range = lines.rangeOf({ start, end })
    const span = lines.spanOf(range)
    model.text = model.text.slice(0, span.start) + added + model.text.slice(span.end)
    service.change(uri, ++model.version, [{ range, text: added }])
  }
  const at = (place: number) => lines.positionAt(place % (model.text.length + 1))
  switch (one.kind) {
    case 'edit': {
      const start = one.from % (model.text.length + 1)
      edit(start, Math.min(start + one.length, model.text.length), one.text)
      break
    }
    case 'replace':
      model.text = one.text
      service.change(uri, ++model.version, [{ text: one.text }])
      break
    case 'act': {
      const range = { start: at(one.at), end: at(one.at + 40) }
      const actions = await service.codeActions(uri, range)
      const action = actions[one.choice % Math.max(1, actions.length)]
      const edits = editsOf(action?.edit, uri) as TextEdit[]
      if (edits.length === 0) break
      model.text = applied(model.text, edits, lines)
      service.change(uri, ++model.version, [{ text: model.text }])
      break
    }
    case 'ask':
      await ask(service, uri, one.what, at(one.at))
      break
    case 'check':
      await check(service, model, uri, encoding)
  }
  expect(service.textOf(uri)).toBe(model.text)
}

async function ask(service: Service, uri: string, what: number, position: { line: number; character: number }) {
  const range = { start: position, end: { line: position.line + 2, character: 5 } }
  const questions = [
    () => service.hover(uri, position),
    () => service.completion(uri, position),
    () => service.definition(uri, position),
    () => service.references(uri, position),
    () => service.prepareRename(uri, position),
    () => service.rename(uri, position, 'e-tjänst'),
    () => service.documentLinks(uri),
    () => service.inlayHints(uri, range),
    () => service.codeActions(uri, range),
    () => service.codeLenses(uri),
  ]
  await questions[what % questions.length]!()
}

async function check(service: Service, model: Model, uri: string, encoding: Encoding): Promise<void> {
  const checked = await service.check(uri)
  const path = uri.slice('file://'.length)
  const findings = fresh.lint({ path, text: model.text })
  const lines = linesOf(model.text, encoding)
  const expected = diagnosticsOf({ findings, lines } as never, defaultSettings)
  expect(checked?.version).toBe(model.version)
  expect(checked?.diagnostics).toEqual(expected)
  if (encoding !== 'utf-16') return
  const places = positionsIn(model.text)
  for (const [number, { span, text }] of findings.entries()) {
    if (number >= defaultSettings.maxProblems) break
    expect(model.text.slice(span.start, span.end)).toBe(text)
    const { line, column } = places.at(span.start)
    expect(checked?.diagnostics[number]?.range.start).toEqual({ line: line - 1, character: column - 1 })
  }
}
