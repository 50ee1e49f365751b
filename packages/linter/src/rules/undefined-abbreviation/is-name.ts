import { functionWords, type Span } from '@klarsprak/swedish'
import { type AnalysedSegment, isSentenceStart, isWord, tokenText } from '../../analysis/analyse.js'
import { isCited } from '../cited.js'
import { isAmongEnglish } from '../prose.js'

/** What joins letters to something that is no word: keys and values, paths, tags, pairs such as PR/MR. */
const JOINT = /[=#_@\\/+&<>*]/u
/** A word with a capital, or a number, that goes on a name: ”IBD Home”, ”QP Medtech”, ”UM Skåne”. */
const GOES_ON = /^(?:\p{Lu}[\p{L}-]+|\d[\d.]*)$/u
const COMPANY = /^(?:AB|HB|Inc|Ltd|GmbH|AS|Oy|ApS)$/u

/**
 * Whether capitals that the bank does not know are, or are a part of, a proper name or a code rather than an
 * abbreviation: a capitalised word or other capitals stand beside them, they are joined to something by a sign, stand
 * in an English phrase or in a reference, or are how a name of the bank is written in capitals.
 */
export function isPartOfName(segment: AnalysedSegment, token: number, span: Span): boolean {
  const { words, prose } = segment
  if (JOINT.test(prose[span.start - 1] ?? '') || JOINT.test(prose[span.end] ?? '')) return true
  const isJoined = (from: number, to: number) => /^\s$/u.test(prose.slice(words.ends[from], words.starts[to]))
  const next = token + 1
  if (next < words.count && isJoined(token, next) && GOES_ON.test(tokenText(words, next))) return true
  if (COMPANY.test(tokenText(words, next))) return true
  const before = token - 1
  if (before >= 0 && isJoined(before, token) && isWord(words, before)) {
    const text = tokenText(words, before)
    if (/^\p{Lu}{2,}$/u.test(text) || (/^\p{Lu}/u.test(text) && !isSentenceStart(segment, before))) return true
  }
  if (isAmongEnglish(words, token, token) || isCited(segment, span, token)) return true
  return segment.misspellings.some(({ span: other }) => other.start <= span.start && span.end <= other.end)
}

/** Whether a colon and somebody's name follow, as in a list of who was there: ”SKR: Anna Lind”. */
export function isBeforeName({ words }: AnalysedSegment, token: number): boolean {
  const isName = (at: number) => isWord(words, at) && /^\p{Lu}\p{Ll}/u.test(tokenText(words, at))
  return tokenText(words, token + 1) === ':' && isName(token + 2) && isName(token + 3)
}

/** Definite nouns: expertstödet, standarden, sjukdomen, indexet. */
const DEFINITE = /.{3}(?:[^aeiouyåäö]et|[^aeiouyåäö]en|an|[aeo]rna)$/u

/** Whether a noun right before says what the letters are the name of: ”expertstödet EES”, ”sjukdomen KOL”. */
export function isSaidToBe({ words }: AnalysedSegment, token: number): boolean {
  const key = token > 0 && isWord(words, token - 1) ? words.key(token - 1) : ''
  if (tokenText(words, token - 1) !== key) return false
  return (
    DEFINITE.test(key) &&
    !functionWords.has(key) &&
    !/^(?:inom|utan|innan|sedan|även|annan|någon|ingen|mellan|bredvid|redan|medan|nästan|gärna)$/u.test(key)
  )
}
