import type { Node, Nodes, Root } from 'nlcst'
import type { Point } from 'unist'
import { tokenise } from '../text/tokenise.js'
import { SLOT } from '../text/tokens.js'
import { buildTree, type Origin } from './build-tree.js'

/** A stretch of the joined text that comes from one leaf of the tree. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly from: Point | undefined
  readonly to: Point | undefined
  readonly source: boolean
}

/**
 * Gives a tree that some other parser has cut into paragraphs, sentences and words the Swedish ones, and keeps every
 * place. This is how a Markdown or HTML tree is made Swedish: a word or sentence that markup runs through
 * (`vård**central**`) is seen whole, which no parser of single text nodes can do.
 */
export function regroup(root: Root): undefined {
  const pieces: Piece[] = []
  collect(root, pieces)
  const text = pieces.map(({ source, value }) => (source ? SLOT : value)).join('')
  const { children, position } = buildTree(tokenise(text), piecewiseOrigin(pieces))
  root.children = children
  if (position) root.position = position
}

function collect(node: Nodes, pieces: Piece[]): void {
  if ('children' in node) {
    for (const child of node.children) collect(child, pieces)
    return
  }
  const { type, value } = node
  const source = type === 'SourceNode'
  if (value === '') return
  const start = pieces.at(-1)?.end ?? 0
  const { start: from, end: to } = placeOf(node)
  pieces.push({ start, end: start + (source ? SLOT : value).length, value, from, to, source })
}

function placeOf({ position }: Node): { start: Point | undefined; end: Point | undefined } {
  return { start: position?.start, end: position?.end }
}

function piecewiseOrigin(pieces: readonly Piece[]): Origin {
  let current = 0
  let known: { readonly piece: Piece; readonly offset: number; readonly point: Point } | undefined

  /** A place inside a piece, reckoned from the last one asked for, so that a long piece is passed once. */
  const pointWithin = (piece: Piece, offset: number): Point | undefined => {
    if (piece.from === undefined || offset === piece.start) return piece.from
    const base =
      known?.piece === piece && known.offset <= offset ? known : { piece, offset: piece.start, point: piece.from }
    const point = advanced(base.point, piece.value.slice(base.offset - piece.start, offset - piece.start))
    known = { piece, offset, point }
    return point
  }

  /** The piece that holds the character at `offset`. Offsets rise, but for one step back from an end to a start. */
  const pieceAt = (offset: number): Piece | undefined => {
    while (current > 0 && offset < pieces[current]!.start) current--
    while (current < pieces.length - 1 && offset >= pieces[current]!.end) current++
    return pieces[current]
  }

  return {
    startOf(offset) {
      const piece = pieceAt(offset)
      return piece && pointWithin(piece, offset)
    },
    endOf(offset) {
      const piece = pieceAt(offset - 1)
      return piece && (offset === piece.end ? piece.to : pointWithin(piece, offset))
    },
    nextPiece: (offset) => pieceAt(offset)?.end ?? offset,
    sourceAt(offset) {
      const piece = pieceAt(offset)
      return piece?.source ? piece.value : undefined
    },
  }
}

function advanced({ line, column, offset }: Point, over: string): Point {
  const lines = over.split(/\r\n|\n|\r/)
  const last = lines.at(-1)!.length
  return {
    line: line + lines.length - 1,
    column: lines.length > 1 ? last + 1 : column + last,
    ...(offset === undefined ? {} : { offset: offset + over.length }),
  }
}
