import { SLOT } from '@klarsprak/swedish'
import { type DecodedText, decoded } from '../decoded-text.js'
import type { DocumentBuilder } from '../document-builder.js'
import { decodeEntities, type HtmlToken, htmlTokens, type Tag } from '../html-tokens.js'
import { createProse } from '../prose-map.js'

/** How a text is written between tags. */
export const writeXml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')

/** Tags, comments and text of an XML file. Tells `builder` where the tags stop fitting together. */
export function* xmlTokens(text: string, builder?: DocumentBuilder): Generator<HtmlToken> {
  const open: string[] = []
  const broken = (offset: number) => builder?.fault({ offset, format: 'XML' })
  let hasElement = false
  for (const token of htmlTokens(text, { xml: true })) {
    if (token.type === 'open' && !token.selfClosing) open.push(token.name)
    else if (token.type === 'close' && open.pop() !== token.name) broken(token.start)
    hasElement ||= token.type === 'open'
    yield token
  }
  if (open.length > 0 || (!hasElement && text.trim() !== '')) broken(text.length)
}

/** The value of an attribute, entities decoded. */
export function attributeOf(text: string, tag: Tag, name: string): string | undefined {
  const found = tag.attributes.find((candidate) => candidate.name === name)
  if (found === undefined) return undefined
  return [...decodeEntities(text.slice(found.start, found.end))].map(({ value }) => value).join('')
}

/** The text of one element, put together from tokens in the order of the file. */
export interface XmlContent {
  text(token: Extract<HtmlToken, { type: 'text' }>): void
  /** Something that is filled in, over the place of a token. */
  slot(start: number, end: number): void
  space(start: number, end: number): void
  finish(): DecodedText
}

export function createXmlContent(file: string): XmlContent {
  const builder = createProse(file)
  return {
    text({ start, end, literal }) {
      const text = file.slice(start, end)
      if (literal) builder.add(text, start, end)
      else for (const piece of decodeEntities(text)) builder.add(piece.value, start + piece.start, start + piece.end)
    },
    slot: (start, end) => builder.add(SLOT, start, end),
    space: (start, end) => builder.add(' ', start, end),
    finish: () => decoded(builder.finish()),
  }
}
