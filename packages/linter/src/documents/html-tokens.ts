import { decodeNamedCharacterReference } from 'decode-named-character-reference'

export type Tag = Extract<HtmlToken, { type: 'open' | 'close' }>

/** What raw HTML consists of, in the order of the text. Offsets are UTF-16 code units in the scanned text. */
export type HtmlToken =
  | {
      readonly type: 'text'
      readonly start: number
      readonly end: number
      /** CDATA: an ampersand is an ampersand. */
      readonly literal?: boolean
    }
  | { readonly type: 'comment'; readonly start: number; readonly end: number; readonly value: string }
  | {
      readonly type: 'open' | 'close'
      readonly start: number
      readonly end: number
      /** In lower case, unless in XML. */
      readonly name: string
      readonly selfClosing: boolean
      readonly attributes: readonly HtmlAttribute[]
    }

export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string
  /** The value without its quotation marks, entities not decoded. */
  readonly start: number
  readonly end: number
}

/** Elements whose content is not markup. Everything up to the end tag is passed over. */
const RAW_TEXT = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'xmp'])
/** Elements whose content is text and entities, but no tags. */
const TEXT_ONLY = new Set(['title', 'textarea'])

export interface MarkupRules {
  /** XML: names keep their capitals, no element is raw text, and there are CDATA sections. Default: HTML. */
  readonly xml?: boolean
  /** Elements of HTML whose content is markup here, whatever HTML says. */
  readonly markup?: ReadonlySet<string>
}

/**
 * Cuts HTML into tags, comments and text. It builds no tree and mends nothing: a Markdown file or a
 * translated text may hold half an element. One pass, linear.
 *
 * Own code because a finding needs the place of every character, also inside an attribute or an
 * entity, and parsers give that of whole nodes. A test compares it with parse5.
 */
export function* htmlTokens(html: string, rules: MarkupRules = {}): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      yield { type: 'text', start: at, end: html.length }
      return
    }
    if (open > at) yield { type: 'text', start: at, end: open }
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4)
      const end = close < 0 ? html.length : close + 3
      yield { type: 'comment', start: open, end, value: html.slice(open + 4, close < 0 ? html.length : close) }
      at = end
      continue
    }
    if (rules.xml && html.startsWith('<![CDATA[', open)) {
      const close = html.indexOf(']]>', open + 9)
      const end = close < 0 ? html.length : close
      if (end > open + 9) yield { type: 'text', start: open + 9, end, literal: true }
      at = Math.min(html.length, end + 3)
      continue
    }
    const next = html[open + 1] ?? ''
    // ”</” before anything but a letter begins a comment too, by HTML's rules.
    const isOddEnd = !rules.xml && next === '/' && /[^a-z]/iu.test(html[open + 2] ?? '')
    if (next === '!' || next === '?' || isOddEnd) {
      const close = html.indexOf('>', open)
      at = close < 0 ? html.length : close + 1
      continue
    }
    const isTag = /[a-z]/iu.test(next) || (next === '/' && /[a-z]/iu.test(html[open + 2] ?? ''))
    if (!isTag) {
      yield { type: 'text', start: open, end: open + 1 }
      at = open + 1
      continue
    }
    const tag = readTag(html, open, rules)
    yield tag
    at = tag.end
    if (rules.xml || tag.type === 'close' || tag.selfClosing || rules.markup?.has(tag.name)) continue
    if (RAW_TEXT.has(tag.name)) at = endOfRawText(html, at, tag.name)
    else if (TEXT_ONLY.has(tag.name)) {
      const end = endOfRawText(html, at, tag.name)
      if (end > at) yield { type: 'text', start: at, end }
      at = end
    }
  }
}

function endOfRawText(html: string, from: number, name: string): number {
  let at = from
  while (true) {
    const close = html.indexOf('</', at)
    if (close < 0) return html.length
    if (html.slice(close + 2, close + 2 + name.length).toLowerCase() === name) return close
    at = close + 2
  }
}

function readTag(html: string, start: number, rules: MarkupRules): Tag {
  const isClose = html[start + 1] === '/'
  const nameStart = start + (isClose ? 2 : 1)
  let at = nameStart
  while (at < html.length && !isSpace(html.charCodeAt(at)) && html[at] !== '>' && html[at] !== '/') at++
  const inCase = (name: string) => (rules.xml ? name : name.toLowerCase())
  const name = inCase(html.slice(nameStart, at))
  const attributes: HtmlAttribute[] = []
  let selfClosing = false
  while (at < html.length && html[at] !== '>') {
    if (isSpace(html.charCodeAt(at)) || html[at] === '/') {
      selfClosing = html[at] === '/' && html[at + 1] === '>'
      at++
      continue
    }
    const attributeStart = at
    while (at < html.length && !isSpace(html.charCodeAt(at)) && !'=>/'.includes(html[at]!)) at++
    const attribute = inCase(html.slice(attributeStart, at))
    while (at < html.length && isSpace(html.charCodeAt(at))) at++
    if (html[at] !== '=') {
      if (at === attributeStart) at++
      attributes.push({ name: attribute, start: at, end: at })
      continue
    }
    at++
    while (at < html.length && isSpace(html.charCodeAt(at))) at++
    const quote = html[at]
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, at + 1)
      const end = close < 0 ? html.length : close
      attributes.push({ name: attribute, start: at + 1, end })
      at = Math.min(html.length, end + 1)
    } else {
      const valueStart = at
      while (at < html.length && !isSpace(html.charCodeAt(at)) && html[at] !== '>') at++
      attributes.push({ name: attribute, start: valueStart, end: at })
    }
  }
  return {
    type: isClose ? 'close' : 'open',
    start,
    end: Math.min(html.length, at + 1),
    name,
    selfClosing,
    attributes,
  }
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13)

/** A stretch of text and what it reads as. `value` differs from the text only for an entity. */
export interface DecodedPiece {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Longest entity name in HTML, with room for `&`, `;` and numbers: `&CounterClockwiseContourIntegral;`. */
const LONGEST_ENTITY = 34

/** Cuts `text` at its entities and decodes them. An ampersand that begins none is text. */
export function* decodeEntities(text: string): Generator<DecodedPiece> {
  let from = 0
  let at = text.indexOf('&')
  while (at >= 0) {
    const close = text.slice(at, at + LONGEST_ENTITY).indexOf(';')
    const value = close > 1 ? decodeReference(text.slice(at + 1, at + close)) : undefined
    if (value !== undefined) {
      if (at > from) yield { value: text.slice(from, at), start: from, end: at }
      from = at + close + 1
      yield { value, start: at, end: from }
    }
    at = text.indexOf('&', Math.max(at + 1, from))
  }
  if (from < text.length) yield { value: text.slice(from), start: from, end: text.length }
}

/** What `name` (between `&` and `;`) reads as: `aring`, `#229`, `#xE5`. */
export function decodeReference(name: string): string | undefined {
  if (name[0] !== '#') return decodeNamedCharacterReference(name) || undefined
  const hexadecimal = name[1] === 'x' || name[1] === 'X'
  const digits = name.slice(hexadecimal ? 2 : 1)
  if (!(hexadecimal ? /^[\da-f]{1,6}$/iu : /^\d{1,7}$/u).test(digits)) return undefined
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10)
  const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff)
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD'
}
