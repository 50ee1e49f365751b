import type { Span } from '@klarsprak/swedish'
import { type AnalysedSegment, isWord } from '../analysis/analyse.js'
import { countWords } from './prose.js'

/** UTF-16 code units to each side of a match in which the year of a cited work is looked for. */
const REACH = 200

/** The title follows its year: ”E-hälsomyndigheten (2019) – Omvärldsanalys av invånartjänster”. */
const YEAR_BEFORE = /\((?:19|20)\d\d[a-z]?\)\s?[–—:,-]?\s?\p{Lu}[^.!?()]{0,150}$/u
/** Or the year follows its author: ”SKL (2016)”, ”Regeringen och SKL. (2016)”. */
const YEAR_AFTER = /^[.,]?\s?\((?:19|20)\d\d[a-z]?\)/u
/** ”…, Stockholm, november 2020.” */
const PLACE_AND_YEAR = /,\s\p{Lu}\p{Ll}+,\s(?:\p{Ll}+\s)?(?:19|20)\d\d\.?$/u
const YEAR = /^(?:19|20)\d\d$/u
const SOME_YEAR = /(?:19|20)\d\d/

/** As many words as an author or a place of publication has: ”Socialdepartementet och SKL.”, ”Stockholm, april 2020.” */
const SHORT = 6
/** Verbs without which hardly any sentence is one, and with which no reference is. */
const VERBS = new Set(
  `är var har hade ska kan kunde får fick finns fanns blir blev gäller visar visade används måste bör vill kommer gör ger
   gav innebär behöver heter kostar erbjuder tar går ser använder se enligt`
    .trim()
    .split(/\s+/u),
)

const PAST = /..(?:ades?|[dt]es)$/u

/**
 * Whether a stretch of text is part of a reference to a work, whose words are not the writer's: author, title, place
 * and year, with no verb, as in lists of sources and notes.
 */
export function isCited(segment: AnalysedSegment, span: Span, first: number): boolean {
  const { prose } = segment
  // Every reference has a year, and most texts have none.
  if (!SOME_YEAR.test(prose)) return false
  const after = prose.slice(span.end, span.end + 10)
  if (after.includes('(') && YEAR_AFTER.test(after)) return true
  const before = prose.slice(Math.max(0, span.start - REACH), span.start)
  if ((before.includes('(19') || before.includes('(20')) && YEAR_BEFORE.test(before)) return true
  return isInReference(segment, first)
}

function isInReference(segment: AnalysedSegment, token: number): boolean {
  const { words } = segment
  const { sentences } = words
  const here = segment.sentenceOf(token)
  const part = (at: number) => [sentences[at] ?? words.count, sentences[at + 1] ?? words.count] as const
  const isPart = (at: number) => {
    const [from, to] = part(at)
    return from < to && to - from < 60 && !hasVerb(segment, from, to)
  }
  const isShort = (at: number) => {
    const [from, to] = part(at)
    return countWords(words, from, to) <= SHORT && isPart(at)
  }
  if (here < 0 || !isPart(here)) return false
  const text = words.text.slice(words.starts[part(here)[0]], words.ends[part(here)[1] - 1])
  if (text.includes(',') && PLACE_AND_YEAR.test(text)) return true
  // Author or title here, then title or place, and the year in the end.
  if (
    endsInYear(segment, here) &&
    ((here > 0 && isShort(here - 1)) || (isPart(here + 1) && endsInYear(segment, here + 1)))
  )
    return true
  if (!isShort(here) && !isShort(here + 1)) return false
  if (isPart(here + 1) && endsInYear(segment, here + 1)) return true
  return isPart(here + 1) && isShort(here + 2) && endsInYear(segment, here + 2)
}

function hasVerb({ words }: AnalysedSegment, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (isWord(words, at) && (VERBS.has(words.key(at)) || PAST.test(words.key(at)))) return true
  }
  return false
}

/** ”Stockholm, 2016.”, ”Vision e-hälsa 2025.” */
function endsInYear({ words }: AnalysedSegment, sentence: number): boolean {
  let at = (words.sentences[sentence + 1] ?? words.count) - 1
  while (at > (words.sentences[sentence] ?? 0) && /^[.\])”"]$/u.test(words.key(at))) at--
  return at >= 0 && YEAR.test(words.key(at))
}
