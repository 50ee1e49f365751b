import type { CompoundFinder } from '../index/compound-finder.js'
import { loadPartlyRead } from '../index/save-index.js'
import type { TermIndex } from '../index/term-index.js'
import { openBytes } from './open-bytes.js'

/**
 * The index that `saveIndex` wrote to a file. Only what a search needs of a large file is read, so its sum is not
 * checked; see `openBytes` for what may be done with the file meanwhile.
 *
 * @throws {IndexFormatError} if the file is no index, is cut off, or is of another version
 * @throws {Error} if the file cannot be read
 */
export const openIndex = (file: string, options: { readonly compounds?: CompoundFinder | undefined } = {}): TermIndex =>
  loadPartlyRead(openBytes(file), options)
