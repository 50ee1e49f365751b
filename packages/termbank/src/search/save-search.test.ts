import { describe, expect, test } from 'vitest'
import { compileIndex } from '../index/compile-index.js'
import { loadIndex, saveIndex } from '../index/save-index.js'
import { loadNationalBank } from '../store/national-bank.js'
import { createBankSearch } from './bank-search.js'
import { compileSearch } from './compile-search.js'
import { loadSearch, saveSearch } from './save-search.js'

const bank = await loadNationalBank()
const index = loadIndex(saveIndex(compileIndex(bank)))
const bytes = saveSearch(compileSearch(index), index)

describe('what searches need, saved', () => {
  const made = createBankSearch(index)
  const loaded = createBankSearch(index, () => loadSearch(bytes, index))
  test.each(['remissens', 'hälsop', 'halsoportal', 'e-tjanst', 'boka tid', 'vårdportaler', 'qwerty', 'å'])(
    'finds for ”%s” what it found before',
    (query) => expect(loaded.search(query, 25)).toEqual(made.search(query, 25)),
  )
  test.each(['jag kan inte köra bil', 'ont i bröstet och svårt att andas', 'pengar till hemtjänst', 'x'])(
    'leads from ”%s” to where it led before',
    (query) => expect(loaded.guide(query, 10)).toEqual(made.guide(query, 10)),
  )
  test('finds the same in a file that is read part by part, and holds no text twice', () => {
    const held = new Uint8Array(bytes.length)
    const source = {
      bytes: held,
      need: (from: number, to: number) => held.set(bytes.subarray(from, to), from),
      copy: (from: number, to: number) => bytes.slice(from, to),
    }
    const { labels } = loadSearch(source, index)
    expect(createBankSearch(index, () => loadSearch(source, index)).search('remissens', 25)).toEqual(
      made.search('remissens', 25),
    )
    const start = Buffer.from(bytes).indexOf(labels.labelPool.slice(0, 200))
    expect(start).toBeGreaterThan(0)
    expect(held.subarray(start, start + 200).every((byte) => byte === 0)).toBe(true)
  })
  test('is the same bytes for the same bank', () => {
    const again = loadIndex(saveIndex(compileIndex(bank)))
    expect(saveSearch(compileSearch(again), again)).toEqual(bytes)
  })
  test('is refused when it is damaged or belongs to another bank', () => {
    const damaged = bytes.slice()
    damaged[1_000]! ^= 1
    expect(() => loadSearch(damaged, index)).toThrow('damaged')
    const { tables } = index
    const other = { ...index, tables: { ...tables, meta: { ...tables.meta, identity: 1 } } }
    expect(() => loadSearch(bytes, other)).toThrow('another bank')
  })
})
