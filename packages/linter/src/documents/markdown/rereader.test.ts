import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { markdownLine, told } from '../../testing/markdown-pages.js'
import { markdownParser } from '../markdown.js'
import { lezer } from './lezer.js'
import { createRereader } from './rereader.js'

describe('a page that is read again after each change says what it says when read for the first time', () => {
  const lines = fc.array(fc.oneof(markdownLine, fc.constantFrom('---', 'lang: en', '[ ]', '[stycke]: x')), {
    maxLength: 6,
  })
  const edit = fc.record({ at: fc.nat(1000), length: fc.nat(3), lines })

  test('for any lines', () => {
    fc.assert(
      fc.property(lines, fc.array(edit, { minLength: 1, maxLength: 8 }), (first, edits) => {
        const reader = createRereader()
        const page = [...first]
        reader.parse(page.join('\n'))
        for (const { at, length, lines } of edits) {
          page.splice(at % (page.length + 1), length, ...lines)
          const text = page.join('\n')
          const [again, anew] = [told(reader.parse(text)), told(markdownParser.parse(text))]
          // What is told is nearly always the same, which Node sees in a fraction of the time.
          if (!isDeepStrictEqual(again, anew)) expect(again).toEqual(anew)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('and a change between brackets that other stretches define or lean on', () => {
    const reader = createRereader()
    const pages = [
      'Se [boka] *här*.\n\nText.\n',
      'Se [boka] *här*.\n\nText.\n\n[boka]: /b "Titel"\n',
      'Nytt.\n\nSe [boka] *här*.\n\nText.\n\n[Boka]: /b\n',
      '---\nlang: en\n---\n\nSe [boka] *här*.\n\nText.\n\n[Boka]: /b\n',
      'Se [boka] *här*.\n\nText.\n',
    ]
    for (const text of pages) expect(told(reader.parse(text))).toEqual(told(markdownParser.parse(text)))
  })
})

test('a stretch that has not changed is not given to Lezer again, wherever it stands', () => {
  const reader = createRereader()
  const stretches = Array.from({ length: 20 }, (_, at) => `Stycke _${at}_ om [länken](/${at}).\n\n`)
  reader.parse(stretches.join(''))
  const parse = vi.spyOn(lezer, 'parse')
  reader.parse(['Nytt.\n\n', ...stretches.with(7, 'Här är _en ny_.\n\n').toReversed()].join(''))
  expect(parse.mock.calls).toEqual([['Här är _en ny_.\n\n']])
})
