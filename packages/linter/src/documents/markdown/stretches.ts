import { charAt, Plain } from './plain-chars.js'
import { isPlainText } from './simple-marks.js'

/**
 * A stretch of Markdown that can be read by itself. A paragraph, heading, list item or cell of a table is text with no
 * marks but simple ones, so that no parser is needed to know what it says; `[start, end)` is that text, with what stands
 * before its lines in a quotation or an item. `markup` is for the parser.
 */
export interface Stretch {
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'table-cell' | 'markup'
  readonly start: number
  readonly end: number
  readonly isQuoted: boolean
}

const stretch = (kind: Stretch['kind'], start: number, end: number, isQuoted = false): Stretch => ({
  kind,
  start,
  end,
  isQuoted,
})

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
    const end = addPlain(text, at, stretches)
    if (end === at) {
      const next = nextCut(text, at)
      stretches.push(stretch('markup', at, next))
      at = next
    } else at = skipBlankLines(text, end + 1)
  }
  return stretches
}

/** Adds the block that begins at `at`, when it can do without a parser, and gives the end of its last line; else `at`. */
function addPlain(text: string, at: number, to: Stretch[]): number {
  const first = text.charCodeAt(at)
  if (first === HASH) return addHeading(text, at, to)
  if (first === BAR) return addTable(text, at, to)
  if (first === MORE_THAN) return addQuotation(text, at, to)
  const end = proseEnd(text, at)
  if (end === at) return addItems(text, at, to)
  to.push(stretch('paragraph', at, end))
  return end
}

/** Fewer of them: those of markup that stand side by side as one. The parser takes one long one sooner than many short. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = []
  for (const next of stretches) {
    const last = all.at(-1)
    if (last?.kind === 'markup' && next.kind === 'markup') all[all.length - 1] = stretch('markup', last.start, next.end)
    else all.push(next)
  }
  return all
}

const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
const TAB = 9
const HASH = 35
const LESS_THAN = 60
const MORE_THAN = 62
const BAR = 124

/** The end of the paragraph of plain text that begins at `start`, a place to cut; `start` when it is something else. */
function proseEnd(text: string, start: number): number {
  for (let line = start; ; ) {
    const end = plainLineEnd(text, line)
    if (end === line) return start
    if (isLastLine(text, end)) return end
    line = end + 1
  }
}

/** Whether a line that ends at `end` has a blank one without a space after it, or nothing. */
const isLastLine = (text: string, end: number): boolean =>
  end + 1 >= text.length || text.charCodeAt(end + 1) === LINE_FEED

const lineEnd = (text: string, start: number): number => {
  const newline = text.indexOf('\n', start)
  return newline < 0 ? text.length : newline
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
  } else if (first !== Plain.Start && first !== Plain.Mark && !OPENING.includes(text[start] ?? ' ')) return start
  const end = lineEnd(text, start)
  return text.charCodeAt(end - 1) !== SPACE && isPlainText(text, start, end) ? end : start
}

/** Signs that a line may begin with and still be nothing but text. */
const OPENING = '("\'§«»“”‘’'

/** A heading that is `## ` and plain text. */
function addHeading(text: string, start: number, to: Stretch[]): number {
  let at = start
  while (text.charCodeAt(at) === HASH) at++
  const level = at - start
  if (level > 6 || text.charCodeAt(at) !== SPACE) return start
  const from = at + 1
  const end = plainLineEnd(text, from)
  if (end === from || text.charCodeAt(end - 1) === HASH) return start
  to.push(stretch('heading', from, end))
  return end
}

/** A quotation that is one paragraph and has its mark before each line. */
function addQuotation(text: string, start: number, to: Stretch[]): number {
  for (let line = start; ; ) {
    const from = line + 2
    if (text.charCodeAt(line) !== MORE_THAN || text.charCodeAt(line + 1) !== SPACE) return start
    const end = plainLineEnd(text, from)
    if (end === from) return start
    if (isLastLine(text, end)) {
      to.push(stretch('paragraph', start + 2, end, true))
      return end
    }
    line = end + 1
  }
}

/**
 * The items of a list, when each is a marker of the same kind and lines of plain text under each other and no more
 * belongs to them. A marker of another kind may be a part of the item before it.
 */
function addItems(text: string, start: number, to: Stretch[]): number {
  const items: Stretch[] = []
  const kind = text.charCodeAt(afterMarker(text, start) - 2)
  for (let line = start; ; ) {
    const from = afterMarker(text, line)
    let end = plainLineEnd(text, from)
    if (from === line || end === from || text.charCodeAt(from - 2) !== kind) return start
    for (;;) {
      const next = afterSpaces(text, end + 1, from - line)
      const nextEnd = plainLineEnd(text, next)
      if (next === end + 1 || nextEnd === next) break
      end = nextEnd
    }
    items.push(stretch('list-item', from, end))
    if (isLastLine(text, end)) {
      const follows = text.charCodeAt(skipBlankLines(text, end + 1))
      if (follows === SPACE || follows === TAB) return start
      for (const item of items) to.push(item)
      return end
    }
    line = end + 1
  }
}

/** The place after `count` spaces at `start`; `start` when there are fewer. */
function afterSpaces(text: string, start: number, count: number): number {
  for (let at = start; at < start + count; at++) if (text.charCodeAt(at) !== SPACE) return start
  return start + count
}

/** The cells of a table that has a bar at both ends of each row and plain text between bars. */
function addTable(text: string, start: number, to: Stretch[]): number {
  const cells: Stretch[] = []
  let columns = 0
  for (let line = start, row = 0; ; row++) {
    const end = lineEnd(text, line)
    if (row === 1) {
      const rule = text.slice(line, end)
      if (!TABLE_RULE.test(rule) || rule.split('|').length - 2 !== columns) return start
    } else {
      const found = addCells(text, line, end, cells)
      if (found === 0) return start
      if (row === 0) columns = found
    }
    if (isLastLine(text, end)) {
      if (row === 0) return start
      for (const cell of cells) to.push(cell)
      return end
    }
    line = end + 1
  }
}

const TABLE_RULE = /^\|(?: *:?-+:? *\|)+$/u

/** Adds the cells of the row `[start, end)` that are not empty, and gives how many there are of both kinds; 0 when it is no such row. */
function addCells(text: string, start: number, end: number, to: Stretch[]): number {
  if (text.charCodeAt(start) !== BAR || text.charCodeAt(end - 1) !== BAR) return 0
  let columns = 0
  for (let at = start + 1; at < end; columns++) {
    const bar = text.indexOf('|', at)
    let from = at
    let last = bar
    while (text.charCodeAt(from) === SPACE) from++
    while (last > from && text.charCodeAt(last - 1) === SPACE) last--
    if (!isPlainText(text, from, last)) return 0
    if (from < last) to.push(stretch('table-cell', from, last))
    at = bar + 1
  }
  return columns
}

/** The place after the marker of a list item and one space; `start` when there is none. */
function afterMarker(text: string, start: number): number {
  let at = start
  const mark = text.charCodeAt(at)
  if (mark === 45 || mark === 42 || mark === 43) at++
  else {
    while (charAt(text, at) === Plain.Digit) at++
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
