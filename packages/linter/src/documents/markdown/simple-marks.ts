import type { DocumentBuilder } from '../document-builder.js'
import { charAt, Plain, plainRunEnd } from './plain-chars.js'

// Marks that are what they look like, whatever stands around them: `code`, *emphasis*, **strong** and [text](address), in
// one line, side by side or a few of them within each other. All other marks are for the parser.

const LINE_FEED = 10
const SPACE = 32
const QUOTE = 34
const OPENING_PARENTHESIS = 40
const CLOSING_PARENTHESIS = 41
const STAR = 42
const MORE_THAN = 62
const OPENING_BRACKET = 91
const CLOSING_BRACKET = 93
const BACKTICK = 96
const BAR = 124
const NO_BREAK_SPACE = 160

/** What a mark stands within, as bits. None stands within its own kind. */
const Within = { Link: 1, Emphasis: 2 } as const

/** The end of the simple mark that begins at `at`; `at` when it takes a parser to know what stands there. */
export function simpleMarkEnd(text: string, at: number, within = 0): number {
  const sign = text.charCodeAt(at)
  if (sign === BACKTICK) return codeEnd(text, at)
  if (sign === STAR) return (within & Within.Emphasis) === 0 ? emphasisEnd(text, at, within | Within.Emphasis) : at
  return (within & Within.Link) === 0 ? linkEnd(text, at, within | Within.Link) : at
}

function codeEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKTICK) return at > start + 1 && text.charCodeAt(at + 1) !== BACKTICK ? at + 1 : start
    if (code === LINE_FEED) break
  }
  return start
}

/** One or two stars, which can only open where they stand, and as many that can close. */
function emphasisEnd(text: string, start: number, within: number): number {
  const size = starsAt(text, start)
  const from = start + size
  if (size > 2 || !mayOpen(text, start, from)) return start
  const to = textEnd(text, from, STAR, within)
  const end = to + size
  return to > from && !isBlank(text.charCodeAt(to - 1)) && starsAt(text, to) === size && mayFollow(text, end)
    ? end
    : start
}

function starsAt(text: string, start: number): number {
  let at = start
  while (text.charCodeAt(at) === STAR) at++
  return at - start
}

function mayOpen(text: string, start: number, from: number): boolean {
  const before = text.charCodeAt(start - 1)
  // At the beginning of a text, of a line or of a cell too.
  if (start === 0 || before === SPACE || before === LINE_FEED || before === BAR) return !isBlank(text.charCodeAt(from))
  const first = charAt(text, from)
  return (
    (before === OPENING_PARENTHESIS || before === QUOTE || before === OPENING_BRACKET) &&
    (first === Plain.Start || first === Plain.Digit)
  )
}

const isBlank = (code: number): boolean => code === SPACE || code === NO_BREAK_SPACE

/** The end of a text, a line or a cell, white space, and punctuation. */
const mayFollow = (text: string, end: number): boolean => end >= text.length || ' \n|.,:;!?)]"'.includes(text[end]!)

function linkEnd(text: string, start: number, within: number): number {
  if (text[start - 1] === '!') return start // an image
  const from = start + 1
  const to = textEnd(text, from, CLOSING_BRACKET, within)
  if (to === from || text.charCodeAt(from) === SPACE || text.charCodeAt(to - 1) === SPACE) return start
  const address = to + 2
  if (text.charCodeAt(to) !== CLOSING_BRACKET || text.charCodeAt(to + 1) !== OPENING_PARENTHESIS) return start
  let at = address
  while (IN_ADDRESS[text.charCodeAt(at)] === 1) at++
  return at > address && text.charCodeAt(at) === CLOSING_PARENTHESIS ? at + 1 : start
}

const IN_ADDRESS = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w./:#?&=%~+@,;!$*-]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/** Where plain text and the marks in it go on to from `start` until `sign`, or until something else. */
function textEnd(text: string, start: number, sign: number, within: number): number {
  for (let at = start; ; ) {
    if (text.charCodeAt(at) === sign) return at
    const kind = charAt(text, at)
    if (kind === Plain.Never) return at
    const end = kind === Plain.Mark ? simpleMarkEnd(text, at, within) : at + 1
    if (end === at) return at
    at = end
  }
}

/** Whether `[start, end)` is plain text with no marks but simple ones. */
export function isPlainText(text: string, start: number, end: number): boolean {
  for (let at = plainRunEnd(text, start, end); at < end; at = plainRunEnd(text, at, end)) {
    const kind = charAt(text, at)
    if (kind === Plain.Never) return false
    const next = kind === Plain.Mark ? simpleMarkEnd(text, at) : at + 1
    if (next === at || next > end) return false
    at = next
  }
  return true
}

/** Adds plain text with simple marks to the open segment: `body`, which stands in the file from `start` on. */
export function addMarkedText(builder: DocumentBuilder, body: string, start: number): void {
  const add = (from: number, to: number) => {
    let at = from
    const flush = (end: number) => {
      if (end > at) builder.text(body.slice(at, end), start + at, start + end)
    }
    for (let next = from; next < to; ) {
      const code = body.charCodeAt(next)
      if (code === LINE_FEED) {
        flush(next)
        builder.space(start + next, start + next + 1)
        next++
        // What is before the text of a line in a quotation or in an item.
        while (body.charCodeAt(next) === SPACE || body.charCodeAt(next) === MORE_THAN) next++
        at = next
      } else if (code === BACKTICK || code === STAR || code === OPENING_BRACKET) {
        flush(next)
        const end = simpleMarkEnd(body, next)
        if (code === BACKTICK) builder.slot(start + next, start + end)
        else if (code === STAR) {
          const size = starsAt(body, next)
          const kind = size === 2 ? 'strong' : 'emphasis'
          builder.openMark(kind)
          add(next + size, end - size)
          builder.closeMark(kind)
        } else {
          builder.openMark('link')
          add(next + 1, body.lastIndexOf('](', end))
          builder.closeMark('link')
        }
        next = end
        at = end
      } else next++
    }
    flush(to)
  }
  add(0, body.length)
}
