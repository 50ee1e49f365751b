import { type TokenisedText, TokenKind } from '@klarsprak/swedish'
import type { CompoundFinder } from './compound-finder.js'
import { partsOf } from './compound-parts.js'
import type { ConceptTable } from './concept-table.js'
import type { Sense } from './match.js'
import { findEdge, findTermWord, SenseFlag, type TermTables } from './tables.js'

/** A meaning as it stands in the index, with what a text search would leave out. */
export interface IndexedSense extends Sense {
  /** A spelling for searching only, or an abbreviation's full wording. */
  readonly hidden: boolean
  /** A layer above says something else about the label. */
  readonly shadowed: boolean
}

export interface IndexedPart {
  /** UTF-16 code units from 0 in the word's key. */
  readonly start: number
  readonly end: number
  readonly part: 'head' | 'modifier'
  readonly senses: readonly IndexedSense[]
}

/** Reads single entries, whatever the capitals and exceptions. For looking words up, not for texts. */
export interface EntryReader {
  /** The meanings of all the tokens together. */
  wholeOf(tokens: TokenisedText): readonly IndexedSense[]
  /** The terms inside one word, from the left, the longer before the shorter; they may overlap. */
  partsOf(key: string): readonly IndexedPart[]
}

export function createEntryReader(tables: TermTables, concepts: ConceptTable, compounds: CompoundFinder): EntryReader {
  const keyNumber = (key: string): number => findTermWord(tables, key) - 1
  const sensesOf = (numbers: readonly number[], as: 'whole' | 'first'): readonly IndexedSense[] =>
    numbers
      .filter((sense) => (tables.senseFlags[sense]! & SenseFlag.Guard) === 0)
      .map((sense) => ({
        ...concepts.senseAt(sense, as),
        hidden: (tables.senseFlags[sense]! & SenseFlag.Hidden) !== 0,
        shadowed: (tables.senseFlags[sense]! & SenseFlag.Shadowed) !== 0,
      }))

  return {
    wholeOf(tokens) {
      let node = 0
      for (let i = 0; i < tokens.count; i++) {
        const key = tokens.kinds[i] === TokenKind.Slot ? -1 : keyNumber(tokens.key(i))
        if (key < 0) return []
        node = i === 0 ? tables.keyNode[key]! : findEdge(tables, node, key)
        if (node === 0) return []
      }
      const entry = tables.nodeEntry[node]!
      if (entry === 0) return []
      const from = tables.entryStarts[entry - 1]!
      return sensesOf(
        Array.from({ length: tables.entryStarts[entry]! - from }, (_, n) => from + n),
        'whole',
      )
    },
    partsOf: (key) =>
      partsOf(tables, key, compounds).map(({ start, end, part, senses }) => ({
        start,
        end,
        part,
        senses: sensesOf(senses, part === 'head' ? 'whole' : 'first'),
      })),
  }
}
