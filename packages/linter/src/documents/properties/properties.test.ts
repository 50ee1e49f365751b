import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectSoundPlaces, readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const read = await readerFor('messages_sv.properties')

describe('what is read in a .properties file', () => {
  const cases = [
    {
      name: 'values with their keys',
      text: 'boka.knapp=Boka tid\nb : Avboka tid\nc Byt tid',
      sees: ['button boka.knapp: Boka tid', 'text b: Avboka tid', 'text c: Byt tid'],
    },
    { name: 'escapes', text: 'a\\ b=Fr\\u00e5ga\\toss \\: nu', sees: ['text a b: Fråga oss : nu'] },
    {
      name: 'continued lines',
      text: 'a=Boka \\\n    en \\\r\n\ttid\\\\\nb=Avboka nu',
      sees: ['text a: Boka en tid\\', 'text b: Avboka nu'],
    },
    {
      name: 'MessageFormat',
      text: "a=Det''s {0} av '{'1'}' {1,choice,0#inga besök|1#ett besök}",
      sees: ["text a: Det's □ av {1} □", 'text a: inga besök', 'text a: ett besök'],
    },
    { name: 'no comments, keys alone or paths', text: '# Hej du\n! Hej då\na=\nb\nc=/om/oss\n', sees: [] },
    {
      name: 'CRLF, a byte order mark and emoji',
      text: '\ufeffa=👩‍⚕️ Boka tid\r\nb=Avboka nu\r\n',
      sees: ['text a: 👩‍⚕️ Boka tid', 'text b: Avboka nu'],
    },
    { name: 'a backslash at the end', text: 'a=Boka tid\\', sees: ['text a: Boka tid\\'] },
  ]
  for (const { name, text, sees } of cases) test(name, () => expect(shown(read(text))).toEqual(sees))

  test('a word stands in the file as it is quoted, across lines too', () => {
    const document = read('a=Fr\\u00e5ga den digi\\\n  tala ing\\u00e5ngen')
    expect(sourceOf(document, 'Fråga')).toBe('Fr\\u00e5ga')
    expect(sourceOf(document, 'digitala')).toBe('digi\\\n  tala')
  })
})

test('every word comes back from whatever way it was written', () => {
  const word = fc.constantFrom('hälsa', 'åäö', 'e-tjänst', '=', ':', '#', '!', '\\', '👩‍⚕️', 'é')
  const values = fc.array(
    fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `text ${words.join(' ')} slut`),
    { maxLength: 4 },
  )
  const written = (value: string, ascii: boolean, broken: boolean) => {
    const escaped = value.replace(/[\\=:#!]/gu, '\\$&').replace(/ (?=slut)/u, broken ? ' \\\n   ' : ' ')
    return ascii
      ? escaped.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : escaped
  }
  fc.assert(
    fc.property(values, fc.boolean(), fc.boolean(), (texts, ascii, broken) => {
      const document = read(texts.map((value, at) => `nyckel.${at} = ${written(value, ascii, broken)}\n`).join(''))
      expect(document.segments.map(({ prose }) => prose)).toEqual(texts)
      expectSoundPlaces(document)
    }),
  )
})
