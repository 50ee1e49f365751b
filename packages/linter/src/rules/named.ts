import type { TokenisedText } from '@klarsprak/swedish'
import type { Match } from '@klarsprak/termbank'
import { type AnalysedSegment, isWord, tokenText } from '../analysis/analyse.js'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

/** What one calls words by, when it stands right before the word it is about: ”ordet hälsoportal”. */
const THE_WORD = words(
  `ordet orden termen termerna begreppet begreppen uttrycket uttrycken benämningen benämningarna beteckningen
   beteckningarna namnet namnen sökordet sökorden söktermen söktermerna synonymen synonymerna rubriken rubrikerna
   ordets termens begreppets förkortningen förkortningarna titeln`,
)
/** The same in the indefinite. It takes a word such as ”som” after it: ”benämningar som hälsoportal”. */
const WORDS = words(
  `ord termer term begrepp uttryck benämning benämningar beteckning beteckningar namn sökord söktermer synonymer rubriker
   förkortningar ordet orden termen termerna begreppet begreppen uttrycket uttrycken benämningarna beteckningarna namnen`,
)
const SUCH_AS = words('som såsom exempelvis t.ex. typ : ”till”')
/** Says right before a word that it is a name: ”så kallade hälsoportaler”, ”även kallad hälsoportal”. */
const CALLED = words(
  `kallas kallades kallats kallad benämns benämndes benämnd benämnt benämnda benämner betecknas
   betecknad s.k.`,
)
/** The same, or someone is called to a visit: ”som vi kallar hälsoportal”, ”vi kallar patienten”. */
const CALLS = words('kalla kallar kallade kallat heter hette')
/** Someone looks for the word itself: ”en sökning på hälsoportal”. */
const SEARCH = /^(?:sök|söka|söker|sökte|sökt|söks|googla|googlar|googlade|\p{L}*sökning(?:en|ar|arna)?)$/u

const SKIPPED = /^[”"“»«’':]$/u
const isSkipped = (text: TokenisedText, at: number) => !isWord(text, at) && SKIPPED.test(tokenText(text, at))
const JOINS = /^(?:och|eller|samt|,|\/)$/u
/** Tokens that are looked through before a match: enough for a list of a few words. */
const REACH = 14
/** Words that one item of such a list may have. */
const LONGEST_ITEM = 3

/**
 * Whether the text is about the words of a match rather than what they mean: ”termen hälsoportal”, ”begreppen
 * portal och hälsoportal”, ”även kallad hälsoportal”, ”en sökning på hälsoportal”, ”hälsoportal är en term”.
 */
export function isNamed(segment: AnalysedSegment, { first, last, senses }: Match): boolean {
  const { words: text } = segment
  const start = text.sentences[segment.sentenceOf(first)] ?? 0
  const key = (at: number) => (at < start || at >= text.count ? '' : text.key(at))
  let at = first - 1
  while (at >= start && isSkipped(text, at)) at--
  const isIndefinite = senses.some(({ features }) => features.some(({ definite }) => definite !== true))
  const called = key(at) === 'för' ? key(at - 1) : key(at)
  if (CALLED.has(called)) return true
  if (CALLS.has(called) && (isIndefinite || key(at - 1) === 'så')) return true
  if (key(at) === 'på' && isIndefinite && SEARCH.test(key(at - 1))) return true
  if (isSaidToBeAWord(segment, last)) return true
  // ”vi skriver digital ingång i stället för hälsoportal”
  if (isIndefinite && key(at) === 'för' && /^i?stället$/u.test(key(at - 1)) && saysHowToWrite(key, start, at))
    return true

  let item = 0
  for (let steps = 0; steps < REACH && at >= start; steps++, at--) {
    const here = key(at)
    if (isSkipped(text, at)) continue
    if (item === 0 && THE_WORD.has(here)) return true
    if (item === 0 && isSuchAs(key, at)) return isNominal(senses)
    if (JOINS.test(here)) item = 0
    else if (steps === 0 || item > LONGEST_ITEM || !isWord(text, at)) return false
    else if (THE_WORD.has(here)) return true
    else if (isSuchAs(key, at)) return isNominal(senses)
    else item++
  }
  return false
}

function saysHowToWrite(key: (at: number) => string, start: number, end: number): boolean {
  for (let at = Math.max(start, end - REACH); at < end; at++) {
    if (/^(?:skriv(?:er|s|a)?|använd(?:er|s|a)?|säg(?:er|s|a)?)$/u.test(key(at))) return true
  }
  return false
}

/** ”termer **som**”, ”benämningar, **exempelvis**”, ”begrepp, **till exempel**”. */
function isSuchAs(key: (at: number) => string, at: number): boolean {
  const isExample = key(at) === 'exempel' && key(at - 1) === 'till'
  if (!isExample && !SUCH_AS.has(key(at))) return false
  let before = at - (isExample ? 2 : 1)
  if (key(before) === ',') before--
  return WORDS.has(key(before))
}

/** ”ord som erhåller” goes on with a clause, ”ord som erhålla” with the word. */
const isNominal = (senses: Match['senses']): boolean =>
  senses.some(({ term, features }) => term.pos !== 'verb' || features.some(({ verbForm }) => verbForm === 'infinitive'))

/** ”hälsoportal är en term”, ”… är ett gammalt ord”, ”… är ord som”, ”hälsoportal (deras benämning)”, ”hälsoportal som begrepp”. */
function isSaidToBeAWord({ words: text }: AnalysedSegment, last: number): boolean {
  const next = (offset: number) => text.key(Math.min(last + offset, text.count - 1))
  let at = 1
  if (/^[”"“»’']$/u.test(tokenText(text, last + at))) at++
  if (/^(?:är|var)$/u.test(next(at))) {
    if (!/^(?:en|ett)$/u.test(next(at + 1))) return WORDS.has(next(at + 1))
    const isOld = /^(?:gamm|föråldr|äldre|medicinsk|annat|vanlig)/u.test(next(at + 2))
    return WORD_ITSELF.has(next(at + (isOld ? 3 : 2)))
  }
  if (next(at) === 'som') return WORD_ITSELF.has(next(at + 1))
  if (tokenText(text, last + at) !== '(') return false
  return [1, 2, 3].some((more) => /^(?:benämning|beteckning|term)(?:en)?$/u.test(next(at + more)))
}
const WORD_ITSELF = words('term ord begrepp benämning beteckning uttryck synonym')
