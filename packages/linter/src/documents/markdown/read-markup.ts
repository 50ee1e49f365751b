import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common'
import { asWritten, decoded } from '../decoded-text.js'
import type { SegmentKind } from '../document.js'
import type { DocumentBuilder } from '../document-builder.js'
import { createHtmlProse } from '../html-prose.js'
import { decodeEntities, decodeReference, htmlTokens } from '../html-tokens.js'
import { createProse } from '../prose-map.js'

/** Nodes that hold inline content, and what they make. */
const SEGMENTS: Readonly<Record<string, SegmentKind>> = {
  ATXHeading1: 'heading',
  ATXHeading2: 'heading',
  ATXHeading3: 'heading',
  ATXHeading4: 'heading',
  ATXHeading5: 'heading',
  ATXHeading6: 'heading',
  Paragraph: 'paragraph',
  SetextHeading1: 'heading',
  SetextHeading2: 'heading',
  TableCell: 'table-cell',
  Task: 'paragraph',
}

/** Nodes that are passed over with everything in them. */
const SILENT = new Set([
  'CodeBlock',
  'EmphasisMark',
  'FencedCode',
  'HeaderMark',
  'HorizontalRule',
  'LinkLabel',
  'LinkMark',
  'ListMark',
  'StrikethroughMark',
  'TableDelimiter',
  'TaskMarker',
])

/** Nodes that stand for something that is not language. */
const SLOTS = new Set(['Autolink', 'InlineCode', 'URL'])

const FOOTNOTE = /^\[\^[^\]\s]+\]/u

export interface MarkupOptions {
  /** The file. */
  readonly text: string
  readonly lang: string
  /** Whether some definition in the file makes brackets with this label a link. */
  readonly isDefined: (label: string) => boolean
}

/** Adds Markdown to a document: `body`, which stands in the file from `start` on, as Lezer has understood it. */
export type ReadMarkup = (body: string, start: number, tree: Tree) => void

export function createMarkupReader(builder: DocumentBuilder, { text, lang, isDefined }: MarkupOptions): ReadMarkup {
  const html = createHtmlProse(builder, { lang: () => lang })

  /** What is read, and where it begins in the file. */
  let body = ''
  let bodyStart = 0
  /** Where the text begins that has not been added yet, in `body`. */
  let at = 0
  let atLineStart = true
  let listDepth = 0
  let quoteDepth = 0
  /** For each open link and image, what it turned out to be. */
  const links: LinkKind[] = []

  /** Adds the text up to `end`. Line breaks with the white space around them are one space. */
  const flush = (end: number) => {
    while (at < end) {
      if (atLineStart) while (at < end && isBlank(body.charCodeAt(at))) at++
      const newline = body.indexOf('\n', at)
      const lineEnd = newline < 0 || newline >= end ? end : newline
      let wordEnd = lineEnd
      if (lineEnd < end) while (wordEnd > at && isBlank(body.charCodeAt(wordEnd - 1))) wordEnd--
      // A node ends between CR and LF.
      else if (body.charCodeAt(wordEnd - 1) === 13) wordEnd--
      if (wordEnd > at) addText(at, wordEnd)
      at = lineEnd
      if (lineEnd >= end) return
      builder.space(bodyStart + wordEnd, bodyStart + lineEnd + 1)
      at = lineEnd + 1
      atLineStart = true
    }
  }
  const addText = (from: number, to: number) => {
    atLineStart = false
    if (html.inCode()) builder.slot(bodyStart + from, bodyStart + to)
    else builder.text(body.slice(from, to), bodyStart + from, bodyStart + to)
  }
  const skipTo = (offset: number) => {
    if (offset > at) at = offset
  }
  const addSlot = (node: SyntaxNodeRef) => {
    atLineStart = false
    builder.slot(bodyStart + node.from, bodyStart + node.to)
    skipTo(node.to)
  }
  const addAttribute = (from: number, to: number) => {
    builder.open('attribute', lang)
    for (const { value, start, end } of decodeEntities(body.slice(from, to))) {
      builder.text(value, bodyStart + from + start, bodyStart + from + end)
    }
    builder.close()
  }
  const addHtmlTag = (node: SyntaxNodeRef) => {
    const raw = asWritten(text, bodyStart + node.from, bodyStart + node.to)
    for (const token of htmlTokens(raw.text)) html.take(token, raw, false)
    atLineStart = false
    skipTo(node.to)
  }

  /** Whether to go into the node. */
  const enter = (ref: SyntaxNodeRef): boolean => {
    const { name, from, to } = ref
    const kind = SEGMENTS[name]
    if (kind !== undefined) {
      html.reset()
      builder.open(kind === 'paragraph' && listDepth > 0 ? 'list-item' : kind, lang)
      if (quoteDepth > 0) builder.openMark('quote')
      at = from
      atLineStart = true
      return true
    }
    switch (name) {
      case 'BulletList':
      case 'OrderedList':
        listDepth++
        return true
      case 'Blockquote':
        quoteDepth++
        return true
      case 'LinkReference':
        return isComment(ref.node) ? false : enterDefinition(ref.node)
      case 'HTMLBlock':
      case 'CommentBlock':
        addHtmlBlock(ref.node)
        return false
      case 'ProcessingInstructionBlock':
        return false
    }
    if (!builder.isOpen()) return !SILENT.has(name)

    flush(from)
    if (name === 'QuoteMark') {
      atLineStart = true
      skipTo(to)
      return false
    }
    if (name === 'LinkMark' || name === 'LinkLabel' || name === 'LinkTitle' || name === 'URL') {
      return enterLinkPart(ref.node)
    }
    if (SILENT.has(name)) skipTo(to)
    else if (SLOTS.has(name)) addSlot(ref)
    else if (name === 'HTMLTag' || name === 'Comment' || name === 'ProcessingInstruction') addHtmlTag(ref)
    else if (name === 'Entity') {
      const value = decodeReference(body.slice(from + 1, to - 1))
      if (value !== undefined) {
        atLineStart = false
        builder.text(value, bodyStart + from, bodyStart + to)
        skipTo(to)
      }
    } else if (name === 'Escape') {
      atLineStart = false
      builder.text(body.slice(from + 1, to), bodyStart + from, bodyStart + to)
      skipTo(to)
    } else if (name === 'HardBreak') {
      builder.space(bodyStart + from, bodyStart + to)
      atLineStart = true
      skipTo(to)
    } else {
      if (name === 'Link' || name === 'Image') return enterLink(ref.node)
      if (name === 'Emphasis') builder.openMark('emphasis')
      if (name === 'StrongEmphasis') builder.openMark('strong')
      return true
    }
    return false
  }

  const leave = ({ name, to }: SyntaxNodeRef) => {
    if (name === 'BulletList' || name === 'OrderedList') listDepth--
    else if (name === 'Blockquote') quoteDepth--
    else if (SEGMENTS[name] !== undefined) {
      flush(to)
      builder.close()
    } else if (name === 'Link' || name === 'Image') {
      flush(to)
      if (links.pop() === 'link') builder.closeMark('link')
    } else if (name === 'Emphasis' || name === 'StrongEmphasis') {
      flush(to)
      builder.closeMark(name === 'Emphasis' ? 'emphasis' : 'strong')
    }
  }

  const enterLink = (node: SyntaxNode): boolean => {
    const kind = kindOfLink(node, body, isDefined)
    if (kind === 'footnote') {
      addSlot(node)
      return false
    }
    if (kind === 'link') builder.openMark('link')
    if (kind === 'image') {
      atLineStart = false
      builder.slot(bodyStart + node.from, bodyStart + node.to)
      builder.open('attribute', lang)
    }
    links.push(kind)
    return true
  }

  /** A bracket, an address or a title: markup of a link, or text when the link turned out to be none. */
  const enterLinkPart = (node: SyntaxNode): boolean => {
    const { name, from, to, parent } = node
    const kind = parent?.name === 'Link' || parent?.name === 'Image' ? links.at(-1) : undefined
    // In the text of a link an address is text; after it, it has been passed over.
    if (kind === 'text' || (kind === 'link' && name === 'URL')) return false
    if (kind === undefined && name === 'URL') addSlot(node)
    if (name === 'LinkTitle') addAttribute(from + 1, to - 1)
    // The first closing bracket ends the text of an image; what follows is its address.
    if (kind === 'image' && name === 'LinkMark' && body[from] === ']') {
      builder.close()
      links[links.length - 1] = 'closed-image'
    }
    if (kind !== undefined && name === 'LinkMark' && parent !== null && body[from] === ']') skipTo(parent.to)
    else skipTo(to)
    return false
  }

  const enterDefinition = (node: SyntaxNode): boolean => {
    const label = body.slice(node.from, node.to)
    if (FOOTNOTE.test(label)) {
      // To Lezer, `[^1]: noten` defines a link. It is a paragraph.
      html.reset()
      builder.open('paragraph', lang)
      at = node.from + label.indexOf(':') + 1
      atLineStart = true
      flush(node.to)
      builder.close()
      return false
    }
    const title = node.getChild('LinkTitle')
    if (title !== null) addAttribute(title.from + 1, title.to - 1)
    return false
  }

  /** `[//]: # (klarsprak-disable)`: a comment that also what takes HTML away lets through. */
  const isComment = (node: SyntaxNode): boolean => {
    const title = node.getChild('LinkTitle')
    const said = title === null ? '' : body.slice(title.from + 1, title.to - 1)
    if (!said.startsWith('klarsprak-')) return false
    builder.comment({ span: { start: bodyStart + node.from, end: bodyStart + node.to }, text: said })
    return true
  }

  /** Raw HTML, without the marks of a quotation around it. */
  const addHtmlBlock = (node: SyntaxNode) => {
    const raw = createProse(text)
    let from = node.from
    for (const mark of node.getChildren('QuoteMark')) {
      raw.add(body.slice(from, mark.from), bodyStart + from, bodyStart + mark.from)
      from = mark.to
    }
    raw.add(body.slice(from, node.to), bodyStart + from, bodyStart + node.to)
    const block = decoded(raw.finish())
    html.reset()
    for (const token of htmlTokens(block.text)) html.take(token, block, true)
    builder.close()
    html.reset()
  }

  return (markup, start, tree) => {
    body = markup
    bodyStart = start
    tree.iterate({ enter, leave })
  }
}

const isBlank = (code: number) => code === 32 || code === 9 || code === 13

/** `text`: brackets that no definition makes a link. `closed-image`: an image after its text. */
type LinkKind = 'link' | 'image' | 'closed-image' | 'footnote' | 'text'

function kindOfLink(node: SyntaxNode, body: string, isDefined: (label: string) => boolean): LinkKind {
  const is = node.name === 'Link' ? 'link' : 'image'
  const label = node.getChild('LinkLabel')
  const marks = node.getChildren('LinkMark')
  const hasAddress = marks.some(({ from }) => body[from] === '(')
  if (hasAddress) return is
  const close = marks.find(({ from }) => body[from] === ']')
  const own = body.slice((marks[0] ?? node).to, (close ?? node).from)
  if (is === 'link' && own.startsWith('^')) return 'footnote'
  const explicit = label === null ? '' : body.slice(label.from + 1, label.to - 1)
  return isDefined(explicit.trim() === '' ? own : explicit) ? is : 'text'
}

/** Whether `body` can hold a definition. */
export const mayDefine = (body: string): boolean => body.includes(']:')

/** The labels that the definitions in `body` are of. */
export function labelsDefined(tree: Tree, body: string): readonly string[] {
  const labels: string[] = []
  tree.iterate({
    enter(node) {
      if (node.name !== 'LinkReference') return SEGMENTS[node.name] === undefined
      const label = node.node.getChild('LinkLabel')
      if (label !== null) labels.push(normalLabel(body.slice(label.from + 1, label.to - 1)))
      return false
    },
  })
  return labels
}

/** Labels are compared without regard to case and white space. */
export const normalLabel = (label: string) => label.trim().replace(/\s+/gu, ' ').toLowerCase().toUpperCase()
