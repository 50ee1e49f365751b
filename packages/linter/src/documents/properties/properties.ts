import { addEntry } from '../copy/add-entry.js'
import { asWritten, characterOf, type DecodedText, withoutEscapes } from '../decoded-text.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import { guessLanguage } from '../locale/guess-language.js'
import { localeOf } from '../locale/locale-of.js'

/** Reads Java's .properties: continued lines, `\u00e5` and the quotes of MessageFormat. Source: java.util.Properties.load. */
export const propertiesParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseProperties(text, localeOf(file.path)),
})

/** Space at the start of a line means nothing. */
const INDENT = /[ \t\f]*/uy
const LINE_END = /\r\n|\r|\n|$/gu

function parseProperties(text: string, pathLang: string | undefined): Document {
  const builder = createDocument(text)
  const lang = pathLang ?? guessLanguage(text)
  // A file without other letters than those of ASCII is read as ISO 8859-1 somewhere.
  const isAscii = !/[^\x00-\x7f]/u.test(text)
  const write = (words: string) => {
    const escaped = words.replace(/\\/gu, '\\\\')
    return isAscii ? escaped.replace(/[^\x00-\x7f]/g, unicodeEscape) : escaped
  }
  let at = text.charCodeAt(0) === 0xfe_ff ? 1 : 0
  while (at < text.length) {
    const start = after(INDENT, text, at)
    const char = text[start]
    if (char === '#' || char === '!') {
      const end = lineEnd(text, start)
      builder.comment({ span: { start, end }, text: text.slice(start + 1, end) })
      at = end + 1
      continue
    }
    const end = logicalEnd(text, start)
    const line = logicalLine(text, start, end)
    const { key, valueStart } = keyOf(line.text)
    if (key !== '') {
      addEntry(builder, { keys: [key], value: textOfValue(line, valueStart), lang, syntax: { quotes: true }, write })
    }
    at = end + 1
  }
  return builder.finish()
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

function lineEnd(text: string, from: number): number {
  LINE_END.lastIndex = from
  return LINE_END.exec(text)?.index ?? text.length
}

/** The end of a line and of those it goes on in: a line goes on when it ends in an odd number of backslashes. */
function logicalEnd(text: string, from: number): number {
  let end = lineEnd(text, from)
  while (end < text.length && isContinued(text, from, end)) {
    end = lineEnd(text, end + (text.startsWith('\r\n', end) ? 2 : 1))
  }
  return end
}

function isContinued(text: string, from: number, end: number): boolean {
  let backslashes = 0
  while (end - backslashes > from && text[end - backslashes - 1] === '\\') backslashes++
  return backslashes % 2 === 1
}

/** The lines put together, escapes kept. */
function logicalLine(file: string, start: number, end: number): DecodedText {
  return withoutEscapes(asWritten(file, start, end), /\\(?:(?:\r\n|\r|\n)[ \t\f]*|[\s\S])/gu, ([found]) =>
    /^\\[\r\n]/u.test(found) ? '' : undefined,
  )
}

function keyOf(line: string): { readonly key: string; readonly valueStart: number } {
  const separator = /^((?:\\[\s\S]|[^\\=: \t\f])*)[ \t\f]*[=:]?[ \t\f]*/u.exec(line)
  return {
    key: (separator?.[1] ?? '').replace(/\\([\s\S])/gu, '$1'),
    valueStart: separator?.[0].length ?? line.length,
  }
}

const unicodeEscape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

const ESCAPES: Readonly<Record<string, string>> = { f: '\f', n: '\n', r: '\r', t: '\t' }

const textOfValue = (line: DecodedText, start: number) =>
  withoutEscapes(
    line,
    /\\(?:u([\da-f]{4})|[\s\S])/giu,
    ([found, code]) => characterOf(code) ?? ESCAPES[found[1]!] ?? found.slice(1),
    start,
  )
