import { addEntry } from '../copy/add-entry.js'
import { asWritten, characterOf, type DecodedText, withoutEscapes } from '../decoded-text.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import { guessLanguage } from '../locale/guess-language.js'
import { localeOf } from '../locale/locale-of.js'

/** Reads Apple's .strings files: `"key" = "value";`. */
export const stringsParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseStrings(text, localeOf(file.path)),
})

const TOKEN = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\r\n]*|"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)|[\w.-]+|[=;]/gu

function parseStrings(text: string, pathLang: string | undefined): Document {
  const builder = createDocument(text)
  const lang = pathLang ?? guessLanguage(text)
  let key: string | undefined
  let isValue = false
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token.startsWith('/')) {
      const isBlock = token[1] === '*'
      const end = isBlock && token.endsWith('*/') ? -2 : undefined
      builder.comment({ span: { start: index, end: index + token.length }, text: token.slice(2, end) })
    } else if (token === '=') isValue = true
    else if (token === ';') {
      isValue = false
      key = undefined
    } else {
      const isQuoted = token[0] === '"'
      const isClosed = isQuoted && token.length > 1 && token.endsWith('"')
      const value = unescaped(text, index + (isQuoted ? 1 : 0), index + token.length - (isClosed ? 1 : 0))
      if (isValue && key !== undefined) addEntry(builder, { keys: [key], value, lang })
      else key = value.text
    }
  }
  return builder.finish()
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

const unescaped = (file: string, start: number, end: number): DecodedText =>
  withoutEscapes(
    asWritten(file, start, end),
    /\\(?:u([\da-f]{4})|[\s\S])/giu,
    ([found, code]) => characterOf(code) ?? ESCAPES[found[1]!] ?? found.slice(1),
  )
