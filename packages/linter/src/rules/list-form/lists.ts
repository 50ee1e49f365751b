import type { AnalysedSegment } from '../../analysis/analyse.js'

export interface List {
  readonly isOrdered: boolean
  /** The first segment of each point. */
  readonly points: readonly AnalysedSegment[]
}

/** Characters before a point in which its mark stands. */
const LONGEST_PREFIX = 200
const MARK =
  /(?:^|\n)(?:[ \t]|>)*(?:([-*+•·–])|(\d{1,9}|[a-zåäö])[.)])[ \t]+(?:\[[ xX]\][ \t]+)?[^\p{L}\p{N}\n]{0,10}$/u
const HTML_ITEM = /<li\b[^<>]{0,150}>(?:\s|<(?:a|b|em|i|p|span|strong)\b[^<>]{0,150}>){0,8}$/iu

/**
 * The lists of a file, in order: points one after another with nothing but points between, and on
 * the same depth. Read from what stands before each point in the file, since a document holds no
 * lists: `- `, `1. ` or `<li>`.
 */
export function listsIn(segments: readonly AnalysedSegment[], text: string): readonly List[] {
  const lists: { isOrdered: boolean; points: AnalysedSegment[] }[] = []
  /** The lists that go on, by the depth of their points. */
  const open = new Map<number, { isOrdered: boolean; points: AnalysedSegment[] }>()
  for (const segment of segments) {
    if (segment.kind === 'attribute') continue
    if (segment.kind !== 'list-item') {
      open.clear()
      continue
    }
    const { start } = segment.map.toSource({ start: 0, end: 1 })
    const before = text.slice(Math.max(0, start - LONGEST_PREFIX), start)
    const own = MARK.exec(before) ?? markInProse(segment)
    const isHtml = own === undefined && HTML_ITEM.test(before)
    // A second paragraph of a point.
    if (own === undefined && !isHtml) continue
    const depth = isHtml ? -1 : depthOf(before)
    for (const known of open.keys()) if (known > depth) open.delete(known)
    const isOrdered = own?.[2] !== undefined
    let list = open.get(depth)
    if (list === undefined || list.isOrdered !== isOrdered) {
      list = { isOrdered, points: [] }
      lists.push(list)
      open.set(depth, list)
    }
    list.points.push(segment)
  }
  return lists
}

/** In plain text the mark is part of the prose: ”• betala”, ”1. Logga in”. */
const markInProse = ({ prose }: AnalysedSegment) =>
  /^\s*(?:([-*•·–])|(\d{1,3}|[a-zåäö])[.)])\s/u.exec(prose) ?? undefined

/** How far into its line a point stands. */
function depthOf(before: string): number {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return line.length - line.trimStart().length
}
