import { TokenKind, tokenise } from '@klarsprak/swedish'
import type { Match } from '../index/match.js'
import type { Rejection, TermIndex } from '../index/term-index.js'
import { type LookupSense, lookup } from './lookup.js'

export interface TracedToken {
  readonly text: string
  readonly kind: keyof typeof TokenKind
  /** UTF-16 code units from 0 in the traced text. */
  readonly start: number
  readonly end: number
  /** What the index compares; see `wordKey`. */
  readonly key: string
  /** What the token alone means: base forms, features, parts of a compound, concepts and layers. */
  readonly senses: readonly LookupSense[]
}

/** How a text is understood, step by step. */
export interface Trace {
  readonly text: string
  readonly tokens: readonly TracedToken[]
  /** What all of the text together means, when it is a term. */
  readonly senses: readonly LookupSense[]
  /** What a rule gets to see. */
  readonly matches: readonly Match[]
  /** Forms of the bank that stand there but were turned down, and why. */
  readonly rejections: readonly Rejection[]
}

const KIND_NAMES = Object.fromEntries(Object.entries(TokenKind).map(([name, kind]) => [kind, name])) as Readonly<
  Record<TokenKind, keyof typeof TokenKind>
>

export function trace(index: TermIndex, text: string): Trace {
  const tokens = tokenise(text)
  const rejections: Rejection[] = []
  const matches = index.search(tokens, { onReject: (rejection) => rejections.push(rejection) })
  return {
    text,
    tokens: Array.from({ length: tokens.count }, (_, i) => {
      const [start, end] = [tokens.starts[i]!, tokens.ends[i]!]
      const own = text.slice(start, end)
      const kind = KIND_NAMES[tokens.kinds[i] as TokenKind]
      return { text: own, kind, start, end, key: tokens.key(i), senses: lookup(index, own) }
    }),
    senses: lookup(index, text),
    matches,
    rejections,
  }
}
