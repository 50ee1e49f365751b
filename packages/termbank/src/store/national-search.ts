import { existsSync } from 'node:fs'
import type { TermIndex } from '../index/term-index.js'
import { compileSearch, type SearchTables } from '../search/compile-search.js'
import { loadSearch } from '../search/save-search.js'
import { builtBank } from './national-index.js'
import { openBytes } from './open-bytes.js'

/** The file beside a release with what searches need of it. It follows from the release alone. */
export const SEARCH_FILE = 'search.tables'

/**
 * What the build has made for searches in the national index; made from the index when there is nothing.
 *
 * @throws {Error} when it is damaged or belongs to another index
 */
export function loadNationalSearch(
  index: TermIndex,
  { folder = builtBank() }: { readonly folder?: string } = {},
): SearchTables {
  const file = folder + SEARCH_FILE
  return existsSync(file) ? loadSearch(openBytes(file), index) : compileSearch(index)
}
