import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArgumentToken, argumentTokens } from './argument-tokens.js'

const options = {
  format: { type: 'string', short: 'f' },
  output: { type: 'string', short: 'o' },
  fix: { type: 'boolean', short: 'x' },
  quiet: { type: 'boolean' },
} as const

const byNode = (argv: string[]): ArgumentToken[] =>
  parseArgs({ args: argv, options, strict: false, allowPositionals: true, tokens: true }).tokens.flatMap(
    (token): ArgumentToken[] => {
      if (token.kind === 'option-terminator') return []
      if (token.kind === 'positional') return [{ kind: token.kind, value: token.value }]
      return [{ kind: token.kind, name: token.name, rawName: token.rawName, value: token.value }]
    },
  )

/** Node takes `-x--` to end the options; here it says that there is no option `-`. */
const isDashInGroup = (word: string) => /^-[^-].*-/u.test(word)

test('arguments are read as Node reads them', () => {
  const piece = fc.constantFrom(
    '-',
    '--',
    '=',
    'f',
    'o',
    'x',
    'q',
    'format',
    'fix',
    'quiet',
    'a',
    'constructor',
    ' ',
    'å',
  )
  const word = fc
    .array(piece, { maxLength: 4 })
    .map((pieces) => pieces.join(''))
    .filter((text) => !isDashInGroup(text))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
      expect(argumentTokens(argv, options)).toEqual(byNode(argv))
    }),
    { numRuns: 2_000 },
  )
})
