import { SLOT, type Span } from '@klarsprak/swedish'

/**
 * How prose and file belong together. Both sides are UTF-16 code units from 0.
 *
 * file   l │ &aring; │ n     lengths 1, 7, 1
 * prose  l │ å       │ n     lengths 1, 1, 1 — a finding on ”å” covers [1, 8) of the file
 *
 * The map is a row of pieces. Inside a piece of equal lengths the characters follow one another;
 * a piece of unequal lengths (an entity, a line break, masked code) is taken whole or not at all.
 */
export interface ProseMap {
  /**
   * Where the prose of `span` stands in the file. Markup before the first and after the last
   * character is left out.
   *
   * @throws {RangeError} if `span` is outside the prose.
   */
  toSource(span: Span): Span
  /** Where the file's character at `offset` stands in the prose; `undefined` when it is markup or another segment. */
  toProse(offset: number): number | undefined
  /** Whether the file holds nothing but the prose and white space between `span`'s ends, and the prose no slot, so that it can be replaced whole. */
  isPlain(span: Span): boolean
  /** What `span` is put together from, in order. */
  pieces(span: Span): readonly Piece[]
  /**
   * How many code units further on in its file this prose stands than the same prose in an earlier version of the
   * file, whose map is `earlier`; `undefined` when more than the place is another.
   */
  movedFrom(earlier: ProseMap): number | undefined
  /** The same prose `by` code units further on, in another version of the file. */
  movedBy(by: number, source: string): ProseMap
}

/** A stretch of prose and where it stands in the file. Equal lengths: character by character. */
export interface Piece extends Span {
  readonly source: Span
}

/** Prose under construction. What is added must come in the order of the file. */
export interface ProseBuilder {
  readonly length: number
  /** Adds `text`, which stands for `[start, end)` of the file. */
  add(text: string, start: number, end: number): void
  /** The last character added, or ''. */
  last(): string
  finish(): { readonly prose: string; readonly map: ProseMap }
}

export function createProse(source: string): ProseBuilder {
  return new PieceBuilder(source)
}

// Classes, since a file of texts has a map for each of its thousands of texts, and most are made to be thrown away.

/** Where each piece begins in the prose, and begins and ends in the file; and where the prose has slots. */
interface Pieces {
  readonly proseStarts: number[]
  readonly sourceStarts: number[]
  readonly sourceEnds: number[]
  readonly slots: number[]
}

class PieceBuilder implements ProseBuilder {
  private prose = ''
  private lastUnit = ''
  private readonly pieces: Pieces = { proseStarts: [], sourceStarts: [], sourceEnds: [], slots: [] }

  constructor(private readonly source: string) {}

  get length(): number {
    return this.prose.length
  }

  last(): string {
    return this.lastUnit
  }

  add(text: string, start: number, end: number): void {
    if (text === '') return
    const { proseStarts, sourceStarts, sourceEnds, slots } = this.pieces
    const { length } = this.prose
    const previous = sourceEnds.length - 1
    const follows =
      previous >= 0 &&
      sourceEnds[previous] === start &&
      end - start === text.length &&
      length - proseStarts[previous]! === start - sourceStarts[previous]!
    if (follows) sourceEnds[previous] = end
    else {
      proseStarts.push(length)
      sourceStarts.push(start)
      sourceEnds.push(end)
    }
    if (text === SLOT) slots.push(length)
    this.prose += text
    this.lastUnit = text.at(-1)!
  }

  finish() {
    return { prose: this.prose, map: new PieceMap(this.source, this.prose.length, this.pieces) }
  }
}

/** The map of prose that stands in the file character by character from `start` on, and has no slot. */
export function createLinearMap({ length }: string, start: number): ProseMap {
  return new LinearMap(length, start)
}

class LinearMap implements ProseMap {
  constructor(
    private readonly length: number,
    private readonly start: number,
  ) {}

  toSource(span: Span): Span {
    checkSpan(span, this.length)
    return { start: this.start + span.start, end: this.start + span.end }
  }

  toProse(offset: number): number | undefined {
    return offset < this.start || offset >= this.start + this.length ? undefined : offset - this.start
  }

  isPlain(): boolean {
    return true
  }

  pieces(span: Span): readonly Piece[] {
    const start = Math.max(0, span.start)
    const end = Math.min(this.length, span.end)
    return start < end ? [{ start, end, source: { start: this.start + start, end: this.start + end } }] : []
  }

  movedFrom(earlier: ProseMap): number | undefined {
    return earlier instanceof LinearMap && earlier.length === this.length ? this.start - earlier.start : undefined
  }

  movedBy(by: number): ProseMap {
    return new LinearMap(this.length, this.start + by)
  }
}

function checkSpan({ start, end }: Span, length: number): void {
  if (start < 0 || end > length || start >= end) {
    throw new RangeError(`The span [${start}, ${end}) is empty or outside the prose [0, ${length}).`)
  }
}

class PieceMap implements ProseMap {
  constructor(
    private readonly source: string,
    private readonly length: number,
    private readonly at: Pieces,
    /** How far all pieces stand from where `at` says in the file. */
    private readonly offset = 0,
  ) {}

  toSource(span: Span): Span {
    checkSpan(span, this.length)
    const { proseStarts, sourceStarts, sourceEnds } = this.at
    const first = lastAtMost(proseStarts, span.start)
    const last = lastAtMost(proseStarts, span.end - 1)
    const start = this.isLinear(first) ? sourceStarts[first]! + span.start - proseStarts[first]! : sourceStarts[first]!
    const end = this.isLinear(last) ? sourceStarts[last]! + span.end - proseStarts[last]! : sourceEnds[last]!
    return { start: this.offset + start, end: this.offset + end }
  }

  toProse(offset: number): number | undefined {
    const { proseStarts, sourceStarts, sourceEnds } = this.at
    const at = offset - this.offset
    const piece = lastAtMost(sourceStarts, at)
    if (piece < 0 || at >= sourceEnds[piece]!) return undefined
    return this.isLinear(piece) ? proseStarts[piece]! + at - sourceStarts[piece]! : proseStarts[piece]!
  }

  isPlain(span: Span): boolean {
    const { proseStarts, sourceStarts, sourceEnds, slots } = this.at
    if ((slots[lastAtMost(slots, span.end - 1)] ?? -1) >= span.start) return false
    const first = lastAtMost(proseStarts, span.start)
    const last = lastAtMost(proseStarts, span.end - 1)
    for (let piece = first; piece < last; piece++) {
      const between = this.source.slice(this.offset + sourceEnds[piece]!, this.offset + sourceStarts[piece + 1]!)
      if (between !== '' && between.trim() !== '') return false
    }
    return true
  }

  pieces(span: Span): readonly Piece[] {
    const { proseStarts, sourceStarts, sourceEnds } = this.at
    const pieces: Piece[] = []
    for (let piece = Math.max(0, lastAtMost(proseStarts, span.start)); piece < proseStarts.length; piece++) {
      const from = proseStarts[piece]!
      if (from >= span.end) break
      const start = Math.max(from, span.start)
      const end = Math.min(this.proseEnd(piece), span.end)
      const at = this.offset + sourceStarts[piece]!
      const source = this.isLinear(piece)
        ? { start: at + start - from, end: at + end - from }
        : { start: at, end: this.offset + sourceEnds[piece]! }
      if (start < end) pieces.push({ start, end, source })
    }
    return pieces
  }

  movedFrom(earlier: ProseMap): number | undefined {
    if (!(earlier instanceof PieceMap) || earlier.length !== this.length) return undefined
    const { proseStarts, sourceStarts, sourceEnds, slots } = this.at
    const { at } = earlier
    const count = proseStarts.length
    if (at.proseStarts.length !== count || at.slots.length !== slots.length) return undefined
    if (slots.some((slot, nth) => slot !== at.slots[nth])) return undefined
    const by = sourceStarts[0]! - at.sourceStarts[0]!
    for (let piece = 0; at !== this.at && piece < count; piece++) {
      if (proseStarts[piece] !== at.proseStarts[piece]) return undefined
      if (sourceStarts[piece]! - at.sourceStarts[piece]! !== by) return undefined
      if (sourceEnds[piece]! - at.sourceEnds[piece]! !== by) return undefined
    }
    return this.offset - earlier.offset + by
  }

  movedBy(by: number, source: string): ProseMap {
    return new PieceMap(source, this.length, this.at, this.offset + by)
  }

  private proseEnd(piece: number): number {
    return this.at.proseStarts[piece + 1] ?? this.length
  }

  private isLinear(piece: number): boolean {
    const { proseStarts, sourceStarts, sourceEnds } = this.at
    return this.proseEnd(piece) - proseStarts[piece]! === sourceEnds[piece]! - sourceStarts[piece]!
  }
}

/** The last index whose value is at most `value`, or -1. `sorted` rises. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
