import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseEncoding, type Encoding, linesOf } from './lines.js'
import { openDocument, withChanges } from './open-document.js'

const piece = fc.constantFrom('a', 'å', '😀', 'a\u030A', '\r\n', '\n', '\r', ' ', '€', '\uD800', 'hälsa')
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
const encoding = fc.constantFrom<Encoding>('utf-16', 'utf-8', 'utf-32')

const lengthIn: Readonly<Record<Encoding, (of: string) => number>> = {
  'utf-16': (of) => of.length,
  'utf-8': (of) => Buffer.from(of, 'utf8').length,
  'utf-32': (of) => [...of].length,
}

test.each([
  { name: 'nothing offered means UTF-16', offered: undefined, chosen: 'utf-16' },
  { name: 'the client’s order counts', offered: ['utf-8', 'utf-16'], chosen: 'utf-8' },
  { name: 'what is unknown is passed by', offered: ['utf-7', 'utf-32'], chosen: 'utf-32' },
  { name: 'only unknown means UTF-16', offered: ['utf-7'], chosen: 'utf-16' },
])('$name', ({ offered, chosen }) => expect(chooseEncoding(offered)).toBe(chosen))

test('a place counts what the encoding counts, from the beginning of its line', () => {
  fc.assert(
    fc.property(text, encoding, fc.nat(), (of, name, seed) => {
      const offset = seed % (of.length + 1)
      const { line, character } = linesOf(of, name).positionAt(offset)
      const before = of.slice(0, offset).split(/\r\n|\n|\r(?!\n)/u)
      // Between CR and LF is still on the line that they end.
      const isInBreak = of[offset - 1] === '\r' && of[offset] === '\n'
      if (isInBreak) return
      expect(line).toBe(before.length - 1)
      if (!isLow(of, offset)) expect(character).toBe(lengthIn[name](before.at(-1)!))
    }),
  )
})

test('there and back is the same place, except inside a character or a line break', () => {
  fc.assert(
    fc.property(text, encoding, fc.nat(), (of, name, seed) => {
      const offset = seed % (of.length + 1)
      if (isLow(of, offset) || (of[offset - 1] === '\r' && of[offset] === '\n')) return
      const lines = linesOf(of, name)
      expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset)
    }),
  )
})

test('no place is outside the text', () => {
  const number = fc.integer({ min: -3, max: 60 })
  fc.assert(
    fc.property(text, encoding, number, number, (of, name, line, character) => {
      const offset = linesOf(of, name).offsetAt({ line, character })
      expect(offset).toBeGreaterThanOrEqual(0)
      expect(offset).toBeLessThanOrEqual(of.length)
      if (name !== 'utf-16') expect(isLow(of, offset)).toBe(false)
    }),
  )
})

test('changes of parts give the text that the client has', () => {
  const change = fc.record({ from: fc.nat(), to: fc.nat(), text })
  fc.assert(
    fc.property(text, encoding, fc.array(change, { maxLength: 5 }), (of, name, changes) => {
      let expected = of
      let document = openDocument({ uri: 'a', languageId: 'markdown', version: 1, text: of }, name)
      for (const { from, to, text: added } of changes) {
        const points = [from % (expected.length + 1), to % (expected.length + 1)].map((at) => whole(expected, at))
        const [start, end] = [Math.min(...points), Math.max(...points)]
        const range = document.lines.rangeOf({ start, end })
        expected = expected.slice(0, start) + added + expected.slice(end)
        document = withChanges(document, document.version + 1, [{ range, text: added }], name)
        expect(document.text).toBe(expected)
      }
    }),
  )
})

const isLow = (of: string, at: number): boolean =>
  /[\uD800-\uDBFF]/u.test(of[at - 1] ?? '') && /[\uDC00-\uDFFF]/u.test(of[at] ?? '')

/** The nearest place before `at` that every encoding can name. */
function whole(of: string, at: number): number {
  let point = at
  while (point > 0 && (isLow(of, point) || (of[point - 1] === '\r' && of[point] === '\n'))) point--
  return point
}
