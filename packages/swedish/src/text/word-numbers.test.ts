import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenise } from './tokenise.js'
import { TokenKind } from './tokens.js'
import {
  keptByWord,
  LONGEST_NUMBERED,
  lookUpNumber,
  rememberedByWord,
  WORD_HASH_START,
  wordEra,
  wordHashEnd,
  wordHashStep,
  wordNumbersOf,
  wordOfNumber,
} from './word-numbers.js'

const copy = fc
  .array(
    fc.constantFrom(
      'Vård',
      'vård',
      'vå\u00adrd',
      'va\u030ard',
      'e-tjänst',
      'E‑tjänst',
      '12 000',
      '.',
      '\uFFFC',
      '😀',
      'ÅÄÖ',
      'x'.repeat(200),
      `å${'\u00ad'.repeat(200)}Ä`,
      'https://A.se/\u0000B',
      'kl.',
      'Slut.',
    ),
  )
  .map((words) => words.join(' '))

test('two tokens have the same number exactly when they have the same key', () => {
  fc.assert(
    fc.property(copy, copy, (a, b) => {
      const texts = [tokenise(a), tokenise(b)]
      const keyOf = new Map<number, string>()
      const numberOf = new Map<string, number>()
      for (const text of texts) {
        wordNumbersOf(text).forEach((number, token) => {
          const key = text.key(token)
          if (text.kinds[token] === TokenKind.Slot || key.length > LONGEST_NUMBERED) {
            expect(number).toBe(-1)
            return
          }
          expect(wordOfNumber(number)).toBe(key)
          expect(keyOf.get(number) ?? key).toBe(key)
          expect(numberOf.get(key) ?? number).toBe(number)
          keyOf.set(number, key)
          numberOf.set(key, number)
        })
      }
    }),
  )
})

test('tables of words are asked with the letters of a key and with the hash of just those', () => {
  const hashOf = (key: string) =>
    wordHashEnd(Array.from({ length: key.length }, (_, i) => key.charCodeAt(i)).reduce(wordHashStep, WORD_HASH_START))
  fc.assert(
    fc.property(copy, (text) => {
      for (const number of wordNumbersOf(tokenise(text))) {
        if (number < 0) continue
        const [asked, hash] = lookUpNumber(number, (units, from, to, hash) => [
          String.fromCharCode(...units.subarray(from, to)),
          hash,
        ])
        expect(asked).toBe(wordOfNumber(number))
        expect(hash).toBe(hashOf(wordOfNumber(number)))
      }
    }),
  )
})

test('numbers start again when there are too many words, and what is kept by number follows', () => {
  const lengthOf = rememberedByWord((key) => key.length)
  const capitalsOf = keptByWord((key) => key.toUpperCase())
  const first = tokenise('ett hus')
  const before = wordEra()
  expect([...wordNumbersOf(first)].map(lengthOf)).toEqual([3, 3])
  expect([...wordNumbersOf(first)].map(capitalsOf)).toEqual(['ETT', 'HUS'])
  for (let round = 0; wordEra() === before; round++) {
    wordNumbersOf(tokenise(Array.from({ length: 20_000 }, (_, at) => `ord${'abcdefghij'[round]}x${at}`).join(' ')))
  }
  expect([...wordNumbersOf(tokenise('gräsmatta av ett'))].map(lengthOf)).toEqual([9, 2, 3])
  expect([...wordNumbersOf(tokenise('ett av'))].map(capitalsOf)).toEqual(['ETT', 'AV'])
  expect([...wordNumbersOf(first)].map(lengthOf)).toEqual([3, 3])
})

test('the key of a token is the same in whatever era it is asked for', () => {
  const text = tokenise('Vård va\u030ard 12 000 e‑tjänst.')
  const keys = () => Array.from({ length: text.count }, (_, token) => text.key(token))
  const before = keys()
  const era = wordEra()
  for (let round = 0; wordEra() === era; round++) {
    wordNumbersOf(tokenise(Array.from({ length: 20_000 }, (_, at) => `ny${'abcdefghij'[round]}x${at}`).join(' ')))
  }
  expect(keys()).toEqual(before)
  expect(Array.from(wordNumbersOf(text), wordOfNumber)).toEqual(before)
})
