import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import type { PartlyRead } from '../index/partly-read.js'

/** Files below so many bytes are read at once: that costs less than finding out what is needed of them. */
const SMALL = 4 << 20
/**
 * Bytes read at a time: a page of the system's own. Larger ones were no faster, since looks in a large table seldom are
 * beside each other, and fill the memory with what nobody looks at.
 */
const PAGE_BITS = 12
const PAGE = 1 << PAGE_BITS

/** Files that stay open as long as somebody may read more of them. Made on demand: where there are no files there is no `closeSync`. */
let closing: FinalizationRegistry<number> | undefined

/**
 * The bytes of a file that lies still: whole when it is small, and otherwise read part by part as they are needed, so
 * that a bank of a hundred megabytes is ready at once. The file must not be written in while it is used; a new one may
 * be put in its place.
 *
 * @throws {Error} as `openSync` and `readSync` do
 */
export function openBytes(file: string): PartlyRead {
  if (statSync(file).size < SMALL) return { bytes: readFileSync(file), need: undefined, copy: undefined }
  const descriptor = openSync(file, 'r')
  const { size } = fstatSync(descriptor)
  // Shared memory is not counted as garbage to come, and takes room only where something has been written in it.
  const bytes = new Uint8Array(new SharedArrayBuffer(size))
  const isRead = new Uint8Array(Math.ceil(size / PAGE))
  const readTo = (target: Uint8Array, offset: number, start: number, end: number): void => {
    for (let at = start; at < end; ) {
      const length = readSync(descriptor, target, offset + at - start, end - at, at)
      if (length === 0) throw new Error(`${file} has become shorter while it was read.`)
      at += length
    }
  }
  const need = (from: number, to: number): void => {
    for (let page = from >> PAGE_BITS; page << PAGE_BITS < to; page++) {
      if (isRead[page] === 1) continue
      // Those that follow and are needed too come in the same call.
      let end = page + 1
      while (end << PAGE_BITS < to && isRead[end] === 0) end++
      readTo(bytes, page * PAGE, page * PAGE, Math.min(size, end * PAGE))
      isRead.fill(1, page, end)
    }
  }
  const copy = (from: number, to: number): Uint8Array => {
    const target = new Uint8Array(to - from)
    readTo(target, 0, from, to)
    return target
  }
  closing ??= new FinalizationRegistry(closeSync)
  closing.register(bytes, descriptor)
  return { bytes, need, copy }
}
