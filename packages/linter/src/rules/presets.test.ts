import { describe, expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { plainIndex, plainRewrite } from '../testing/plain-index.js'
import { findRule, RULES } from './index.js'
import { presetRules } from './preset-rules.js'
import { defineRule } from './rule.js'
import { withDefaults } from './run.js'

const words = {
  rewrite: plainRewrite,
  index: plainIndex([
    {
      id: 'c-0001',
      terms: [
        { label: 'betala', status: 'preferred' },
        { label: 'erlägga', status: 'deprecated' },
      ],
    },
  ]),
}
const sentence = (length: number) => `Du ${'kan '.repeat(length - 1).trim()}.`

describe('presets', () => {
  test('each holds all of the one before', () => {
    const ids = (preset: 'recommended' | 'strict' | 'all') => presetRules(preset).map(({ rule }) => rule.id)
    expect(ids('all')).toEqual(RULES.map(({ id }) => id))
    expect(ids('strict')).toEqual(expect.arrayContaining(ids('recommended')))
    expect(ids('all')).toEqual(expect.arrayContaining(ids('strict')))
  })
  test('a preset may have options of its own', () => {
    const advice = (preset: 'recommended' | 'strict') =>
      presetRules(preset).find(({ rule }) => rule.id === 'nominalization')?.options
    expect([advice('recommended'), advice('strict')]).toMatchObject([{ advice: false }, { advice: true }])
  })
  test('what is recommended is the default', () => {
    const ids = createLinter(words)
      .lint({ path: 'a.md', text: `${sentence(26)} Han/hon kan och/eller vill.` })
      .map(({ ruleId }) => ruleId)
    expect(ids).toEqual(['and-or'])
  })
})

describe('levels', () => {
  const rule = findRule('long-sentence')!
  const severities = (severity: 'warning' | 'info') =>
    createLinter({ ...words, rules: [{ ...withDefaults(rule), severity }] })
      .lint({ path: 'a.md', text: [20, 21, 25, 26, 35, 36].map(sentence).join('\n\n') })
      .map((finding) => finding.severity)
  test('come from the limits', () => {
    expect(severities('warning')).toEqual(['info', 'info', 'warning', 'warning', 'error'])
  })
  test('give way to the settings', () => {
    expect(severities('info')).toEqual(['info', 'info', 'info', 'info', 'info'])
  })
})

describe('a finding about a text', () => {
  test('stands beside one about a word in it', () => {
    const ids = createLinter({ ...words, rules: presetRules('strict') })
      .lint({ path: 'a.md', text: `${sentence(26).slice(0, -1)} erlägga den.` })
      .map(({ ruleId }) => ruleId)
    expect(ids).toEqual(['long-sentence', 'avoid-term'])
  })
  test('is not what rules are about unless they say so', () => {
    const rule = defineRule({
      id: 'first',
      summary: '',
      severity: 'info',
      messages: { all: 'Allt.' },
      options: (z) => z.strictObject({}),
      check: ({ segments, report }) => {
        for (const segment of segments) {
          report({ segment, span: { start: 0, end: segment.prose.length }, messageId: 'all', data: {} })
        }
      },
    })
    const rules = [withDefaults(rule), ...presetRules('recommended')]
    const findings = createLinter({ ...words, rules }).lint({ path: 'a.md', text: 'Du ska erlägga den.' })
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['first'])
  })
})
