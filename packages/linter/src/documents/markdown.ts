import type { Parser } from '@lezer/common'
import type { Document, DocumentParser, RereadingParser } from './document.js'
import { createDocument } from './document-builder.js'
import { lezer, slowLezer } from './markdown/lezer.js'
import { addPart, type Page, pageOf } from './markdown/page.js'
import { createMarkupReader, labelsDefined, mayDefine, normalLabel } from './markdown/read-markup.js'
import { createRereader } from './markdown/rereader.js'
import { joined, stretchesOf } from './markdown/stretches.js'

/**
 * CommonMark with tables, strikethrough, task lists, bare addresses, footnotes and front matter.
 *
 * Read with Lezer, which is some ten times as fast as micromark (the reader of remark) and gives
 * the place of every mark. A test holds it against micromark over the examples of CommonMark.
 * Paragraphs, headings, items and cells with no marks but simple ones never come to Lezer; see `stretchesOf`.
 * Known limit: a second paragraph of a list item that is indented with a tab is taken for code.
 */
export const markdownParser: RereadingParser = {
  parse: (text) =>
    readPage(
      pageOf(text, (body) => joined(stretchesOf(body))),
      lezer,
    ),
  rereader: createRereader,
}

/** The same, with all of the page given to Lezer at once and as it is: slower, and what `markdownParser` is compared with. */
export const slowMarkdownParser: DocumentParser = {
  parse: (text) =>
    readPage(
      pageOf(text, ({ length }) => [{ kind: 'markup', start: 0, end: length, isQuoted: false }]),
      slowLezer,
    ),
}

function readPage({ text, lang, parts }: Page, lezer: Parser): Document {
  const builder = createDocument(text)
  let definitions: ReadonlySet<string> | undefined
  const isDefined = (label: string) => {
    definitions ??= new Set(
      parts.flatMap(({ body }) => (mayDefine(body) ? labelsDefined(lezer.parse(body), body) : [])),
    )
    return definitions.has(normalLabel(label))
  }
  const readMarkup = createMarkupReader(builder, { text, lang, isDefined })
  for (const part of parts) {
    if (part.kind === 'markup') readMarkup(part.body, part.start, lezer.parse(part.body))
    else addPart(builder, part, lang)
  }
  return builder.finish()
}
