import { SLOT } from '@klarsprak/swedish'
import type { SegmentKind } from '../document.js'
import { languageOf, type WordStyles } from './word-styles.js'
import { isOn, walkWordXml } from './word-xml.js'

/** Text with the same properties. Offsets are in the paragraph. */
export interface Stretch {
  readonly start: number
  end: number
  /** As the file writes it. */
  readonly lang: string | undefined
  readonly isStrong: boolean
  readonly isEmphasis: boolean
  /** 0: no link. Two links side by side have different numbers. */
  readonly link: number
}

export interface WordParagraph {
  kind: SegmentKind
  isQuote: boolean
  /** Without line ends. */
  text: string
  readonly stretches: Stretch[]
}

/** A document cannot have more of them: each is a line with what is known of it. */
const MOST_PARAGRAPHS = 500_000

/** What is taken away, or was so before a change: as the text reads when every change is accepted. */
const LEFT_OUT = new Set(
  (
    'del moveFrom delText delInstrText instrText sectPr pPrChange rPrChange sectPrChange tblPrChange tblGridChange tcPrChange ' +
    // The same picture or text box once more, for older programs; and what stands above a word to say how it is read.
    'trPrChange tblPrExChange mc:Fallback rt'
  ).split(' '),
)
/** What is not language. */
const SLOTS = new Set(['m:oMath', 'wp:inline', 'object', 'sym'])
const AS_TEXT: Readonly<Record<string, string>> = {
  br: ' ',
  cr: ' ',
  noBreakHyphen: '\u2011',
  ptab: '\t',
  softHyphen: '\u00ad',
  tab: '\t',
}
/** Notes that Word draws lines with. */
const NOT_NOTES = /^(?:separator|continuationSeparator|continuationNotice)$/u

interface OpenParagraph extends WordParagraph {
  style: string | undefined
  /** The cell or text box it stands in. */
  readonly within: number
  outline: number | undefined
  isList: boolean | undefined
  /** Its end has been deleted: it and the next are one. */
  goesOn: boolean
  readonly boxes: OpenParagraph[]
}

interface Run {
  style: string | undefined
  lang: string | undefined
  isStrong: boolean
  isEmphasis: boolean
  isHidden: boolean | undefined
}

/** A field: `{ HYPERLINK "…" }` and what it shows. */
interface Field {
  code: string
  /** It, or one around it, is at its code still, or shows a table of contents. */
  hides: boolean
  readonly isHidden: boolean
  link: number
}

export type ReadParagraphs = { readonly root: string | undefined; readonly paragraphs: readonly WordParagraph[] }

/**
 * The paragraphs of a part (`word/document.xml`, `word/footnotes.xml`), in order; those of a text box
 * come after the one it is fastened to. A table of contents leaves empty ones. `undefined`: too many.
 */
export function readParagraphs(xml: string, styles: WordStyles): ReadParagraphs | undefined {
  const done: OpenParagraph[] = []
  const open: OpenParagraph[] = []
  const fields: Field[] = []
  const containers: number[] = [0]
  const cells: boolean[] = [false]
  let paragraphs = 0
  let containersMade = 0
  let linksMade = 0
  const links: number[] = []
  let run: Run | undefined
  let written: string | undefined
  let keepsSpace = false
  // How many elements were open when one began that is left out.
  let leftOutAt: number | undefined

  const add = (text: string) => {
    const paragraph = open.at(-1)
    if (paragraph === undefined || text === '' || fields.at(-1)?.hides) return
    const own = run?.style === undefined ? undefined : styles.of(run.style)
    if (run?.isHidden ?? (own?.isHidden || styles.of(paragraph.style).isHidden)) return
    const stretch: Stretch = {
      start: paragraph.text.length,
      end: paragraph.text.length + text.length,
      lang: run?.lang ?? own?.lang ?? styles.of(paragraph.style).lang ?? styles.lang,
      isStrong: run?.isStrong ?? false,
      isEmphasis: run?.isEmphasis ?? false,
      link: links.at(-1) ?? fields.at(-1)?.link ?? 0,
    }
    paragraph.text += text
    const last = paragraph.stretches.at(-1)
    if (last !== undefined && isSame(last, stretch)) last.end = stretch.end
    else paragraph.stretches.push(stretch)
  }

  const finish = (paragraph: OpenParagraph) => {
    const style = styles.of(paragraph.style)
    const isHeading = paragraph.outline === undefined ? style.isHeading : paragraph.outline < 9
    const isList = paragraph.isList ?? style.isList
    if (isHeading) paragraph.kind = 'heading'
    else if (isList) paragraph.kind = 'list-item'
    paragraph.isQuote = style.isQuote
    if (style.isContents) {
      paragraph.text = ''
      paragraph.stretches.length = 0
    }
    const around = open.at(-1)
    const list = around === undefined ? done : around.boxes
    const before = list.at(-1)
    if (before?.goesOn && before.within === paragraph.within) join(before, paragraph)
    else list.push(paragraph)
    for (const box of paragraph.boxes.splice(0)) list.push(box)
  }

  const properties = (name: string, attribute: (name: string) => string | undefined, names: readonly string[]) => {
    const value = attribute('val')
    const parent = names.at(-2)
    const paragraph = open.at(-1)
    if (parent === 'rPr' && names.at(-3) === 'r' && run !== undefined) {
      if (name === 'rStyle') run.style = value
      else if (name === 'lang') run.lang = languageOf(value)
      else if (name === 'b') run.isStrong = isOn(value)
      else if (name === 'i') run.isEmphasis = isOn(value)
      else if (name === 'vanish') run.isHidden = isOn(value)
    } else if (paragraph !== undefined && parent === 'pPr') {
      if (name === 'pStyle') paragraph.style = value
      else if (name === 'outlineLvl') paragraph.outline = Number(value)
      else if (name === 'numPr') paragraph.isList ??= true
    } else if (paragraph !== undefined && parent === 'numPr' && name === 'numId') paragraph.isList = value !== '0'
  }

  const begin = (code: string) => {
    const around = fields.at(-1)
    fields.push({ code, hides: true, isHidden: around?.hides ?? false, link: around?.link ?? 0 })
  }
  const show = () => {
    const field = fields.at(-1)
    if (field === undefined) return
    field.hides = field.isHidden || /^\s*TOC\b/iu.test(field.code)
    if (/^\s*HYPERLINK\b/iu.test(field.code)) field.link = ++linksMade
  }

  const root = walkWordXml(xml, {
    open(name, attribute, names) {
      if (leftOutAt !== undefined) return
      const paragraph = open.at(-1)
      if ((name === 'del' || name === 'moveFrom') && names.at(-2) === 'rPr') {
        if (names.at(-3) === 'pPr' && paragraph !== undefined) paragraph.goesOn = true
      } else if (LEFT_OUT.has(name)) leftOutAt = names.length
      else if (SLOTS.has(name)) {
        add(SLOT)
        if (name === 'm:oMath') leftOutAt = names.length
      } else if (name === 'p') {
        if (++paragraphs > MOST_PARAGRAPHS) leftOutAt = 0
        else open.push(newParagraph(cells.at(-1)!, containers.at(-1)!))
      } else if (name === 'r') run = newRun()
      else if (name === 't') {
        written = ''
        keepsSpace = attribute('space') === 'preserve'
      } else if (name === 'tc' || name === 'txbxContent' || name === 'footnote' || name === 'endnote') {
        containers.push(++containersMade)
        cells.push(name === 'tc')
        if (NOT_NOTES.test(attribute('type') ?? '')) leftOutAt = names.length
      } else if (name === 'hyperlink') links.push(++linksMade)
      else if (name === 'fldChar') {
        const type = attribute('fldCharType')
        if (type === 'begin') begin('')
        else if (type === 'separate') show()
        else if (type === 'end') fields.pop()
      } else if (name === 'fldSimple') {
        begin(attribute('instr') ?? '')
        show()
      } else if (AS_TEXT[name] !== undefined && names.at(-2) === 'r') add(AS_TEXT[name])
      else properties(name, attribute, names)
    },
    close(name, names) {
      if (leftOutAt !== undefined) {
        if (names.length !== leftOutAt) return
        leftOutAt = undefined
      }
      if (name === 't') {
        const text = (written ?? '').replace(/[\t-\r\u0085\u2028\u2029]/gu, ' ')
        add(keepsSpace ? text : withoutOuterSpaces(text))
        written = undefined
      } else if (name === 'r') run = undefined
      else if (name === 'p') {
        const paragraph = open.pop()
        if (paragraph !== undefined) finish(paragraph)
      } else if (name === 'tc' || name === 'txbxContent' || name === 'footnote' || name === 'endnote') {
        containers.pop()
        cells.pop()
      } else if (name === 'hyperlink') links.pop()
      else if (name === 'fldSimple') fields.pop()
    },
    text(text, names) {
      if (leftOutAt === undefined) {
        if (names.at(-1) === 't' && written !== undefined) written += text
        return
      }
      const last = fields.at(-1)
      if (last !== undefined && names.at(-1) === 'instrText' && leftOutAt === names.length) last.code += text
    },
  })
  return paragraphs > MOST_PARAGRAPHS ? undefined : { root, paragraphs: done }
}

const newParagraph = (isCell: boolean, within: number): OpenParagraph => ({
  kind: isCell ? 'table-cell' : 'paragraph',
  isQuote: false,
  text: '',
  stretches: [],
  style: undefined,
  within,
  outline: undefined,
  isList: undefined,
  goesOn: false,
  boxes: [],
})

const newRun = (): Run => ({
  style: undefined,
  lang: undefined,
  isStrong: false,
  isEmphasis: false,
  isHidden: undefined,
})

const isSame = (a: Stretch, b: Stretch) =>
  a.lang === b.lang && a.isStrong === b.isStrong && a.isEmphasis === b.isEmphasis && a.link === b.link

/** Adds to `before` the paragraph after it. The mark that is left is the latter’s, and says what both are. */
function join(before: OpenParagraph, after: OpenParagraph): void {
  const by = before.text.length
  for (const stretch of after.stretches) {
    before.stretches.push({ ...stretch, start: stretch.start + by, end: stretch.end + by })
  }
  before.text += after.text
  before.kind = after.kind
  before.isQuote = after.isQuote
  before.goesOn = after.goesOn
}

/** The only white space that the format takes away: no-break spaces stay. */
function withoutOuterSpaces(text: string): string {
  let start = 0
  let end = text.length
  while (text[start] === ' ') start++
  while (end > start && text[end - 1] === ' ') end--
  return text.slice(start, end)
}
