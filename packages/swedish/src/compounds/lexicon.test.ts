import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeLexicon } from './encode-lexicon.js'
import { createLexicon, LexiconFormatError, Role } from './lexicon.js'

const word = fc.string({ unit: fc.constantFrom(...'abdeåäöé-:š😀'), minLength: 1, maxLength: 8 })
const someForms = fc
  .array(fc.tuple(word, fc.integer({ min: 1, max: 0xffff })), { maxLength: 60 })
  .map((entries) => new Map(entries))

test('a lexicon knows what was put in and nothing else', () => {
  fc.assert(
    fc.property(someForms, fc.array(word), (forms, others) => {
      const lexicon = createLexicon(encodeLexicon(forms))
      expect(lexicon.size).toBe(forms.size)
      for (const key of [...forms.keys(), ...others, '']) {
        expect(lexicon.roles(key)).toBe(forms.get(key) ?? 0)
        expect(lexicon.has(key)).toBe(((forms.get(key) ?? 0) & Role.Word) !== 0)
      }
    }),
  )
})

test('a walk letter by letter ends where the whole word is looked up', () => {
  fc.assert(
    fc.property(someForms, (forms) => {
      const lexicon = createLexicon(encodeLexicon(forms))
      for (const [key, roles] of forms) {
        let node = lexicon.root
        for (let i = 0; i < key.length; i++) node = lexicon.step(node, key.charCodeAt(i))
        expect(lexicon.rolesAt(node)).toBe(roles)
      }
    }),
  )
})

test('the same forms in another order make the same bytes', () => {
  fc.assert(
    fc.property(someForms, (forms) => {
      expect(encodeLexicon(new Map([...forms].reverse()))).toEqual(encodeLexicon(forms))
    }),
  )
})

test.each([
  ['of an array', Uint8Array],
  ['of a Buffer, whose slice is no copy', Buffer],
])('bytes %s that do not start at a multiple of four are read too', (_, kind) => {
  const bytes = encodeLexicon(new Map([['råd', Role.Word]]))
  const shifted = kind.from([0, ...bytes])
  expect(createLexicon(shifted.subarray(1)).has('råd')).toBe(true)
})

describe('what is no lexicon is refused with the reason', () => {
  const whole = encodeLexicon(
    new Map([
      ['hälso', Role.First],
      ['råd', Role.Word | Role.Noun],
    ]),
  )
  const changed = (at: number, to: number): Uint8Array => {
    const bytes = whole.slice()
    bytes[at] = to
    return bytes
  }
  test.each([
    { name: 'an empty file', bytes: new Uint8Array(), message: /too short/u },
    { name: 'a text', bytes: new TextEncoder().encode('# Avtal\n'.repeat(20)), message: /KSLX/u },
    { name: 'another version', bytes: changed(4, 99), message: /version 99.*reads version 1/u },
    { name: 'a file cut short', bytes: whole.slice(0, -8), message: /Damaged.*tables need/u },
    { name: 'a file with something after it', bytes: new Uint8Array([...whole, 0, 0, 0, 0]), message: /Damaged/u },
    { name: 'a changed letter', bytes: changed(whole.length - 1, 7), message: /checksum/u },
  ])('$name', ({ bytes, message }) => {
    expect(() => createLexicon(bytes)).toThrow(LexiconFormatError)
    expect(() => createLexicon(bytes)).toThrow(message)
  })

  test('any single changed byte, anywhere', () => {
    for (let at = 0; at < whole.length; at++) {
      for (const flip of [1, 0x80, 0xff]) {
        expect(() => createLexicon(changed(at, whole[at]! ^ flip))).toThrow(LexiconFormatError)
      }
    }
  })

  test('any bytes at all: refused, never a crash of another kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => createLexicon(bytes)).toThrow(LexiconFormatError)
      }),
    )
  })
})

test.each([
  { name: 'an empty key', forms: new Map([['', 1]]), message: /empty key/u },
  {
    name: 'more letters than a label can name',
    forms: new Map(Array.from({ length: 256 }, (_, i) => [String.fromCharCode(0x4e00 + i), 1])),
    message: /255 letters/u,
  },
])('encodeLexicon refuses $name', ({ forms, message }) => {
  expect(() => encodeLexicon(forms)).toThrow(message)
})
