import type { Span } from '@klarsprak/swedish'

/** A finding's words and what stands around them, for people. */
export interface Passage {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** UTF-16 code units shown on each side of the words. */
const AROUND = 160
/** UTF-16 code units of the words themselves. */
const LONGEST = 600

/** What stands around `span` within `within`, shortened at words; never half a character. */
export function passageIn(text: string, { start, end }: Span, within: Span): Passage {
  const from = Math.max(within.start, start - AROUND)
  const to = Math.min(within.end, end + AROUND)
  const isLong = end - start > LONGEST
  const before = text.slice(wholeCharacter(text, from), start)
  const words = isLong ? `${text.slice(start, wholeCharacter(text, start + LONGEST))} …` : text.slice(start, end)
  const after = text.slice(end, wholeCharacter(text, to))
  return {
    before: readable(from > within.start ? `… ${before.replace(/^\S*\s+/u, '')}` : before).trimStart(),
    words: readable(words),
    after: readable(to < within.end ? `${after.replace(/\s+\S*$/u, '')} …` : after).trimEnd(),
  }
}

/** The same, of the file as it is written: within the line, markup and all. */
export function excerptAround(text: string, { start, end }: Span): Passage {
  const lineStart = Math.max(lastBreak(text, start), start - AROUND * 2)
  const near = text.slice(end, end + AROUND * 2).search(/[\r\n]/u)
  return passageIn(
    text,
    { start, end },
    { start: lineStart, end: near < 0 ? Math.min(text.length, end + AROUND * 2) : end + near },
  )
}

/** The start of the line that `offset` is on, looked for no further than is shown. */
function lastBreak(text: string, offset: number): number {
  let at = offset
  while (at > 0 && offset - at < AROUND * 2 && !/[\r\n]/u.test(text.charAt(at - 1))) at--
  return at
}

/** `at`, moved so that no surrogate pair is cut. */
const wholeCharacter = (text: string, at: number) =>
  at > 0 && /[\uDC00-\uDFFF]/u.test(text.charAt(at)) && /[\uD800-\uDBFF]/u.test(text.charAt(at - 1)) ? at - 1 : at

/** White space as one space; what stands for code or an image as dots; what cannot be seen is left out. */
const readable = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .replaceAll('\uFFFC', '…')
    .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
