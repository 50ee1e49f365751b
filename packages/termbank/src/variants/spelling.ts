import type { Span } from '@klarsprak/swedish'
import type { Concept, Term } from '../model/concept.js'

/** In what way a term is written wrongly. A wrong name is always `name`, whatever is wrong with it. */
export type SpellingFault =
  | 'split' // särskrivning: ”vård central”, ”e tjänst”
  | 'joined' // without its hyphen: ”etjänst”
  | 'hyphen' // with a hyphen that does not belong: ”vård-central”
  | 'letters' // wrong link or a known slip: ”landningsida”, ”inlogning”
  | 'capitals' // ”E-Tjänst”, and ”E-tjänst” inside a sentence
  | 'name' // ”DIGG”, ”1177 Direkt”, ”CapioGo”
  | 'brand' // as the bank writes it, though its owner writes it otherwise: ”bank-id” for ”BankID”

/** A term of the bank, written wrongly. Matches are in order and do not overlap. */
export interface SpellingMatch {
  readonly span: Span
  /** Tokens `[first, last]` of the text. */
  readonly first: number
  readonly last: number
  readonly fault: SpellingFault
  /** The same form as it should be written in this place, its capitals included. */
  readonly right: string
  /** As the owner of the name writes it: ”BankID”. Only for a term that the bank writes as an ordinary word. */
  readonly brand?: string
  readonly concept: Concept
  readonly term: Term
  /** There is no other way to read the words. Without it, report but do not rewrite. */
  readonly certain: boolean
}

/** Bits of an entry. */
export const EntryFlag = {
  /** A name: `name` is the only fault. */
  Name: 1,
  /** The key's letters are wrong in themselves. */
  Letters: 2,
  /** The hyphen of the right form may not be left out: nothing else is written so. */
  Joined: 4,
  /** A name that no ordinary words are spelt as, so that lower case is wrong too. */
  NoWord: 8,
  /** A lower-case term that may not be written in capitals: ”SMS”. The author of the term says so. */
  NoCapitals: 16,
  /** The first part is one letter: ”e-tjänst”. */
  Letter: 32,
  /** What follows the last cut is an adjective too: ”central”. */
  AdjectiveHead: 64,
  /** There is a brand spelling. */
  Brand: 128,
} as const

/** What the part before a cut is when it stands alone. */
export const CutKind = {
  /** No word: the cut is always wrong. */
  NoWord: 0,
  Common: 1,
  Neuter: 2,
  /** A noun, of either gender or both. */
  Noun: 3,
  /** A noun in the genitive: ordinary after a determiner (en ungdoms …), wrong without. */
  Genitive: 4,
} as const

/** What a form says, as bits: of each number and definiteness; and of the gender. */
export const Agreement = {
  SingularIndefinite: 1,
  SingularDefinite: 2,
  PluralIndefinite: 4,
  PluralDefinite: 8,
  Common: 16,
  Neuter: 32,
} as const

/** A key without its hyphens and spaces: what all ways to write a form have in common. */
export const squash = (key: string): string => key.replace(/[\s-]+/gu, '')

/** As a reader sees it: nothing invisible, one sort of hyphen, single spaces. Capitals are kept. */
export const seen = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu, '')
    .normalize('NFC')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\u00b4\u2018\u2019\u201b\u02bc]/gu, "'")
    .replace(/\s+/gu, ' ')
