import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Segment } from './document.js'
import { markdownParser } from './markdown.js'

const S = '\uFFFC'

/** Every segment as `kind: prose`. */
const read = (text: string) => markdownParser.parse(text).segments.map(({ kind, prose }) => `${kind}: ${prose.trim()}`)

/** The file's text for the first occurrence of `word` in any segment. */
function sourceOf(text: string, word: string): string | undefined {
  for (const { prose, map } of markdownParser.parse(text).segments) {
    const at = prose.indexOf(word)
    if (at < 0) continue
    const span = map.toSource({ start: at, end: at + word.length })
    return text.slice(span.start, span.end)
  }
  return undefined
}

describe('what a reader of Markdown sees', () => {
  const cases = [
    { name: 'a paragraph', text: 'Boka tid.', sees: ['paragraph: Boka tid.'] },
    { name: 'a soft line break is a space', text: 'digital\ningång', sees: ['paragraph: digital ingång'] },
    { name: 'CRLF too', text: 'digital\r\ningång', sees: ['paragraph: digital ingång'] },
    { name: 'a hard break', text: 'digital  \ningång\\\nhär', sees: ['paragraph: digital ingång här'] },
    { name: 'a <br>', text: 'digital<br>ingång', sees: ['paragraph: digital ingång'] },
    { name: 'emphasis', text: 'den **digitala** *ingången*', sees: ['paragraph: den digitala ingången'] },
    { name: 'emphasis inside a word', text: '**hälso**portal', sees: ['paragraph: hälsoportal'] },
    { name: 'a link, without its address', text: 'gå [till](http://x.se) oss', sees: ['paragraph: gå till oss'] },
    {
      name: 'a link’s title',
      text: 'gå [till](http://x.se "Fr&aring;gor")',
      sees: ['attribute: Frågor', 'paragraph: gå till'],
    },
    {
      name: 'an address as a link’s text',
      text: 'se [https://x.se](http://x.se)',
      sees: ['paragraph: se https://x.se'],
    },
    { name: 'a reference link', text: 'se [tid][a]\n\n[a]: http://x.se', sees: ['paragraph: se tid'] },
    { name: 'code', text: 'kör `avisering` nu', sees: [`paragraph: kör ${S} nu`] },
    { name: 'an address', text: '<http://x.se> och https://y.se/avisering', sees: [`paragraph: ${S} och ${S}`] },
    { name: 'an image', text: 'se ![en avisering](x.png)', sees: ['attribute: en avisering', `paragraph: se ${S}`] },
    { name: 'entities', text: 'Fr&aring;ga &#229; &#xE5; &amp; &okänd;', sees: ['paragraph: Fråga å å & &okänd;'] },
    { name: 'escapes', text: 'ett\\_tva \\*', sees: ['paragraph: ett_tva *'] },
    { name: 'headings', text: '# Ett\n\nTvå\n===', sees: ['heading: Ett', 'heading: Två'] },
    { name: 'list items', text: '- ett\n- två\n  tre', sees: ['list-item: ett', 'list-item: två tre'] },
    { name: 'a task', text: '- [x] klart', sees: ['list-item: klart'] },
    { name: 'a quotation', text: '> ett\n> två', sees: ['paragraph: ett två'] },
    {
      name: 'table cells',
      text: '| a | b |\n|---|---|\n| c | d |',
      sees: ['a', 'b', 'c', 'd'].map((c) => `table-cell: ${c}`),
    },
    { name: 'no fenced code', text: '```\navisering\n```\n\n    avisering', sees: [] },
    { name: 'no front matter', text: '---\ntitle: avisering\n---\n\ntext', sees: ['paragraph: text'] },
    { name: 'raw HTML inline', text: 'en <span class="x">e-tjänst</span>', sees: ['paragraph: en e-tjänst'] },
    { name: 'raw HTML code inline', text: 'en <code>a <b>c</b></code> d', sees: [`paragraph: en ${S} d`] },
    {
      name: 'raw HTML blocks',
      text: '<div>\n<h2>Rubrik</h2>\n<button>Boka&nbsp;tid</button> och\nmer</div>',
      sees: ['heading: Rubrik', 'button: Boka\u00a0tid', 'paragraph: och mer'],
    },
    { name: 'attributes that are read aloud', text: '<img alt="en bild" src="b">', sees: ['attribute: en bild'] },
    { name: 'no script', text: '<script>\nvar avisering\n</script>', sees: [] },
    { name: 'no comment', text: 'ett <!-- två --> tre', sees: ['paragraph: ett  tre'] },
    { name: 'a footnote', text: 'a[^1]\n\n[^1]: noten', sees: [`paragraph: a${S}`, 'paragraph: noten'] },
  ]
  for (const { name, text, sees } of cases) {
    test(name, () => expect(read(text)).toEqual(sees))
  }
})

describe('a word’s place in the file', () => {
  const cases = [
    { name: 'after an entity', text: 'Fr&aring;ga samt', word: 'samt', source: 'samt' },
    { name: 'with an entity', text: 'Fr&aring;ga samt', word: 'Fråga', source: 'Fr&aring;ga' },
    { name: 'after an escape', text: 'ett\\_två samt', word: 'samt', source: 'samt' },
    { name: 'an escaped character', text: 'e\\-tjänst', word: 'e-tjänst', source: 'e\\-tjänst' },
    { name: 'on the second line of a quotation', text: '> ett\n> samt', word: 'samt', source: 'samt' },
    { name: 'on the second line of a list item', text: '- ett\n  samt', word: 'samt', source: 'samt' },
    { name: 'on a lazy line', text: '> - ett\nsamt', word: 'samt', source: 'samt' },
    {
      name: 'across lines of a quotation',
      text: '> digital\n> ingång',
      word: 'digital ingång',
      source: 'digital\n> ingång',
    },
    { name: 'after a tab', text: '-\tett\n\tsamt', word: 'samt', source: 'samt' },
    { name: 'after a byte order mark', text: '\ufeffett samt', word: 'samt', source: 'samt' },
    { name: 'after an emoji', text: '👩‍⚕️ samt', word: 'samt', source: 'samt' },
    { name: 'in a table cell with an escaped pipe', text: '| a\\|b samt |\n|---|', word: 'samt', source: 'samt' },
    { name: 'in a raw HTML block in a quotation', text: '> <p>ett\n> samt</p>', word: 'samt', source: 'samt' },
    { name: 'without the markup around it', text: 'en **avisering** här', word: 'avisering', source: 'avisering' },
  ]
  for (const { name, text, word, source } of cases) test(name, () => expect(sourceOf(text, word)).toBe(source))
})

describe('marks', () => {
  const marks = (text: string) =>
    markdownParser
      .parse(text)
      .segments.flatMap(({ prose, marks }: Segment) =>
        marks.map(({ kind, value, start, end }) => `${kind}${value ? `=${value}` : ''}: ${prose.slice(start, end)}`),
      )
  test('say what is a link, a quotation, an explained word or another language', () => {
    expect(marks('[a](b) *c* **d**')).toEqual(['link: a', 'emphasis: c', 'strong: d'])
    expect(marks('<abbr title="urinvägsinfektion">UVI</abbr> <dfn>e</dfn> <q>f</q>')).toEqual([
      'abbr=urinvägsinfektion: UVI',
      'dfn: e',
      'quote: f',
    ])
    expect(marks('> g')).toEqual(['quote: g'])
    expect(marks('<span lang="en">care</span>')).toEqual(['foreign=en: care'])
  })
  test('and the front matter says the language of the page', () => {
    expect(markdownParser.parse('---\nlang: en\n---\nText').segments[0]?.lang).toBe('en')
  })
})

test('comments are kept for the linter', () => {
  const text = 'a\n\n<!-- klarsprak-disable -->\n\nb <!-- c -->'
  expect(
    markdownParser.parse(text).comments.map(({ span, text: value }) => [text.slice(span.start, span.end), value]),
  ).toEqual([
    ['<!-- klarsprak-disable -->', ' klarsprak-disable '],
    ['<!-- c -->', ' c '],
  ])
})

const fragment = fc.constantFrom(
  'hälsa',
  'e-tjänst',
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  '> ',
  '- ',
  '1. ',
  '  ',
  '\t',
  '**',
  '*',
  '_',
  '`',
  '[',
  '](x)',
  '![',
  '&aring;',
  '&amp;',
  '&',
  '\\',
  '\\*',
  '<b>',
  '</b>',
  '<br>',
  '<!-- a -->',
  '<div>',
  '</div>',
  '| ',
  '|---|',
  '# ',
  '👩‍⚕️',
  'a\u0308',
  'ä\u00adr',
  '\u00a0',
  '\ufeff',
  '---\n',
  '```\n',
  '~~',
  'https://x.se',
  '[^1]',
  '[^1]: ',
  '"',
  '=',
  '<q>',
  '\f',
  '\r',
)
const copy = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''))

test('every character of the prose has a place in the file, in order, and finds its way back', () => {
  fc.assert(
    fc.property(copy, (text) => {
      for (const { prose, map } of markdownParser.parse(text).segments) {
        let before = -1
        for (let at = 0; at < prose.length; at++) {
          const { start, end } = map.toSource({ start: at, end: at + 1 })
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = start
          const back = map.toProse(start)
          expect(back).toBeDefined()
          expect(back!).toBeLessThanOrEqual(at)
          // Letters stand for themselves, unless an entity or an escape wrote them.
          if (/\p{L}/u.test(prose[at]!) && end - start === 1) expect(text[start]).toBe(prose[at])
        }
        for (const word of prose.matchAll(/[\p{L}-]+/gu)) {
          const span = { start: word.index, end: word.index + word[0].length }
          const source = map.toSource(span)
          const slice = text.slice(source.start, source.end)
          if (map.isPlain(span) && !/[&\\\s]/u.test(slice)) expect(slice).toBe(word[0])
        }
      }
    }),
    { numRuns: 500 },
  )
})
