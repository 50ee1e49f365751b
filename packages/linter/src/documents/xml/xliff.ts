import { addEntry } from '../copy/add-entry.js'
import type { DecodedText } from '../decoded-text.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import type { Tag } from '../html-tokens.js'
import { localeOf } from '../locale/locale-of.js'
import { createNotes } from './notes.js'
import { attributeOf, createXmlContent, writeXml, type XmlContent, xmlTokens } from './xml-content.js'

/**
 * Reads the translations in XLIFF 1.2 and 2.x; where there is none, the source text, if that is
 * Swedish. Inline elements with text in them (`g`, `pc`, `mrk`) read as their text, those that stand
 * for a value (`x`, `ph`) as a slot, and the ends of a formatting (`bpt`, `ept`, `sc`, `ec`) as nothing.
 */
export const xliffParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseXliff(text, localeOf(file.path)),
})

/** Elements whose content is code. */
const CODE = new Set(['bpt', 'ept', 'it', 'ph', 'sub'])
const VALUES = new Set(['cp', 'ph', 'x'])
/** Not translated yet, or not to be: XLIFF 1.2, `state`. */
const UNFINISHED = new Set(['new', 'needs-translation', 'needs-adaptation', 'initial'])

function parseXliff(text: string, pathLang: string | undefined): Document {
  const builder = createDocument(text)
  let sourceLang = 'en'
  let targetLang = pathLang ?? 'sv'
  let key = ''
  let isTranslated = true
  let source: DecodedText | undefined
  let target: DecodedText | undefined
  let content: XmlContent | undefined
  let code: { readonly name: string; depth: number } | undefined
  let isUnfinished = false
  const notes = createNotes(text, builder)

  const flush = () => {
    if (isTranslated && target !== undefined && target.text.trim() !== '') {
      addEntry(builder, { keys: [key], value: target, lang: targetLang, write: writeXml })
    } else if (isTranslated && source !== undefined && sourceLang.startsWith('sv')) {
      addEntry(builder, { keys: [key], value: source, lang: sourceLang, write: writeXml })
    }
    source = undefined
    target = undefined
  }

  const open = (tag: Tag) => {
    const { name } = tag
    const value = (attribute: string) => attributeOf(text, tag, attribute)
    if (name === 'xliff' || name === 'file') {
      sourceLang = (value('srcLang') ?? value('source-language') ?? sourceLang).toLowerCase()
      targetLang = (value('trgLang') ?? value('target-language') ?? targetLang).toLowerCase()
    } else if (name === 'note') notes.open(tag)
    else if (name === 'trans-unit' || name === 'unit') {
      notes.begin(tag)
      key = value('resname') ?? value('name') ?? value('id') ?? ''
      isTranslated = value('translate') !== 'no'
    } else if (name === 'segment') isUnfinished = UNFINISHED.has(value('state') ?? '')
    else if (name === 'source' || name === 'target') {
      if (name === 'target') isUnfinished ||= UNFINISHED.has(value('state') ?? '')
      content = tag.selfClosing ? undefined : createXmlContent(text)
      code = undefined
    } else if (content !== undefined) {
      if (VALUES.has(name)) addValue(tag, content)
      if (CODE.has(name) && !tag.selfClosing) code = { name, depth: 1 }
    }
  }

  /** Angular marks the ends of elements as values: `START_BOLD_TEXT`, `CLOSE_BOLD_TEXT`, `LINE_BREAK`. */
  const addValue = (tag: Tag, into: XmlContent) => {
    const id = attributeOf(text, tag, 'id') ?? ''
    if (/^(?:START|CLOSE)_/u.test(id)) return
    if (id === 'LINE_BREAK') into.space(tag.start, tag.end)
    else into.slot(tag.start, tag.end)
  }

  for (const token of xmlTokens(text, builder)) {
    if (token.type === 'comment') builder.comment({ span: token, text: token.value })
    else if (token.type === 'text') {
      if (code === undefined) content?.text(token)
      notes.text(token)
    } else if (code !== undefined) {
      if (token.name === code.name && !token.selfClosing) code.depth += token.type === 'open' ? 1 : -1
      if (code.depth === 0) code = undefined
    } else if (token.type === 'open') open(token)
    else if (token.name === 'note') notes.close(token)
    else if ((token.name === 'source' || token.name === 'target') && content !== undefined) {
      if (token.name === 'source') source ??= content.finish()
      else if (!isUnfinished) target ??= content.finish()
      content = undefined
    } else if (token.name === 'trans-unit' || token.name === 'segment' || token.name === 'unit') {
      flush()
      isUnfinished = false
      if (token.name !== 'segment') notes.end(token)
    }
  }
  flush()
  return builder.finish()
}
