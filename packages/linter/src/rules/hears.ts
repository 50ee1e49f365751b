import { SLOT } from '@klarsprak/swedish'
import { WordSign } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import type { Mark } from '../documents/document.js'
import type { ConfiguredRule } from './run.js'

/** What a rule listens for in a segment: words that are signs of something, or anything else that is quickly seen. */
export interface Sign {
  /** Bits that `segment.signs` may have. */
  readonly words?: number
  isIn?(segment: AnalysedSegment): boolean
}

/** A term to be avoided, or a professional one: what `usesIn` has as deprecated or as jargon. */
export const ADVISED: Sign = { words: WordSign.Advised }
/** A term among several that may be used for the same. */
export const CHOICE: Sign = { words: WordSign.Choice }
/** A term that is written wrongly. */
export const MISSPELT: Sign = { words: WordSign.Misspelt }
/** A character that is no letter, such as a slash. */
export const characters = (...some: readonly string[]): Sign => ({
  isIn({ prose }) {
    for (const one of some) if (prose.includes(one)) return true
    return false
  },
})
/** What is not language: code, an address, an image. */
export const SLOTS = characters(SLOT)
export const HEADINGS: Sign = { isIn: ({ kind }) => kind === 'heading' }
export const BUTTONS: Sign = { isIn: ({ kind }) => kind === 'button' }
const isLink = ({ kind }: Mark) => kind === 'link'
export const LINKS: Sign = { isIn: ({ kind, marks }) => kind === 'link' || marks.some(isLink) }

interface Hearing {
  readonly words: number
  readonly others: readonly Required<Pick<Sign, 'isIn'>>[]
}

const known = new WeakMap<readonly Sign[], Hearing>()

function hearingOf(signs: readonly Sign[]): Hearing {
  const before = known.get(signs)
  if (before !== undefined) return before
  const hearing = {
    words: signs.reduce((bits, { words = 0 }) => bits | words, 0),
    others: signs.flatMap(({ isIn }) => (isIn === undefined ? [] : [{ isIn }])),
  }
  known.set(signs, hearing)
  return hearing
}

/** Those of `segments` that have something the rule listens for; all of them for a rule that listens for nothing. */
export function heard<Segment extends AnalysedSegment>(
  { hears }: ConfiguredRule['rule'],
  segments: readonly Segment[],
): readonly Segment[] {
  if (hears === undefined) return segments
  const { words, others } = hearingOf(hears)
  let some: Segment[] | undefined
  for (const segment of segments) {
    if ((segment.signs & words) === 0 && !hasOne(segment, others)) continue
    some ??= []
    some.push(segment)
  }
  return some ?? NONE
}

function hasOne(segment: AnalysedSegment, others: Hearing['others']): boolean {
  for (const other of others) if (other.isIn(segment)) return true
  return false
}

const NONE: readonly never[] = []

/** The bits of `WordSign` that some of the rules listens for. */
export const askedBy = (rules: readonly ConfiguredRule[]): number =>
  rules.reduce((bits, { rule: { hears } }) => (hears === undefined ? bits : bits | hearingOf(hears).words), 0)
