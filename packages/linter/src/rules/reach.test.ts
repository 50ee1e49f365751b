import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { tokenise } from '@klarsprak/swedish'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnalysedSegment, analyse, understandWith } from '../analysis/analyse.js'
import { markdownParser } from '../documents/markdown.js'
import type { Finding } from '../findings/finding.js'
import { testBank, testWords } from '../testing/test-linter.js'
import { RULES } from './index.js'
import { createReplacer } from './replacement.js'
import { type ConfiguredRule, run, withDefaults } from './run.js'

const words = await testWords(testBank)
const understand = understandWith(tokenise, words.index)
const replace = createReplacer(words.rewrite)

const fixturesOf = (id: string): readonly string[] => {
  const folder = new URL(`${id}/fixtures/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
}
const fixtures = RULES.flatMap(({ id }) => fixturesOf(id))
const blocksOf = (pages: readonly string[]) => pages.flatMap((page) => page.split(/\n{2,}/u))

/** Pages that a rule has much to say of: its own examples, twice over, and among those of the others. */
function pagesFor(id: string): fc.Arbitrary<string> {
  const own = fc.constantFrom(...blocksOf(fixturesOf(id)))
  const any = fc.constantFrom(...blocksOf(fixtures))
  const blocks = fc.array(fc.oneof({ weight: 2, arbitrary: own }, { weight: 1, arbitrary: any }), { maxLength: 8 })
  return blocks.map((some) => [...some, ...some].join('\n\n'))
}

/** What the rule says of each segment when it is asked about `asked`. */
function foundIn(rule: ConfiguredRule, asked: readonly AnalysedSegment[], text: string) {
  const found = new Map<AnalysedSegment, Finding[]>()
  run(rule, { segments: asked, all: asked, text, replace }, (finding, segment) => {
    found.set(segment, [...(found.get(segment) ?? []), finding])
  })
  return found
}

/** What a rule says of the segments of a page when it is asked of all at once, and of one at a time. */
function saidOf(rule: ConfiguredRule, text: string) {
  const segments = analyse(markdownParser.parse(text), understand)
  const together = foundIn(rule, segments, text)
  return {
    together: segments.map((segment) => together.get(segment)),
    apart: segments.map((segment) => foundIn(rule, [segment], text).get(segment)),
  }
}

const rulesOf = (reach: 'segment' | 'file') =>
  RULES.filter((rule) => (rule.reach ?? 'file') === reach).map((rule) => withDefaults(rule))

describe('a rule with the reach of a segment says the same of it whatever stands around', () => {
  test.each(rulesOf('segment').map((rule) => [rule.rule.id, rule] as const))('%s', (id, rule) => {
    let found = 0
    const check = (text: string) => {
      const { together, apart } = saidOf(rule, text)
      expect(apart).toEqual(together)
      found += together.filter((one) => one !== undefined).length
    }
    for (const page of fixtures) check(page)
    expect(found).toBeGreaterThan(0)
    fc.assert(fc.property(pagesFor(id), check), { numRuns: 25 })
  })
})

/** They find nothing in Swedish prose. */
const ABOUT_OTHER_THINGS = ['english-term', 'english-readability', 'disable-comment']

/** Pages that show what other segments mean for one, where the examples of the rule do not. */
const TOGETHER: Readonly<Record<string, string>> = {
  'direct-address': 'Här bokar du tid.\n\nPatienten ska komma i tid.',
  'foreign-word': 'Det blev ett event.\n\nKoden i databasen är programvara.',
}

describe('and one with the reach of a file does not, so it must be asked again', () => {
  const rules = rulesOf('file').filter(({ rule }) => !ABOUT_OTHER_THINGS.includes(rule.id))
  test.each(rules.map((rule) => [rule.rule.id, rule] as const))('%s', (id, rule) => {
    const isTheSame = (text: string) => {
      const { together, apart } = saidOf(rule, text)
      return isDeepStrictEqual(together, apart)
    }
    const pages = [...fixturesOf(id), TOGETHER[id] ?? '', ...fc.sample(pagesFor(id), { numRuns: 100, seed: 1 })]
    expect(pages.every(isTheSame)).toBe(false)
  })
})
