import { createLinter, type Linter } from '../create-linter.js'
import { prepareParsers } from '../documents/parsers.js'
import { positionsIn } from '../findings/positions.js'
import { findRule } from '../rules/index.js'
import { optionsSchema } from '../rules/options-schema.js'
import { withDefaults } from '../rules/run.js'
import { testWords } from '../testing/test-linter.js'

export const acceptanceBank = `${import.meta.dirname}/bank.yaml`

const parserFor = await prepareParsers(['.html'])
const words = { ...(await testWords(acceptanceBank)), parserFor }
const avoidTerm = withDefaults(findRule('avoid-term')!)

/** Only `avoid-term`, so that each test is about the terms it names. */
export const termLinter: Linter = createLinter({ ...words, rules: [avoidTerm] })

/** The same with options of the rule. */
export const termLinterWith = (options: object): Linter =>
  createLinter({
    ...words,
    rules: [{ ...avoidTerm, options: optionsSchema(avoidTerm.rule).parse(options) }],
  })

/** ”line:column words” of each finding, as the file writes them. */
export function places(text: string, { path = 'sida.md', linter = termLinter } = {}): readonly string[] {
  const positions = positionsIn(text)
  return linter.lint({ path, text }).map(({ span }) => {
    const { line, column } = positions.at(span.start)
    return `${line}:${column} ${text.slice(span.start, span.end)}`
  })
}

/** The words of each finding, as the file writes them. */
export const wordsFound = (text: string, options?: Parameters<typeof places>[1]): readonly string[] =>
  places(text, options).map((place) => place.replace(/^\d+:\d+ /u, ''))
