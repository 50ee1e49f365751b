import { createRewriter } from '@klarsprak/swedish'
import { loadNationalIndex } from '@klarsprak/termbank'
import { describe, expect, test } from 'vitest'
import { createLinter } from './create-linter.js'
import { presetRules } from './rules/preset-rules.js'

const tools = { index: loadNationalIndex(), rewrite: createRewriter() }
const linter = createLinter(tools)

/** Processor time, not time on the clock: what others do on the machine counts for little. */
function costOf(text: string): number {
  const before = process.cpuUsage()
  linter.lint({ path: 'a.md', text })
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** Text of about `length` characters that some reader or rule might be slow on. */
const SHAPES: Readonly<Record<string, (length: number) => string>> = {
  'one long line': (length) => 'Du erlägger avgiften via hälsoportalen. '.repeat(length / 40),
  'a word of letters': (length) => 'a'.repeat(length),
  hyphens: (length) => '-'.repeat(length),
  'words with hyphens': (length) => `a${'-a'.repeat(length / 2)}`,
  matches: (length) => 'hälsoportal '.repeat(length / 12),
  'matches, a paragraph each': (length) => 'hälsoportal\n\n'.repeat(length / 13),
  comments: (length) => '<!-- klarsprak-disable-next-line -->\nhälsoportal\n\n'.repeat(length / 51),
  'comments that are never closed': (length) => '<!--\n'.repeat(length / 5),
  'quotation marks': (length) => '"a '.repeat(length / 3),
  'nested quotations': (length) => `${'”a '.repeat(length / 6)}${'a” '.repeat(length / 6)}`,
  'nested parentheses': (length) => `${'('.repeat(length / 2)}${')'.repeat(length / 2)}`,
  'nested brackets': (length) => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`,
  'pairs of brackets': (length) => '[a] '.repeat(length / 4),
  'links without an end': (length) => '[a]('.repeat(length / 4),
  'references that nobody defines': (length) => '[a][b] '.repeat(length / 7),
  'nested emphasis': (length) => '*a '.repeat(length / 3),
  'emphasis of two kinds': (length) => '**a* '.repeat(length / 5),
  backticks: (length) => 'a`'.repeat(length / 2),
  'nested quotations of Markdown': (length) => `${'>'.repeat(length / 2)} portal`,
  'lists, each in the one before': (length) =>
    Array.from({ length: Math.sqrt(length * 2) }, (_, at) => `${' '.repeat(at)}- a`).join('\n'),
  fences: (length) => '- ```\n  a\n'.repeat(length / 10),
  tags: (length) => '<b>'.repeat(length / 3),
  entities: (length) => '&aring;'.repeat(length / 7),
  'addresses of mail, nearly': (length) => 'a@'.repeat(length / 2),
  'titles of laws, nearly': (length) => 'lagen om '.repeat(length / 9),
}

describe('four times the text takes about four times as long, whatever it holds', () => {
  const SIZE = 30_000
  /** Linear is 4, the square is 16. */
  const MOST = 9
  /** Microseconds; below this nothing can be told, and nobody waits. */
  const QUICK = 150_000
  test.each(Object.entries(SHAPES))('%s', { timeout: 120_000 }, (_, shape) => {
    costOf(shape(2_000))
    const ratios: number[] = []
    // A busy machine can spoil a measurement, not five of them.
    for (let attempt = 0; attempt < 5 && (ratios.at(-1) ?? 99) > MOST; attempt++) {
      const one = costOf(shape(SIZE))
      const four = costOf(shape(SIZE * 4))
      ratios.push(four < QUICK ? 0 : four / one)
    }
    expect(Math.min(...ratios)).toBeLessThan(MOST)
  })
})

test('ten thousand matches are ten thousand findings', { timeout: 120_000 }, () => {
  const { length } = linter.lint({ path: 'a.md', text: 'hälsoportal '.repeat(10_000) })
  expect(length).toBe(10_000)
})

test('a word may have any number of hyphens, for every rule', { timeout: 120_000 }, () => {
  const everyRule = createLinter({ ...tools, rules: presetRules('all') })
  expect(everyRule.lint({ path: 'a.md', text: `a${'-a'.repeat(450_000)}` })).toEqual([])
})
