import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentOf } from '../testing/segment-of.js'
import { wantedWords } from './wanted-words.js'

const isShort = (key: string) => key.length < 3
const hasA = (key: string) => key.includes('a')
const short = wantedWords(isShort)
const withA = wantedWords(hasA)

test('the words that somebody wants are those that a plain scan finds, in order', () => {
  const word = fc.constantFrom('att', 'på', 'Och', 'Å', 'a\u0308r', 'åt\u00adgärd', '3', ',', '.', '\uFFFC')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const segment = segmentOf(words.join(' '))
      const scan = (wants: (key: string) => boolean) =>
        Array.from({ length: segment.words.count }, (_, token) => token).filter((token) => {
          const key = segment.words.key(token)
          return key !== '\uFFFC' && wants(key)
        })
      expect(short.tokensIn(segment)).toEqual(scan(isShort))
      expect(withA.tokensIn(segment)).toEqual(scan(hasA))
    }),
  )
})

test('who comes later finds its words in the same text, and the others still find theirs', () => {
  const segment = segmentOf('alla besök')
  expect(withA.tokensIn(segment)).toEqual([0])
  const late = wantedWords((key) => key === 'besök')
  expect([late.tokensIn(segment), withA.tokensIn(segment)]).toEqual([[1], [0]])
})

test('a rule is asked about a word once, however often the word comes', () => {
  const asked: string[] = []
  const counting = wantedWords((key) => {
    asked.push(key)
    return false
  })
  for (let nth = 0; nth < 50; nth++) counting.tokensIn(segmentOf('Alla besök är besök som alla gör.'))
  expect(asked.length).toBe(new Set(asked).size)
})
