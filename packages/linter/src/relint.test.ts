import { readdirSync, readFileSync } from 'node:fs'
import { tokenise } from '@klarsprak/swedish'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareEnglish } from './analysis/english.js'
import { rulesByAudience } from './config/rules-by-audience.js'
import { createLinter, type Linter, type LinterOptions } from './create-linter.js'
import { prepareParsers } from './documents/parsers.js'
import { RULES } from './rules/index.js'
import { defineRule } from './rules/rule.js'
import { withDefaults } from './rules/run.js'
import { testBank, testWords } from './testing/test-linter.js'

/** `KLARSPRAK_RUNS=2000` takes some minutes. */
const RUNS = Number(process.env.KLARSPRAK_RUNS ?? 15)

/** How lines are written in a file of each kind. */
const WRITTEN: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  'a.md': (lines) => lines.join('\n'),
  'a.txt': (lines) => lines.join('\n'),
  'a.html': (lines) => lines.map((line) => `<p>${line}</p>`).join('\n'),
  'a.mdx': (lines) => lines.join('\n\n'),
  'a.vue': (lines) => `<template>\n${lines.map((line) => `<p>${line}</p>`).join('\n')}\n</template>`,
  'sv.json': (lines) =>
    JSON.stringify({ a: lines, b: Object.fromEntries(lines.map((line, at) => [at, line])) }, null, 1),
  'sv.yaml': (lines) => lines.map((line, at) => `b${at}: ${at % 2 === 0 ? JSON.stringify(line) : line}`).join('\n'),
  'sv.po': (lines) => lines.map((line, at) => `msgid "a${at}"\nmsgstr ${JSON.stringify(line)}`).join('\n\n'),
  'sv.properties': (lines) => lines.map((line, at) => `a.b${at}=${line}`).join('\n'),
  'sv.xliff': (lines) =>
    `<xliff><file target-language="sv">${lines.map((line, at) => `<unit id="${at}"><segment><target>${line}</target></segment></unit>`).join('\n')}</file></xliff>`,
}
const PATHS = Object.keys(WRITTEN)

/** Every line of every rule's fixtures: each rule has something to say of some. */
const fixtures = RULES.flatMap(({ id }) => {
  const folder = new URL(`rules/${id}/fixtures/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
})

let options: LinterOptions
let linter: Linter
beforeAll(async () => {
  const parserFor = await prepareParsers(PATHS.map((path) => path.slice(path.lastIndexOf('.'))))
  const audienceByKey = { staff: ['personal.**', 'b.*'] }
  const settings = { extends: ['klarsprak:all'], audience: 'citizen', audienceByKey } as const
  const rules = rulesByAudience(settings)
  const english = await prepareEnglish(rules)
  options = { ...(await testWords(testBank)), parserFor, english, rules, today: '2027-01-31' }
  linter = createLinter(options)
})

describe('a text that is linted again after each edit gives what it gives when linted for the first time', () => {
  const line = fc.constantFrom(
    ...fixtures,
    ...['', '', '', '# Rubrik', '- punkt', '- hälsoportalen', '1. erlägg', '> citat', '```', '| a | b |', '|---|---|'],
    ...[
      '[a]: /b',
      '[a]',
      '<div lang="en">',
      '</div>',
      '<p data-klarsprak-audience="staff">',
      '</p>',
      '---',
      'lang: en',
    ],
    ...['<!-- klarsprak-disable -->', '<!-- klarsprak-enable -->', '<!-- klarsprak-disable-line avoid-term -- x -->'],
  )
  const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n'))
  const typed = fc.constantFrom(
    ...'a å . \n " \' < > * ` [ ] { } : - # 😀 \r\n \t'.split(' '),
    ' ',
    'hälsoportal',
    '\n\n',
  )
  const edit = fc.record({
    from: fc.nat(100_000),
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
    text: fc.oneof({ weight: 3, arbitrary: typed }, { weight: 2, arbitrary: lines }, fc.constant('')),
  })
  const page = fc.array(line, { minLength: 1, maxLength: 20 })

  test.each(PATHS)('%s', (path) => {
    fc.assert(
      fc.property(page, fc.array(edit, { minLength: 1, maxLength: 8 }), (first, edits) => {
        const relinter = linter.relinter()
        let text = WRITTEN[path]!(first)
        expect(relinter.inspect({ path, text })).toEqual(linter.inspect({ path, text }))
        for (const [nth, { from, length, text: added }] of edits.entries()) {
          const start = from % (text.length + 1)
          text = text.slice(0, start) + added + text.slice(start + length)
          const file = { path, text }
          // An editor may ask for the words of a version and never for its findings.
          if (nth % 3 === 2) relinter.segments(file)
          else expect(relinter.inspect(file)).toEqual(linter.inspect(file))
        }
        for (const lines of [first.slice(1), first.toReversed(), first]) {
          const file = { path, text: WRITTEN[path]!(lines) }
          expect(relinter.inspect(file)).toEqual(linter.inspect(file))
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('what has not changed is not understood again', () => {
  const paragraphs = Array.from({ length: 50 }, (_, at) => `Stycke ${at} om hälsoportalen.`)
  const asked: string[] = []
  const counting = (reach: 'segment' | 'file') =>
    defineRule({
      id: `counting-${reach}`,
      summary: 'Räknar.',
      severity: 'info',
      reach,
      messages: { any: 'Något.' },
      options: (z) => z.strictObject({}),
      check({ segments, report }) {
        for (const segment of segments) {
          asked.push(`${reach}: ${segment.prose}`)
          report({ segment, span: { start: 0, end: 1 }, messageId: 'any', data: {} })
        }
      },
    })
  const tokenised: string[] = []
  const relinterOf = (...reaches: readonly ('segment' | 'file')[]) =>
    createLinter({
      ...options,
      rules: reaches.map((reach) => withDefaults(counting(reach))),
      tokenise(text) {
        tokenised.push(text)
        return tokenise(text)
      },
    }).relinter()
  const edits = [
    { name: 'a letter', change: (all: string[]) => all.with(20, `${all[20]}!`), anew: [`${paragraphs[20]}!`] },
    { name: 'a paragraph taken away', change: (all: string[]) => all.toSpliced(20, 1), anew: [] },
    { name: 'two that change places', change: (all: string[]) => all.with(3, all[9]!).with(9, all[3]!), anew: [] },
    { name: 'a new one', change: (all: string[]) => all.toSpliced(7, 0, 'Nytt.'), anew: ['Nytt.'] },
    { name: 'one that is there already', change: (all: string[]) => all.toSpliced(7, 0, all[30]!), anew: [] },
  ]
  test.each(edits)('$name', ({ change, anew }) => {
    const relinter = relinterOf('segment', 'file')
    relinter.inspect({ path: 'a.md', text: paragraphs.join('\n\n') })
    asked.length = 0
    tokenised.length = 0
    const changed = change([...paragraphs])
    const { findings } = relinter.inspect({ path: 'a.md', text: changed.join('\n\n') })
    expect(tokenised).toEqual(anew)
    expect(asked).toEqual([...anew.map((text) => `segment: ${text}`), ...changed.map((text) => `file: ${text}`)])
    expect(findings).toHaveLength(changed.length)
  })
})
