import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { applyFixes } from '../findings/fix.js'
import { plainIndex, plainRewrite } from '../testing/plain-index.js'
import { presetRules } from './preset-rules.js'

const linter = createLinter({ index: plainIndex([]), rewrite: plainRewrite, rules: presetRules('all') })

/** Bits that the rules about forms look for, and what may stand around them. */
const BITS = (
  '800:- 12000 12.000 7% 1-99% 2/11 2/11-24 24-11-02 2024/11/02 13:00-15:30 kl 9 kl.9-12 9.00-12.00 måndag-fredag ' +
  '2-5|november 2020-2024 031-123456 08-55012345 +46(0)31123456 t|ex t.|ex. o|s|v. m|m. tex pga bl|a och/eller ' +
  'läkare/sköterska Du Dig Er !!! ??? STÄNGT HELA DAGEN kronor invånare den ring [här](x) **Obs** <https://å.se> ' +
  'https://x.se/a `kod` å\u0308 avgi\u00adft 👩‍👩‍👧 \u00a0 ” ( ) . , : ; ? - – \n \r\n \n\n \n-| \n#| |'
)
  .split(' ')
  .map((bit) => bit.replaceAll('|', ' '))
const copy = fc
  .array(fc.tuple(fc.constantFrom(...BITS), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 25 })
  .map((pieces) => pieces.flat().join(''))

describe('all rules, over any text', () => {
  test('findings point at the text they quote, and suggestions lie in the file', () => {
    fc.assert(
      fc.property(copy, (text) => {
        for (const { span, text: quoted, suggestions } of linter.lint({ path: 'a.md', text })) {
          expect(text.slice(span.start, span.end)).toBe(quoted)
          expect(quoted).not.toBe('')
          for (const suggestion of suggestions) {
            expect(suggestion.text).not.toBe(text.slice(suggestion.span.start, suggestion.span.end))
          }
        }
      }),
    )
  })

  test('what has been fixed needs no fixing', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const { text: fixed, findings } = linter.fix({ path: 'a.md', text })
        expect(applyFixes(fixed, findings)).toBe(fixed)
      }),
    )
  })
})

// Quadratic time would run into the time limit of the test.
test('a long text of any bit takes linear time', { timeout: 60_000 }, () => {
  for (const bit of [
    'a',
    'A',
    '1',
    '1 ',
    '/',
    'a/',
    'a / ',
    '-',
    '1-',
    '1.',
    '!',
    'Du ',
    't ',
    'm m ',
    '0',
    '(0',
    '•',
    '%',
    'kl ',
    '- a\n',
    '😀',
  ]) {
    expect(() => linter.lint({ path: 'a.txt', text: bit.repeat(60_000 / bit.length) })).not.toThrow()
  }
})
