// `node:fs` for code that reads data beside itself: a file that is not there may be there packed, with `.br` after its name.
import { existsSync as exists, readFileSync as read } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'

export { mkdirSync, statSync, writeFileSync } from 'node:fs'

const packed = (file) => `${file instanceof URL ? fileURLToPath(file) : file}.br`
const isPacked = (file) => !exists(file) && exists(packed(file))

export const existsSync = (file) => exists(file) || exists(packed(file))

export function readFileSync(file, options) {
  if (!isPacked(file)) return read(file, options)
  const bytes = brotliDecompressSync(read(packed(file)))
  return options === undefined ? bytes : bytes.toString(typeof options === 'string' ? options : options.encoding)
}
