import type { Root } from 'nlcst'
import type { Point } from 'unist'
import { tokenise } from '../text/tokenise.js'
import { buildTree, type Origin } from './build-tree.js'

/**
 * The NLCST of a Swedish text, with sentences, abbreviations and words as `tokenise` has them, and places: lines and
 * columns from 1, offsets in UTF-16 code units from 0. The string of the tree is the text.
 */
export function parseSwedish(text: string): Root {
  return buildTree(tokenise(text), plainOrigin(text))
}

/** A text that is its own source. */
function plainOrigin(text: string): Origin {
  let offset = 0
  let line = 1
  let lineStart = 0

  /** Offsets never fall, so each character is passed once. */
  const pointAt = (to: number): Point => {
    for (; offset < to; offset++) {
      const code = text.charCodeAt(offset)
      if (code !== 0x0a && !(code === 0x0d && text.charCodeAt(offset + 1) !== 0x0a)) continue
      line++
      lineStart = offset + 1
    }
    return { line, column: to - lineStart + 1, offset: to }
  }
  return { startOf: pointAt, endOf: pointAt, nextPiece: () => text.length, sourceAt: () => undefined }
}
