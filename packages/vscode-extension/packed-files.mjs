// `node:fs` for code that reads data beside itself: a file that is not there may be there packed, with `.br` after its name.
// The concepts of a release, `2026.1.json`, are in its index too, and are made of it.
import { existsSync as exists, readFileSync as read } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { loadIndex } from '../termbank/dist/index/save-index.js'

export { mkdirSync, statSync, writeFileSync } from 'node:fs'

const pathOf = (file) => (file instanceof URL ? fileURLToPath(file) : file)
const packed = (path) => `${path}.br`
const indexBeside = (path) => path.replace(/\.json$/u, '.sv.index')

export function existsSync(file) {
  const path = pathOf(file)
  return [path, packed(path), packed(indexBeside(path))].some((one) => exists(one))
}

export function readFileSync(file, options) {
  const path = pathOf(file)
  const bytes = exists(path) ? undefined : packedBytes(path)
  if (bytes === undefined) return read(file, options)
  return options === undefined ? bytes : bytes.toString(typeof options === 'string' ? options : options.encoding)
}

function packedBytes(path) {
  if (exists(packed(path))) return brotliDecompressSync(read(packed(path)))
  const index = indexBeside(path)
  if (index === path || !exists(packed(index))) return undefined
  return Buffer.from(concepts(brotliDecompressSync(read(packed(index)))))
}

/** The file of concepts that a release has beside the index `bytes`. */
export function concepts(bytes) {
  const index = loadIndex(bytes)
  return JSON.stringify({ release: index.release, concepts: [...index.concepts()] })
}
