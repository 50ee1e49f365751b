/** What a token is. `Slot` stands for something that is not language: masked code, a placeholder, an image. */
export const TokenKind = { Word: 1, Number: 2, Punctuation: 3, Symbol: 4, Slot: 5 } as const
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind]

/** The character that readers put where code, a placeholder or an image stood. One such character is one `Slot` token. */
export const SLOT = '\uFFFC'

/**
 * A text cut into tokens and sentences. White space is no token.
 *
 * The arrays are flat and typed because every rule and the term index walk them; `starts` and
 * `ends` are UTF-16 code units from 0 in `text`. `sentences[s]` is the first token of sentence
 * `s`, and the last element equals `count`, so sentence `s` is tokens
 * `[sentences[s], sentences[s + 1])`. A text without tokens has `sentences = [0]`.
 */
export interface TokenisedText {
  readonly text: string
  readonly count: number
  readonly kinds: Uint8Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly sentences: Uint32Array
  /** The key (see `wordKey`) of token `i`; for a token that is no word, its own text. */
  key(i: number): string
  /** What `wordNumbersOf` gives, when `era` is the present one. Nobody else's business. */
  readonly numbers: Int32Array
  era: number
}
