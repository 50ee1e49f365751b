import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenise } from '../text/tokenise.js'
import { nounPhraseAround } from './noun-phrase.js'

interface Row {
  /** The noun in ⟦ ⟧. */
  readonly text: string
  readonly determiner?: string
  readonly modifiers?: readonly string[]
  readonly before?: string
}

const rows: readonly Row[] = [
  { text: 'Öppna den nya ⟦appen⟧', determiner: 'den', modifiers: ['nya'], before: 'öppna' },
  { text: 'en ny och säker ⟦app⟧', determiner: 'en', modifiers: ['ny', 'säker'] },
  {
    text: 'i vår gemensamma, nationella ⟦app⟧',
    determiner: 'vår',
    modifiers: ['gemensamma', 'nationella'],
    before: 'i',
  },
  { text: 'på kommunens nya ⟦app⟧', determiner: 'kommunens', modifiers: ['nya'], before: 'på' },
  { text: 'min egen ⟦app⟧', determiner: 'min', modifiers: ['egen'] },
  { text: 'en annan ⟦app⟧', determiner: 'en' },
  { text: 'en mycket enkel ⟦app⟧', determiner: 'en', modifiers: ['enkel'] },
  { text: 'Det finns ⟦appar⟧', before: 'finns' },
  { text: 'Appen och ⟦portalen⟧', before: 'och' },
  { text: 'Nya ⟦appar⟧', modifiers: ['nya'] },
  { text: 'de tre ⟦apparna⟧', determiner: 'de', modifiers: ['tre'] },
  { text: 'Vi lanserade ⟦appen⟧', before: 'lanserade' },
  { text: 'SKR:s ⟦app⟧', determiner: 'skr:s' },
  { text: '⟦appen⟧', before: '' },
]

describe('what belongs to the noun', () => {
  test.each(rows)('$text', ({ text, determiner, modifiers = [], before }) => {
    const tokens = tokenise(text.replace(/[⟦⟧]/gu, ''))
    const noun = tokens.starts.indexOf(text.indexOf('⟦'))
    const phrase = nounPhraseAround(tokens, noun)
    expect(phrase.determiner === undefined ? undefined : tokens.key(phrase.determiner.token)).toBe(determiner)
    const known = phrase.modifiers.map(({ token }) => tokens.key(token))
    expect(known).toEqual(modifiers)
    if (before !== undefined) expect(phrase.before).toBe(before)
  })
})

test('a phrase ends before its noun and its parts stand in order, whatever the text', () => {
  const word = fc.constantFrom(
    'den',
    'en',
    'ny',
    'nya',
    'och',
    ',',
    '.',
    'hela',
    'vår',
    '😀',
    'åäö',
    '\r\n',
    '12',
    '\uFFFC',
    'här',
    'som helst',
    'Annas',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (list) => {
      const tokens = tokenise(list.join(' '))
      for (let noun = 0; noun < tokens.count; noun++) {
        const { start, determiner, modifiers } = nounPhraseAround(tokens, noun)
        expect(start).toBeLessThanOrEqual(noun)
        const inOrder = [...(determiner ? [determiner.token] : []), ...modifiers.map(({ token }) => token)]
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
        for (const token of inOrder) expect(token >= start && token < noun).toBe(true)
      }
    }),
  )
})
