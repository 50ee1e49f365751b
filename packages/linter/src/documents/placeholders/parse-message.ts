import type { Span } from '@klarsprak/swedish'

/** What a message of an application is put together from. Offsets are UTF-16 code units in the message. */
export type MessagePart =
  | ({ readonly type: 'text' } & Span)
  /** An escape that reads as `value`: `''` as an apostrophe. */
  | ({ readonly type: 'escape'; readonly value: string } & Span)
  /** A value that is filled in. */
  | ({ readonly type: 'slot' } & Span)
  /** Markup that nobody sees: `<0>`. */
  | ({ readonly type: 'markup' } & Span)
  /** One of several texts, chosen by a number or a word. Each branch is a message of its own. */
  | ({ readonly type: 'choice'; readonly branches: readonly Branch[] } & Span)

export interface Branch {
  /** `one`, `=0`, `other` … */
  readonly selector: string
  readonly parts: readonly MessagePart[]
}

export interface MessageSyntax {
  /**
   * Whether an apostrophe quotes, as in ICU and Java MessageFormat: `''` is one apostrophe and `'{'`
   * a brace. Default: only in a message that has a plural or a select.
   */
  readonly quotes?: boolean
  /** Whether `:name` is a value that is filled in, as in Laravel. Default: no. */
  readonly colonNames?: boolean
}

/** Levels of plurals inside plurals that are read; deeper ones are one slot. */
const DEEPEST = 8
/** UTF-16 code units between braces. Longer stretches are text that happens to stand in braces. */
const LONGEST_PLACEHOLDER = 200

const COMPLEX = /\{\s{0,20}[\w.-]{1,60}\s{0,20},\s{0,20}(?:plural|select|selectordinal)\s{0,20},/u
const HEADER = /\{\s{0,20}[\w.-]{1,60}\s{0,20},\s{0,20}(plural|selectordinal|select|choice)\s{0,20},/uy
const SELECTOR = /\s*(?:offset\s*:\s*\d+\s*)?(=\d{1,9}|[\w-]{1,60})\s*(?=\{)/uy
/** `0#`, `1<`, `2≤`: the limit that opens a branch of Java's choice format. */
const LIMIT = /\s*([-\d.∞]{1,20})[#<≤]/uy

/** Placeholders that begin with another character than a brace. All are anchored and bounded. */
const PLACEHOLDERS: Readonly<Record<string, readonly RegExp[]>> = {
  '%': [
    // printf in C, Java, Objective-C and Python: %s, %1$s, %@, %.1f, %ld, %(name)s.
    /%(?:\(\w{1,60}\)|\d{1,2}\$)?[-+0#]{0,3}\d{0,3}(?:\.\d{1,2})?(?:hh|h|ll|l|q|z|t|j|L)?[@sdiufFeEgGxXc](?![\p{L}\d])/uy,
    // Ruby: %{name}, %<name>s. Symfony: %name%.
    /%\{[^{}]{1,100}\}/uy,
    /%<\w{1,60}>[sdif]?/uy,
    /%[A-Za-z_][\w.]{0,60}%/uy,
  ],
  // i18next: $t(key). Chrome: $NAME$.
  $: [/\$t\([^()]{1,200}\)/uy, /\$[A-Za-z_]\w{0,60}\$/uy],
  // vue-i18n: a linked message.
  '@': [/@(?:\.\w{1,20})?:(?:[\w.]{1,100}|\([^()]{1,100}\))/uy],
}
/** Tags by number, as react-i18next has them. */
const NUMBERED_TAG = /<(\/?)\d{1,3}\s?(\/?)>/uy
const COLON_NAME = /:[A-Za-z_]\w{0,60}/uy

const CANDIDATE = /[{%$@<'#:]/gu

/**
 * Takes a message apart: ICU MessageFormat with its plurals and selects, i18next, vue-i18n, printf,
 * Ruby, template strings and Java. A brace that never closes is text. Linear in the message's length.
 */
export function parseMessage(text: string, syntax: MessageSyntax = {}): readonly MessagePart[] {
  const quotes = syntax.quotes ?? COMPLEX.test(text)
  const quoted = quotes ? quotations(text) : new Map<number, number>()
  const partners = bracePairs(text, quoted)

  const read = (start: number, end: number, depth: number, inPlural: boolean): readonly MessagePart[] => {
    const parts: MessagePart[] = []
    let from = start
    const take = (part: MessagePart) => {
      if (part.start > from) parts.push({ type: 'text', start: from, end: part.start })
      parts.push(part)
      from = part.end
    }
    for (const { index } of text.slice(start, end).matchAll(CANDIDATE)) {
      const at = start + index
      if (at < from) continue
      const part = partAt(at, end, depth, inPlural)
      if (part === undefined || part.end > end) continue
      if (part.type === 'escape' && part.end - part.start > 2) {
        // Quoted text: its apostrophes are not seen, what they quote is read as it stands.
        take({ type: 'escape', value: '', start: at, end: at + 1 })
        if (part.end - 1 > from) take({ type: 'text', start: from, end: part.end - 1 })
        take({ type: 'escape', value: '', start: part.end - 1, end: part.end })
      } else take(part)
    }
    if (end > from) parts.push({ type: 'text', start: from, end })
    return parts
  }

  const partAt = (at: number, end: number, depth: number, inPlural: boolean): MessagePart | undefined => {
    const char = text[at]!
    if (char === "'") {
      const close = quoted.get(at)
      return close === undefined ? undefined : { type: 'escape', value: "'", start: at, end: close }
    }
    if (char === '#') return inPlural ? { type: 'slot', start: at, end: at + 1 } : undefined
    if (char === '{') return braces(at, depth, inPlural)
    if (char === '$' && text[at + 1] === '{') {
      const close = partners.get(at + 1)
      if (close !== undefined) return { type: 'slot', start: at, end: close + 1 }
    }
    if (char === '<') {
      const tag = matchAt(NUMBERED_TAG, text, at)
      if (tag === undefined) return undefined
      return { type: tag[1] === '' && tag[2] === '/' ? 'slot' : 'markup', start: at, end: at + tag[0].length }
    }
    if (char === ':') {
      if (!syntax.colonNames || /[\p{L}\d:]/u.test(text[at - 1] ?? '')) return undefined
      const name = matchAt(COLON_NAME, text, at)
      return name === undefined ? undefined : { type: 'slot', start: at, end: at + name[0].length }
    }
    for (const pattern of PLACEHOLDERS[char] ?? []) {
      const found = matchAt(pattern, text, at)
      if (found !== undefined && at + found[0].length <= end)
        return { type: 'slot', start: at, end: at + found[0].length }
    }
    return undefined
  }

  const braces = (at: number, depth: number, inPlural: boolean): MessagePart | undefined => {
    const close = partners.get(at)
    if (close === undefined) return undefined
    const slot: MessagePart = { type: 'slot', start: at, end: close + 1 }
    const header = matchAt(HEADER, text, at)
    if (header !== undefined && at + header[0].length <= close) {
      if (depth >= DEEPEST) return slot
      const inside = at + header[0].length
      const isPlural = inPlural || header[1] === 'plural' || header[1] === 'selectordinal'
      const spans = header[1] === 'choice' ? choiceSpans(inside, close) : branchSpans(inside, close)
      if (spans.length === 0) return slot
      const branches = spans.map(({ selector, start, end }) => ({
        selector,
        parts: read(start, end, depth + 1, isPlural),
      }))
      return { ...slot, type: 'choice', branches }
    }
    return close - at > LONGEST_PLACEHOLDER && text[at + 1] !== '{' ? undefined : slot
  }

  /** `one {…} other {…}` */
  const branchSpans = (from: number, to: number) => {
    const spans: ({ readonly selector: string } & Span)[] = []
    let at = from
    while (at < to) {
      const found = matchAt(SELECTOR, text, at)
      if (found === undefined) break
      const open = at + found[0].length
      const close = partners.get(open)
      if (close === undefined || close > to) break
      spans.push({ selector: found[1]!, start: open + 1, end: close })
      at = close + 1
    }
    return spans
  }

  /** `0#inga|1#en|1<{0} flera` */
  const choiceSpans = (from: number, to: number) => {
    const spans: ({ readonly selector: string } & Span)[] = []
    let at = from
    while (at < to) {
      const limit = matchAt(LIMIT, text, at)
      if (limit === undefined || at + limit[0].length > to) break
      const start = at + limit[0].length
      let end = start
      while (end < to && text[end] !== '|') end = text[end] === '{' ? (partners.get(end) ?? end) + 1 : end + 1
      spans.push({ selector: limit[1]!, start, end: Math.min(end, to) })
      at = end + 1
    }
    return spans
  }

  return read(0, text.length, 0, false)
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** Where quoted text begins and ends, apostrophes included. An apostrophe that quotes nothing is an apostrophe. */
function quotations(text: string): ReadonlyMap<number, number> {
  const quoted = new Map<number, number>()
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at)) {
    const next = text[at + 1]
    if (next === "'") {
      quoted.set(at, at + 2)
      at += 2
    } else if (next === '{' || next === '}') {
      const close = text.indexOf("'", at + 1)
      if (close < 0) return quoted
      quoted.set(at, close + 1)
      at = close + 1
    } else at++
  }
  return quoted
}

/** The closing brace of each brace that has one, quoted ones aside. */
function bracePairs(text: string, quoted: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  const brace = /[{}']/gu
  for (let found = brace.exec(text); found !== null; found = brace.exec(text)) {
    const at = found.index
    if (found[0] === "'") brace.lastIndex = quoted.get(at) ?? at + 1
    else if (found[0] === '{') open.push(at)
    else {
      const partner = open.pop()
      if (partner !== undefined) pairs.set(partner, at)
    }
  }
  return pairs
}
