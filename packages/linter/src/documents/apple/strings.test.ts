import { describe, expect, test } from 'vitest'
import { readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const read = await readerFor('sv.lproj/Localizable.strings')

describe('what is read in Apple’s .strings', () => {
  const cases = [
    {
      name: 'values with their keys',
      text: '/* Hej du */\n"boka.knapp" = "Boka tid";\nkort = "Avboka tid";',
      sees: ['button boka.knapp: Boka tid', 'text kort: Avboka tid'],
    },
    {
      name: 'escapes and values that are filled in',
      text: '"a" = "Hej %@, \\"du\\" har %1$d\\nbrev // nu";',
      sees: ['text a: Hej □, "du" har □ brev // nu'],
    },
    {
      name: 'a broken file, as far as it goes',
      text: '"a" = "Boka tid";\n"b" = "Avboka tid',
      sees: ['text a: Boka tid', 'text b: Avboka tid'],
    },
    { name: 'nothing in an empty file', text: '', sees: [] },
  ]
  for (const { name, text, sees } of cases) test(name, () => expect(shown(read(text))).toEqual(sees))
  test('comments are kept for the linter', () => {
    expect(read('// klarsprak-disable\n/* klarsprak-enable */').comments.map(({ text }) => text.trim())).toEqual([
      'klarsprak-disable',
      'klarsprak-enable',
    ])
  })
  test('a word stands in the file as it is quoted', () => {
    expect(sourceOf(read('"a" = "\\u00e5r 👩‍⚕️ hälsa";'), 'hälsa')).toBe('hälsa')
  })
})
