import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBytes } from './open-bytes.js'

describe('the bytes of a file', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'klarsprak-bytes-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const fileOf = (size: number) => {
    const file = join(folder, String(size))
    writeFileSync(
      file,
      Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) % 251),
    )
    return file
  }

  test('are all there when the file is small', () => {
    const file = fileOf(1_000)
    const { bytes, need } = openBytes(file)
    expect(need).toBeUndefined()
    expect(Buffer.compare(bytes, readFileSync(file))).toBe(0)
  })

  test('of a large file are there where somebody has needed them', () => {
    const file = fileOf(6_000_001)
    const whole = readFileSync(file)
    const { bytes, need } = openBytes(file)
    expect(bytes.length).toBe(whole.length)
    expect(bytes.every((byte) => byte === 0)).toBe(true)
    // More of them than are read one by one, and past the end.
    const places = Array.from({ length: 700 }, (_, at) => (at * 8_573) % 5_900_000)
    for (const from of [...places, 5_999_990]) {
      const to = Math.min(whole.length, from + (from % 9_000))
      need!(from, to)
      expect(Buffer.compare(bytes.subarray(from, to), whole.subarray(from, to))).toBe(0)
    }
    need!(0, whole.length)
    expect(Buffer.compare(bytes, whole)).toBe(0)
  })
})
