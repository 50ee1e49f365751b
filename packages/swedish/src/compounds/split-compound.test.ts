import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallLexicon } from './small-lexicon.fixture.js'
import { type CompoundSplit, splitCompound } from './split-compound.js'
import { resolveSuspended } from './suspended.js'

const lexicon = smallLexicon()
const shown = ({ parts }: CompoundSplit): string =>
  parts.map(({ text, unknown, joiner }) => `${text}${unknown ? '?' : ''}${joiner === '' ? '' : ` ${joiner}`}`).join(' ')
const best = (word: string): string | undefined => splitCompound(word, { lexicon }).map(shown)[0]

test.each([
  { name: 'two parts', word: 'läkarbesök', parts: 'läkar besök' },
  { name: 'a listed compound is one part of a longer one', word: 'läkarbesöktid', parts: 'läkarbesök tid' },
  { name: 'fewest parts', word: 'kodförråd', parts: 'kod förråd' },
  { name: 'the link belongs to its part', word: 'behandlingstider', parts: 'behandlings tider' },
  { name: 'an abbreviation before a hyphen', word: 'kbt-behandling', parts: 'kbt? - behandling' },
  { name: 'a number before a hyphen', word: '67-besök', parts: '67? - besök' },
  { name: 'a phrase with hyphens', word: 'hoppa-till-besök', parts: 'hoppa? - till? - besök' },
  { name: 'a shared letter', word: 'remissvar', parts: 'remiss shared svar' },
  { name: 'a word of one piece', word: 'rapport', parts: undefined },
  { name: 'nonsense', word: 'xyzzyx', parts: undefined },
  { name: 'the empty word', word: '', parts: undefined },
  { name: 'a lone hyphen', word: '-', parts: undefined },
])('splitCompound: $name', ({ word, parts }) => {
  expect(best(word)).toBe(parts)
})

const letters = fc.array(
  fc.constantFrom(
    'råd',
    'kod',
    'förråd',
    'läkar',
    'remiss',
    'svar',
    'kort',
    'tid',
    'fall',
    'lucka',
    's',
    '-',
    'xq',
    'å',
    '😀',
  ),
  { maxLength: 10 },
)

describe('for any word', () => {
  test('the parts put together are the word', () => {
    fc.assert(
      fc.property(letters, (all) => {
        const word = all.join('')
        for (const { parts } of splitCompound(word, { lexicon })) {
          const together = parts.map(({ text, joiner }) =>
            joiner === '-' ? `${text}-` : joiner === 'shared' ? text.slice(0, -1) : text,
          )
          expect(together.join('')).toBe(word)
          for (const { text, start, end } of parts) expect(word.slice(start, end)).toBe(text)
        }
      }),
    )
  })

  test('every part is known, or stands beside a hyphen', () => {
    fc.assert(
      fc.property(letters, (all) => {
        const word = all.join('')
        for (const { parts } of splitCompound(word, { lexicon }))
          for (const { text, start, end, unknown } of parts) {
            if (unknown) expect(word[start - 1] === '-' || word[end] === '-').toBe(true)
            else expect(lexicon.roles(text)).not.toBe(0)
          }
      }),
    )
  })

  test('splits come best first, at most four', () => {
    fc.assert(
      fc.property(letters, (all) => {
        const costs = splitCompound(all.join(''), { lexicon }).map(({ cost }) => cost)
        expect(costs).toEqual([...costs].sort((a, b) => a - b))
        expect(costs.length).toBeLessThanOrEqual(4)
      }),
    )
  })

  test('no text makes it throw, and a very long one is left alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => void splitCompound(text, { lexicon })),
    )
    expect(splitCompound('råd'.repeat(400_000), { lexicon })).toEqual([])
  })
})

test.each([
  { suspended: 'hälso-', other: 'sjukvård', word: 'hälsovård' },
  { suspended: 'nutritions-', other: 'vätskebehandling', word: 'nutritionsbehandling' },
  { suspended: '-svar', other: 'remisstid', word: 'remissvar' },
  { suspended: '-besöket', other: 'läkartider', word: 'läkarbesöket' },
  { suspended: 'kbt-', other: 'läkarbehandling', word: 'kbt-behandling' },
  { suspended: 'hälso-', other: 'xyzzyx', word: undefined },
  { suspended: '-', other: 'läkarbesök', word: undefined },
  { suspended: 'råd', other: 'läkarbesök', word: undefined },
])('$suspended with $other is $word', ({ suspended, other, word }) => {
  const resolved = resolveSuspended(suspended, other, { lexicon })
  expect(resolved?.word).toBe(word)
})
