import type { Sense } from '@klarsprak/termbank'
import { type AnalysedSegment, isWord, matchesBetween, sentencesAround, tokenText } from '../../analysis/analyse.js'

/** As many words before an abbreviation as its expansion may take up. */
const LONGEST_EXPANSION = 10
/** The same after it: ”DIGG, Myndigheten för digital förvaltning”. */
const LONGEST_APPOSITION = 5
/** UTF-16 code units after an abbreviation in which its parenthesis may lie. */
const LONGEST_PARENTHESIS = 300

const SAYS_WHAT_IT_IS =
  /^(?:står för|betyder|är en förkortning|är förkortningen|utläses|, det vill säga|, dvs\.|, d\.v\.s\.|är en |är ett )/iu
const SHORTENED = /(?:förkortas|förkortat|förkortad|förkortningen|även kallat|även kallad|kallas)(?: för)?$/iu

/**
 * Whether the text says what an abbreviation stands for where it is first used, in either order:
 * ”urinvägsinfektion (UVI)”, ”UVI (urinvägsinfektion)”, ”UVI, det vill säga …”, ”förkortas UVI”.
 */
export function isExpanded(
  segment: AnalysedSegment,
  token: number,
  abbreviation: string,
  senses: readonly Sense[],
): boolean {
  const { words, prose } = segment
  const before = tokenText(words, token - 1)
  const after = tokenText(words, token + 1)
  const rest = prose.slice(words.ends[token], words.ends[token]! + LONGEST_PARENTHESIS).trimStart()
  if (SAYS_WHAT_IT_IS.test(rest.slice(0, 40))) return true
  if (SHORTENED.test(prose.slice(Math.max(0, words.starts[token]! - 60), words.starts[token]!).trimEnd())) return true
  if (isWordedForCitizens(segment, token, abbreviation, senses)) return true
  if (after === '(') {
    const close = rest.indexOf(')')
    const inside = rest.slice(1, close < 0 ? undefined : close)
    const isWords = /\s\S/u.test(inside.trim()) || /^\p{Ll}{6,}$/u.test(inside)
    if (/\p{Ll}{3}/u.test(inside) && (isWords || spells(inside.split(/\s+/u), abbreviation))) return true
  }
  if (senses.length === 0 && standsInParenthesis(segment, token)) return true
  if (senses.length === 0 && /^(?:[-–—=:,]|är)$/u.test(after) && spells(wordsAfter(segment, token + 2), abbreviation))
    return true
  if (/^[(,–—=/]$/u.test(before))
    return spells(wordsBefore(segment, token - 1), abbreviation) || isSaid(segment, token, senses)
  return isSaid(segment, token, senses)
}

/** Whether it ends what the bank says to write to citizens, as the rule's own message does: ”andningsmask (CPAP)”. */
function isWordedForCitizens(
  { words, prose }: AnalysedSegment,
  token: number,
  abbreviation: string,
  senses: readonly Sense[],
): boolean {
  const end = words.starts[token]! + abbreviation.length
  return senses.some(({ concept }) => {
    const wording = concept.citizenWording?.sv
    if (wording?.endsWith(` (${abbreviation})`) !== true) return false
    const length = wording.length - ')'.length
    return end >= length && prose.slice(end - length, end).toLowerCase() === wording.slice(0, length).toLowerCase()
  })
}

/**
 * Whether the abbreviation, alone or with others, is all that stands in a parenthesis after a word: ”tvåfaktorsinloggning
 * (2FA/MFA)”. Then the word is what it stands for, in another language than the letters. Of an abbreviation that the bank
 * has we know better: ”stöd (LSS)” does not say what LSS is.
 */
function standsInParenthesis({ words }: AnalysedSegment, token: number): boolean {
  const isJoined = (at: number) => tokenText(words, at) === '/'
  let first = token
  while (isJoined(first - 1)) first -= 2
  let last = token
  while (isJoined(last + 1)) last += 2
  if (tokenText(words, first - 1) !== '(' || tokenText(words, last + 1) !== ')') return false
  // What a parenthesis that begins a text is about stands in the text before.
  if (first === 1) return true
  return isWord(words, first - 2) && /\p{Ll}{3}/u.test(tokenText(words, first - 2))
}

function wordsBefore({ words }: AnalysedSegment, token: number): readonly string[] {
  const found: string[] = []
  for (let at = token - 1; at >= 0 && found.length < LONGEST_EXPANSION; at--) {
    if (isWord(words, at)) found.unshift(tokenText(words, at))
  }
  return found
}

/** The words from `token` to the next mark. */
function wordsAfter({ words }: AnalysedSegment, token: number): readonly string[] {
  const found: string[] = []
  for (let at = token; isWord(words, at) && found.length < LONGEST_APPOSITION; at++) found.push(tokenText(words, at))
  return found
}

/**
 * Whether the abbreviation's letters come in order in `expansion`, beginning with the first letter
 * of one of its words: b-v-c in barnavårdscentralen.
 */
export function spells(expansion: readonly string[], abbreviation: string): boolean {
  const letters = abbreviation.toLowerCase()
  for (let first = 0; first < expansion.length; first++) {
    if (expansion[first]!.toLowerCase()[0] !== letters[0]) continue
    const text = expansion.slice(first).join('').toLowerCase()
    let at = 0
    for (const letter of letters) {
      at = text.indexOf(letter, at) + 1
      if (at === 0) break
    }
    if (at > 0) return true
  }
  return false
}

/** Whether the same or the sentence before uses the written-out term of the bank. */
function isSaid(segment: AnalysedSegment, token: number, senses: readonly Sense[]): boolean {
  return matchesBetween(segment, ...sentencesAround(segment, token)).some(({ senses: others }) =>
    others.some(({ concept, term }) =>
      senses.some((sense) => sense.concept.id === concept.id && sense.term.abbreviationOf === term.label),
    ),
  )
}
