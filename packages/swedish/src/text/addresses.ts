import { ALPHANUMERIC, CharClass, classAt, isHyphen, unitAt, WORD_CHAR, widthAt } from './chars.js'

const DOT = 0x2e
const AT = 0x40
const SLASH = 0x2f

// Top domains and file endings met in Swedish copy. Left out are those that are Swedish words: be, in, is, me, so, to.
const LAST_LABELS: ReadonlySet<string> = new Set(
  `se nu com org net eu info io no dk fi de uk us ax fr nl app dev gov edu int biz health swiss online page cloud
   pdf doc docx xls xlsx ppt pptx odt txt md csv xml json yaml yml html htm css js ts png jpg jpeg gif svg mp4 mp3 zip exe`.split(
    /\s+/,
  ),
)

const LONGEST_LABEL = 8

/** What came of looking for an address. */
export interface AddressScan {
  /** End of the address, or -1 if there is none at the start given. */
  readonly end: number
  /** No address starts before this offset, so nobody needs to look again: this keeps `a.a.a.a` linear. */
  readonly noneBefore: number
}

/**
 * A domain name, file name or e-mail address that starts at `start`, which must be a letter or digit.
 *
 * A domain name is letters, digits and hyphens joined by single full stops, with a last part that is a known top domain
 * or file ending in one case (”vård.Nu” is a missing space). After a domain name comes its path, if any.
 */
export function scanAddress(text: string, start: number): AddressScan {
  const i = skipAtom(text, start)
  if (unitAt(text, i) === AT && classAt(text, i + 1) & ALPHANUMERIC) {
    const end = skipAtom(text, i + 1)
    if (text.slice(i + 1, end).includes('.')) return { end, noneBefore: end }
  }
  return endsAsDomain(text, start, i) ? { end: skipPath(text, i), noneBefore: i } : { end: -1, noneBefore: i }
}

/** Letters, digits and marks joined by single `. - _ +`. */
function skipAtom(text: string, i: number): number {
  for (;;) {
    const code = unitAt(text, i)
    if (classAt(text, i) & WORD_CHAR) i += widthAt(text, i)
    else if ((code === DOT || code === 0x5f || code === 0x2b || isHyphen(code)) && classAt(text, i + 1) & ALPHANUMERIC)
      i++
    else return i
  }
}

function endsAsDomain(text: string, start: number, end: number): boolean {
  let dot = end - 1
  while (dot > start && end - dot <= LONGEST_LABEL && unitAt(text, dot) !== DOT) dot--
  if (dot <= start || unitAt(text, dot) !== DOT) return false
  return isLastLabel(text.slice(dot + 1, end))
}

/** A top domain or file ending, in lower case or capitals throughout. */
export function isLastLabel(label: string): boolean {
  return LAST_LABELS.has(label) || (label === label.toUpperCase() && LAST_LABELS.has(label.toLowerCase()))
}

/** `/path`, `:8080`, `?query` or `#part` after a domain name. */
function skipPath(text: string, i: number): number {
  const code = unitAt(text, i)
  const next = classAt(text, i + 1)
  if (code === SLASH) return skipUrl(text, i)
  if (code === 0x3a && next & CharClass.Digit) return skipUrl(text, i)
  if ((code === 0x3f || code === 0x23) && next & ALPHANUMERIC) return skipUrl(text, i)
  return i
}

/**
 * The end of a web address whose host, or path, starts at `start`: everything up to white space, a quotation mark, an angle bracket or an unmatched closing bracket, less the punctuation
 * of the sentence around it.
 */
export function skipUrl(text: string, start: number): number {
  let depth = 0
  let i = start
  for (; i < text.length; i++) {
    const char = text[i]!
    if (STOPS.includes(char) || classAt(text, i) & (CharClass.Space | CharClass.Invisible)) break
    if (char === '(' || char === '[') depth++
    else if ((char === ')' || char === ']') && --depth < 0) break
    if (widthAt(text, i) === 2) i++
  }
  while (i > start && TRAILING.includes(text[i - 1]!)) i--
  return i
}

const STOPS = '"`”“„«»<>{}|\uFFFC'
const TRAILING = ".,;:!?…*_'’"
