import { SLOT } from '@klarsprak/swedish'
import { decoded } from '../decoded-text.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import { createHtmlProse } from '../html-prose.js'
import { htmlTokens } from '../html-tokens.js'
import { guessLanguage } from '../locale/guess-language.js'
import { localeOf } from '../locale/locale-of.js'
import { createProse } from '../prose-map.js'
import { asComponent, shownText } from './vue.js'

/** Reads Svelte components: what stands in braces is one slot. Script and style are left out. */
export const svelteParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseSvelte(text, localeOf(file.path) ?? guessLanguage(shownText(text))),
})

function parseSvelte(text: string, lang: string): Document {
  const builder = createDocument(text)
  const page = withoutBraces(text)
  const html = createHtmlProse(builder, { lang: () => lang })
  for (const token of htmlTokens(page.text)) html.take(asComponent(token, page.text), page, true)
  return builder.finish()
}

const MARK = /[{}]|<(?:script|style)[\s>][\s\S]*?(?:<\/(?:script|style)|$)/giu

/** Braces in a string or a regular expression count too: a slot that ends too soon is rare, and harmless. */
function withoutBraces(text: string) {
  const builder = createProse(text)
  let from = 0
  let open = 0
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '{') {
      if (depth === 0) open = index
      depth++
    } else if (mark === '}' && depth > 0) {
      depth--
      if (depth > 0) continue
      builder.add(text.slice(from, open), from, open)
      builder.add(SLOT, open, index + 1)
      from = index + 1
    }
  }
  builder.add(text.slice(from), from, text.length)
  return decoded(builder.finish())
}
