import { expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { findRule } from '../rules/index.js'
import { withDefaults } from '../rules/run.js'
import { testBank, testWords } from '../testing/test-linter.js'
import { withMisspellings } from './words.js'

test('the ways that terms are written wrongly are made ready only for a rule about them', async () => {
  const { index, rewrite } = await testWords(testBank)
  const lintWith = (id: string) => {
    let prepared = 0
    const words = withMisspellings(index, () => {
      prepared++
      return { search: () => [], mayBegin: () => false, tables: {} as never }
    })
    const rules = [withDefaults(findRule(id)!)]
    createLinter({ index: words, rewrite, rules }).lint({ path: 'sida.md', text: 'Logga in på hälsoportalen.' })
    return prepared
  }
  expect([lintWith('avoid-term'), lintWith('split-compound')]).toEqual([0, 1])
})
