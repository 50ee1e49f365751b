import { loadLexicon } from '@klarsprak/lexicon-sv'
import { createRewriter, type Lexicon } from '@klarsprak/swedish'
import {
  type Bank,
  compileIndex,
  compileSpellings,
  loadIndex,
  loadNationalIndex,
  loadNationalSpellings,
  loadSpellings,
  type Problem,
  saveIndex,
  saveSpellings,
  type TermIndex,
} from '@klarsprak/termbank'
import { compoundsBy, type Words, withMisspellings } from '../words/words.js'
import type { IndexCache } from './load-index-cache.js'

export interface SavedWords {
  readonly index: Uint8Array
  readonly english: Uint8Array
  readonly spellings: Uint8Array
}

export interface LoadedWords extends Words {
  /** Another bank, made ready in the same way: one whose layers are not in files. */
  compile(bank: Bank): Words['index']
  /** What `compile` makes, as bytes: made in one thread to be used in another. */
  save(bank: Bank): SavedWords
  /** From what `save` made. The bytes are used as they are and must not be changed. */
  restore(saved: SavedWords): Words['index']
  /** Whether it is the national bank as it was built, and nothing else. */
  readonly isNational: boolean
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
  isBrief = false,
}: {
  readonly paths?: readonly string[]
  readonly cwd?: string
  /** Where indexes of banks of one's own are kept. Left out, such a bank is compiled each time. */
  readonly cache?: IndexCache | undefined
  /** For a process that soon ends: the files of the build are read as they are needed, and taken to be as they were built. */
  readonly isBrief?: boolean
} = {}): Promise<LoadedWords> {
  let lexicon: Lexicon | undefined
  const lexiconOnce = () => (lexicon ??= loadLexicon(undefined, { isChecked: isBrief }))
  const rewrite = createRewriter()
  // The lexicon is read when the first long enough word may hold a term.
  const compounds = compoundsBy(lexiconOnce)
  const spellings = (index: TermIndex) => compileSpellings(index, { lexicon: lexiconOnce() })
  const compile = (bank: Bank): Words['index'] => {
    const index = compileIndex(bank, { compounds })
    return withEnglish(
      withMisspellings(index, () => spellings(index)),
      () => compileIndex(bank, { lang: 'en' }),
    )
  }
  const save = (bank: Bank): SavedWords => {
    const index = compileIndex(bank, { compounds })
    return {
      index: saveIndex(index),
      english: saveIndex(compileIndex(bank, { lang: 'en' })),
      spellings: saveSpellings(spellings(index), index),
    }
  }
  const restore = (saved: SavedWords): Words['index'] => {
    const index = loadIndex(saved.index, { compounds })
    return withEnglish(
      withMisspellings(index, () => loadSpellings(saved.spellings, index)),
      () => loadIndex(saved.english),
    )
  }
  const own = { rewrite, compounds, compile, save, restore }
  const spellingsOf = (index: TermIndex, name: string) => {
    const saved = cache?.readSpellings(name, index)
    if (saved !== undefined) return saved
    const made = spellings(index)
    cache?.writeSpellings(name, made, index)
    return made
  }
  if (paths.length === 0) {
    const national = loadNationalIndex({ compounds, isPartly: isBrief })
    const index = withMisspellings(
      national,
      () => loadNationalSpellings(national, { isChecked: isBrief }) ?? spellings(national),
    )
    return {
      index: withEnglish(index, () => loadNationalIndex({ lang: 'en', isPartly: isBrief })),
      ...own,
      isNational: true,
      problems: [],
      useless: [],
    }
  }
  const key = cache === undefined ? '' : await (await import('./load-index-cache.js')).bankKey(paths, cwd)
  const known = cache?.read(key, compounds)
  const english = known === undefined ? undefined : cache?.read(`${key}.en`, compounds)
  if (known !== undefined && english !== undefined) {
    return {
      index: withEnglish(
        withMisspellings(known, () => spellingsOf(known, key)),
        () => english,
      ),
      ...own,
      isNational: false,
      problems: [],
      useless: [],
    }
  }
  const { loadBank } = await import('./load-bank.js')
  const { bank, problems, useless } = await loadBank(paths, cwd)
  const compiled = compileIndex(bank, { compounds })
  // Errors are told each time, so a bank with any is not kept.
  const ownEnglish = compileIndex(bank, { lang: 'en' })
  if (problems.every(({ severity }) => severity !== 'error')) {
    cache?.write(key, compiled)
    cache?.write(`${key}.en`, ownEnglish)
  }
  const index = withMisspellings(compiled, () => spellingsOf(compiled, key))
  return { index: withEnglish(index, () => ownEnglish), ...own, isNational: false, problems, useless }
}

/** The index with the terms in English, which are made ready when a text in English is read. */
function withEnglish(index: Words['index'], prepare: () => TermIndex): Words['index'] {
  let english: TermIndex | undefined
  return { ...index, english: () => (english ??= prepare()) }
}
