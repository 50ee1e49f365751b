import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectSoundPlaces, readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const read = await readerFor('locales/sv/texter.json')

describe('what is read in a JSON file of texts', () => {
  const cases = [
    {
      name: 'values with the path of their keys',
      text: '{"bokning": {"knapp": {"avboka": "Avboka tiden"}}}',
      sees: ['text bokning.knapp.avboka: Avboka tiden'],
    },
    {
      name: 'what the keys say it is',
      text: '{"bokaKnapp": "Boka", "rubrik": "Tider", "field_label": "Namn", "alt-text": "En bild", "knapp": {"text": "Spara"}}',
      sees: [
        'button bokaKnapp: Boka',
        'heading rubrik: Tider',
        'label field_label: Namn',
        'attribute alt-text: En bild',
        'button knapp.text: Spara',
      ],
    },
    {
      name: 'lists',
      text: '{"tider": [{"rubrik": "Måndag"}, "Tisdag"]}',
      sees: ['heading tider[0].rubrik: Måndag', 'text tider[1]: Tisdag'],
    },
    { name: 'escapes', text: '{"a": "Fr\\u00e5ga \\"oss\\"\\nom det"}', sees: ['text a: Fråga "oss" om det'] },
    { name: 'placeholders', text: '{"a": "Hej {{namn}}, {antal} tider"}', sees: ['text a: Hej □, □ tider'] },
    {
      name: 'every branch of a plural',
      text: '{"a": "Du har {n, plural, one {# besök} other {# besök till}} kvar"}',
      sees: ['text a: Du har □ kvar', 'text a: □ besök', 'text a: □ besök till'],
    },
    {
      name: 'HTML in values',
      text: '{"a": "<p class=\\"x\\">Boka <b>tid</b>&nbsp;nu</p><ul><li>ett</ul>och <a href=\\"{url}\\">mer</a>"}',
      sees: ['paragraph a: Boka tid\u00a0nu', 'list-item a: ett', 'text a: och mer'],
    },
    {
      name: 'nothing that nobody reads',
      text: '{"a": "https://x.se", "b": "om/oss", "c": "12", "d": "camelCase", "e": "snake_case", "f": "", "g": "a.b.c", "h": "#fff", "i": true, "j": "{x}"}',
      sees: [],
    },
    {
      name: 'languages side by side',
      text: '{"sv": {"a": "Boka tid"}, "en": {"a": "Book now"}}',
      sees: ['text sv.a: Boka tid', 'text en.a [en]: Book now'],
    },
    {
      name: 'extracted messages without their descriptions',
      text: '{"app.x": {"defaultMessage": "Boka tid", "description": "A button"}}',
      sees: ['text app.x: Boka tid'],
    },
    {
      name: 'a description that is a text',
      text: '{"app": {"description": "En bra sida"}}',
      sees: ['text app.description: En bra sida'],
    },
    {
      name: 'paragraphs and points of a list',
      text: '{"a": "Ett stycke.\\n\\nEtt till\\n- en punkt"}',
      sees: ['text a: Ett stycke.', 'text a: Ett till', 'text a: - en punkt'],
    },
    {
      name: 'texts for different numbers',
      text: '{"a": "ingen tid | en tid | {n} tider"}',
      sees: ['text a: ingen tid', 'text a: en tid', 'text a: □ tider'],
    },
    {
      name: 'comments and trailing commas',
      text: '{ // not a text\n"a": "Boka tid", /* nor this */ }',
      sees: ['text a: Boka tid'],
    },
    {
      name: 'a broken file, as far as it goes',
      text: '{"a": "Boka tid", "b": ["Avboka", {"c": "Byt tid',
      sees: ['text a: Boka tid', 'text b[0]: Avboka', 'text b[1].c: Byt tid'],
    },
    {
      name: 'CRLF, a byte order mark and emoji',
      text: '\ufeff{\r\n"a": "👩‍⚕️ Boka tid"\r\n}',
      sees: ['text a: 👩‍⚕️ Boka tid'],
    },
    { name: 'nothing in an empty file', text: '', sees: [] },
  ]
  for (const { name, text, sees } of cases) test(name, () => expect(shown(read(text))).toEqual(sees))

  test('ARB: no metadata, and its own language', async () => {
    const readArb = await readerFor('lib/app.arb')
    const text =
      '{"@@locale": "sv", "hej": "Hej {namn}", "@hej": {"description": "A greeting for you", "placeholders": {"namn": {"example": "Kim Ek"}}}}'
    expect(shown(readArb(text))).toEqual(['text hej: Hej □'])
    expect(shown(readArb(text.replace('"sv"', '"en"')))).toEqual(['text hej [en]: Hej □'])
  })

  test('the file’s name says the language', async () => {
    expect(shown((await readerFor('src/en.json'))('{"a": "Boka tid"}'))).toEqual(['text a [en]: Boka tid'])
    expect(shown((await readerFor('data.json'))('{"a": "This is your page and you can edit it"}'))[0]).toContain('[en]')
  })

  test('a catalogue of strings from Xcode', async () => {
    const readCatalogue = await readerFor('Localizable.xcstrings')
    const text = JSON.stringify({
      sourceLanguage: 'en',
      strings: {
        'Book a visit': { localizations: { sv: { stringUnit: { state: 'translated', value: 'Boka %@' } } } },
        visits: { localizations: { sv: { variations: { plural: { one: { stringUnit: { value: '%lld besök' } } } } } } },
      },
    })
    expect(shown(readCatalogue(text))).toEqual([
      'text Book a visit [en]: Book a visit',
      'text Book a visit: Boka □',
      'text visits: □ besök',
    ])
  })
})

test('a word stands in the file as it is quoted', () => {
  const document = read('{"a": "Fr\\u00e5ga &aring;rligen <b>om</b> \\"e-tjänsten\\" {namn} hälsa"}')
  expect(sourceOf(document, 'Fråga')).toBe('Fr\\u00e5ga')
  expect(sourceOf(document, 'årligen')).toBe('&aring;rligen')
  expect(sourceOf(document, 'om')).toBe('om')
  expect(sourceOf(document, 'e-tjänsten')).toBe('e-tjänsten')
  expect(sourceOf(document, 'hälsa')).toBe('hälsa')
})

test('every word of every value maps back to a source that JSON reads as the word', () => {
  const word = fc.constantFrom('hälsa', 'åäö', 'e-tjänst', '"', '\\', '👩‍⚕️', 'a\u0308r', 'ab\u00adcd', '/', 'é')
  const value = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => `text ${words.join(' ')} slut`)
  const data = fc.dictionary(fc.constantFrom('a', 'b"', 'ö'), fc.oneof(value, fc.array(value, { maxLength: 3 })))
  const escaped = (json: string, ascii: boolean) =>
    ascii ? json.replace(/[^\x00-\x7f]/gu, (char) => [...char].map(unicode).join('')) : json
  const unicode = (char: string) =>
    Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
  fc.assert(
    fc.property(data, fc.boolean(), fc.constantFrom(undefined, 2), (content, ascii, indent) => {
      const text = escaped(JSON.stringify(content, null, indent), ascii)
      const document = read(text)
      expect(document.segments.map(({ prose }) => prose)).toEqual(Object.values(content).flat())
      for (const { prose, map } of document.segments) {
        for (const found of prose.matchAll(/\S+/gu)) {
          const { start, end } = map.toSource({ start: found.index, end: found.index + found[0].length })
          expect(JSON.parse(`"${text.slice(start, end)}"`)).toBe(found[0])
        }
      }
      expectSoundPlaces(document)
    }),
  )
})

test('a long file takes no longer than its length asks', () => {
  expect(read(`{"a": ${'['.repeat(100_000)}"Boka tid"`).segments.length).toBeLessThan(2)
  expect(read(`["${'\\u00e5'.repeat(20_000)} å"]`).segments).toHaveLength(1)
  expect(read('{"a":"b c'.repeat(20_000)).segments.length).toBeGreaterThan(0)
  expect(read(`[${'"Boka tid",'.repeat(100_000)}]`).segments).toHaveLength(100_000)
})
