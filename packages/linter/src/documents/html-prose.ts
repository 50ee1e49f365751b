import { SLOT, type Span } from '@klarsprak/swedish'
import { kindOfName } from './copy/kind-of-key.js'
import type { DecodedText } from './decoded-text.js'
import type { MarkKind, SegmentKind } from './document.js'
import type { DocumentBuilder } from './document-builder.js'
import { decodeEntities, type HtmlToken, type Tag } from './html-tokens.js'

/** The attribute that says what an element's text does not. */
const SAID_BY: Partial<Readonly<Record<MarkKind, string>>> = { abbr: 'title', link: 'aria-label' }

/** Elements that are not language. */
const CODE = new Set(['code', 'kbd', 'samp', 'var', 'pre', 'script', 'style', 'svg', 'math', 'time', 'textarea'])

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
  dialog: 'paragraph',
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
  head: 'paragraph',
  header: 'paragraph',
  hr: 'paragraph',
  html: 'paragraph',
  label: 'label',
  legend: 'label',
  li: 'list-item',
  main: 'paragraph',
  nav: 'paragraph',
  ol: 'paragraph',
  optgroup: 'label',
  option: 'label',
  p: 'paragraph',
  pre: 'paragraph',
  search: 'paragraph',
  section: 'paragraph',
  select: 'paragraph',
  summary: 'button',
  table: 'paragraph',
  tbody: 'paragraph',
  td: 'table-cell',
  template: 'paragraph',
  tfoot: 'paragraph',
  th: 'table-cell',
  thead: 'paragraph',
  title: 'heading',
  tr: 'paragraph',
  ul: 'paragraph',
}

/** Elements of HTML that are parts of running text, or nothing that is seen. */
const INLINE = new Set(
  (
    'a abbr acronym area audio b base bdi bdo big br canvas center cite code col colgroup data datalist del dfn em embed ' +
    'font i iframe img input ins kbd link map mark math menu meta meter nobr noembed noframes noscript object output param picture ' +
    'progress q rb rp rt rtc ruby s samp script slot small source span strike strong style sub sup svg textarea time ' +
    'track tt u var video wbr xmp'
  ).split(' '),
)
/** Components that people put in running text, by the words in their names. */
const INLINE_COMPONENT =
  /(?:^|[-.])(?:link|anchor|trans|translate|text|span|strong|bold|em|italic|icon|tooltip|abbr|code|i18n|t|format\w*)(?:$|[-.])/u

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/**
 * Elements that end when one of a kind begins, and what stops the search for them.
 * Source: HTML Living Standard, 13.1.2.4 Optional tags.
 */
const LISTS = ['ul', 'ol', 'menu', 'dl']
const CELLS = ['table', 'template']
const ENDED_BY: Readonly<Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>> = {
  dd: { ends: ['dd', 'dt'], within: LISTS },
  dt: { ends: ['dd', 'dt'], within: LISTS },
  li: { ends: ['li'], within: LISTS },
  optgroup: { ends: ['optgroup'], within: ['select'] },
  option: { ends: ['option'], within: ['select', 'optgroup', 'datalist'] },
  tbody: { ends: ['tbody', 'thead', 'tfoot'], within: CELLS },
  td: { ends: ['td', 'th'], within: ['tr', ...CELLS] },
  tfoot: { ends: ['tbody', 'thead'], within: CELLS },
  th: { ends: ['td', 'th'], within: ['tr', ...CELLS] },
  tr: { ends: ['tr'], within: CELLS },
}
/** Blocks that may stand inside a paragraph, so that they do not end it. */
const IN_PARAGRAPH = new Set('button label option optgroup select template title head html body td th tr'.split(' '))
const PARAGRAPH = { ends: ['p'], within: ['button', 'td', 'th', 'template', 'label'] }

/** Attributes that a reader sees or hears. */
const READ_ALOUD = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
])
/** The same in components, by their usual names. */
const READ_IN_COMPONENTS = new Set(
  'caption description error-message errormessage heading helper-text helpertext help-text helptext hint subtitle'.split(
    ' ',
  ),
)
/** `<meta>` whose content search engines and other services show. */
const SHOWN_META = new Set([
  'description',
  'og:description',
  'og:image:alt',
  'og:title',
  'twitter:description',
  'twitter:image:alt',
  'twitter:title',
])

/** The attribute that says who an element is written to. */
const AUDIENCE = 'data-klarsprak-audience'

/** Whether an attribute or a property of a component is seen or heard. */
export const isReadAloud = (name: string): boolean => READ_ALOUD.has(name) || READ_IN_COMPONENTS.has(name)

export interface HtmlProse {
  /** Takes one token of `html.text`. `block`: block elements cut the text into segments. */
  take(token: HtmlToken, html: DecodedText, block: boolean): void
  /** Whether what stands here is code; it is masked by the caller. */
  inCode(): boolean
  /** What bare text that stands here is. */
  kind(): SegmentKind
  /** Forgets the elements that are open. */
  reset(): void
}

interface OpenElement {
  readonly name: string
  /** The language its `lang` gives, or that of the element around it. */
  readonly lang: string | undefined
  /** Who it says that it is written to, or the element around it. */
  readonly audience: string | undefined
  readonly isCode: boolean
  /** What bare text inside it is, if anything. */
  readonly kind: SegmentKind | undefined
  readonly mark: MarkKind | undefined
  /** The language that this element brought into a segment of another. */
  readonly foreign: boolean
}

export interface HtmlProseOptions {
  /** The language where no element says. */
  readonly lang: () => string
  /** What text outside all blocks is. Default: a paragraph. */
  readonly kind?: SegmentKind
}

/** Adds HTML to a document: tags away, entities decoded, code masked, read-aloud attributes as segments. */
export function createHtmlProse(builder: DocumentBuilder, { lang, kind: bareKind }: HtmlProseOptions): HtmlProse {
  const elements: OpenElement[] = []
  const openNames = new Map<string, number>()
  const openMarks = new Map<MarkKind, number>()
  let codeDepth = 0
  /** Where no element says. */
  const audienceAround = builder.audience

  const here = () => elements.at(-1)
  const langHere = () => here()?.lang ?? lang()
  const change = <Key>(counts: Map<Key, number>, key: Key, by: number) => {
    counts.set(key, (counts.get(key) ?? 0) + by)
  }

  const openSegment = (kind: SegmentKind, language: string) => {
    builder.open(kind, language)
    for (const [mark, count] of openMarks) if (count > 0) builder.openMark(mark)
  }

  /** A paragraph in a point of a list is the point of the list. */
  const kindOf = (kind: SegmentKind) => {
    const around = kind === 'paragraph' ? here()?.kind : undefined
    return around === 'list-item' || around === 'table-cell' || around === 'button' ? around : kind
  }

  const push = (element: OpenElement) => {
    elements.push(element)
    change(openNames, element.name, 1)
    if (element.mark !== undefined) change(openMarks, element.mark, 1)
    if (element.isCode) codeDepth++
  }

  const pop = (): OpenElement | undefined => {
    const element = elements.pop()
    if (element === undefined) return undefined
    change(openNames, element.name, -1)
    if (element.mark !== undefined) {
      change(openMarks, element.mark, -1)
      builder.closeMark(element.mark)
    }
    if (element.foreign) builder.closeMark('foreign')
    if (element.isCode) codeDepth--
    builder.audience = here()?.audience ?? audienceAround
    return element
  }

  const closeElement = (name: string) => {
    if ((openNames.get(name) ?? 0) === 0) return
    while (elements.length > 0) if (pop()?.name === name) return
  }

  const closeImplied = (ends: readonly string[], within: readonly string[]) => {
    if (ends.every((name) => (openNames.get(name) ?? 0) === 0)) return
    for (let at = elements.length - 1; at >= 0; at--) {
      const { name } = elements[at]!
      if (within.includes(name)) return
      if (!ends.includes(name)) continue
      while (elements.length > at) pop()
      return
    }
  }

  const openAttribute = (tag: Tag, html: DecodedText, name: string, language: string, kind: SegmentKind) => {
    const found = tag.attributes.find((attribute) => attribute.name === name)
    if (found === undefined || html.text.slice(found.start, found.end).trim() === '') return
    builder.open(kind, language)
    addHtmlText(builder, html, found)
    builder.close()
  }

  const openTag = (tag: Tag, html: DecodedText, block: boolean) => {
    const { name } = tag
    const isComponent = BLOCKS[name] === undefined && !INLINE.has(name)
    const isEmpty = tag.selfClosing || VOID.has(name)
    const segmentKind = block
      ? (BLOCKS[name] ?? (isComponent && !isEmpty ? kindOfComponent(name) : undefined))
      : undefined
    if (block) {
      const implied = ENDED_BY[name]
      if (implied !== undefined) closeImplied(implied.ends, implied.within)
      else if (segmentKind !== undefined && !IN_PARAGRAPH.has(name)) closeImplied(PARAGRAPH.ends, PARAGRAPH.within)
    }
    const ownLang = attribute(tag, html, 'lang') ?? attribute(tag, html, 'xml:lang')
    const language = ownLang || langHere()
    const audience = attribute(tag, html, AUDIENCE) || (here()?.audience ?? audienceAround)
    builder.audience = audience
    const isCode = CODE.has(name) || attribute(tag, html, 'translate')?.toLowerCase() === 'no'
    const mark = MARKS[name] ?? (isComponent && /link|anchor/u.test(name) ? 'link' : undefined)

    if (segmentKind !== undefined) {
      builder.close()
      if (!isEmpty && !isCode && codeDepth === 0) openSegment(kindOf(segmentKind), language)
    } else if (name === 'br') {
      const source = html.map.toSource(tag)
      builder.space(source.start, source.end)
    } else if (name === 'img' || name === 'input' || (isComponent && isEmpty)) {
      const source = html.map.toSource(tag)
      builder.slot(source.start, source.end)
    } else if (block && !builder.isOpen() && !isEmpty && !isCode && codeDepth === 0 && mark !== undefined) {
      openSegment(mark === 'link' ? 'link' : (here()?.kind ?? bareKind ?? 'paragraph'), language)
    }
    const isForeign = ownLang !== undefined && segmentKind === undefined && !isEmpty && builder.isOpen()
    if (mark !== undefined && !isEmpty) builder.openMark(mark, SAID_BY[mark] && attribute(tag, html, SAID_BY[mark]))
    if (isForeign) builder.openMark('foreign', ownLang)
    if (!isEmpty) {
      const kind = segmentKind === undefined ? here()?.kind : kindOf(segmentKind)
      push({ name, lang: ownLang || here()?.lang, audience, isCode, kind, mark, foreign: isForeign })
    }
    if (tag.attributes.length > 0) readAttributes(tag, html, language)
    builder.audience = here()?.audience ?? audienceAround
  }

  const readAttributes = (tag: Tag, html: DecodedText, language: string) => {
    const { name } = tag
    if (codeDepth > 0 && !CODE.has(name)) return
    for (const { name: attributeName } of tag.attributes) {
      // A word's expansion is known by its mark; the title of a link to a style sheet is not shown.
      const isRead =
        READ_ALOUD.has(attributeName) ||
        (READ_IN_COMPONENTS.has(attributeName) && !INLINE.has(name) && BLOCKS[name] === undefined)
      if (!isRead || (attributeName === 'title' && (name === 'abbr' || name === 'link'))) continue
      openAttribute(tag, html, attributeName, language, 'attribute')
    }
    if (name === 'input' && /^(?:submit|button|reset)$/iu.test(attribute(tag, html, 'type') ?? '')) {
      openAttribute(tag, html, 'value', language, 'button')
    }
    if (name === 'meta') {
      const about = attribute(tag, html, 'name') ?? attribute(tag, html, 'property')
      if (about !== undefined && SHOWN_META.has(about.toLowerCase())) {
        openAttribute(tag, html, 'content', language, 'attribute')
      }
    }
  }

  return {
    inCode: () => codeDepth > 0,
    kind: () => here()?.kind ?? bareKind ?? 'paragraph',
    reset() {
      elements.length = 0
      openNames.clear()
      openMarks.clear()
      codeDepth = 0
      builder.audience = audienceAround
    },
    take(token, html, block) {
      if (token.type === 'text') {
        if (codeDepth > 0) {
          const source = html.map.toSource(token)
          builder.slot(source.start, source.end)
          return
        }
        if (block && !builder.isOpen()) {
          if (!/[^ \t\r\n\f]/u.test(html.text.slice(token.start, token.end))) return
          openSegment(here()?.kind ?? bareKind ?? 'paragraph', langHere())
        }
        addHtmlText(builder, html, token, token.literal)
      } else if (token.type === 'comment') {
        builder.comment({ span: html.map.toSource(token), text: token.value })
      } else if (token.type === 'close') {
        closeElement(token.name)
        if (block && (BLOCKS[token.name] ?? (INLINE.has(token.name) ? undefined : kindOfComponent(token.name))))
          builder.close()
      } else openTag(token, html, block)
    },
  }
}

/** Adds text of HTML: entities decoded, each run of white space one space. `literal`: nothing is an entity. */
export function addHtmlText(builder: DocumentBuilder, html: DecodedText, span: Span, literal = false): void {
  const text = html.text.slice(span.start, span.end)
  const pieces = literal || !text.includes('&') ? [{ value: text, start: 0, end: text.length }] : decodeEntities(text)
  for (const { value, start, end } of pieces) {
    const place = { start: span.start + start, end: span.start + end }
    if (text.charCodeAt(start) !== 38 || value === text.slice(start, end)) addText(builder, html, place)
    else {
      const source = html.map.toSource(place)
      if (/^[ \t\r\n\f]$/u.test(value)) builder.space(source.start, source.end)
      else builder.text(value, source.start, source.end)
    }
  }
}

/** Adds text as it is, but each run of white space is one space, and slots are slots. */
export function addText(builder: DocumentBuilder, { text, map }: DecodedText, span: Span): void {
  const slice = text.slice(span.start, span.end)
  let from = 0
  const addWords = (to: number) => {
    if (to <= from) return
    for (const { start, end, source } of map.pieces({ start: span.start + from, end: span.start + to })) {
      builder.text(text.slice(start, end), source.start, source.end)
    }
  }
  for (const found of slice.matchAll(/[ \t\r\n\f]+|\uFFFC/gu)) {
    addWords(found.index)
    const start = span.start + found.index
    const source = map.toSource({ start, end: start + found[0].length })
    if (found[0] === SLOT) builder.slot(source.start, source.end)
    else builder.space(source.start, source.end)
    from = found.index + found[0].length
  }
  addWords(slice.length)
}

/**
 * What a component or a custom element is, by its name; `undefined`: a part of running text. A
 * component that cannot be told is a block: a sentence cut in two does less harm than two texts made one.
 */
function kindOfComponent(name: string): SegmentKind | undefined {
  return INLINE_COMPONENT.test(name) ? undefined : (kindOfName(name) ?? 'paragraph')
}

function attribute(tag: Tag, { text }: DecodedText, name: string): string | undefined {
  const found = tag.attributes.find((candidate) => candidate.name === name)
  return found === undefined ? undefined : text.slice(found.start, found.end)
}
