import { wordKey } from '../normalise.js'

/**
 * The lower-case letter that a Latin-1 character has in a key, or 0 when `wordKey` must be asked about the whole word.
 * The bundled command has it as it is (scripts/bundle.mjs).
 */
export const FOLD = Uint16Array.from({ length: 256 }, (_, code) => {
  const key = wordKey(String.fromCharCode(code))
  return key.length === 1 ? key.charCodeAt(0) : 0
})
