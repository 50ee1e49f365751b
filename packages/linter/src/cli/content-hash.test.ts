import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentHash } from './content-hash.js'

test('the same bytes have the same hash, wherever they lie', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(5), (bytes, offset) => {
      const larger = Buffer.alloc(bytes.length + offset)
      larger.set(bytes, offset)
      expect(contentHash(larger.subarray(offset))).toBe(contentHash(bytes))
    }),
  )
})

test('bytes that differ in one place, or in length only, have other hashes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, at, by) => {
        const other = bytes.slice()
        other[at % bytes.length]! ^= by
        expect(contentHash(other)).not.toBe(contentHash(bytes))
        expect(contentHash(Uint8Array.from([...bytes, 0]))).not.toBe(contentHash(bytes))
      },
    ),
  )
  const hashes = Array.from({ length: 20_000 }, (_, number) => contentHash(Buffer.from(`sida ${number}`)))
  expect(new Set(hashes).size).toBe(hashes.length)
  for (const half of [0, 8])
    expect(new Set(hashes.map((hash) => hash.slice(half, half + 8))).size).toBeGreaterThan(19_980)
})
