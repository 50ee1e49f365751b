import type { Nodes, Paragraph, Root, Sentence, SentenceContent, Word } from 'nlcst'
import type { Point } from 'unist'
import { ALPHANUMERIC, CharClass, classAt, WORD_CHAR, widthAt } from '../text/chars.js'
import { type TokenisedText, TokenKind } from '../text/tokens.js'

type Leaf = Exclude<Nodes, Root | Paragraph | Sentence | Word>

/** Where the characters of a text came from. Asked in rising order of offsets. */
export interface Origin {
  /** Where the character at `offset` starts. `undefined` when it came from nowhere, as generated line breaks do. */
  startOf(offset: number): Point | undefined
  /** Where the character before `offset` ends: elsewhere than `startOf(offset)` when markup lies between. */
  endOf(offset: number): Point | undefined
  /** The first offset after `offset` where another piece of the source begins, or the end of the text. */
  nextPiece(offset: number): number
  /** What stands at `offset` instead of text, such as inline code. */
  sourceAt(offset: number): string | undefined
}

/**
 * The NLCST of a tokenised text: paragraphs between blank lines, then sentences, then words, white space, punctuation,
 * symbols and source.
 *
 * A word is made of `TextNode`, and `PunctuationNode` for what joins it (`e` `-` `tjänst`; `t` `.` `ex` `.`), cut where
 * markup lies between. A number is a word. Addresses and slots are `SourceNode`: values that are not language.
 * The values of all leaves, put together, are the text (with source in place of its slots).
 */
export function buildTree(tokens: TokenisedText, origin: Origin): Root {
  const { text, count, starts, ends, sentences } = tokens
  const root: Root = { type: 'RootNode', children: [] }
  let paragraph: Paragraph | undefined
  let offset = 0

  for (let s = 0; s + 1 < sentences.length; s++) {
    const first = sentences[s]!
    const start = starts[first]!
    const space = offset < start ? leaf('WhiteSpaceNode', text, offset, start, origin) : undefined
    if (paragraph && space && hasBlankLine(text, offset, start)) {
      root.children.push(placedAround(paragraph))
      paragraph = undefined
    }
    if (space) (paragraph ?? root).children.push(space)
    paragraph ??= { type: 'ParagraphNode', children: [] }

    const sentence: Sentence = { type: 'SentenceNode', children: [] }
    offset = start
    for (let i = first; i < sentences[s + 1]!; i++) {
      if (offset < starts[i]!) sentence.children.push(leaf('WhiteSpaceNode', text, offset, starts[i]!, origin))
      sentence.children.push(tokenNode(tokens, i, origin))
      offset = ends[i]!
    }
    paragraph.children.push(placedAround(sentence))
  }

  if (paragraph) root.children.push(placedAround(paragraph))
  if (offset < text.length) root.children.push(leaf('WhiteSpaceNode', text, offset, text.length, origin))
  return count === 0 && root.children.length === 0 ? root : placedAround(root)
}

function tokenNode({ text, kinds, starts, ends }: TokenisedText, i: number, origin: Origin): SentenceContent {
  const start = starts[i]!
  const end = ends[i]!
  switch (kinds[i]) {
    case TokenKind.Word:
    case TokenKind.Number:
      return wordNode(text, start, end, origin)
    case TokenKind.Punctuation:
      return leaf('PunctuationNode', text, start, end, origin)
    case TokenKind.Slot:
      return leaf('SourceNode', text, start, end, origin)
    default:
      return leaf(classAt(text, start) & ALPHANUMERIC ? 'SourceNode' : 'SymbolNode', text, start, end, origin)
  }
}

function wordNode(text: string, start: number, end: number, origin: Origin): Word {
  const word: Word = { type: 'WordNode', children: [] }
  for (let p = start; p < end; ) {
    const isText = isWordText(text, p)
    const limit = Math.min(end, origin.nextPiece(p))
    let q = p
    do q += widthAt(text, q)
    while (q < limit && isWordText(text, q) === isText)
    word.children.push(isText ? leaf('TextNode', text, p, q, origin) : leaf('PunctuationNode', text, p, q, origin))
    p = q
  }
  return placedAround(word)
}

/** The spaces in `12 000` count as text: NLCST has no white space within a word. */
function isWordText(text: string, offset: number): boolean {
  return (classAt(text, offset) & (WORD_CHAR | CharClass.Invisible | CharClass.Space)) !== 0
}

function leaf<Type extends Leaf['type']>(type: Type, text: string, start: number, end: number, origin: Origin) {
  const value = origin.sourceAt(start) ?? text.slice(start, end)
  const from = origin.startOf(start)
  const to = origin.endOf(end)
  return from && to ? { type, value, position: { start: from, end: to } } : { type, value }
}

/** Gives a parent the place from its first child to its last. */
function placedAround<Parent extends Root | Paragraph | Sentence | Word>(parent: Parent): Parent {
  const start = parent.children[0]?.position?.start
  const end = parent.children.at(-1)?.position?.end
  if (start && end) parent.position = { start: { ...start }, end: { ...end } }
  return parent
}

function hasBlankLine(text: string, start: number, end: number): boolean {
  let breaks = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (!(classAt(text, i) & CharClass.LineBreak) || (code === 0x0d && text.charCodeAt(i + 1) === 0x0a)) continue
    breaks += code === 0x2029 ? 2 : 1
  }
  return breaks > 1
}
