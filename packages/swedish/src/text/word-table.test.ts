import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeWordTable, readWordTable } from './word-table.js'

test('a table has of each word what was put in it, and nothing of others', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aåäöbcéABÅ-1".\\ 👩'), maxLength: 5 })
  fc.assert(
    fc.property(fc.dictionary(word, fc.jsonValue({ maxDepth: 2 })), fc.array(word), (words, others) => {
      const entries = Object.entries(words)
      const table = JSON.parse(JSON.stringify(encodeWordTable(entries)))
      const read = readWordTable(table)
      for (const [key, value] of entries) expect(read(key)).toEqual(JSON.parse(JSON.stringify(value)))
      for (const other of others) if (!Object.hasOwn(words, other)) expect(read(other)).toBeUndefined()
    }),
  )
})
