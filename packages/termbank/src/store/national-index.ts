import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CompoundFinder } from '../index/compound-finder.js'
import { loadIndex } from '../index/save-index.js'
import type { TermIndex } from '../index/term-index.js'
import { loadSpellings } from '../variants/save-spellings.js'
import type { SpellingIndex } from '../variants/search-spellings.js'
import { openIndex } from './open-index.js'

/** `release.json` in the folder of the built bank: which release it is and where its files are. */
export interface BankManifest {
  readonly release: string
  /** File with `{ release, concepts }`. */
  readonly concepts: string
  /** By language, the file of the index. */
  readonly indexes: { readonly [lang: string]: string }
  /** SHA-256 of each file, in hexadecimal. */
  readonly sha256: { readonly [file: string]: string }
}

/** Where the build puts the national bank, with a slash at the end; the same from `src` and from `dist`. */
export const builtBank = (): string => fileURLToPath(new URL('../../dist/national/', import.meta.url))

/**
 * The national bank's index as it was built. Reads one file of bytes; concepts are read when they are needed.
 * Needs neither the schema nor YAML, so that a command starts at once.
 *
 * @param options.lang `sv` when left out
 * @param options.folder where the built bank lies, with a slash at the end, when not beside this package's code
 * @param options.isPartly reads only what is needed, and takes the file to be as it was built (`openIndex`)
 * @throws {Error} when the bank has not been built, with the command that builds it
 */
export function loadNationalIndex({
  lang = 'sv',
  compounds,
  folder = builtBank(),
  isPartly = false,
}: {
  readonly lang?: string
  readonly compounds?: CompoundFinder | undefined
  readonly folder?: string
  readonly isPartly?: boolean
} = {}): TermIndex {
  const file = readManifest(folder).indexes[lang]
  if (file === undefined) throw new Error(`Den nationella banken har inget index för språket ”${lang}”.`)
  return isPartly ? openIndex(folder + file, { compounds }) : loadIndex(readFileSync(folder + file), { compounds })
}

/** The file beside a release with the ways its terms are written wrongly. It follows from the release and the lexicon. */
export const SPELLINGS_FILE = 'sv.spellings'

/**
 * The spellings that the build has made for the national index, or undefined when there are none;
 * `compileSpellings` makes the same from the index.
 *
 * @throws {IndexFormatError} when they are damaged or belong to another index
 */
export function loadNationalSpellings(
  index: TermIndex,
  { folder = builtBank(), isChecked }: { readonly folder?: string; readonly isChecked?: boolean } = {},
): SpellingIndex | undefined {
  const file = folder + SPELLINGS_FILE
  return existsSync(file) ? loadSpellings(readFileSync(file), index, { isChecked }) : undefined
}

export function readManifest(folder: string): BankManifest {
  try {
    return JSON.parse(readFileSync(`${folder}release.json`, 'utf8')) as BankManifest
  } catch (cause) {
    throw new Error('Den nationella banken är inte byggd. Kör ”node scripts/build.mjs”.', { cause })
  }
}
