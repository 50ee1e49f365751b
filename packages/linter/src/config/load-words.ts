import { loadLexicon } from '@klarsprak/lexicon-sv'
import { type Lexicon, rewrite } from '@klarsprak/swedish'
import {
  compileIndex,
  compileSpellings,
  loadNationalIndex,
  loadNationalSpellings,
  type Problem,
  type TermIndex,
} from '@klarsprak/termbank'
import { compoundsBy, type Words, withMisspellings } from '../words/words.js'
import type { IndexCache } from './load-index-cache.js'

export interface LoadedWords extends Words {
  /** What is wrong with the bank's files; their other entries are in the index. */
  readonly problems: readonly Problem[]
  /** Paths of the bank in which nothing could be used. */
  readonly useless: readonly string[]
}

/**
 * Loads the bank and the lexicon: the national bank as it was built, or `paths` (see `loadBank`).
 * Rejects when a path cannot be read.
 */
export async function loadWords({
  paths = [],
  cwd = '.',
  cache,
}: {
  readonly paths?: readonly string[]
  readonly cwd?: string
  /** Where indexes of banks of one's own are kept. Left out, such a bank is compiled each time. */
  readonly cache?: IndexCache | undefined
} = {}): Promise<LoadedWords> {
  let lexicon: Lexicon | undefined
  const lexiconOnce = () => (lexicon ??= loadLexicon())
  // The lexicon is read when the first long enough word may hold a term.
  const compounds = compoundsBy(lexiconOnce)
  const compile = (index: TermIndex) => compileSpellings(index, { lexicon: lexiconOnce() })
  const spellingsOf = (index: TermIndex, name: string) => {
    const saved = cache?.readSpellings(name, index)
    if (saved !== undefined) return saved
    const spellings = compile(index)
    cache?.writeSpellings(name, spellings, index)
    return spellings
  }
  if (paths.length === 0) {
    const national = loadNationalIndex({ compounds })
    const index = withMisspellings(national, () => loadNationalSpellings(national) ?? compile(national))
    return { index, rewrite, compounds, problems: [], useless: [] }
  }
  const key = cache === undefined ? '' : await (await import('./load-index-cache.js')).bankKey(paths, cwd)
  const known = cache?.read(key, compounds)
  if (known !== undefined) {
    return {
      index: withMisspellings(known, () => spellingsOf(known, key)),
      rewrite,
      compounds,
      problems: [],
      useless: [],
    }
  }
  const { loadBank } = await import('./load-bank.js')
  const { bank, problems, useless } = await loadBank(paths, cwd)
  const own = compileIndex(bank, { compounds })
  // Errors are told each time, so a bank with any is not kept.
  if (problems.every(({ severity }) => severity !== 'error')) cache?.write(key, own)
  return { index: withMisspellings(own, () => spellingsOf(own, key)), rewrite, compounds, problems, useless }
}
