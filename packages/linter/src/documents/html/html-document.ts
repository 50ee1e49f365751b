import type { DecodedText } from '../decoded-text.js'
import { decoded } from '../decoded-text.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import { createHtmlProse } from '../html-prose.js'
import { htmlTokens } from '../html-tokens.js'
import { guessLanguage } from '../locale/guess-language.js'
import { localeOf } from '../locale/locale-of.js'
import { withoutTemplates } from './without-templates.js'

/** Reads HTML: whole pages, fragments, and pages with the marks of a template language. */
export const htmlParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseHtml(text, () => localeOf(file.path) ?? guessLanguage(textOf(text))),
})

function parseHtml(text: string, guess: () => string): Document {
  const builder = createDocument(text)
  const page: DecodedText = decoded(withoutTemplates(text))
  let language: string | undefined
  // Asked for only when the page does not say itself.
  const html = createHtmlProse(builder, { lang: () => (language ??= guess()) })
  for (const token of htmlTokens(page.text)) html.take(token, page, true)
  return builder.finish()
}

/** Names of elements and attributes are English; what is between the tags decides. */
function textOf(html: string): string {
  const parts: string[] = []
  for (const token of htmlTokens(html)) if (token.type === 'text') parts.push(html.slice(token.start, token.end))
  return parts.join(' ')
}
