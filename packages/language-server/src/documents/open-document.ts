import type { Range } from 'vscode-languageserver-types'
import { type Encoding, type Lines, linesOf } from './lines.js'

/** A text as an editor holds it, saved or not. */
export interface OpenDocument {
  readonly uri: string
  /** The editor's name for the format: `markdown`, `json`. */
  readonly languageId: string
  readonly version: number
  readonly text: string
  readonly lines: Lines
}

/** A change of a part of a text, or without `range` of all of it. */
export interface TextChange {
  readonly range?: Range
  readonly text: string
}

export function openDocument(
  item: { readonly uri: string; readonly languageId: string; readonly version: number; readonly text: string },
  encoding: Encoding,
): OpenDocument {
  const { uri, languageId, version, text } = item
  return { uri, languageId, version, text, lines: linesOf(text, encoding) }
}

/** The document with changes made one after the other; each has its place in the text the one before it left. */
export function withChanges(
  document: OpenDocument,
  version: number,
  changes: readonly TextChange[],
  encoding: Encoding,
): OpenDocument {
  let { text, lines } = document
  for (const change of changes) {
    if (change.range === undefined) text = change.text
    else {
      const { start, end } = lines.spanOf(change.range)
      text = text.slice(0, start) + change.text + text.slice(end)
    }
    lines = linesOf(text, encoding)
  }
  return { ...document, version, text, lines }
}
