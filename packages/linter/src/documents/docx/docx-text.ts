import type { Mark, MarkKind, SourceLine } from '../document.js'
import { guessLanguage, isMostlySwedish } from '../locale/guess-language.js'
import { unzip, type ZipFault } from './unzip.js'
import { readParagraphs, type Stretch, type WordParagraph } from './word-paragraphs.js'
import { readStyles } from './word-styles.js'

/** The text of a Word document: a line for each paragraph, and what the document says of the line. */
export interface DocxText {
  readonly text: string
  /** One for each line of `text`. */
  readonly lines: readonly SourceLine[]
}

/** Why there is no text. `not-word`: a zip of something else; `old`: an encrypted file, or one of Word 2003 and before. */
export type DocxFault = ZipFault | 'not-word' | 'old'

/** Bytes of XML. A thousand pages are some ten million. */
export const LARGEST_UNPACKED = 64_000_000

/** The document; SharePoint and other services number it. */
const DOCUMENT = /^word\/document\d*\.xml$/u
const STYLES = /^word\/styles\d*\.xml$/u
const NOTES = /^word\/(?:footnotes|endnotes)\d*\.xml$/u
const isWanted = (name: string) => DOCUMENT.test(name) || STYLES.test(name) || NOTES.test(name)

/** How the files begin that Word made before .docx, and those that it encrypts. */
const OLD_FILE = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Reads a .docx as it looks when every tracked change has been accepted: the paragraphs in order, empty
 * ones and cells of tables too, then footnotes and endnotes. Headers, footers and comments are not read.
 *
 * Own code on fflate and the house’s XML tokens, not mammoth: that has no language of the text, takes
 * styles by a map in its own language, and unpacks with JSZip, which sets no limits.
 */
export function docxText(bytes: Uint8Array): DocxText | DocxFault {
  if (OLD_FILE.every((byte, at) => bytes[at] === byte)) return 'old'
  const files = unzip(bytes, { isWanted, largest: LARGEST_UNPACKED })
  if (typeof files === 'string') return files
  const xmlOf = (pattern: RegExp) => [...files].filter(([name]) => pattern.test(name)).map(([, xml]) => decodeXml(xml))
  const [document] = xmlOf(DOCUMENT)
  if (!files.size || document === undefined)
    return [...files.keys()].some((name) => DOCUMENT.test(name)) ? 'broken' : 'not-word'
  const styles = readStyles(xmlOf(STYLES)[0] ?? '')
  const paragraphs: WordParagraph[] = []
  for (const [at, xml] of [document, ...xmlOf(NOTES)].entries()) {
    const read = readParagraphs(xml ?? '', styles)
    if (read === undefined) return 'too-large'
    if (at === 0 && read.root !== 'document') return read.root === undefined ? 'broken' : 'not-word'
    for (const paragraph of read.paragraphs) paragraphs.push(paragraph)
  }
  const isEnglishMeant = !isMostlySwedish(englishIn(paragraphs))
  return {
    text: paragraphs.map(({ text }) => text).join('\n'),
    lines: paragraphs.map((paragraph) => lineOf(paragraph, isEnglishMeant)),
  }
}

/** XML says by its first bytes whether it is UTF-16; `undefined`: it is neither that nor UTF-8. */
function decodeXml(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 code units that are enough to guess by. */
const SAMPLE = 20_000

/** All that the document says is English. */
function englishIn(paragraphs: readonly WordParagraph[]): string {
  let english = ''
  for (const { text, stretches } of paragraphs) {
    for (const { start, end, lang } of stretches) {
      if (isEnglish(lang)) english += `${text.slice(start, end)} `
    }
    if (english.length > SAMPLE) break
  }
  return english
}

const isEnglish = (lang: string | undefined) => lang !== undefined && /^en(?:-|$)/iu.test(lang)

/**
 * Word says that all is English when that is the language of the one who writes, or of the template. What
 * it says is believed only when the text that it says so of is not Swedish for the most part.
 */
function lineOf(paragraph: WordParagraph, isEnglishMeant: boolean): SourceLine {
  const { kind, text, isQuote } = paragraph
  const guessed = isEnglishMeant ? undefined : guessLanguage(text)
  const stretches = paragraph.stretches.map((stretch) => ({
    ...stretch,
    lang: guessed !== undefined && isEnglish(stretch.lang) ? guessed : plainLang(stretch.lang),
  }))
  const lang = mostOf(stretches)
  const marks: Mark[] = [
    ...(isQuote && text !== '' ? [{ kind: 'quote' as const, start: 0, end: text.length }] : []),
    ...marksOf(stretches, 'link', ({ link }) => link || undefined),
    ...marksOf(stretches, 'strong', ({ isStrong }) => isStrong || undefined),
    ...marksOf(stretches, 'emphasis', ({ isEmphasis }) => isEmphasis || undefined),
    ...marksOf(stretches, 'foreign', (stretch) => (stretch.lang === lang ? undefined : stretch.lang)),
  ]
  return { kind, marks, ...(lang === undefined ? {} : { lang }) }
}

/** All Swedish is one language here, so that a word from Finland is not foreign. */
const plainLang = (lang: string | undefined) => (lang !== undefined && /^sv(?:-|$)/iu.test(lang) ? 'sv' : lang)

/** The language of most of the text. */
function mostOf(stretches: readonly Stretch[]): string | undefined {
  const lengths = new Map<string | undefined, number>()
  for (const { lang, start, end } of stretches) lengths.set(lang, (lengths.get(lang) ?? 0) + end - start)
  return [...lengths].reduce<readonly [string | undefined, number]>((a, b) => (b[1] > a[1] ? b : a), [undefined, 0])[0]
}

/** A mark over each row of stretches of which `valueIn` says the same. */
function marksOf(
  stretches: readonly Stretch[],
  kind: MarkKind,
  valueIn: (stretch: Stretch) => string | number | boolean | undefined,
): readonly Mark[] {
  const marks: { kind: MarkKind; start: number; end: number; value?: string }[] = []
  let before: string | number | boolean | undefined
  for (const stretch of stretches) {
    const value = valueIn(stretch)
    if (value !== undefined && value === before) marks.at(-1)!.end = stretch.end
    else if (value !== undefined) {
      const { start, end } = stretch
      marks.push({ kind, start, end, ...(typeof value === 'string' ? { value } : {}) })
    }
    before = value
  }
  return marks
}
