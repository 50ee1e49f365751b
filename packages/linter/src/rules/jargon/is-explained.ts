import { type Span, type TokenisedText, tokenise } from '@klarsprak/swedish'
import { type Concept, isDeprecated, type Match } from '@klarsprak/termbank'
import { type AnalysedSegment, isWord, matchesBetween, sentencesAround, tokenText } from '../../analysis/analyse.js'

/** What may follow a word and begins an explanation of it, after a comma or a dash if there is one. */
const EXPLAINS_AFTER = phrasesFrom([
  'det vill säga',
  'dvs.',
  'd.v.s.',
  'alltså',
  'det är',
  'det betyder',
  'det innebär',
  'med andra ord',
  'som betyder',
  'som innebär',
  'vilket betyder',
  'vilket innebär',
  'betyder',
  'innebär',
  'är en',
  'är ett',
  'är när',
  'är att',
  'är det',
  'kallas',
  'även kallat',
  'även kallad',
  'även kallade',
  'också kallat',
  'också kallad',
  'också kallade',
  'som också kallas',
  'som även kallas',
  'som är en',
  'som är ett',
  'står för',
  'går ut på',
  'handlar om',
  'är till för',
  'används för att',
  'definieras som',
  'beskrivs som',
  'avses',
  'menas',
  'menar vi',
])
const DEFINES = phrasesFrom([
  'innebär',
  'betyder',
  'avses',
  'menas',
  'menar vi',
  'det vill säga',
  'dvs.',
  'är när',
  'är att',
])
/** What may stand before a word that has just been explained. */
const EXPLAINS_BEFORE = phrasesTo([
  'kallas',
  'kallas för',
  'kallat',
  'kallad',
  'heter',
  'så kallad',
  'så kallat',
  'så kallade',
  's.k.',
  'definitionen av',
  'betydelsen av',
  'vad är',
])
/** As many tokens as the longest of the phrases and the mark before it. */
const WINDOW = 5

/**
 * Whether the text explains a term where it stands: a parenthesis right after it (or it stands in
 * one, after the everyday word), ”det vill säga”, ”är en”, ”kallas”; an apposition; a row of a glossary; a link,
 * `<dfn>` or `<abbr>` on the word; or the everyday word in the same sentence or the one before.
 */
export function isExplained(segment: AnalysedSegment, match: Match, concept: Concept): boolean {
  const { words } = segment
  if (isMarked(segment, match.span)) return true
  if (isFollowedByParenthesis(segment, match)) return true
  if (tokenText(words, match.first - 1) === '(' && /^[),;]$/u.test(tokenText(words, match.last + 1))) return true
  if (begins(segment, match.last + 1, EXPLAINS_AFTER)) return true
  // ”Digifysisk vård betyder att …”
  const isAdjective = match.senses.every(({ term }) => term.pos === 'adjective')
  if (isAdjective && begins(segment, match.last + 2, DEFINES)) return true
  if (ends(segment, match.first, EXPLAINS_BEFORE)) return true
  if (isClass(segment, match) || isGlossed(segment, match) || hasApposition(segment, match)) return true
  return isSaidPlainly(segment, match, concept)
}

/** ”Till digitala utomlänskontakter räknas …” */
function isClass({ words }: AnalysedSegment, { first, last }: Match): boolean {
  if (last + 1 >= words.count || !/^(?:räknas|hör)$/u.test(words.key(last + 1))) return false
  return [first - 1, first - 2].some((at) => at >= 0 && words.key(at) === 'till')
}

/** A row of a glossary: the term first, then a colon or a dash and what it means. */
function isGlossed({ words, prose }: AnalysedSegment, { first, last }: Match): boolean {
  if (first !== 0 || !/^\s?(?::|[–—-]\s)/u.test(prose.slice(words.ends[last]!))) return false
  return isWord(words, last + 2) && isWord(words, last + 3) && isWord(words, last + 4)
}

/** ”en **typ** av läkemedel”, ”ett **brev** som”: what an apposition is built around is followed by what it is or does. */
const GOES_ON = /^(?:av|som|för|där|med|till|när|att|vid)$/u
/** ”synkront, **i realtid**”, ”intravenöst, **med dropp**” */
const IN_OTHER_WORDS = /^(?:med|utan|i|på|genom|via)$/u

/** Whether a comma and the same thing in other words follow: ”antikoagulantia, en typ av läkemedel som …”. */
function hasApposition({ words }: AnalysedSegment, { first, last, senses }: Match): boolean {
  if (words.key(last + 1) !== ',') return false
  // In a list, what follows is the next item.
  const isItem = first > 0 && /^(?:,|och|eller)$/u.test(words.key(first - 1))
  const key = (offset: number) => (last + offset < words.count ? words.key(last + offset) : '.')
  if (!isItem && /^(?:en|ett)$/u.test(key(2))) {
    return [4, 5].some((at) => GOES_ON.test(key(at)) && isWord(words, last + at - 1))
  }
  if (!senses.every(({ term }) => term.pos === 'adjective' || term.pos === 'adverb')) return false
  return IN_OTHER_WORDS.test(key(2)) && [4, 5].some((at) => /^(?:[,.;)]|och|eller)$/u.test(key(at)))
}

/** Words that may stand between a term and the parenthesis that explains it: ”palperar magen (känner …)”. */
const NEAR = 3

function isFollowedByParenthesis({ words }: AnalysedSegment, { last }: Match): boolean {
  let at = last + 1
  while (at <= last + NEAR && isWord(words, at)) at++
  return tokenText(words, at) === '(' && isWord(words, at + 1)
}

/** Whether the markup says that the word is explained. */
export function isMarked({ marks }: AnalysedSegment, span: Span): boolean {
  return marks.some(
    ({ kind, start, end }) =>
      (kind === 'link' || kind === 'abbr' || kind === 'dfn') && start < span.end && span.start < end,
  )
}

/** Whether the same or the sentence before uses a plain term for the concept, or its wording for citizens. */
function isSaidPlainly(segment: AnalysedSegment, match: Match, concept: Concept): boolean {
  const [from, to] = sentencesAround(segment, match.first)
  const isPlain = matchesBetween(segment, from, to).some(({ senses }) =>
    senses.some(
      ({ concept: other, term }) =>
        other.id === concept.id && term.register !== 'professional' && !isDeprecated(term.status),
    ),
  )
  if (isPlain) return true
  const wording = concept.citizenWording?.sv
  return wording !== undefined && holdsWords(segment, wording, from, match.first, match.last, to)
}

const wordings = new Map<string, readonly string[]>()

/** The words of a concept's wording, cut once for all its uses. */
function keysOf(wording: string): readonly string[] {
  let keys = wordings.get(wording)
  if (keys === undefined) {
    const words = tokenise(wording)
    keys = Array.from({ length: words.count }, (_, token) => words.key(token))
    wordings.set(wording, keys)
  }
  return keys
}

/** Whether tokens `[from, to)` hold the words of `wording`, not counting the term itself at `[first, last]`. */
function holdsWords(
  { words }: AnalysedSegment,
  wording: string,
  from: number,
  first: number,
  last: number,
  to: number,
): boolean {
  const wanted = keysOf(wording)
  const standsAt = (at: number) => wanted.every((key, offset) => words.key(at + offset) === key)
  for (let at = from; at + wanted.length <= to; at++) {
    const isApart = at + wanted.length <= first || at > last
    if (isApart && standsAt(at)) return true
  }
  return false
}

/** Phrases that stand right by a term. Most words beside a term begin or end none of them, so that word is looked at first. */
interface Phrases {
  readonly phrases: readonly string[]
  readonly nearest: ReadonlySet<string>
}

function phrasesFrom(phrases: readonly string[]): Phrases {
  return {
    phrases: phrases.map((phrase) => `${phrase} `),
    nearest: new Set(phrases.map((phrase) => phrase.split(' ')[0]!)),
  }
}

function phrasesTo(phrases: readonly string[]): Phrases {
  return {
    phrases: phrases.map((phrase) => ` ${phrase}`),
    nearest: new Set(phrases.map((phrase) => phrase.split(' ').at(-1)!)),
  }
}

/** Whether one of `phrases` stands at `token`, after a comma, a dash or a colon if there is one. */
function begins({ words }: AnalysedSegment, token: number, { phrases, nearest }: Phrases): boolean {
  const end = Math.min(words.count, token + WINDOW)
  let from = token
  while (from < end && /^[,–—:-]$/u.test(tokenText(words, from))) from++
  if (!nearest.has(tokenText(words, from).toLowerCase())) return false
  const text = `${textsBetween(words, from, end)} `
  return phrases.some((phrase) => text.startsWith(phrase)) && !DEFINES_NOTHING.test(text)
}

/** Whether one of `phrases` stands right before `token`, or before its article or mark of quotation. */
function ends({ words }: AnalysedSegment, token: number, { phrases, nearest }: Phrases): boolean {
  const from = Math.max(0, token - WINDOW)
  let end = token
  while (end > from && /^(?:en|ett|den|det|[”"»:])$/iu.test(tokenText(words, end - 1))) end--
  if (!nearest.has(tokenText(words, end - 1).toLowerCase())) return false
  const text = ` ${textsBetween(words, from, end)}`
  return phrases.some((phrase) => text.endsWith(phrase))
}

function textsBetween(words: TokenisedText, from: number, end: number): string {
  const texts: string[] = []
  for (let at = from; at < end; at++) texts.push(tokenText(words, at).toLowerCase())
  return texts.join(' ')
}

/** ”Illamående är en vanlig biverkning” and ”Efter hysterektomi är det vanligt” say nothing of what the word means. */
const DEFINES_NOTHING =
  /^är (?:det (?:o?vanligt|o?vanligare|vanligast|viktigt|viktigare|bra|bäst|normalt|möjligt|tillåtet) |(?:en|ett) (?:o?vanlig|viktig|bra|god|stor|liten|litet|del |risk|krav|problem|tecken|biverkning|fråga|rättighet))/u
