import type { CST } from 'yaml'
import { type DecodedText, decoded } from '../decoded-text.js'
import { createProse, type ProseBuilder } from '../prose-map.js'

const ESCAPES: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/**
 * A scalar without quotation marks, escapes, folding and indentation, with the places of its
 * characters. A blank line is two line breaks, also in a folded scalar. Source: YAML 1.2.2, chapters 7 and 8.
 */
export function scalarText(file: string, token: CST.Token): DecodedText | undefined {
  const builder = createProse(file)
  if (token.type === 'scalar') addFolded(builder, file, token.offset, token.offset + token.source.length, '')
  else if (token.type === 'single-quoted-scalar') addFolded(builder, file, ...insideQuotes(token), "'")
  else if (token.type === 'double-quoted-scalar') addFolded(builder, file, ...insideQuotes(token), '\\')
  else if (token.type === 'block-scalar') addBlock(builder, token)
  else return undefined
  return decoded(builder.finish())
}

function insideQuotes({ offset, source }: CST.FlowScalar): readonly [start: number, end: number] {
  const isClosed = source.length > 1 && source.endsWith(source[0]!)
  return [offset + 1, offset + source.length - (isClosed ? 1 : 0)]
}

/** `opener`: the character that begins an escape, or ''. */
function addFolded(builder: ProseBuilder, file: string, start: number, end: number, opener: string): void {
  const special = /[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*|['\\]/gu
  let from = start
  for (const { 0: found, index } of file.slice(start, end).matchAll(special)) {
    const at = start + index
    if (at < from || (found.length === 1 && /['\\]/u.test(found) && found !== opener)) continue
    if (at > from) builder.add(file.slice(from, at), from, at)
    if (found === opener) {
      const { value, length } = escapeAt(file, at, end)
      builder.add(value, at, at + length)
      from = at + length
    } else {
      from = at + found.length
      builder.add((found.match(/\r\n|\r|\n/gu) ?? []).length > 1 ? '\n\n' : ' ', at, from)
    }
  }
  if (from < end) builder.add(file.slice(from, end), from, end)
}

function escapeAt(file: string, at: number, end: number): { readonly value: string; readonly length: number } {
  const next = file[at + 1] ?? ''
  if (at + 1 >= end) return { value: '', length: 1 }
  if (file[at] === "'") return next === "'" ? { value: "'", length: 2 } : { value: "'", length: 1 }
  if (next === '\r' || next === '\n') {
    // An escaped line break joins what stands on both sides.
    const white = /^\\(?:\r\n|\r|\n)[ \t]*/u.exec(file.slice(at, end))!
    return { value: '', length: white[0].length }
  }
  const digits = HEX_LENGTHS[next]
  if (digits !== undefined) {
    const hex = file.slice(at + 2, Math.min(end, at + 2 + digits))
    const code = /^[\da-f]+$/iu.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : -1
    if (code >= 0 && code <= 0x10_ff_ff) {
      return { value: digits === 8 ? String.fromCodePoint(code) : String.fromCharCode(code), length: 2 + digits }
    }
  }
  return { value: ESCAPES[next] ?? next, length: 2 }
}

function addBlock(builder: ProseBuilder, { offset, props, source }: CST.BlockScalar): void {
  const header = props.find(({ type }) => type === 'block-scalar-header')
  const last = props.at(-1)
  const contentStart = last === undefined || !('source' in last) ? offset : last.offset + last.source.length
  const isFolded = header !== undefined && 'source' in header && header.source.startsWith('>')
  const line = /([ \t]*)([^\r\n]*)(\r\n|\r|\n|$)/gu
  let gap: { start: number; breaks: number } | undefined
  for (const { 0: whole, 1: indent, 2: content, index } of source.matchAll(line)) {
    const start = contentStart + index + indent!.length
    if (content !== '') {
      if (gap !== undefined) builder.add(gap.breaks > 1 ? '\n\n' : isFolded ? ' ' : '\n', gap.start, start)
      builder.add(content!, start, start + content!.length)
      gap = { start: start + content!.length, breaks: 1 }
    } else if (gap !== undefined) gap.breaks++
    if (whole === '') break
  }
}
