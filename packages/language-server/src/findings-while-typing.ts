import type { Diagnostic, Position } from 'vscode-languageserver-types'
import type { TextChange } from './documents/open-document.js'

const isWord = (text: string): boolean => /[\p{L}\p{M}\p{Nd}]$/u.test(text)

/**
 * Where the word that is being typed ends after `changes`; undefined when they are no typing, or have
 * come to the end of the word. Protocol places, in the client's encoding.
 */
export function typingAt(changes: readonly TextChange[]): Position | undefined {
  const [change, ...others] = changes
  if (change?.range === undefined || others.length > 0) return undefined
  const { range, text } = change
  // A letter or a few (a completion of the system's), or one taken away: not a paste, which is done when it is made.
  if (text.length > MOST_LETTERS || /[\r\n]/u.test(text) || (text !== '' && !isWord(text))) return undefined
  if (range.start.line !== range.end.line) return undefined
  return { line: range.start.line, character: range.start.character + text.length }
}

const MOST_LETTERS = 3

/** Without those about the word that ends where somebody is typing: it may become another word. */
export const withoutWordAt = (
  diagnostics: readonly Diagnostic[],
  place: Position | undefined,
): readonly Diagnostic[] =>
  place === undefined
    ? diagnostics
    : diagnostics.filter(
        ({ range: { start, end } }) =>
          end.line !== place.line || end.character !== place.character || start.line !== end.line,
      )
