import { addEntry } from '../copy/add-entry.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import { guessLanguage } from '../locale/guess-language.js'
import { localeOf } from '../locale/locale-of.js'
import { createXmlContent, writeXml, type XmlContent, xmlTokens } from './xml-content.js'

/** Reads Apple's .stringsdict: a text and its plurals for each key. */
export const stringsdictParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseStringsdict(text, localeOf(file.path)),
})

/** Keys whose strings people read; the rest says how numbers are formatted. */
const SHOWN = new Set(['NSStringLocalizedFormatKey', 'zero', 'one', 'two', 'few', 'many', 'other'])
/** Variables in texts, as `%#@besok@`. */
const VARIABLE = /%(?:\d\$)?#@\w{1,60}@/gu

function parseStringsdict(text: string, pathLang: string | undefined): Document {
  const builder = createDocument(text)
  const lang = pathLang ?? guessLanguage(text)
  let depth = 0
  let entry = ''
  let key = ''
  let content: XmlContent | undefined
  for (const token of xmlTokens(text, builder)) {
    if (token.type === 'comment') builder.comment({ span: token, text: token.value })
    else if (token.type === 'text') {
      let from = token.start
      for (const { 0: variable, index } of text.slice(token.start, token.end).matchAll(VARIABLE)) {
        const at = token.start + index
        content?.text({ ...token, start: from, end: at })
        content?.slot(at, at + variable.length)
        from = at + variable.length
      }
      content?.text({ ...token, start: from })
    } else if (token.name === 'dict') depth += token.selfClosing ? 0 : token.type === 'open' ? 1 : -1
    else if (token.name !== 'key' && token.name !== 'string') content = undefined
    else if (token.type === 'open') content = token.selfClosing ? undefined : createXmlContent(text)
    else if (content !== undefined) {
      const value = content.finish()
      content = undefined
      if (token.name === 'key') {
        key = value.text
        if (depth === 1) entry = key
      } else if (SHOWN.has(key)) addEntry(builder, { keys: [entry], value, lang, write: writeXml })
    }
  }
  return builder.finish()
}
