import { addEntry } from '../copy/add-entry.js'
import { kindOfKey } from '../copy/kind-of-key.js'
import { characterOf, type DecodedText, withoutEscapes } from '../decoded-text.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import type { Tag } from '../html-tokens.js'
import { guessLanguage } from '../locale/guess-language.js'
import { localeOf } from '../locale/locale-of.js'
import { attributeOf, createXmlContent, writeXml, type XmlContent, xmlTokens } from './xml-content.js'

/** Reads Android's string resources: strings, plurals and lists, with their escapes and CDATA. */
export const androidStringsParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseAndroidStrings(text, localeOf(file.path)),
})

function parseAndroidStrings(text: string, pathLang: string | undefined): Document {
  const builder = createDocument(text)
  const lang = pathLang ?? guessLanguage(text)
  let name = ''
  let isTranslated = true
  let item = 0
  let place = 0
  let content: XmlContent | undefined
  let depth = 0

  const start = (tag: Tag) => {
    if (tag.name === 'string' || tag.name === 'plurals' || tag.name === 'string-array') {
      name = attributeOf(text, tag, 'name') ?? ''
      isTranslated = attributeOf(text, tag, 'translatable') !== 'false'
      item = 0
    }
    if ((tag.name === 'string' || tag.name === 'item') && !tag.selfClosing && isTranslated) {
      content = createXmlContent(text)
      depth = 0
    }
  }

  for (const token of xmlTokens(text, builder)) {
    if (token.type === 'comment') builder.comment({ span: token, text: token.value })
    else if (token.type === 'text') {
      if (depth === 0) content?.text(token)
    } else if (content === undefined) {
      if (token.type === 'open') start(token)
    } else if (token.name === 'xliff:g') {
      // What is not to be translated: a value with an example.
      if (token.type === 'open' && !token.selfClosing) {
        if (depth === 0) place = token.start
        depth++
      } else if (depth > 0) {
        depth--
        if (depth === 0) content.slot(place, token.end)
      }
    } else if (token.name === 'br') content.space(token.start, token.end)
    else if (token.type === 'close' && (token.name === 'string' || token.name === 'item')) {
      const keys = token.name === 'item' ? [name, item++] : [name]
      addEntry(builder, { keys, value: shownText(content.finish()), lang, kind: kindOfKey([name]), write: writeXml })
      content = undefined
    }
  }
  return builder.finish()
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' }

/** Source: Android developers, "String resources", escaping of special characters. A bare quotation mark is not shown. */
function shownText(source: DecodedText): DecodedText {
  const hasTags = /<[a-z]/iu.test(source.text)
  return withoutEscapes(source, /\\(?:u([\da-f]{4})|[\s\S])|"/giu, ([found, code]) => {
    if (found === '"') return hasTags ? undefined : ''
    return characterOf(code) ?? ESCAPES[found[1]!] ?? found.slice(1)
  })
}
