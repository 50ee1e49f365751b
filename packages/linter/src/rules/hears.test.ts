import { readdirSync, readFileSync } from 'node:fs'
import { tokenise } from '@klarsprak/swedish'
import { describe, expect, test } from 'vitest'
import { analyse, understandWith } from '../analysis/analyse.js'
import { loadWords } from '../config/load-words.js'
import { markdownParser } from '../documents/markdown.js'
import type { Finding } from '../findings/finding.js'
import { RULES } from './index.js'
import { presetRules } from './preset-rules.js'
import { createReplacer } from './replacement.js'
import type { Rule } from './rule.js'
import { run, withDefaults } from './run.js'

const words = await loadWords()
const replace = createReplacer(words.rewrite)

const ownPages = RULES.flatMap(({ id }) => {
  const folder = new URL(`${id}/fixtures/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
})
/** All that the bank says must be reported, and must not; twenty sentences a page, so that they mean something for each other. */
const bankPages = (() => {
  const sentences = [...words.index.concepts()].flatMap(({ flags = [], allows = [] }) => [...flags, ...allows])
  const shouted = sentences.filter((_, at) => at % 7 === 0).map((sentence) => sentence.toUpperCase())
  const all = [...sentences, ...shouted]
  return Array.from({ length: Math.ceil(all.length / 20) }, (_, page) =>
    all.slice(page * 20, page * 20 + 20).join('\n\n'),
  )
})()

const understand = understandWith(tokenise, words.index)
const pages = [...ownPages, ...bankPages].map((text) => ({
  text,
  segments: analyse(markdownParser.parse(text), understand),
}))

/** What a rule says of a page when it is asked about what it hears, and when it is asked about everything. */
function saidOf(rule: Rule, { text, segments }: (typeof pages)[number]): readonly (readonly Finding[])[] {
  const deaf: Rule = Object.fromEntries(Object.entries(rule).filter(([name]) => name !== 'hears')) as unknown as Rule
  return [rule, deaf].map((one) => {
    const findings: Finding[] = []
    run(withDefaults(one), { segments, all: segments, text, replace }, (finding) => findings.push(finding))
    return findings
  })
}

/** They are about a kind of text, and what they hear is how they know it. */
const ABOUT_A_KIND = ['button-label', 'heading-form', 'heading-length']

describe('a rule that is asked only about what it listens for says what it says when asked about everything', () => {
  const listening = RULES.filter(({ id, hears }) => hears !== undefined && !ABOUT_A_KIND.includes(id))
  test.each(listening.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    let found = 0
    for (const page of pages) {
      const [said, saidByDeaf] = saidOf(rule, page)
      expect(said).toEqual(saidByDeaf)
      found += said!.length
    }
    expect(found).toBeGreaterThan(0)
  })

  test('and every recommended rule about words listens for something', () => {
    const deaf = presetRules('recommended').filter(({ rule: { hears } }) => hears === undefined)
    expect(deaf.map(({ rule: { id } }) => id)).toEqual(['disable-comment'])
  })
})
