import { addEntry } from '../copy/add-entry.js'
import { decoded } from '../decoded-text.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument, type DocumentBuilder } from '../document-builder.js'
import { createHtmlProse } from '../html-prose.js'
import { type HtmlToken, htmlTokens } from '../html-tokens.js'
import { jsonText } from '../json/json-copy.js'
import { jsonStrings } from '../json/json-strings.js'
import { guessLanguage } from '../locale/guess-language.js'
import { languageTag, localeOf } from '../locale/locale-of.js'
import { withoutTemplates } from './without-templates.js'

/** Reads Vue components: the template, with `{{ }}` as slots, and `<i18n>` blocks in JSON. Script and style are left out. */
export const vueParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseVue(text, localeOf(file.path)),
})

const I18N = /<i18n(?=[\s>])[^>]{0,300}>([\s\S]*?)(?:<\/i18n\s*>|$)/gu

function parseVue(text: string, pathLang: string | undefined): Document {
  const builder = createDocument(text)
  const lang = pathLang ?? guessLanguage(shownText(text))
  const blocks = [...text.matchAll(I18N)]
  for (const block of blocks) addI18n(builder, text, block.index + block[0].indexOf('>') + 1, block[1]!.length)
  const page = decoded(withoutTemplates(text))
  const html = createHtmlProse(builder, { lang: () => lang })
  let inI18n = false
  for (const token of htmlTokens(page.text)) {
    if (token.type !== 'text' && token.type !== 'comment' && token.name === 'i18n') inI18n = token.type === 'open'
    else if (!inI18n || token.type === 'comment') html.take(asComponent(token, page.text), page, true)
  }
  return builder.finish()
}

/** Near enough what stands between the tags, to tell its language. */
export const shownText = (component: string): string =>
  component.replace(/<(?:script|style)[\s\S]*?(?:<\/(?:script|style)|$)|<[^>]{0,1000}>/gu, ' ')

/** `<Link>` is a component, `<link>` an element of HTML. */
export function asComponent(token: HtmlToken, html: string): HtmlToken {
  if (token.type === 'text' || token.type === 'comment') return token
  const written = html
    .slice(token.start, token.start + token.name.length + 2)
    .replace(/^<\/?/u, '')
    .slice(0, token.name.length)
  return /^\p{Lu}/u.test(written) ? { ...token, name: componentName(written) } : token
}

/** `BaseButton` as `x-base-button`, so that no component has the name of an element. */
export const componentName = (name: string): string =>
  `x-${name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2').toLowerCase()}`

function addI18n(builder: DocumentBuilder, text: string, start: number, length: number): void {
  // Blanks before it keep the places of the file.
  const content = ' '.repeat(start) + text.slice(start, start + length)
  for (const value of jsonStrings(content).values) {
    const lang = languageTag(String(value.keys[0] ?? '')) ?? 'sv'
    addEntry(builder, { keys: value.keys, value: jsonText(text, value), lang })
  }
}
