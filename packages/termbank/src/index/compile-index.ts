import type { Bank } from '../bank/bank.js'
import { compileTables } from './compile-tables.js'
import type { CompoundFinder } from './compound-finder.js'
import { createTermIndex, type TermIndex } from './term-index.js'

/**
 * Makes the terms of a bank ready to be found in texts of one language.
 *
 * @param options.lang `sv` when left out
 * @param options.compounds knows compounds; without it only parts between hyphens are found
 */
export function compileIndex(
  bank: Bank,
  { lang = 'sv', compounds }: { readonly lang?: string; readonly compounds?: CompoundFinder | undefined } = {},
): TermIndex {
  return createTermIndex(compileTables(bank, lang), { compounds, concepts: bank.concepts })
}
