import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from './read-config.js'
import { configJsonSchema } from './schema.js'
import { withSettingsTable } from './settings-table.js'

const page = readFileSync(new URL('../../../../docs/guide/installningar.md', import.meta.url), 'utf8')

describe('the guide to the settings', () => {
  test('has the table as it is', () => expect(withSettingsTable(page)).toBe(page))
  const samples = [...page.matchAll(/```yaml\n([\s\S]*?)```/gu)].map((found) => found[1]!)
  test('has samples', () => expect(samples.length).toBeGreaterThan(2))
  const isValid = new Ajv2020({ strict: false }).compile(configJsonSchema())
  for (const sample of samples) {
    test(`has settings that can be used: ${sample.slice(0, 40)}`, () => {
      expect(readConfig(sample, 'a.yaml').problems).toEqual([])
      expect(isValid(parse(sample))).toBe(true)
    })
  }
  const wrong = ['rules: { jargong: off }', 'preset: strikt', 'rules: { jargon: [info, { quots: true }] }', 'x: 1']
  for (const sample of wrong) {
    test(`the schema and the reader both say no to ${sample}`, () => {
      expect(readConfig(sample, 'a.yaml').problems).toHaveLength(1)
      expect(isValid(parse(sample))).toBe(false)
    })
  }
})
