import { isOn, walkWordXml } from './word-xml.js'

/** What a style says of a paragraph or of the text in it. */
export interface WordStyle {
  readonly isHeading: boolean
  readonly isList: boolean
  readonly isQuote: boolean
  /** A table of contents or of figures: made of the headings, and made anew from them. */
  readonly isContents: boolean
  readonly isHidden: boolean
  /** As the file writes it: `en-US`. */
  readonly lang: string | undefined
}

export interface WordStyles {
  /** The language of all text that nothing else says the language of. */
  readonly lang: string | undefined
  /** The style with an id; without one, that of a paragraph that names none. */
  of(id: string | undefined): WordStyle
}

interface WrittenStyle {
  readonly id: string
  name: string
  basedOn?: string
  outline?: number
  isList?: boolean
  isHidden?: boolean
  lang?: string
}

// The names that Word writes are English whatever its language; ids are in the language of the
// Word that made the file, without å, ä and ö. Compared without spaces, in small letters.
const HEADING = /^(?:tocheading|(?:heading|rubrik)\d|title|subtitle|rubrik|underrubrik)$/u
const LIST = /^(?:list(?:bullet|number)\d?|(?:punkt|numrerad)lista\d?)$/u
const QUOTE = /^(?:intense)?quote$|^(?:starkt)?citat$/u
const CONTENTS = /^(?:toc\d|inneh(?:å)?ll\d|tableoffigures|figurf(?:ö)?rteckning)$/u
/** Styles on which a style is based, farthest. */
const LONGEST_CHAIN = 20
/** Outline level of running text; 0 to 8 are headings. */
const BODY_LEVEL = 9

/** Reads `word/styles.xml`; '' when there is none. What is broken in it says nothing. */
export function readStyles(xml: string): WordStyles {
  const styles = new Map<string, WrittenStyle>()
  let current: WrittenStyle | undefined
  let defaultParagraph: string | undefined
  let defaultLang: string | undefined
  walkWordXml(xml, {
    open(name, attribute, names) {
      if (name === 'style') {
        current = { id: attribute('styleId') ?? '', name: '' }
        if (attribute('type') === 'paragraph' && isOn(attribute('default') ?? '0')) defaultParagraph = current.id
        if (!styles.has(current.id)) styles.set(current.id, current)
      } else if (name === 'lang') {
        const lang = languageOf(attribute('val'))
        if (lang === undefined) return
        if (current !== undefined) current.lang = lang
        else if (names.includes('rPrDefault')) defaultLang = lang
      } else if (current !== undefined) {
        const value = attribute('val')
        if (name === 'name') current.name = value ?? ''
        else if (name === 'basedOn') current.basedOn = value ?? ''
        else if (name === 'outlineLvl') current.outline = Number(value)
        else if (name === 'numPr') current.isList ??= true
        else if (name === 'numId') current.isList = value !== '0'
        else if (name === 'vanish') current.isHidden = isOn(value)
      }
    },
    close(name) {
      if (name === 'style') current = undefined
    },
    text() {},
  })
  const known = new Map<string, WordStyle>()
  return {
    lang: defaultLang,
    of(asked) {
      const id = asked ?? defaultParagraph ?? ''
      const style = known.get(id) ?? resolve(id, styles)
      known.set(id, style)
      return style
    },
  }
}

/** A language as the file writes it, if it says one. */
export const languageOf = (value: string | undefined): string | undefined =>
  value === undefined || !/^[a-z]{2,3}(?:-|$)/iu.test(value) ? undefined : value

function resolve(id: string, styles: ReadonlyMap<string, WrittenStyle>): WordStyle {
  const chain: WrittenStyle[] = []
  let at = styles.get(id)
  while (at !== undefined && chain.length < LONGEST_CHAIN) {
    chain.push(at)
    at = styles.get(at.basedOn ?? '')
  }
  const names = (chain.length === 0 ? [{ id, name: '' }] : chain).map((style) => [plain(style.id), plain(style.name)])
  const isNamed = (pattern: RegExp) => names.some((both) => both.some((name) => pattern.test(name)))
  const outline = chain.find((style) => style.outline !== undefined)?.outline
  return {
    isHeading:
      outline === undefined ? isNamed(HEADING) : outline < BODY_LEVEL || names[0]!.some((name) => HEADING.test(name)),
    isList: chain.find((style) => style.isList !== undefined)?.isList ?? isNamed(LIST),
    isQuote: isNamed(QUOTE),
    isContents: isNamed(CONTENTS),
    isHidden: chain.find((style) => style.isHidden !== undefined)?.isHidden ?? false,
    lang: chain.find((style) => style.lang !== undefined)?.lang,
  }
}

const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/gu, '')
