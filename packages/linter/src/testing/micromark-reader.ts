import { parse, postprocess, preprocess } from 'micromark'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { Event, Token } from 'micromark-util-types'
import { asWritten, decoded } from '../documents/decoded-text.js'
import type { Document, DocumentParser, SegmentKind } from '../documents/document.js'
import { createDocument } from '../documents/document-builder.js'
import { createHtmlProse } from '../documents/html-prose.js'
import { decodeEntities, decodeReference, htmlTokens } from '../documents/html-tokens.js'
import { createProse } from '../documents/prose-map.js'

/**
 * Markdown as remark reads it: what the tests hold `markdownParser` against. Slow.
 *
 * It works on micromark's events, not on the mdast tree: a tree's text node says where it begins
 * and ends, but not where its characters are once an entity, an escape or the `> ` of a
 * continuation line has been taken out.
 */
export const micromarkReader: DocumentParser = { parse: parseMarkdown }

/** Tokens that hold inline content, and what they make. */
const SEGMENTS: Readonly<Record<string, SegmentKind>> = {
  paragraph: 'paragraph',
  atxHeadingText: 'heading',
  setextHeadingText: 'heading',
  tableHeader: 'table-cell',
  tableData: 'table-cell',
}

/** Tokens that are passed over with everything in them. */
const SILENT = new Set([
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteDefinitionLabel',
  'reference',
  'resource',
  'tableDelimiterRow',
  'taskListCheck',
  'thematicBreak',
])

/** Tokens that stand for something that is not language. */
const SLOTS = new Set([
  'autolink',
  'codeText',
  'gfmFootnoteCall',
  'literalAutolink',
  'literalAutolinkEmail',
  'literalAutolinkHttp',
  'literalAutolinkWww',
])

const OPTIONS = { extensions: [gfm(), frontmatter(['yaml', 'toml'])] }
const BOM = 0xfe_ff

function parseMarkdown(text: string): Document {
  const builder = createDocument(text)
  // micromark drops a byte order mark without counting it; our offsets count every code unit.
  const shift = text.charCodeAt(0) === BOM ? 1 : 0
  let lang = 'sv'
  const html = createHtmlProse(builder, { lang: () => lang })
  const startOf = (token: Token) => token.start.offset + shift
  const endOf = (token: Token) => token.end.offset + shift
  /** The token whose end we wait for while passing over what is in it. */
  let silentUntil: Token | undefined
  let rawHtml: { readonly lines: Token[] } | undefined
  let listDepth = 0
  let quoteDepth = 0

  const enter = (token: Token) => {
    // Extensions have types of their own, which micromark's list does not know.
    const type: string = token.type
    const kind = SEGMENTS[type]
    if (kind !== undefined) {
      html.reset()
      builder.open(kind === 'paragraph' && listDepth > 0 ? 'list-item' : kind, lang)
      if (quoteDepth > 0) builder.openMark('quote')
    } else if (SILENT.has(type)) {
      silentUntil = token
    } else if (SLOTS.has(type)) {
      builder.slot(startOf(token), endOf(token))
      silentUntil = token
    } else if (type === 'yaml' || type === 'toml') {
      lang = languageOf(text.slice(startOf(token), endOf(token))) ?? lang
      silentUntil = token
    } else if (type === 'listOrdered' || type === 'listUnordered') listDepth++
    else if (type === 'blockQuote') quoteDepth++
    else if (type === 'emphasis' || type === 'strong') builder.openMark(type)
    else if (type === 'link') builder.openMark('link')
    else if (type === 'image') {
      builder.slot(startOf(token), endOf(token))
      builder.open('attribute', lang)
    } else if (type === 'htmlFlow') rawHtml = { lines: [] }
    else if (rawHtml !== undefined) rawHtml.lines.push(token)
    else if (type === 'htmlText') {
      const raw = asWritten(text, startOf(token), endOf(token))
      for (const piece of htmlTokens(raw.text)) html.take(piece, raw, false)
      silentUntil = token
    } else if (type === 'data') {
      if (html.inCode()) builder.slot(startOf(token), endOf(token))
      else builder.text(text.slice(startOf(token), endOf(token)), startOf(token), endOf(token))
    } else if (type === 'characterEscapeValue') {
      // The backslash belongs to the character, so that a replacement takes it away too.
      builder.text(text.slice(startOf(token), endOf(token)), startOf(token) - 1, endOf(token))
    } else if (type === 'characterReference') {
      const value = decodeReference(text.slice(startOf(token) + 1, endOf(token) - 1))
      builder.text(value ?? text.slice(startOf(token), endOf(token)), startOf(token), endOf(token))
      silentUntil = token
    } else if (type === 'lineEnding' || type === 'hardBreakTrailing' || type === 'lineSuffix') {
      builder.space(startOf(token), endOf(token))
    }
  }

  const exit = (token: Token) => {
    const { type } = token
    if (SEGMENTS[type] !== undefined) builder.close()
    else if (type === 'listOrdered' || type === 'listUnordered') listDepth--
    else if (type === 'blockQuote') quoteDepth--
    else if (type === 'emphasis' || type === 'strong') builder.closeMark(type)
    else if (type === 'link') builder.closeMark('link')
    else if (type === 'image') builder.close()
    else if (type === 'htmlFlow' && rawHtml !== undefined) {
      takeRawHtml(rawHtml.lines)
      rawHtml = undefined
    }
  }

  /** Raw HTML comes line by line, since the lines of a quotation or a list item have their prefixes between. */
  const takeRawHtml = (lines: readonly Token[]) => {
    const raw = createProse(text)
    for (const line of lines) {
      if (line.type !== 'htmlFlowData' && line.type !== 'lineEnding') continue
      raw.add(text.slice(startOf(line), endOf(line)), startOf(line), endOf(line))
    }
    const block = decoded(raw.finish())
    html.reset()
    for (const token of htmlTokens(block.text)) html.take(token, block, true)
    builder.close()
    html.reset()
  }

  for (const [step, token] of eventsOf(text)) {
    if (silentUntil !== undefined) {
      if (step === 'exit' && token === silentUntil) silentUntil = undefined
      else if (step === 'enter' && (token.type === 'resourceTitleString' || token.type === 'definitionTitleString')) {
        builder.open('attribute', lang)
        for (const piece of decodeEntities(text.slice(startOf(token), endOf(token)))) {
          builder.text(piece.value, startOf(token) + piece.start, startOf(token) + piece.end)
        }
        builder.close()
      }
      continue
    }
    if (step === 'enter') enter(token)
    else exit(token)
  }
  return builder.finish()
}

function eventsOf(text: string): readonly Event[] {
  return postprocess(
    parse(OPTIONS)
      .document()
      .write(preprocess()(text, undefined, true)),
  )
}

/** The language a page says it is in: `lang: en` in its front matter. */
function languageOf(frontMatter: string): string | undefined {
  return /^(?:lang|language|locale)[ \t]*[:=][ \t]*["']?([a-z]{2,3})\b/imu.exec(frontMatter)?.[1]?.toLowerCase()
}
