/**
 * A stretch of Markdown that can be read by itself. A paragraph, heading or list item is text without a single mark,
 * so that no parser is needed to know what it says; `[start, end)` is that text. `markup` is for the parser.
 */
export interface Stretch {
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'markup'
  readonly start: number
  readonly end: number
}

/**
 * Cuts a page where a block must begin whatever came before: at a line that is not indented and has a blank line
 * before it. There every list, quotation, paragraph and table has ended. Only fenced code and some kinds of raw HTML
 * go on past such a line, so within them nothing is cut, and where it takes a parser to know whether they have ended
 * the rest of the page is one stretch.
 *
 * Source: CommonMark 0.31.2, sections 4 and 5. A test compares with the whole page read at once.
 */
export function stretchesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = skipBlankLines(text, 0)
  while (at < text.length) {
    const plain = plainAt(text, at)
    if (plain.length === 0) {
      const end = nextCut(text, at)
      stretches.push({ kind: 'markup', start: at, end })
      at = end
    } else {
      for (const stretch of plain) stretches.push(stretch)
      at = skipBlankLines(text, plain.at(-1)!.end + 1)
    }
  }
  return stretches
}

/** The stretches that begin at `at` and are text without a mark: a heading, a paragraph or the items of a list. */
function plainAt(text: string, at: number): readonly Stretch[] {
  const heading = headingAt(text, at)
  if (heading !== undefined) return [heading]
  const end = proseEnd(text, at)
  return end > at ? [{ kind: 'paragraph', start: at, end }] : itemsAt(text, at)
}

/** Fewer of them: those of markup that stand side by side as one. The parser takes one long one sooner than many short. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = []
  for (const stretch of stretches) {
    const last = all.at(-1)
    if (last?.kind === 'markup' && stretch.kind === 'markup') all[all.length - 1] = { ...last, end: stretch.end }
    else all.push(stretch)
  }
  return all
}

const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
const TAB = 9
const HASH = 35
const LESS_THAN = 60

/** What a character can be in plain text. */
const Plain = { Never: 0, Inside: 1, Start: 2, Digit: 3 } as const

const PLAIN = Uint8Array.from({ length: 256 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (/[a-zA-Z]/.test(char) || code >= 0xc0) return Plain.Start
  if (/[0-9]/.test(char)) return Plain.Digit
  return /[ .,;:!?()"'%/+#$=^{}\u00a0§«»°´\u00b2\u00b3-]/.test(char) ? Plain.Inside : Plain.Never
})

/**
 * What the character at `at` can be. An exclamation mark is plain since no bracket, which is not, can follow it; a
 * colon is not before two slashes, nor a full stop after ”www”.
 */
function charAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 256) return code >= 0x2010 && code <= 0x2026 ? Plain.Inside : code < 0x250 ? Plain.Start : Plain.Never
  if (code === 58 && text.charCodeAt(at + 1) === 47) return Plain.Never
  if (code === 46 && text.charCodeAt(at - 1) === 119 && text.charCodeAt(at - 2) === 119) return Plain.Never
  return PLAIN[code]!
}

/** The end of the paragraph of plain text that begins at `start`, a place to cut; `start` when it is something else. */
function proseEnd(text: string, start: number): number {
  for (let line = start; ; ) {
    const end = plainLineEnd(text, line)
    if (end === line) return start
    if (end >= text.length) return end
    const next = end + 1
    const follows = text.charCodeAt(next)
    if (next === text.length || follows === LINE_FEED) return end
    line = next
  }
}

/** The end of the line at `start` when it is plain text from its first character to its last; else `start`. */
function plainLineEnd(text: string, start: number): number {
  const first = charAt(text, start)
  if (first === Plain.Digit) {
    // ”1.” and ”1)” begin a list.
    let at = start
    while (charAt(text, at) === Plain.Digit) at++
    const after = text.charCodeAt(at)
    if (after === 46 || after === 41) return start
  } else if (first !== Plain.Start && !OPENING.includes(text[start] ?? ' ')) return start
  let before = 0
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at)
    if (at >= text.length || code === LINE_FEED) return before === SPACE ? start : at
    if (charAt(text, at) === Plain.Never || (code === SPACE && before === SPACE)) return start
    before = code
  }
}

/** Signs that a line may begin with and still be nothing but text. */
const OPENING = '("\'§«»“”‘’'

/** The heading at `start`, when it is `## ` and plain text. */
function headingAt(text: string, start: number): Stretch | undefined {
  let at = start
  while (text.charCodeAt(at) === HASH) at++
  const level = at - start
  if (level === 0 || level > 6 || text.charCodeAt(at) !== SPACE) return undefined
  const from = at + 1
  const end = plainLineEnd(text, from)
  if (end === from || text.charCodeAt(end - 1) === HASH) return undefined
  return { kind: 'heading', start: from, end }
}

/**
 * The items of the list at `start`, when each is a marker of the same kind and one line of plain text and no more
 * belongs to them. A marker of another kind may be a part of the item before it.
 */
function itemsAt(text: string, start: number): readonly Stretch[] {
  const items: Stretch[] = []
  const kind = text.charCodeAt(afterMarker(text, start) - 2)
  let line = start
  do {
    const from = afterMarker(text, line)
    const end = plainLineEnd(text, from)
    if (from === line || end === from || text.charCodeAt(from - 2) !== kind) return []
    items.push({ kind: 'list-item', start: from, end })
    line = end + 1
  } while (line < text.length && text.charCodeAt(line) !== LINE_FEED)
  const next = skipBlankLines(text, line)
  const follows = text.charCodeAt(next)
  return follows === SPACE || follows === TAB ? [] : items
}

/** The place after the marker of a list item and one space; `start` when there is none. */
function afterMarker(text: string, start: number): number {
  let at = start
  const mark = text.charCodeAt(at)
  if (mark === 45 || mark === 42 || mark === 43) at++
  else {
    while (PLAIN[text.charCodeAt(at)] === Plain.Digit) at++
    if (at === start || at - start > 9) return start
    const end = text.charCodeAt(at++)
    if (end !== 46 && end !== 41) return start
  }
  return text.charCodeAt(at) === SPACE ? at + 1 : start
}

/** The next place to cut after the block at `start`, or the end. */
function nextCut(text: string, start: number): number {
  const htmlEnd = createHtmlSearch(text)
  let fence: Fence | undefined
  let isBlank = false
  /** Whether a line since the last blank one begins with `<`, and how far such a one reaches. */
  let hasHtml = false
  let htmlUntil = start
  for (let line = start; line < text.length; ) {
    const newline = text.indexOf('\n', line)
    const end = newline < 0 ? text.length : newline
    let at = line
    while (at < end && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at++
    if (at === end || (text.charCodeAt(at) === RETURN && at + 1 === end)) {
      if (line < htmlUntil) return text.length
      isBlank = true
      hasHtml = false
    } else {
      const isIndented = at > line
      if (fence === undefined) {
        if (isBlank && !isIndented) return line
      } else if (!isIndented && fence.indent > 0) return text.length // Code, or has a list ended?
      const found = fenceAt(text, at, end, at - line)
      if (found !== undefined && fence !== undefined) {
        if (fence.indent === 0 ? closesTopFence(found, fence) : closesIndentedFence(found, fence)) fence = undefined
        else if (fence.indent > 0) return text.length
      } else if (found !== undefined && found.indent < 4) {
        if (hasHtml) return text.length
        if (found.isOpener) fence = found
      } else if (fence === undefined) {
        const until = htmlEnd(at, end)
        if (until !== undefined) {
          hasHtml = true
          htmlUntil = Math.max(htmlUntil, until)
        }
      }
      isBlank = false
    }
    line = end + 1
  }
  return text.length
}

interface Fence {
  readonly mark: number
  readonly length: number
  readonly indent: number
  /** Nothing stands after it, so that it can close. */
  readonly isBare: boolean
  readonly isOpener: boolean
}

const BACKTICK = 96
const TILDE = 126

/** What looks like a fence at `at`, where the text of a line begins. */
function fenceAt(text: string, at: number, end: number, indent: number): Fence | undefined {
  const mark = text.charCodeAt(at)
  if (mark !== BACKTICK && mark !== TILDE) return undefined
  let after = at
  while (after < end && text.charCodeAt(after) === mark) after++
  if (after - at < 3) return undefined
  const rest = text.slice(after, end)
  const isOpener = mark === TILDE || !rest.includes('`')
  return { mark, length: after - at, indent, isBare: rest.trim() === '', isOpener }
}

/** A fence at the margin is in no list, so the standard says what closes it. */
const closesTopFence = (found: Fence, open: Fence) =>
  found.isBare && found.mark === open.mark && found.length >= open.length && found.indent < 4

/** One that is indented may be in a list. This closes it in either case; whatever else is a matter for the parser. */
const closesIndentedFence = (found: Fence, open: Fence) =>
  found.isBare && found.mark === open.mark && found.length === open.length && found.indent === open.indent

/** Kinds of raw HTML that do not end at a blank line, and what ends them. */
const LONG_HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)/iu, /<\/(?:script|pre|style|textarea)>/giu],
  [/^<!--/u, /-->/gu],
  [/^<\?/u, /\?>/gu],
  [/^<!\[CDATA\[/u, /\]\]>/gu],
  [/^<![a-z]/iu, />/gu],
]

/** Tells where raw HTML that begins in the line `[at, end)` ends, as far as it goes past blank lines; `undefined`: none. */
function createHtmlSearch(text: string): (at: number, end: number) => number | undefined {
  /** For each kind where it ends next, so that many that begin are one search. */
  const next = LONG_HTML.map(() => -1)
  return (at, end) => {
    // Behind the marks of lists and quotations too.
    while (at < end && /[->+*\s\d.)]/u.test(text[at]!)) at++
    if (text.charCodeAt(at) !== LESS_THAN) return undefined
    const head = text.slice(at, at + 12)
    const kind = LONG_HTML.findIndex(([start]) => start.test(head))
    if (kind < 0) return at
    if (next[kind]! <= at) {
      const stop = LONG_HTML[kind]![1]
      stop.lastIndex = at
      const found = stop.exec(text)
      next[kind] = found === null ? text.length : found.index + found[0].length
    }
    return next[kind]!
  }
}

/** The first line at or after `start` that is not blank. `start` is where a line begins, or beyond the text. */
function skipBlankLines(text: string, start: number): number {
  let line = start
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) line = at + 1
    else if (code !== SPACE && code !== TAB && code !== RETURN) return line
  }
  return text.length
}
