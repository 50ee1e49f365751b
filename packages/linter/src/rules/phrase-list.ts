import {
  createRewriter,
  type Features,
  inflect,
  type Lexeme,
  once,
  rememberedByWord,
  type Span,
  type TokenisedText,
  TokenKind,
  tokenise,
  wordNumbersOf,
} from '@klarsprak/swedish'
import { isDeprecated } from '@klarsprak/termbank'
import { type AnalysedSegment, matchesBetween } from '../analysis/analyse.js'
import { newSign, readSigns, signFor } from '../analysis/signs.js'
import type { Sign } from './hears.js'
import { LIST_TABLE } from './list-table.js'
import { isCapitalised } from './names.js'
import { isRead } from './reads.js'
import type { GuardOptions, ProseSuggestion } from './rule.js'
import { readLists, type SavedNode } from './saved-lists.js'

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

/** A list of words and phrases, to be found in any form. A rule can listen for it. */
export interface PhraseList<Entry> extends Sign {
  /** Leftmost and longest, in order, apart. */
  search(segment: AnalysedSegment): readonly PhraseMatch<Entry>[]
  /** The longest that begins at token `first`. */
  at(words: TokenisedText, first: number): PhraseMatch<Entry> | undefined
}

interface Form<Entry> {
  readonly entry: Entry
  readonly lexeme: Lexeme
  readonly features: readonly Features[]
}

interface Node<Entry> {
  readonly next: ReadonlyMap<string, Node<Entry>>
  readonly form: Form<Entry> | undefined
}

/** The lists that there are, by name: by the key of a first word, where it leads. */
export const PHRASE_LISTS = new Map<string, () => ReadonlyMap<string, SavedNode>>()

/** What the build has worked out of all lists. */
const saved = LIST_TABLE === undefined ? undefined : readLists(LIST_TABLE)

/** The signs of the lists that the build has worked out, by name. */
const signsOfLists = new Map<string, number>()
// A word is looked up once for all of them.
if (saved !== undefined)
  readSigns((key) => {
    let signs = 0
    for (const name of saved.listsOf(key)) signs |= signsOfLists.get(name) ?? 0
    return signs
  })

/**
 * A list of phrases, `lexemesOf` each entry, in every form the language engine knows. A word that begins no phrase costs a
 * look at its number, however long the list is and however many lists there are; see `wantedWords`. Where two entries
 * share a form, the first has it.
 *
 * The forms are worked out when the list is first asked, once. In the bundled command they are worked out beforehand;
 * `PHRASE_LISTS` is how the build asks for them, and nothing has to be done for a new list.
 *
 * @param name of the rule and of the list, such as `idiom/idioms`
 * @param entries are asked for when the first phrase is found, or its forms are worked out
 * @param known where a first word leads, when that has been worked out
 */
export function phraseList<Entry>(
  name: string,
  entries: () => readonly Entry[],
  lexemesOf: (entry: Entry) => readonly Lexeme[],
  known?: (first: string) => SavedNode | undefined,
): PhraseList<Entry> {
  const lexemes = once(() => entries().flatMap((entry) => lexemesOf(entry).map((lexeme) => ({ entry, lexeme }))))
  const worked = once(() => rootOf(lexemes().map(({ lexeme }) => lexeme)))
  PHRASE_LISTS.set(name, () => worked())
  const isSaved = known === undefined && saved !== undefined
  const savedNodeOf = isSaved
    ? (first: string) => saved.nodeOf(name, first)
    : (known ?? ((first) => worked().get(first)))
  const sign = isSaved ? newSign() : signFor((key) => savedNodeOf(key) !== undefined)
  if (isSaved) signsOfLists.set(name, sign)
  const nodes: Node<Entry>[] = []
  /** The node that a word leads to from the root, plus one; 0: no phrase begins with it. */
  const nodeOf = rememberedByWord((key) => {
    const saved = savedNodeOf(key)
    return saved === undefined ? 0 : nodes.push(nodeFrom(saved, lexemes()))
  })
  const from = (words: TokenisedText, first: number, begins: number): PhraseMatch<Entry> | undefined => {
    let found: PhraseMatch<Entry> | undefined
    let node = nodes[begins - 1]
    for (let last = first; node !== undefined; last++) {
      if (node.form !== undefined) {
        found = { ...node.form, first, last, span: { start: words.starts[first]!, end: words.ends[last]! } }
      }
      node = node.next.size > 0 && last + 1 < words.count ? node.next.get(words.key(last + 1)) : undefined
    }
    return found
  }
  const at = (words: TokenisedText, first: number): PhraseMatch<Entry> | undefined => {
    if (words.kinds[first] !== TokenKind.Word) return undefined
    const begins = nodeOf(wordNumbersOf(words)[first]!)
    return begins === 0 ? undefined : from(words, first, begins)
  }
  return {
    words: sign,
    at,
    search(segment) {
      let matches: PhraseMatch<Entry>[] | undefined
      let free = 0
      for (const first of segment.tokensWith(sign)) {
        const match = first < free ? undefined : at(segment.words, first)
        if (match === undefined) continue
        matches ??= []
        matches.push(match)
        free = match.last + 1
      }
      return matches ?? NONE
    },
  }
}

const NONE: readonly never[] = []

function nodeFrom<Entry>(
  { form, next = {} }: SavedNode,
  lexemes: readonly { readonly entry: Entry; readonly lexeme: Lexeme }[],
): Node<Entry> {
  return {
    form: form && { ...lexemes[form.lexeme]!, features: form.features },
    next: new Map(Object.entries(next).map(([key, node]) => [key, nodeFrom(node, lexemes)])),
  }
}

/** Where the first words of all forms lead. */
function rootOf(lexemes: readonly Lexeme[]): ReadonlyMap<string, SavedNode> {
  const root = new Map<string, DraftNode>()
  lexemes.forEach((lexeme, number) => {
    addForms(root, lexeme, number)
  })
  return root
}

interface DraftNode {
  form?: { readonly lexeme: number; readonly features: Features[] }
  next?: Record<string, DraftNode>
}

function addForms(root: Map<string, DraftNode>, lexeme: Lexeme, number: number): void {
  for (const { form, features } of inflect(lexeme.label, lexeme.grammar)) {
    // A wish (leve) is never meant in such texts.
    if (features.verbForm === 'subjunctive') continue
    const words = tokenise(form)
    const first = words.key(0)
    let node = root.get(first) ?? {}
    root.set(first, node)
    for (let token = 1; token < words.count; token++) {
      const next = (node.next ??= {})
      node = next[words.key(token)] ??= {}
    }
    if (node.form === undefined) node.form = { lexeme: number, features: [features] }
    else if (node.form.lexeme === number) node.form.features.push(features)
  }
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
    for (const match of list.search(segment)) {
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
