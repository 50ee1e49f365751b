import { loadLexicon } from '@klarsprak/lexicon-sv'
import { createTermPartFinder, rewrite, type TermPartFinder } from '@klarsprak/swedish'
import { type CompoundFinder, compileIndex, loadNationalIndex, type Problem, type TermIndex } from '@klarsprak/termbank'
import type { Rewriter } from '../rules/replacement.js'
import { loadBank } from './load-bank.js'

/** Everything a linter needs to know of words. */
export interface Words {
  readonly index: TermIndex
  readonly rewrite: Rewriter
  /** Tells terms inside compounds, for an index of one's own. */
  readonly compounds: CompoundFinder
  /** What is wrong with the bank's files; their other entries are in the index. */
  readonly problems: readonly Problem[]
}

/**
 * Loads the bank and the lexicon: the national bank as it was built, or `paths` (see `loadBank`).
 * Rejects when a path cannot be read.
 */
export async function loadWords({
  paths = [],
  cwd = '.',
}: {
  readonly paths?: readonly string[]
  readonly cwd?: string
} = {}): Promise<Words> {
  let finder: TermPartFinder | undefined
  const compounds: CompoundFinder = {
    // The lexicon is read when the first long enough word may hold a term.
    holds(word, start, end) {
      finder ??= createTermPartFinder({ lexicon: loadLexicon() })
      return finder.holds(word, start, end)
    },
  }
  if (paths.length === 0) return { index: loadNationalIndex({ compounds }), rewrite, compounds, problems: [] }
  const { bank, problems } = await loadBank(paths, cwd)
  return { index: compileIndex(bank, { compounds }), rewrite, compounds, problems }
}
