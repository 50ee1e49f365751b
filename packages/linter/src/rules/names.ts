import { isLetter, isLower, isUpper, widthInWord } from '@klarsprak/swedish'
import type { Match } from '@klarsprak/termbank'
import { type AnalysedSegment, isSentenceStart, isWord, tokenText } from '../analysis/analyse.js'

/**
 * Whether a match looks like part of a proper name: written with a capital inside a sentence
 * although its term is not, and next to another such word, or inside a longer word
 * (Region Skånes Hälsoportal AB, Läkemedelskollen).
 */
export function isNameLike(segment: AnalysedSegment, match: Match): boolean {
  const { words } = segment
  const { first, last } = match
  // ”appen Min hälsoportal”
  if (first > 1 && isCapitalised(segment, first - 1) && HAS_A_NAME.test(words.key(first - 2))) return true
  if (!startsLikeAName(segment, match)) return false
  if (match.part !== 'whole' || isCapitalised(segment, first - 1) || isCapitalised(segment, last + 1)) return true
  return first > 0 && HAS_A_NAME.test(words.key(first - 1))
}

/** What comes right before its own name: ”appen Hälsoportalen”, ”rapporten Digitala kanaler”, ”knappen Erlägg”. */
const HAS_A_NAME =
  /^(?:(?:e-|webb|mobil)?(?:tjänst|app|applikation|rapport|projekt|system|plattform|portal|webbplats|sida|funktion|modul|kurs|strategi|modell|kampanj|utbildning|vägledning|mall|blankett)(?:s?en|n|et)?|tjänsten|e-tjänsten|skriften|broschyren|boken|handboken|romanen|filmen|serien|pjäsen|föreställningen|utställningen|låten|artikeln|dokumentet|bilagan|bilaga|avsnittet|avsnitt|kapitlet|kapitel|knappen|menyn|fliken|rutan|fältet|rubriken|länken|verktyget|programmet|produkten|formuläret|tidningen|podden|sidan)$/u

/** Whether the word has a capital inside a sentence although its term has none. A name, or a slip. */
export function startsLikeAName(segment: AnalysedSegment, match: Match): boolean {
  return isCapitalised(segment, match.first) && !match.senses.every(({ term }) => isUpper(term.label, 0))
}

/** Marks after which a capital says nothing. */
const MARKS = [...':”"»«–—•·|(/']

/** A capital, and a small letter after it with nothing but letters and hyphens between. */
function hasCapitalThenSmall(text: string): boolean {
  if (!isUpper(text, 0)) return false
  for (let at = widthInWord(text, 0); isLetter(text, at) || text[at] === '-'; at += widthInWord(text, at)) {
    if (isLower(text, at)) return true
  }
  return false
}

/**
 * Whether a capital inside a sentence is a slip and no name: that of an illness that somebody has or treats (”Har du
 * Pneumoni?”). Wards have the names of what is studied (”Ring Urologi”), and what one calls a campaign stands after it.
 */
export function isIllnessWithCapital({ words }: AnalysedSegment, { first, last, part, senses }: Match): boolean {
  if (part !== 'whole' || first !== last || first === 0 || !HAS.test(words.key(first - 1))) return false
  return senses.every(({ term }) => term.pos === 'noun' && ILLNESS.test(term.label))
}
const HAS = /^(?:har|hade|ha|haft|får|få|fått|du|av|mot|vid)$/u
const ILLNESS = /...(?:it|os|sis|emi|oni|omni|om|ria|algi|pati)$/u

/**
 * Whether a weak adjective opens a sentence before a definite noun, without the article that only names do without:
 * ”**Palliativa** rådet”, but ”Palliativa insatser”.
 */
export function opensName(segment: AnalysedSegment, { first, last, part, senses }: Match): boolean {
  const { words } = segment
  if (part !== 'whole' || first !== last || !isWord(words, last + 1) || !isSentenceStart(segment, first)) return false
  if (!words.key(first).endsWith('a') || !senses.every(({ term }) => term.pos === 'adjective')) return false
  return /^(?!även$|innan$|utan$|sedan$)(?:.{2,}[^aeiouyåäö]et|.{3,}[ea]n)$/u.test(words.key(last + 1))
}

const SMALL_A = 0x61
const SMALL_Z = 0x7a

/** A word that has a capital and then a small letter, not first in its sentence or after a mark that begins one. */
export function isCapitalised(segment: AnalysedSegment, token: number): boolean {
  const { words } = segment
  if (!isWord(words, token)) return false
  // Nearly every word begins with one of these.
  const first = words.text.charCodeAt(words.starts[token]!)
  if (first >= SMALL_A && first <= SMALL_Z) return false
  if (!hasCapitalThenSmall(tokenText(words, token))) return false
  return !isSentenceStart(segment, token) && !MARKS.includes(tokenText(words, token - 1))
}
