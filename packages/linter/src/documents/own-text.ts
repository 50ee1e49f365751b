import type { Segment } from './document.js'

/**
 * `text` in memory of its own. To V8 a piece of a string is a window on it, so that one word would keep a whole page
 * alive; a piece of a text just made is a window on no more than that.
 */
export const ownText = (text: string): string => ` ${text}`.slice(1)

/** `segment`, which outlives its version of the text and keeps nothing of that text alive but by its map. */
export function ownSegment(segment: Segment): Segment {
  const { prose, marks, keyPath } = segment
  return {
    ...segment,
    prose: ownText(prose),
    marks: marks.map((mark) => (mark.value === undefined ? mark : { ...mark, value: ownText(mark.value) })),
    ...(keyPath === undefined ? {} : { keyPath: ownText(keyPath) }),
  }
}
