import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { expectSoundPlaces, readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const read = await readerFor('config/locales/sv.yml')

describe('what is read in a YAML file of texts', () => {
  const cases = [
    {
      name: 'plain scalars with the path of their keys',
      text: 'sv:\n  bokning:\n    knapp: Boka tid # här\n',
      sees: ['button sv.bokning.knapp: Boka tid'],
    },
    {
      name: 'quotation marks',
      text: 'a: "Fr\\u00e5ga \\"oss\\""\nb: \'det\'\'s så\'',
      sees: ['text a: Fråga "oss"', "text b: det's så"],
    },
    {
      name: 'scalars on several lines',
      text: 'a: Boka\n  tid\nb: "Avboka \\\n  tiden\n  nu"',
      sees: ['text a: Boka tid', 'text b: Avboka tiden nu'],
    },
    {
      name: 'folded and literal blocks',
      text: 'a: >-\n  Boka\n  tid\n\n  Avboka\nb: |\n  Ett\n  två\n',
      sees: ['text a: Boka tid', 'text a: Avboka', 'text b: Ett två'],
    },
    {
      name: 'lists',
      text: 'a:\n  - Ett besök\n  - b: Två besök\n',
      sees: ['text a[0]: Ett besök', 'text a[1].b: Två besök'],
    },
    {
      name: 'placeholders of Rails',
      text: 'a:\n  one: "%{count} besök"\n  other: "%{count} besök till"\n',
      sees: ['text a.one: □ besök', 'text a.other: □ besök till'],
    },
    {
      name: 'HTML',
      text: 'a_html: Läs <b>mer</b> &amp; <a href="%{url}">boka</a>',
      sees: ['text a_html: Läs mer & boka'],
    },
    {
      name: 'languages side by side',
      text: 'sv:\n  a: Boka tid\nen:\n  a: Book now',
      sees: ['text sv.a: Boka tid', 'text en.a [en]: Book now'],
    },
    {
      name: 'no numbers, paths or aliases',
      text: 'a: &x Boka tid\nb: *x\nc: 12\nd: /om/oss\ne: true',
      sees: ['text a: Boka tid'],
    },
    {
      name: 'CRLF, a byte order mark and emoji',
      text: '\ufeffa: 👩‍⚕️ Boka\r\n  tid\r\nb: |\r\n  Ett\r\n  två\r\n',
      sees: ['text a: 👩‍⚕️ Boka tid', 'text b: Ett två'],
    },
    {
      name: 'a broken file, as far as it goes',
      text: 'a: Boka tid\nb: "Avboka\nc: [d, "e f',
      sees: ['text a: Boka tid'],
    },
    { name: 'nothing in an empty file', text: '', sees: [] },
  ]
  for (const { name, text, sees } of cases) {
    test(name, () => expect(shown(read(text)).slice(0, Math.max(1, sees.length))).toEqual(sees))
  }

  test('comments are kept for the linter, but not what only looks like one', () => {
    const text =
      'a: x # klarsprak-disable-line\nb: |\n  # klarsprak-disable\nc: "# klarsprak-disable"\n# klarsprak-enable\n'
    const { comments } = read(text)
    expect(comments.map(({ text: value }) => value)).toEqual([' klarsprak-disable-line', ' klarsprak-enable'])
    for (const { span, text: value } of comments) expect(text.slice(span.start, span.end)).toBe(`#${value}`)
  })

  test('a word stands in the file as it is quoted', () => {
    const document = read('a: "Fr\\u00e5ga oss"\nb: >\n  den digitala\n  ingången\n')
    expect(sourceOf(document, 'Fråga')).toBe('Fr\\u00e5ga')
    expect(sourceOf(document, 'digitala ingången')).toBe('digitala\n  ingången')
  })
})

test('what the library reads is what the prose says, word for word', () => {
  const word = fc.constantFrom(
    'hälsa',
    'åäö',
    'e-tjänst',
    '"så"',
    "det's",
    ': ',
    '#',
    '\\',
    '👩‍⚕️',
    'a\u0308r',
    '\n',
    '-',
    '\t',
    '%',
    '\u00e9',
  )
  const value = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => `text ${words.join(' ')} slut`)
  const style = fc.record({
    defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
    lineWidth: fc.constantFrom(0, 20, 40),
    indent: fc.constantFrom(2, 5),
  } as const)
  const squeeze = (text: string) => text.replace(/\s+/gu, '')
  fc.assert(
    fc.property(fc.array(value, { maxLength: 5 }), style, fc.constantFrom('\n', '\r\n'), (values, options, lineEnd) => {
      const text = stringify({ a: { b: values } }, options).replace(/\n/gu, lineEnd)
      const document = read(text)
      const read1 = document.segments.map(({ prose }) => squeeze(prose)).join('')
      expect(read1).toBe((parse(text) as { a: { b: string[] } }).a.b.map(squeeze).join(''))
      expectSoundPlaces(document)
      for (const { prose, map } of document.segments) {
        for (const found of prose.matchAll(/[\p{L}-]+/gu)) {
          const { start, end } = map.toSource({ start: found.index, end: found.index + found[0].length })
          if (!/\\/u.test(text.slice(start, end))) expect(text.slice(start, end)).toBe(found[0])
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('depths that no person writes are passed over', () => {
  for (const deep of [
    '- '.repeat(50_000),
    `a:\n${' '.repeat(100_000)}- b c`,
    '['.repeat(50_000),
    '{a: '.repeat(20_000),
  ]) {
    expect(read(deep).segments).toEqual([])
  }
})
