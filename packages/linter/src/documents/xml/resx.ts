import { addEntry } from '../copy/add-entry.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import { guessLanguage } from '../locale/guess-language.js'
import { localeOf } from '../locale/locale-of.js'
import { createNotes } from './notes.js'
import { attributeOf, createXmlContent, writeXml, type XmlContent, xmlTokens } from './xml-content.js'

/** Reads the strings of .NET resource files; values of other types and comments to translators are left out. */
export const resxParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseResx(text, localeOf(file.path)),
})

function parseResx(text: string, pathLang: string | undefined): Document {
  const builder = createDocument(text)
  const lang = pathLang ?? guessLanguage(text)
  const notes = createNotes(text, builder)
  let key: string | undefined
  let content: XmlContent | undefined
  for (const token of xmlTokens(text, builder)) {
    if (token.type === 'comment') builder.comment({ span: token, text: token.value })
    else if (token.type === 'text') {
      content?.text(token)
      notes.text(token)
    } else if (token.name === 'comment') {
      if (token.type === 'open') notes.open(token)
      else notes.close(token)
    } else if (token.name === 'data') {
      if (token.type === 'open') notes.begin(token)
      else notes.end(token)
      const isText =
        attributeOf(text, token, 'type') === undefined && attributeOf(text, token, 'mimetype') === undefined
      key = token.type === 'open' && isText ? attributeOf(text, token, 'name') : undefined
      // Names that begin with >> or this. are a form's own: its sizes, fonts and places.
      if (key?.startsWith('>>')) key = undefined
    } else if (token.name === 'value' && key !== undefined) {
      if (token.type === 'open') content = token.selfClosing ? undefined : createXmlContent(text)
      else if (content !== undefined) {
        addEntry(builder, { keys: [key], value: content.finish(), lang, write: writeXml })
        content = undefined
      }
    }
  }
  return builder.finish()
}
