import { describe, expect, test } from 'vitest'
import { createLinter } from './create-linter.js'
import { nationalWords } from './testing/test-linter.js'

// The sentences that the concepts carry are the tests of the bank and the rules together.
const words = await nationalWords()
const linter = createLinter(words)
const findings = (text: string) => linter.lint({ path: 'mening.txt', text })
const concepts = [...words.index.concepts()]

describe('the sentences of the national bank', () => {
  test('that must be reported are, for their own concept', () => {
    const silent = concepts.flatMap(({ id, flags = [] }) =>
      flags.filter((text) => !findings(text).some(({ conceptId }) => conceptId === id)).map((text) => `${id} ${text}`),
    )
    expect(silent).toEqual([])
  })
  test('that must not be reported are not, for their own concept', () => {
    const reported = concepts.flatMap(({ id, allows = [] }) =>
      allows.flatMap((text) =>
        findings(text)
          .filter(({ conceptId }) => conceptId === id)
          .map((finding) => `${id} ${finding.ruleId} ”${finding.text}”: ${text}`),
      ),
    )
    expect(reported).toEqual([])
  })
  test('are still there to be tested', () => {
    expect(concepts.reduce((sum, { flags = [] }) => sum + flags.length, 0)).toBeGreaterThan(300)
  })
})

test('an abbreviation in the bank’s wording for citizens is explained there', () => {
  const wordings = concepts.flatMap(({ id, citizenWording }) =>
    citizenWording?.sv.endsWith(')') ? [{ id, text: `Du får veta mer om ${citizenWording.sv} här.` }] : [],
  )
  expect(wordings.length).toBeGreaterThan(10)
  const reported = wordings.filter(({ id, text }) =>
    findings(text).some(({ ruleId, conceptId }) => ruleId === 'undefined-abbreviation' && conceptId === id),
  )
  expect(reported).toEqual([])
})

test('the bank follows its own advice in what it says itself', () => {
  const reported = concepts.flatMap(({ id, definition, citizenWording, neverReplace, notes = [], situations = [] }) =>
    [
      definition?.public.sv,
      citizenWording?.sv,
      neverReplace,
      ...notes,
      ...situations.map(({ leadsTo }) => leadsTo),
    ].flatMap((text = '') =>
      findings(text)
        // A definition may use the word it defines.
        .filter(({ conceptId }) => conceptId !== id)
        .map((finding) => `${id} ${finding.ruleId} ”${finding.text}”: ${text}`),
    ),
  )
  expect(reported).toEqual([])
})
