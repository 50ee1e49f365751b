import { TokenKind } from '@klarsprak/swedish'
import { type Concept, isDeprecated, type Match, type Sense } from '@klarsprak/termbank'
import { type AnalysedSegment, isSentenceStart, isWord, matchesBetween, tokenText } from '../../analysis/analyse.js'

/** Words in a sentence that show that it is about how things were, or about the change of name itself. */
const THEN = new Set(
  `dåvarande tidigare förr förut fordom då hette hetat kallades kallats kallat numera nuvarande historik historia historiskt
   historiska äldre gamla gammalt gammal förre förra fd f.d f.d. ex ersatte ersatts ersattes ersätter ombildades bildades
   bytte namnbyte namnbytet upphörde avskaffades källa källor`
    .trim()
    .split(/\s+/u),
)
/** Tokens to each side that a sentence is looked through. */
const REACH = 60

/**
 * Whether a sentence is about the time when the old name was right: it says so, or has a year before the
 * change; and, when the bank does not say which year that was, any year. Also whether the words are a part
 * of an older proper name (Stockholms läns landsting, Landstinget i Kalmar län), and whether the new name
 * stands beside them, as in ”landsting och regioner”.
 */
export function isHistory(segment: AnalysedSegment, { first, last }: Match, { concept, term }: Sense): boolean {
  const { label, validFrom } = term
  const { words } = segment
  const sentence = segment.sentenceOf(first)
  const start = Math.max(words.sentences[sentence] ?? 0, first - REACH)
  const end = Math.min(words.sentences[sentence + 1] ?? words.count, last + REACH)
  const changed = validFrom === undefined ? Number.POSITIVE_INFINITY : Number(validFrom.slice(0, 4))
  for (let i = start; i < end; i++) {
    if (i >= first && i <= last) continue
    const key = words.key(i)
    if (words.kinds[i] === TokenKind.Word ? THEN.has(key) : isYearBefore(tokenText(words, i), changed)) return true
    if (key === 'före' && words.key(Math.min(i + 1, words.count - 1)) === 'detta') return true
  }
  if (beginsName(segment, last + 1) || isBesideNewName(segment, first, last, concept)) return true
  if (/^\p{Lu}/u.test(label)) return false
  const isOfPlace = words.key(Math.min(last + 1, words.count - 1)) === 'i' && beginsName(segment, last + 2)
  return isOfPlace || (first > start && words.key(first - 1) === 'läns')
}

const isYearBefore = (text: string, year: number): boolean => /^(?:1[6-9]|20)\d\d$/u.test(text) && Number(text) < year

const beginsName = (segment: AnalysedSegment, token: number): boolean =>
  isWord(segment.words, token) &&
  /^\p{Lu}\p{Ll}/u.test(tokenText(segment.words, token)) &&
  !isSentenceStart(segment, token)

/** Tokens between the old name and the new: ”och”, ”/”, ”, numera”. */
const BESIDE = 3

const isBesideNewName = (segment: AnalysedSegment, first: number, last: number, concept: Concept): boolean =>
  matchesBetween(segment, first - BESIDE, last + BESIDE).some(
    (match) =>
      (match.last < first || match.first > last) &&
      match.senses.some((sense) => sense.concept === concept && !isDeprecated(sense.term.status)),
  )
