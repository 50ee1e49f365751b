import { SLOT } from '@klarsprak/swedish'
import * as fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { expectSoundPlaces, readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const read = await readerFor('sida.html')

describe('what a visitor of a page sees or hears', () => {
  const cases = [
    {
      name: 'headings, paragraphs, points and cells',
      text: '<h1>Boka</h1><p>Ett<p>två<ul><li>tre<li><p>fyra</p></ul><table><tr><th>fem<td>sex</table>',
      sees: [
        'heading: Boka',
        'paragraph: Ett',
        'paragraph: två',
        'list-item: tre',
        'list-item: fyra',
        'table-cell: fem',
        'table-cell: sex',
      ],
    },
    {
      name: 'buttons, labels and choices',
      text: '<label>Namn <input placeholder="Kim Ek"></label><button type=submit>Spara</button><input type="submit" value="Skicka"><select><optgroup label="Län"><option>Skåne<option>Blekinge</select><fieldset><legend>Tid</legend></fieldset>',
      sees: [
        'attribute: Kim Ek',
        'label: Namn □',
        'button: Spara',
        'button: Skicka',
        'attribute: Län',
        'label: Skåne',
        'label: Blekinge',
        'label: Tid',
      ],
    },
    {
      name: 'a page’s head',
      text: '<!doctype html><html lang="sv"><head><title>Boka &amp; avboka</title><meta name="description" content="Här bokar du"><meta name=viewport content="width"><meta property="og:title" content="Boka"><link rel=x title="Tema"></head><body>Hej</body></html>',
      sees: ['heading: Boka & avboka', 'attribute: Här bokar du', 'attribute: Boka', 'paragraph: Hej'],
    },
    {
      name: 'attributes that are read aloud',
      text: '<img alt="En bild" src=x><a href=x title="Mer" aria-label="Läs mer">mer</a><div class="boka" data-title="x">y</div>',
      sees: ['attribute: En bild', 'attribute: Mer', 'attribute: Läs mer', 'link: mer', 'paragraph: y'],
    },
    { name: 'a link in running text', text: '<p>Läs <a href=x>mer</a> här</p>', sees: ['paragraph: Läs mer här'] },
    {
      name: 'entities, <br> and white space',
      text: '<p>Fr&aring;ga\r\n  oss<br>nu&nbsp;!&shy;</p>',
      sees: ['paragraph: Fråga oss nu\u00a0!\u00ad'],
    },
    {
      name: 'no code, scripts or styles',
      text: '<script>var a="<p>hej</p>"</script><style>p{}</style><pre>kod</pre><p>Kör <code>x</code> och <kbd>y</kbd></p>',
      sees: ['paragraph: Kör □ och □'],
    },
    {
      name: 'nothing that is not to be translated',
      text: '<p>Sök i <span translate="no">Sprak<b>boken</b></span> nu</p><div translate=no>Hej <p title="hej">hej</p></div>',
      sees: ['paragraph: Sök i □ nu'],
    },
    {
      name: 'each element in its own language',
      text: '<div lang="en"><p>Hello</p><p lang="sv">Hej</p></div><p>Tjena <i lang=fi>terve</i></p>',
      sees: ['paragraph [en]: Hello', 'paragraph: Hej', 'paragraph: Tjena terve'],
    },
    {
      name: 'text beside blocks',
      text: '<div>ett<p>två</p>tre</div>fyra',
      sees: ['paragraph: ett', 'paragraph: två', 'paragraph: tre', 'paragraph: fyra'],
    },
    {
      name: 'templates',
      text: '<p>Hej {{ namn }}, {% if x > y %}hej{% endif %} <%= a > b %>!</p><a href="{{ url }}" title="Till {{x}}">mer</a>',
      sees: ['paragraph: Hej □, □hej□ □!', 'attribute: Till □', 'link: mer'],
    },
    { name: 'a tag that never ends', text: '<p>Hej</p><a href="', sees: ['paragraph: Hej'] },
    { name: 'less-than signs', text: '<p>2 < 3 och a<5</p>', sees: ['paragraph: 2 < 3 och a<5'] },
    {
      name: 'another language when nothing is said but it shows',
      text: '<p>This is the page that you want to edit</p>',
      sees: ['paragraph [en]: This is the page that you want to edit'],
    },
  ]
  for (const { name, text, sees } of cases) test(name, () => expect(shown(read(text))).toEqual(sees))

  test('marks: quotations, links, explained words and other languages', () => {
    const marks = (text: string) =>
      read(text).segments.flatMap(({ prose, marks }) =>
        marks.map(({ kind, value, start, end }) => `${kind}${value ? `=${value}` : ''}: ${prose.slice(start, end)}`),
      )
    expect(marks('<blockquote><p>Hej <q>du</q></p></blockquote>')).toEqual(['quote: du', 'quote: Hej du'])
    expect(marks('<p>en <abbr title="urinvägsinfektion">UVI</abbr>, <i lang="en">care</i></p>')).toEqual([
      'abbr=urinvägsinfektion: UVI',
      'emphasis: care',
      'foreign=en: care',
    ])
    expect(marks('<a href=x>Läs mer</a>')).toEqual(['link: Läs mer'])
  })

  test('comments are kept for the linter', () => {
    expect(read('<!-- klarsprak-disable -->').comments.map(({ text }) => text)).toEqual([' klarsprak-disable '])
  })

  test('a word stands in the file as it is quoted', () => {
    const document = read('\ufeff<p>👩‍⚕️ Fr&aring;ga {{namn}} <b>e-</b>tjänsten</p>')
    expect(sourceOf(document, 'Fråga')).toBe('Fr&aring;ga')
    expect(sourceOf(document, 'e-tjänsten')).toBe('e-</b>tjänsten')
  })
})

const SKIPPED = new Set(
  'script style code kbd samp var pre svg math time textarea iframe noembed noframes xmp'.split(' '),
)

/** The words of a page as a browser builds it, in any order, since it moves text out of tables. */
function wordsOfTree(html: string): readonly string[] {
  const words: string[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if (node.nodeName === '#text')
      words.push(...((node as DefaultTreeAdapterTypes.TextNode).value.match(/\p{L}+/gu) ?? []))
    if (SKIPPED.has(node.nodeName)) return
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
    if ('content' in node) visit(node.content)
  }
  visit(parse(html, { scriptingEnabled: false }))
  return words.sort()
}

// An unclosed <code> goes on after the block for a browser, but ends with it here: it is a slip, and the words after it
// are read.
test('it sees the words that a browser’s parser sees', () => {
  const tag = fc
    .constantFrom('p', 'b', 'i', 'li', 'ul', 'div', 'a', 'q', 'span', 'h1', 'button', 'title', 'em')
    .chain((name) =>
      fc.constantFrom(`<${name}>`, `</${name}>`, `<${name} class="x>y" id=z>`, `<${name.toUpperCase()} hidden >`),
    )
  const noise = fc.constantFrom(
    ' ',
    '\n',
    '\r\n',
    '<br>',
    '<!-- c -->',
    '&amp;',
    '&',
    '<',
    '<!doctype html>',
    ' < ',
    '"',
    "'",
    '&#8211;',
    '<code>kod <b>i</b></code>',
    '<script>a < b</script>',
    '</',
  )
  const word = fc.constantFrom('hälsa', 'ord', 'f&ouml;r', 'e&#x301;', 'åäö')
  fc.assert(
    fc.property(fc.array(fc.oneof(word, tag, noise), { maxLength: 30 }), (parts) => {
      const html = parts.join(' ')
      const document = read(html)
      const words = document.segments.flatMap(({ prose }) => prose.replaceAll(SLOT, ' ').match(/\p{L}+/gu) ?? [])
      expect([...words].sort()).toEqual(wordsOfTree(html))
      expectSoundPlaces(document)
    }),
    { numRuns: 500 },
  )
})

test('many unclosed elements take no time', () => {
  expect(read('<b>x'.repeat(50_000)).segments).toHaveLength(1)
  expect(read('<div><p>x'.repeat(20_000)).segments.length).toBeGreaterThan(1)
  expect(read(`${'<p><b>'.repeat(20_000)}${'x</i>'.repeat(20_000)}`).segments.length).toBeGreaterThan(0)
  expect(read('<'.repeat(50_000)).segments).toHaveLength(1)
  expect(read('{{'.repeat(50_000)).segments).toHaveLength(1)
})
