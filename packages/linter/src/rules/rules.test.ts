import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { prepareEnglish } from '../analysis/english.js'
import { createLinter, type Linter } from '../create-linter.js'
import type { Finding } from '../findings/finding.js'
import { carets } from '../testing/carets.js'
import { nationalWords, testBank, testWords } from '../testing/test-linter.js'
import { RULES } from './index.js'
import { optionsTable, withOptionsTable } from './options-table.js'
import type { Rule } from './rule.js'
import { withDefaults } from './run.js'

const folder = fileURLToPath(new URL('.', import.meta.url))
const page = (id: string) => readFileSync(`${folder}${id}/rule.md`, 'utf8')

test('the list of rules holds every rule folder', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(RULES.map(({ id }) => id).sort()).toEqual(folders.map(({ name }) => name).sort())
})

const words = await testWords(testBank)
const english = await prepareEnglish([{ rule: { readsEnglish: 'sentences' } }])
/** Only the rule of the folder, so that a new rule changes no other rule’s fixtures. */
const linterFor = (rule: Rule): Linter => createLinter({ ...words, english, rules: [withDefaults(rule)] })

/** What a linter tells of one file, also as a run of its own. */
function told(linter: Linter, path: string, text: string): readonly Finding[] {
  const { findings, noted } = linter.inspect({ path, text })
  return [...findings, ...(linter.acrossFiles([{ path, noted }]).get(path) ?? [])]
}

describe('fixtures are reported as expected', () => {
  for (const rule of RULES) {
    const { id } = rule
    for (const file of readdirSync(`${folder}${id}/fixtures`).filter((name) => name.endsWith('.md'))) {
      test(`${id}/${file}`, async () => {
        const text = readFileSync(`${folder}${id}/fixtures/${file}`, 'utf8')
        const expected = `${folder}${id}/fixtures/${file.replace(/\.md$/u, '.expected.txt')}`
        await expect(carets(text, told(linterFor(rule), file, text))).toMatchFileSnapshot(expected)
      })
    }
  }
})

describe('help pages', async () => {
  const nationalTerms = await nationalWords()
  for (const rule of RULES) {
    const { id, summary } = rule
    const national = createLinter({ ...nationalTerms, english, rules: [withDefaults(rule)] })
    describe(id, () => {
      const text = page(id)
      test('has its parts', () => {
        expect(text.startsWith(`# ${id}\n\n${summary}\n`)).toBe(true)
        for (const part of ['Varför', 'Exempel', 'När du inte ska använda regeln', 'Inställningar']) {
          expect(text).toContain(`\n## ${part}\n`)
        }
      })
      test('has the options as they are', () => expect(withOptionsTable(text, optionsTable(rule))).toBe(text))
      const [wrong, right] = samples(text)
      test('has samples', () => expect([wrong.length > 0, right.length > 0]).toEqual([true, true]))
      for (const sample of wrong) {
        test(`reports: ${sample}`, () =>
          expect(told(national, 'a.md', sample).map(({ ruleId }) => ruleId)).toContain(id))
      }
      for (const sample of right) {
        test(`is silent on: ${sample}`, () =>
          expect(told(national, 'a.md', sample).map(({ ruleId }) => ruleId)).not.toContain(id))
      }
    })
  }
})

/** The samples under Fel and under Rätt. */
function samples(text: string): readonly [wrong: readonly string[], right: readonly string[]] {
  const [, wrong = '', right = ''] = /\*\*Fel\*\*([\s\S]*?)\*\*Rätt\*\*([\s\S]*?)\n## /u.exec(text) ?? []
  const blocks = (part: string) => [...part.matchAll(/```md\n([\s\S]*?)```/gu)].map((found) => found[1]!)
  return [blocks(wrong), blocks(right)]
}
