import {
  createRewriter,
  type Features,
  inflect,
  type Lexeme,
  type Span,
  type TokenisedText,
  TokenKind,
  tokenise,
} from '@klarsprak/swedish'
import { type AnalysedSegment, matchesBetween } from '../analysis/analyse.js'
import { isDeprecated } from './is-deprecated.js'
import { isCapitalised } from './names.js'
import { isRead } from './reads.js'
import type { GuardOptions, ProseSuggestion } from './rule.js'

/** A word or phrase of a list, found in a text. */
export interface PhraseMatch<Entry> {
  readonly entry: Entry
  readonly lexeme: Lexeme
  /** Tokens `[first, last]`. */
  readonly first: number
  readonly last: number
  readonly span: Span
  /** Every reading of the form. */
  readonly features: readonly Features[]
}

/** A list of words and phrases, to be found in any form. */
export interface PhraseList<Entry> {
  /** Leftmost and longest, in order, apart. */
  search(words: TokenisedText): readonly PhraseMatch<Entry>[]
  /** The longest that begins at token `first`. */
  at(words: TokenisedText, first: number): PhraseMatch<Entry> | undefined
}

interface Form<Entry> {
  readonly entry: Entry
  readonly lexeme: Lexeme
  readonly features: Features[]
}

interface Node<Entry> {
  readonly next: Map<string, Node<Entry>>
  form?: Form<Entry>
}

/**
 * A list of phrases, `lexemesOf` each entry, in every form the language engine knows. The forms are worked out
 * when the list is first asked, once; a token then costs a look at its first two letters and its length, and one
 * look-up of its key when some phrase may begin so, however long the list is. Where two entries share a form,
 * the first has it.
 */
export function phraseList<Entry>(
  entries: readonly Entry[],
  lexemesOf: (entry: Entry) => readonly Lexeme[],
): PhraseList<Entry> {
  let built: { readonly root: Node<Entry>; readonly beginnings: Beginnings } | undefined
  const build = () => {
    const root: Node<Entry> = { next: new Map() }
    for (const entry of entries) for (const lexeme of lexemesOf(entry)) addForms(root, entry, lexeme)
    return { root, beginnings: beginningsOf([...root.next.keys()]) }
  }
  const at = (words: TokenisedText, first: number): PhraseMatch<Entry> | undefined => {
    built ??= build()
    const start = words.starts[first]!
    if (words.kinds[first] !== TokenKind.Word) return undefined
    if (!mayBegin(built.beginnings, words.text, start, words.ends[first]!)) return undefined
    let found: PhraseMatch<Entry> | undefined
    let node = built.root.next.get(words.key(first))
    for (let last = first; node !== undefined; last++) {
      if (node.form !== undefined) found = { ...node.form, first, last, span: { start, end: words.ends[last]! } }
      node = last + 1 < words.count ? node.next.get(words.key(last + 1)) : undefined
    }
    return found
  }
  return {
    at,
    search(words) {
      const matches: PhraseMatch<Entry>[] = []
      for (let first = 0; first < words.count; first++) {
        const found = at(words, first)
        if (found === undefined) continue
        matches.push(found)
        first = found.last
      }
      return matches
    },
  }
}

function addForms<Entry>(root: Node<Entry>, entry: Entry, lexeme: Lexeme): void {
  for (const { form, features } of inflect(lexeme.label, lexeme.grammar)) {
    // A wish (leve) is never meant in such texts.
    if (features.verbForm === 'subjunctive') continue
    const words = tokenise(form)
    let node = root
    for (let token = 0; token < words.count; token++) {
      const key = words.key(token)
      const next: Node<Entry> = node.next.get(key) ?? { next: new Map() }
      node.next.set(key, next)
      node = next
    }
    if (node.form === undefined) node.form = { entry, lexeme, features: [features] }
    else if (node.form.lexeme === lexeme) node.form.features.push(features)
  }
}

/** Characters that say something by themselves: those of Latin-1 and no invisible one. */
const LETTERS = 0x100
const SOFT_HYPHEN = 0xad

/** How words of a list may begin, so that most words of a text need no key. */
interface Beginnings {
  /** The length of the shortest word for each first character; 0 where none begins so. */
  readonly shortest: Uint8Array
  /** A bit for each pair of first and second character that some word begins with. */
  readonly pairs: Uint8Array
}

/**
 * A word in a text is never shorter than its key, and begins as it, save for capitals, marks written apart and soft
 * hyphens: those are let through.
 */
function beginningsOf(keys: readonly string[]): Beginnings {
  const shortest = new Uint8Array(LETTERS)
  const pairs = new Uint8Array((LETTERS * LETTERS) / 8)
  shortest[SOFT_HYPHEN] = 1
  for (const key of keys) {
    for (const first of spellings(key.charAt(0))) {
      const known = shortest[first]!
      shortest[first] = known === 0 ? Math.min(key.length, 0xff) : Math.min(known, key.length)
      for (const second of spellings(key.charAt(1))) {
        const pair = first * LETTERS + second
        pairs[pair >> 3]! |= 1 << (pair & 7)
      }
    }
  }
  return { shortest, pairs }
}

/** The codes a letter of a key may have in a text, as far as they are in Latin-1. */
const spellings = (letter: string): readonly number[] =>
  [letter, letter.toUpperCase(), letter.normalize('NFD'), letter.toUpperCase().normalize('NFD')]
    .map((spelt) => spelt.charCodeAt(0))
    .filter((code) => code < LETTERS)

/** Whether the word at `[start, end)` may be one that begins so. */
function mayBegin({ shortest, pairs }: Beginnings, text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start)
  if (first >= LETTERS || first === SOFT_HYPHEN) return true
  const least = shortest[first]!
  if (least === 0 || end - start < least) return false
  if (end - start === 1) return true
  const second = text.charCodeAt(start + 1)
  if (second >= LETTERS || second === SOFT_HYPHEN) return true
  const pair = first * LETTERS + second
  return (pairs[pair >> 3]! & (1 << (pair & 7))) !== 0
}

/** Whether a rule with `options` reads the tokens `[first, last]`: no quotation, law, address, foreign text or name. */
export function readsTokens(
  segment: AnalysedSegment,
  { first, last, span }: { readonly first: number; readonly last: number; readonly span: Span },
  options: GuardOptions,
): boolean {
  if (!options.names && isCapitalised(segment, first)) {
    if (isCapitalised(segment, first - 1) || isCapitalised(segment, last + 1)) return false
  }
  return segment.guardsAt(span).every((kind) => isRead(kind, options))
}

/** Terms of the bank have at most so many words. */
const LONGEST_TERM = 8

/** Whether the bank has advice of its own on words among tokens `[first, last]`, so that a list says nothing more. */
export const bankAdvises = (segment: AnalysedSegment, first: number, last: number): boolean =>
  matchesBetween(segment, first - LONGEST_TERM, last + 1).some(
    (match) =>
      match.last >= first &&
      match.senses.some(({ term }) => term.lang === 'sv' && isDeprecated(term.status) && term.homograph !== true),
  )

/** Every place where a phrase of `list` stands in text that a rule with `options` reads and the bank is silent on. */
export function* phrasesIn<Entry>(
  segments: readonly AnalysedSegment[],
  list: PhraseList<Entry>,
  options: GuardOptions,
): Generator<{ readonly segment: AnalysedSegment; readonly match: PhraseMatch<Entry>; readonly actual: string }> {
  for (const segment of segments) {
    for (const match of list.search(segment.words)) {
      if (bankAdvises(segment, match.first, match.last) || !readsTokens(segment, match, options)) continue
      yield { segment, match, actual: segment.prose.slice(match.span.start, match.span.end) }
    }
  }
}

/**
 * Writes a match with another word or phrase in the same form. Safe only when the language engine is certain of the
 * form, the writer has `sure` of the meaning, and the file has no markup inside the words.
 */
export function createPhraseRewriter(): (
  segment: AnalysedSegment,
  match: PhraseMatch<unknown>,
  to: Lexeme,
  sure?: boolean,
) => readonly ProseSuggestion[] {
  const rewrite = createRewriter()
  return (segment, { first, last, span, features, lexeme: from }, to, sure = false) => {
    const isName = isCapitalised(segment, first)
    const { rewrites } = rewrite({ text: segment.words, first, last, span, part: 'whole', features, from, to })
    return rewrites.map(({ span, text, safe }) => ({
      span,
      text,
      safe: sure && safe && !isName && segment.map.isPlain(span),
    }))
  }
}
