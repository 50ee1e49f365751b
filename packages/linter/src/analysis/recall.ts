import type { Mark, Segment } from '../documents/document.js'
import { ownSegment } from '../documents/own-text.js'
import type { Understand } from './analyse.js'
import type { Understood } from './understood.js'

/** One version of a text, with what is known of its segments. */
export interface Version {
  readonly text: string
  /** In the order of the file. */
  readonly segments: readonly Understood[]
}

/**
 * Understands the segments of a new version of a text, in order. One that the version before has too, wherever it
 * stood there, keeps all that is known of it. Of one that only reads the same, the words and terms are kept. What is
 * left is given to `understand`.
 */
export function createRecall(before: Version, text: string, understand: Understand): Understand {
  let byProse: ReadonlyMap<string, number> | undefined
  /** Nearly always, after one segment comes the one that came after it before. */
  let next = 0
  const isExpected = ({ prose }: Segment) => before.segments[next]?.prose === prose

  return (segment) => {
    const found = isExpected(segment) ? next : (byProse ??= firstByProse(before.segments)).get(segment.prose)
    if (found === undefined) return understand(ownSegment(segment))
    next = found + 1
    const earlier = before.segments[found]!
    const by = distance(segment, text, earlier, before.text)
    return by === undefined ? earlier.withProseOf(ownSegment(segment)) : earlier.movedTo(segment.map, by)
  }
}

function firstByProse(segments: readonly Understood[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const [at, { prose }] of segments.entries()) if (!first.has(prose)) first.set(prose, at)
  return first
}

/** How far `segment` stands from where it stood as `earlier`; `undefined` when anything but its place is another. */
function distance(segment: Segment, text: string, earlier: Segment, textBefore: string): number | undefined {
  const isSame =
    segment.kind === earlier.kind &&
    segment.lang === earlier.lang &&
    segment.keyPath === earlier.keyPath &&
    segment.audience === earlier.audience &&
    segment.write === earlier.write &&
    haveSameMarks(segment.marks, earlier.marks)
  const by = isSame ? segment.map.movedFrom(earlier.map) : undefined
  if (by === undefined) return undefined
  // Some rules look at how the prose is written: at line breaks, and at the markup between words.
  const { start, end } = segment.map.toSource({ start: 0, end: segment.prose.length })
  return text.slice(start, end) === textBefore.slice(start - by, end - by) ? by : undefined
}

const haveSameMarks = (some: readonly Mark[], others: readonly Mark[]): boolean =>
  some.length === others.length &&
  some.every(({ kind, start, end, value }, at) => {
    const other = others[at]!
    return kind === other.kind && start === other.start && end === other.end && value === other.value
  })
