import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance } from './edit-distance.js'
import { foldKey } from './fold.js'
import { buildKeyTrie, findKey, keyAt, nearKeys, prefixRange } from './key-trie.js'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'r', 'å', 'ö', ' ', '-'), minLength: 1, maxLength: 8 })
const words = fc.array(word, { maxLength: 60 }).map((list) => [...new Set(list)].sort())

describe('a trie of keys', () => {
  test('holds the keys it was built from, in order', () => {
    fc.assert(
      fc.property(words, (keys) => {
        const trie = buildKeyTrie(keys)
        expect(keys.map((_, key) => keyAt(trie, key))).toEqual(keys)
        for (const [key, text] of keys.entries()) expect(findKey(trie, text)).toBe(key)
      }),
    )
  })

  test('finds no key that is not there', () => {
    fc.assert(
      fc.property(words, word, (keys, other) => {
        expect(findKey(buildKeyTrie(keys), other)).toBe(keys.indexOf(other))
      }),
    )
  })

  test('a prefix is the range of keys that begin with it', () => {
    fc.assert(
      fc.property(words, word, (keys, prefix) => {
        const [low, high] = prefixRange(buildKeyTrie(keys), prefix)
        expect(keys.slice(low, high)).toEqual(keys.filter((key) => key.startsWith(prefix)))
      }),
    )
  })

  test('the near keys are those that the whole distance table says are near', () => {
    fc.assert(
      fc.property(words, word, fc.integer({ min: 0, max: 2 }), (keys, query, most) => {
        const expected = keys
          .map((text, key) => ({ key, distance: editDistance(text, query) }))
          .filter(({ distance }) => distance <= most)
        const found = [...nearKeys(buildKeyTrie(keys), query, most, 1_000)].sort((a, b) => a.key - b.key)
        expect(found).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['remiss', 'remis', 1],
    ['hälsoportal', 'hälsoprotal', 1],
    ['kallelse', 'kalelse', 1],
    ['å', 'a', 1],
    ['', 'ab', 2],
    ['vård', 'vård', 0],
  ])('%s and %s differ by %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })

  test.each([
    ['hälsoportal', 'halsoportal'],
    ['åtgärd', 'atgard'],
    ['remiss', 'remiss'],
    ['idé', 'ide'],
    ['søvn', 'sovn'],
  ])('%s folds to %s', (key, folded) => {
    expect(foldKey(key)).toBe(folded)
  })
})
