import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordKey } from './normalise.js'

test.each([
  { name: 'a plain word is its own key', from: ['ärende', 'Ärende', 'ÄRENDE'], key: 'ärende' },
  { name: 'composed and decomposed letters are one', from: ['ärende', 'a\u0308rende', 'A\u0308RENDE'], key: 'ärende' },
  {
    name: 'soft hyphens and zero-width characters go',
    from: ['vård\u00adcentral', 'vård\u200bcentral'],
    key: 'vårdcentral',
  },
  { name: 'a soft hyphen inside a decomposed letter goes too', from: ['a\u00ad\u030a'], key: 'å' },
  { name: 'hyphens are one', from: ['e-tjänst', 'E‑tjänst', 'e‐tjänst'], key: 'e-tjänst' },
  { name: 'spaces are one', from: ['12\u00a0000', '12\u2009000', '12\u202f000'], key: '12 000' },
  { name: 'apostrophes are one', from: ["d'Arc", 'd’Arc', 'd‘arc', 'd´Arc'], key: "d'arc" },
  { name: 'letters with marks are not folded', from: ['IDÉ'], key: 'idé' },
  { name: 'capital dotted I keeps a stable key', from: ['İ'], key: 'i̇' },
])('$name', ({ from, key }) => {
  for (const text of from) expect(wordKey(text)).toBe(key)
})

const anyText = fc.string({
  unit: fc.constantFrom(...'aÅäÉe-‑’´\u00ad\u200b\u00a0\u0308\u030a 1İΣßﬁ', '😀', 'K'),
  maxLength: 12,
})

test('a key is its own key, and canonically equal texts have the same key', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (text) => {
      const key = wordKey(text)
      expect(wordKey(key)).toBe(key)
      expect(wordKey(text.normalize('NFD'))).toBe(wordKey(text.normalize('NFC')))
    }),
  )
})
