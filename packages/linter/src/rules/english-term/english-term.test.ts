import type { TermIndex } from '@klarsprak/termbank'
import { describe, expect, test } from 'vitest'
import { prepareEnglish } from '../../analysis/english.js'
import { loadBank } from '../../config/load-bank.js'
import { loadWords } from '../../config/load-words.js'
import { createLinter } from '../../create-linter.js'
import { twinKey, twinPath } from '../../documents/locale/twin-path.js'
import { prepareParsers, READ_EXTENSIONS } from '../../documents/parsers.js'
import { nationalWords } from '../../testing/test-linter.js'
import { withDefaults } from '../run.js'
import { englishTerm } from './rule.js'

const linter = createLinter({
  ...(await nationalWords()),
  parserFor: await prepareParsers(READ_EXTENSIONS),
  english: await prepareEnglish([{ rule: englishTerm }]),
  rules: [withDefaults(englishTerm)],
})

/** What a run over several files tells, as `path: word -> suggestion`. */
function told(files: Readonly<Record<string, string>>): readonly string[] {
  const inspected = Object.entries(files).map(([path, text]) => ({ path, ...linter.inspect({ path, text }) }))
  const across = linter.acrossFiles(inspected)
  return inspected.flatMap(({ path, findings }) =>
    [...findings, ...(across.get(path) ?? [])].map(
      ({ text, suggestions, keyPath }) =>
        `${path}${keyPath === undefined ? '' : ` ${keyPath}`}: ${text} -> ${suggestions[0]?.text ?? '–'}`,
    ),
  )
}
const page = (text: string) => `---\nlang: en\n---\n\n${text}\n`

describe('words in English', () => {
  const cases = [
    {
      name: 'a word that is avoided',
      text: 'Write your personal number.',
      told: ['personal number -> personal identity number'],
    },
    { name: 'in the plural', text: 'Two personal numbers.', told: ['personal numbers -> personal identity numbers'] },
    {
      name: 'first in a sentence',
      text: 'Personal number is needed.',
      told: ['Personal number -> Personal identity number'],
    },
    {
      name: 'over a line break',
      text: 'Your personal\nnumber.',
      told: ['personal\nnumber -> personal identity number'],
    },
    { name: 'an old name', text: 'The county councils decide.', told: ['county councils -> regions'] },
    { name: 'the right word', text: 'Write your personal identity number.', told: [] },
    { name: 'part of a longer word', text: 'An impersonal number.', told: [] },
    { name: 'in a quotation', text: 'The form says “personal number”.', told: [] },
    { name: 'in code', text: 'Use `personal number`.', told: [] },
    { name: 'another word that is allowed, in a page that stands alone', text: 'Use our online service.', told: [] },
  ]
  for (const { name, text, told: expected } of cases) {
    test(name, () => expect(told({ 'a.md': page(text) })).toEqual(expected.map((one) => `a.md: ${one}`)))
  }
  test('a fix keeps ”a” and ”an” right, or is for a person to make', () => {
    const safe = (text: string) =>
      linter.lint({ path: 'a.md', text: page(text) }).flatMap(({ suggestions }) => suggestions.map((one) => one.safe))
    expect(safe('Write a personal number.')).toEqual([true])
    expect(safe('An electronic legitimation.')).toEqual([true])
    expect(safe('A care central.')).toEqual([true])
    expect(safe('A new electronic legitimation, or a person data.')).toEqual([true, true])
  })
  test('a text in Swedish is no text in English', () =>
    expect(told({ 'a.md': 'Skriv ditt personal number.\n' })).toEqual([]))
})

describe('the same text in two languages', () => {
  const sv = 'Logga in i e-tjänsten.'
  const en = 'Log in to the online service.'
  const says = 'online service -> e-service'
  const cases: readonly { name: string; files: Record<string, string>; told: string[] }[] = [
    { name: 'pages side by side', files: { 'a.sv.md': sv, 'a.en.md': page(en) }, told: [`a.en.md: ${says}`] },
    { name: 'folders side by side', files: { 'sv/x/a.md': sv, 'en/x/a.md': page(en) }, told: [`en/x/a.md: ${says}`] },
    { name: 'other pages', files: { 'sv/x/a.md': sv, 'en/x/b.md': page(en) }, told: [] },
    {
      name: 'files of texts, key by key',
      files: { 'sv.json': `{"a": "${sv}", "b": "Hej du"}`, 'en.json': `{"a": "${en}", "b": "${en}"}` },
      told: [`en.json a: ${says}`],
    },
    {
      name: 'Rails, with the language outermost',
      files: { 'config/sv.yml': `sv:\n  a: ${sv}\n`, 'config/en.yml': `en:\n  a: ${en}\n` },
      told: [`config/en.yml en.a: ${says}`],
    },
    {
      name: 'one file with both',
      files: { 'texter.json': `{"sv": {"a": "${sv}"}, "en": {"a": "${en}"}}` },
      told: [`texter.json en.a: ${says}`],
    },
    {
      name: 'an element in another language on a page',
      files: { 'a.html': `<p>${sv}</p><p lang="en">${en}</p>` },
      told: [`a.html: ${says}`],
    },
    {
      name: 'when the English is right',
      files: { 'a.sv.md': sv, 'a.en.md': page('Log in to the e-service.') },
      told: [],
    },
    {
      name: 'when the Swedish uses another word too',
      files: { 'a.sv.md': 'Logga in i den digitala tjänsten.', 'a.en.md': page(en) },
      told: [],
    },
  ]
  for (const { name, files, told: expected } of cases) test(name, () => expect(told(files)).toEqual(expected))

  test('the sentence says both words', () => {
    const files = [
      { path: 'a.sv.md', text: sv },
      { path: 'a.en.md', text: page(en) },
    ].map((file) => ({ path: file.path, noted: linter.inspect(file).noted }))
    expect(
      linter
        .acrossFiles(files)
        .get('a.en.md')
        ?.map(({ message }) => message),
    ).toEqual([
      'Den svenska texten säger ”e-tjänst”. På engelska heter det ”e-service”, men här står ”online service”.',
    ])
  })
})

describe('twins', () => {
  const pairs = [
    ['locales/sv/a.json', 'locales/en/a.json', true],
    ['a_sv.properties', 'a_en.properties', true],
    ['a.sv-SE.resx', 'a.en-GB.resx', true],
    ['log-in-sv.md', 'log-in-en.md', true],
    ['sv.lproj/L.strings', 'en.lproj/L.strings', true],
    ['values-sv/strings.xml', 'values-en/strings.xml', true],
    ['sv.json', 'en.json', true],
    ['sv/a.md', 'sv/b.md', false],
    ['log-in.md', 'log-it.md', false],
    ['a/sv/b.md', 'c/en/b.md', false],
  ] as const
  for (const [a, b, are] of pairs) {
    test(`${a} and ${b} are ${are ? '' : 'no '}twins`, () => expect(twinPath(a) === twinPath(b)).toBe(are))
  }
  test('a key may begin with its language', () =>
    expect(['sv.a.b', 'en.a.b', 'a.b', 'sv'].map(twinKey)).toEqual(['a.b', 'a.b', 'a.b', 'sv']))
})

test('every English word that the bank is against is found in each of its forms, and has reason and a word instead', async () => {
  const { bank } = await loadBank(['national'], '.')
  const terms = bank.concepts.flatMap((concept) =>
    concept.terms
      .filter(({ lang, status }) => lang === 'en' && (status === 'deprecated' || status === 'superseded'))
      .map((term) => ({ concept, term })),
  )
  expect(terms.length).toBeGreaterThan(20)
  for (const { concept, term } of terms) {
    expect([term.label, term.reason ?? '']).not.toContain('')
    for (const form of [term.label, ...(term.forms ?? [])]) {
      const findings = linter.lint({ path: 'a.md', text: page(`See the ${form} here.`) })
      expect([form, findings.map(({ conceptId }) => conceptId)]).toEqual([form, [concept.id]])
      expect([form, findings[0]!.suggestions.length]).toEqual([form, 1])
    }
  }
})

test('a bank of one’s own has English words too', async () => {
  const words = await loadWords({ paths: [new URL('../../testing/bank.yaml', import.meta.url).pathname] })
  expect((words.index.english!() as TermIndex).size.terms).toBe(3)
})
