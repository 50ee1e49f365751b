import { expect, test } from 'vitest'
import { typingAt, withoutWordAt } from './findings-while-typing.js'

const range = (start: number, end = start, line = 0) => ({
  start: { line, character: start },
  end: { line, character: end },
})

test.each([
  { name: 'a letter', change: { range: range(4), text: 'n' }, at: 5 },
  { name: 'a letter taken away', change: { range: range(4, 5), text: '' }, at: 4 },
  { name: 'a space', change: { range: range(4), text: ' ' }, at: undefined },
  { name: 'a full stop', change: { range: range(4), text: '.' }, at: undefined },
  { name: 'a new line', change: { range: range(4), text: '\n' }, at: undefined },
  { name: 'something pasted', change: { range: range(4), text: 'hälsoportalen' }, at: undefined },
  { name: 'the whole text', change: { text: 'a' }, at: undefined },
])('$name: $at', ({ change, at }) => {
  expect(typingAt([change])).toEqual(at === undefined ? undefined : { line: 0, character: at })
})

test('only what ends where somebody types is left out', () => {
  const found = [range(0, 5), range(6, 9), range(0, 9, 1)].map((one) => ({ range: one, message: '' }))
  expect(withoutWordAt(found, { line: 0, character: 9 })).toEqual([found[0], found[2]])
  expect(withoutWordAt(found, undefined)).toEqual(found)
})
