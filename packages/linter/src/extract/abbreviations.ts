import { type AnalysedSegment, isWord, tokenText } from '../analysis/analyse.js'
import { KNOWN_ABBREVIATIONS, SHOUTED, UNITS } from '../rules/undefined-abbreviation/known-abbreviations.js'

export interface FoundAbbreviation {
  readonly token: number
  /** ”BUP” of ”BUP:s” and of ”BUP-mottagning”. */
  readonly label: string
  readonly expansion?: string
}

/** Two capitals or more, the first and the last among them: BUP, SoL, NPÖ; not BankID. */
const ABBREVIATION = /^((?!.*[a-zåäö]{3}.*[A-ZÅÄÖ])[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}[A-ZÅÄÖ])(?:$|[:’'-][a-zåäö-]*|s$)/u
const LONGEST_EXPANSION = 8
const ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/u

/** The abbreviations of a segment, save those that everybody knows and lines that are all in capitals. */
export function* abbreviationsIn(segment: AnalysedSegment): Generator<FoundAbbreviation> {
  const { words, prose } = segment
  for (let token = 0; token < words.count; token++) {
    if (!isWord(words, token)) continue
    const label = ABBREVIATION.exec(tokenText(words, token))?.[1]
    if (label === undefined || isOrdinary(label) || isShouted(segment, token)) continue
    // A number after it makes it the name of a standard or a form: ISO 9001, FK 7263.
    if (/^\d/u.test(tokenText(words, token + 1))) continue
    const expansion = expansionBefore(segment, token, label) ?? expansionAfter(prose.slice(words.ends[token]), label)
    yield { token, label, ...(expansion === undefined ? {} : { expansion }) }
  }
}

const isOrdinary = (label: string): boolean =>
  KNOWN_ABBREVIATIONS.has(label) || UNITS.has(label) || SHOUTED.has(label) || ROMAN.test(label)

/** Tokens to each side that show whether a text is in capitals. */
const AROUND = 15

function isShouted({ words }: AnalysedSegment, token: number): boolean {
  if ([token - 1, token + 1].some((at) => isWord(words, at) && /^\p{Lu}{4,}$/u.test(tokenText(words, at)))) return true
  for (let at = Math.max(0, token - AROUND); at <= Math.min(words.count - 1, token + AROUND); at++) {
    if (at !== token && isWord(words, at) && /\p{Ll}/u.test(tokenText(words, at))) return false
  }
  // Alone, as a heading or in a cell, an abbreviation is one all the same.
  return words.count > 1
}

/** ”barn- och ungdomspsykiatri (BUP)”: the words before the parenthesis from the one that begins with the first letter. */
function expansionBefore({ words }: AnalysedSegment, token: number, label: string): string | undefined {
  if (tokenText(words, token - 1) !== '(') return undefined
  const end = token - 2
  if (!isWord(words, end)) return undefined
  for (
    let from = end;
    from > Math.max(-1, end - LONGEST_EXPANSION) && (isWord(words, from) || isJoined(words, from));
    from--
  ) {
    if (!isWord(words, from)) continue
    const text = words.text.slice(words.starts[from]!, words.ends[end]!)
    if (begins(text, label) && spells(text, label)) return text
  }
  return undefined
}

/** ”och” within an expansion is a word; a hyphen or dash of its own is not. */
const isJoined = (words: AnalysedSegment['words'], token: number): boolean => /^[-–]$/u.test(tokenText(words, token))

/** ”BUP (barn- och ungdomspsykiatri)”. */
function expansionAfter(rest: string, label: string): string | undefined {
  const inside = /^\s?\(([^()]{3,100})\)/u.exec(rest.slice(0, 110))?.[1]?.trim()
  if (inside === undefined || !/\p{Ll}{3}/u.test(inside)) return undefined
  return begins(inside, label) && spells(inside, label) ? inside : undefined
}

const begins = (text: string, label: string): boolean => text[0]?.toLowerCase() === label[0]?.toLowerCase()

/** Whether the letters of `label` come in order in `text`, and its words are not many more than the letters. */
function spells(text: string, label: string): boolean {
  const lower = text.toLowerCase()
  let at = 0
  for (const letter of label.toLowerCase()) {
    at = lower.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return text.length > label.length + 2 && text.split(/\s+/u).length <= label.length * 2
}
