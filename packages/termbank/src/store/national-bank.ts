import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Bank, Layer } from '../bank/bank.js'
import { NATIONAL } from '../bank/check-bank.js'
import { createBank } from '../bank/create-bank.js'
import type { CompoundFinder } from '../index/compound-finder.js'
import { loadIndex } from '../index/save-index.js'
import type { TermIndex } from '../index/term-index.js'
import type { Concept } from '../model/concept.js'

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

/** Where the build puts the national bank; the same from `src` and from `dist`. */
const builtBank = (): string => fileURLToPath(new URL('../../dist/national/', import.meta.url))

/**
 * The national bank's index as it was built. Reads one file of bytes; concepts are read when they are needed.
 *
 * @param options.lang `sv` when left out
 * @param options.folder where the built bank lies, when not beside this package's code
 * @throws {Error} when the bank has not been built, with the command that builds it
 */
export function loadNationalIndex({
  lang = 'sv',
  compounds,
  folder = builtBank(),
}: {
  readonly lang?: string
  readonly compounds?: CompoundFinder | undefined
  readonly folder?: string
} = {}): TermIndex {
  const file = readManifest(folder).indexes[lang]
  if (file === undefined) throw new Error(`Den nationella banken har inget index för språket ”${lang}”.`)
  return loadIndex(readFileSync(folder + file), { compounds })
}

/** The national bank as the lowest layer of a bank. */
export function loadNationalLayer({ folder = builtBank() }: { readonly folder?: string } = {}): Layer {
  const json = readFileSync(folder + readManifest(folder).concepts, 'utf8')
  const { release, concepts } = JSON.parse(json) as { readonly release: string; readonly concepts: readonly Concept[] }
  return { name: NATIONAL, release, concepts }
}

/** The national bank alone. */
export function loadNationalBank(options: { readonly folder?: string } = {}): Bank {
  return createBank({ layers: [loadNationalLayer(options)] }).bank
}

function readManifest(folder: string): BankManifest {
  try {
    return JSON.parse(readFileSync(`${folder}release.json`, 'utf8')) as BankManifest
  } catch (cause) {
    throw new Error('Den nationella banken är inte byggd. Kör ”node scripts/build.mjs”.', { cause })
  }
}
