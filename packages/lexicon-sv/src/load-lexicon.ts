import { readFileSync } from 'node:fs'
import { createLexicon, type Lexicon, LexiconFormatError } from '@klarsprak/swedish/lexicon'

/** The lexicon that the build writes. From the sources it is the one of the last build. */
const BUILT = new URL('../dist/sv.lexicon', import.meta.url)

/**
 * Reads the general lexicon: some megabytes, some milliseconds. Call it once, when the first word
 * needs it, and keep the answer.
 *
 * @param options.isChecked the file is taken to be as it was built: its sum is not asked for
 * @throws {LexiconFormatError} if the file is damaged or of another version.
 * @throws {Error} if there is no file: the package has not been built.
 */
export function loadLexicon(file: URL | string = BUILT, { isChecked }: { readonly isChecked?: boolean } = {}): Lexicon {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new Error(`Cannot read the lexicon ${String(file)}. Build it with: node scripts/build.mjs`, { cause })
  }
  try {
    return createLexicon(bytes, { isChecked })
  } catch (cause) {
    if (cause instanceof LexiconFormatError)
      throw new LexiconFormatError(`${String(file)}: ${cause.message}`, { cause })
    throw cause
  }
}
