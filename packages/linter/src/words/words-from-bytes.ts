import { createLexicon, createRewriter, type Lexicon } from '@klarsprak/swedish'
import { compileSpellings, loadIndex, loadSpellings } from '@klarsprak/termbank'
import { compoundsBy, type Words, withMisspellings } from './words.js'

/** The files that the build writes, as whoever hosts the linter has fetched them. */
export interface WordBytes {
  /** The index of a built bank: `2026.1.sv.index`. */
  readonly index: Uint8Array | ArrayBuffer
  /** `sv.lexicon` of `@klarsprak/lexicon-sv`. */
  readonly lexicon: Uint8Array | ArrayBuffer
  /** `sv.spellings` of the same bank. Left out, they are made from the index, which takes some seconds. */
  readonly spellings?: Uint8Array | ArrayBuffer | undefined
}

/**
 * What `loadWords` gives, without a disk. The bytes are used as they are and must not be changed.
 *
 * @throws {IndexFormatError} if the index or the spellings are damaged or of another version; the lexicon and the
 * spellings are read when a text first needs them
 * @throws {LexiconFormatError} likewise
 */
export function wordsFromBytes(bytes: WordBytes): Words {
  let lexicon: Lexicon | undefined
  const lexiconOnce = () => (lexicon ??= createLexicon(asBytes(bytes.lexicon)))
  const compounds = compoundsBy(lexiconOnce)
  const index = loadIndex(asBytes(bytes.index), { compounds })
  const { spellings } = bytes
  const prepare = () =>
    spellings === undefined
      ? compileSpellings(index, { lexicon: lexiconOnce() })
      : loadSpellings(asBytes(spellings), index)
  return { index: withMisspellings(index, prepare), rewrite: createRewriter(), compounds }
}

const asBytes = (bytes: Uint8Array | ArrayBuffer): Uint8Array =>
  bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
