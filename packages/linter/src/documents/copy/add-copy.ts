import { SLOT } from '@klarsprak/swedish'
import { type DecodedText, decoded } from '../decoded-text.js'
import type { SegmentKind } from '../document.js'
import type { DocumentBuilder } from '../document-builder.js'
import { addHtmlText, createHtmlProse } from '../html-prose.js'
import { htmlTokens } from '../html-tokens.js'
import { type MessagePart, type MessageSyntax, parseMessage } from '../placeholders/parse-message.js'
import { createProse } from '../prose-map.js'

export interface CopyPlace {
  readonly kind: SegmentKind
  readonly lang: string
  readonly syntax?: MessageSyntax
}

/**
 * Adds one text of an application: a slot for each value that is filled in, HTML read as in a page,
 * and every branch of a plural or a select as a segment of its own. Where it is kept is `builder.keyPath`.
 */
export function addCopy(builder: DocumentBuilder, source: DecodedText, place: CopyPlace): void {
  addMessage(builder, source, parseMessage(source.text, place.syntax), place)
}

function addMessage(
  builder: DocumentBuilder,
  source: DecodedText,
  parts: readonly MessagePart[],
  place: CopyPlace,
): void {
  if (parts.length === 1 && parts[0]!.type === 'text' && parts[0]!.end === source.text.length) {
    addMasked(builder, source, place)
    return
  }
  // The text between the file and the prose; only the prose needs to know the file.
  const masked = createProse('')
  for (const part of parts) {
    if (part.type === 'text') {
      for (const piece of source.map.pieces(part)) {
        masked.add(source.text.slice(piece.start, piece.end), piece.source.start, piece.source.end)
      }
    } else if (part.type !== 'markup') {
      const { start, end } = source.map.toSource(part)
      masked.add(part.type === 'escape' ? part.value : SLOT, start, end)
    }
  }
  addMasked(builder, decoded(masked.finish()), place)
  for (const part of parts) {
    if (part.type !== 'choice') continue
    for (const branch of part.branches) addMessage(builder, source, branch.parts, place)
  }
}

/** Where a text without HTML falls apart: a blank line, a point of a list, or ` | ` between texts for different numbers. */
const SEAM = /\r?\n[ \t]*\r?\n\s*|\r?\n[ \t]*(?=(?:[-*•–]|\d{1,2}[.)])[ \t])| \| /gu

function addMasked(builder: DocumentBuilder, text: DecodedText, { kind, lang }: CopyPlace): void {
  if (/<[a-z/!]/iu.test(text.text)) {
    const html = createHtmlProse(builder, { lang: () => lang, kind })
    for (const token of htmlTokens(text.text)) html.take(token, text, true)
    builder.close()
    return
  }
  let from = 0
  const addBlock = (to: number) => {
    if (to <= from) return
    builder.open(kind, lang)
    addHtmlText(builder, text, { start: from, end: to })
    builder.close()
  }
  for (const seam of text.text.matchAll(SEAM)) {
    addBlock(seam.index)
    from = seam.index + seam[0].length
  }
  addBlock(text.text.length)
}
