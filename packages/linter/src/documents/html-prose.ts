import type { Span } from '@klarsprak/swedish'
import type { MarkKind, SegmentKind } from './document.js'
import type { DocumentBuilder } from './document-builder.js'
import { decodeEntities, type HtmlToken } from './html-tokens.js'

/** Elements that are not language. */
const CODE = new Set(['code', 'kbd', 'samp', 'var', 'pre', 'script', 'style', 'svg', 'math', 'time'])

const MARKS: Readonly<Record<string, MarkKind>> = {
  a: 'link',
  abbr: 'abbr',
  b: 'strong',
  blockquote: 'quote',
  cite: 'quote',
  dfn: 'dfn',
  em: 'emphasis',
  i: 'emphasis',
  q: 'quote',
  strong: 'strong',
}

/** Elements that end the segment before them and begin one of their own. */
const BLOCKS: Readonly<Record<string, SegmentKind>> = {
  address: 'paragraph',
  article: 'paragraph',
  aside: 'paragraph',
  blockquote: 'paragraph',
  body: 'paragraph',
  button: 'button',
  caption: 'paragraph',
  dd: 'list-item',
  details: 'paragraph',
  div: 'paragraph',
  dl: 'paragraph',
  dt: 'list-item',
  fieldset: 'paragraph',
  figcaption: 'paragraph',
  figure: 'paragraph',
  footer: 'paragraph',
  form: 'paragraph',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  header: 'paragraph',
  hr: 'paragraph',
  label: 'label',
  legend: 'label',
  li: 'list-item',
  main: 'paragraph',
  nav: 'paragraph',
  ol: 'paragraph',
  option: 'label',
  p: 'paragraph',
  section: 'paragraph',
  select: 'paragraph',
  summary: 'paragraph',
  table: 'paragraph',
  tbody: 'paragraph',
  td: 'table-cell',
  tfoot: 'paragraph',
  th: 'table-cell',
  thead: 'paragraph',
  title: 'heading',
  tr: 'paragraph',
  ul: 'paragraph',
}

/** Attributes that a reader sees or hears. */
const READ_ALOUD = new Set(['alt', 'title', 'aria-label', 'placeholder', 'label'])

export interface HtmlProse {
  /** Takes one token of `html`. `block`: block elements cut the text into segments. */
  take(token: HtmlToken, html: string, toSource: (span: Span) => Span, block: boolean): void
  /** Whether what stands here is code; it is masked by the caller. */
  readonly inCode: boolean
  /** Ends what a segment's end must not leave open. */
  reset(): void
}

/** Adds raw HTML to a document: tags away, entities decoded, code masked, read-aloud attributes as segments. */
export function createHtmlProse(builder: DocumentBuilder, lang: () => string): HtmlProse {
  const code: string[] = []
  const foreign: string[] = []

  const addText = (html: string, span: Span, toSource: (span: Span) => Span) => {
    for (const piece of decodeEntities(html.slice(span.start, span.end))) {
      if (piece.end - piece.start !== piece.value.length || piece.value.length === 1) {
        const source = toSource({ start: span.start + piece.start, end: span.start + piece.end })
        if (/^\s$/u.test(piece.value) && piece.value !== '\u00a0') builder.space(source.start, source.end)
        else builder.text(piece.value, source.start, source.end)
        continue
      }
      // Runs of white space become one space each; the words between keep their places.
      let from = 0
      for (const space of piece.value.matchAll(/[ \t\r\n\f]+/gu)) {
        addRun(piece.value.slice(from, space.index), span.start + piece.start + from, toSource)
        const start = span.start + piece.start + space.index
        const source = toSource({ start, end: start + space[0].length })
        builder.space(source.start, source.end)
        from = space.index + space[0].length
      }
      addRun(piece.value.slice(from), span.start + piece.start + from, toSource)
    }
  }
  const addRun = (text: string, start: number, toSource: (span: Span) => Span) => {
    if (text === '') return
    const source = toSource({ start, end: start + text.length })
    builder.text(text, source.start, source.end)
  }

  return {
    get inCode() {
      return code.length > 0
    },
    reset() {
      code.length = 0
      foreign.length = 0
    },
    take(token, html, toSource, block) {
      if (token.type === 'text') {
        if (code.length > 0) {
          const source = toSource(token)
          builder.slot(source.start, source.end)
          return
        }
        const text = html.slice(token.start, token.end)
        if (block && !builder.isOpen && text.trim() !== '') builder.open('paragraph', lang())
        addText(html, token, toSource)
        return
      }
      if (token.type === 'comment') {
        builder.comment({ span: toSource(token), text: token.value })
        return
      }
      if (token.type === 'close') {
        const at = code.lastIndexOf(token.name)
        if (at >= 0) code.length = at
        const mark = MARKS[token.name]
        if (mark !== undefined) builder.closeMark(mark)
        const last = foreign.lastIndexOf(token.name)
        if (last >= 0) {
          foreign.splice(last, 1)
          builder.closeMark('foreign')
        }
        if (block && BLOCKS[token.name] !== undefined) builder.close()
        return
      }
      const kind = BLOCKS[token.name]
      if (block && kind !== undefined) {
        builder.close()
        builder.open(kind, attribute(token, html, 'lang') ?? lang())
      } else if (token.name === 'br' || token.name === 'wbr') {
        const source = toSource(token)
        if (token.name === 'br') builder.space(source.start, source.end)
      } else if (token.name === 'img' || token.name === 'input') {
        const source = toSource(token)
        builder.slot(source.start, source.end)
      }
      const isEmpty = token.selfClosing || token.name === 'img' || token.name === 'input' || token.name === 'br'
      if (CODE.has(token.name) && !isEmpty) code.push(token.name)
      const mark = MARKS[token.name]
      if (mark !== undefined && !isEmpty) {
        if (block && !builder.isOpen) builder.open('paragraph', lang())
        builder.openMark(mark, mark === 'abbr' ? attribute(token, html, 'title') : undefined)
      }
      const language = attribute(token, html, 'lang')
      if (language !== undefined && !(block && kind !== undefined) && !isEmpty) {
        foreign.push(token.name)
        builder.openMark('foreign', language)
      }
      for (const { name, start, end } of token.attributes) {
        if (!READ_ALOUD.has(name) || end <= start || token.name === 'abbr') continue
        builder.open('attribute', language ?? lang())
        addText(html, { start, end }, toSource)
        builder.close()
      }
    },
  }
}

function attribute(token: Extract<HtmlToken, { type: 'open' | 'close' }>, html: string, name: string) {
  const found = token.attributes.find((candidate) => candidate.name === name)
  return found === undefined ? undefined : html.slice(found.start, found.end)
}
