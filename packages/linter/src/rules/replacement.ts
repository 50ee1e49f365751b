import {
  isLower,
  isUpper,
  type Lexeme,
  type RewriteAnswer,
  type RewriteRequest,
  TokenKind,
  widthInWord,
} from '@klarsprak/swedish'
import { type Concept, grammarOf, isDeprecated, type Match, type Sense, type Term } from '@klarsprak/termbank'
import { type AnalysedSegment, isSentenceStart, isWord, matchesBetween } from '../analysis/analyse.js'
import { startsLikeAName } from './names.js'
import { capitalised } from './prose.js'
import { refusalSentence } from './refusals.js'
import type { ProseSuggestion } from './rule.js'

/** Writes a term in the place of another. `swedish` has the one we use. */
export type Rewriter = (request: RewriteRequest) => RewriteAnswer

export interface Replacement {
  /** The old words and the new ones as a message shows them: ”en målsättning”, ”ett mål”. */
  readonly actual: string
  readonly preferred: string | undefined
  readonly suggestions: readonly ProseSuggestion[]
  /** Why there is no suggestion that can be applied unseen. */
  readonly reason: string | undefined
  /** The new word is a verb that lacks the form of the text, so the sentence has to be written anew with it. */
  readonly needsRewriting?: boolean
}

/**
 * Whether a match is a verb in -ande or -ende: mostly a noun (”vid mottagande av”), which no form of the new verb can
 * take the place of (”vid fående av”). The sentence has to be written with a verb.
 */
const isPresentParticiple = ({ features, term }: Sense): boolean =>
  term.pos === 'verb' && features.length > 0 && features.every(({ verbForm }) => verbForm === 'present-participle')

const startsWithCapital = (text: string) => isUpper(text, 0) && isLower(text, widthInWord(text, 0))

/**
 * ”beaktas” cannot be a form of ”ta hänsyn till”, ”befintlig” is no phrase as ”som redan finns” is, and ”ovannämnda
 * kurser” are ”de här kurserna”.
 */
function lacksForm({ pos }: Term, to: Term | undefined, answer: RewriteAnswer | undefined): boolean {
  if (answer === undefined || answer.rewrites.length > 0) return false
  const { refusal } = answer
  if (refusal === 'word-class')
    return (
      to?.pos === 'verb' || pos === 'verb' || (pos === 'adjective' && (to?.pos === 'phrase' || to?.pos === 'pronoun'))
    )
  return pos === 'verb' && (refusal === 'no-form' || refusal === 'ambiguous-context')
}

/** ”Det **åligger** dig” cannot be ”det måste dig”: another verb has to follow the new one. */
const needsInfinitive = ({ pos }: Term, to: Term | undefined): boolean =>
  pos === 'verb' && /^(?:måste|ska|böra|kunna)$/u.test(to?.label ?? '')

/** The new word when no form of it can be put in place of the old one: a noun for several people in the plural. */
function labelFor({ features, term }: Sense, to: Term | undefined): string | undefined {
  if (to === undefined || term.pos !== 'adjective' || to.pos !== 'noun' || typeof to.plural !== 'string')
    return to?.label
  return features.some(({ number }) => number === 'plural') ? to.plural : to.label
}

/** Without `to`, the terms that the concept prefers. */
export type Replacer = (segment: AnalysedSegment, match: Match, sense: Sense, to?: readonly Term[]) => Replacement

/**
 * What to write instead of a match, in the same form.
 *
 * A suggestion is safe only when there is one word to choose, the language engine is certain, and
 * the file has no markup inside the words.
 */
export function createReplacer(rewrite: Rewriter): Replacer {
  return (segment, match, sense, to) => {
    const { concept, term } = sense
    const actual = wordsOf(segment, match, term)
    const preferred = to ?? replacementsFor(term, concept)
    const base = labelFor(sense, preferred[0])
    const label =
      base !== undefined && startsWithCapital(actual) && !startsWithCapital(term.label) ? capitalised(base) : base
    if (isPresentParticiple(sense)) {
      return { actual, preferred: base, suggestions: [], reason: undefined, needsRewriting: true }
    }
    const answers = preferred.map((to) =>
      isNoTopic(segment, match, to) ? UNFIT : answer(rewrite, segment, match, sense, to),
    )
    if (concept.neverReplace !== undefined) {
      const reason = sentence(concept.neverReplace)
      if (term.pos === 'pronoun' && isBeforeNoun(segment, match))
        return { actual, preferred: undefined, suggestions: [], reason }
      // The message still says the word in the form of the text, when only one form is possible.
      const [only, ...others] = answers[0]?.rewrites ?? []
      const fits = only !== undefined && others.length === 0 && only.span.start === match.span.start
      const shown =
        fits && only.span.end === match.span.end ? inItsCompound(segment, match, only) : { actual, preferred: label }
      const needsRewriting = lacksForm(term, preferred[0], answers[0]) || needsInfinitive(term, preferred[0])
      return { ...(needsRewriting ? { actual, preferred: base } : shown), suggestions: [], reason, needsRewriting }
    }
    const isSaidTwice = hasAnotherWordForIt(segment, match, sense)
    const isName = startsLikeAName(segment, match)
    // ”Om avgiften …” for ”Angående avgiften …” is read as a condition.
    const isMisread = isSentenceStart(segment, match.first) && preferred.some(({ homograph }) => homograph === true)
    const suggestions: readonly ProseSuggestion[] = answers.flatMap(({ rewrites }) =>
      rewrites.map(({ span, text, safe }) => ({
        span,
        text,
        safe:
          safe &&
          answers.length === 1 &&
          !isSaidTwice &&
          !isName &&
          !isMisread &&
          !sense.guess &&
          segment.map.isPlain(span) &&
          !followsSlot(segment.prose, span.start),
      })),
    )
    const best = suggestions.find(({ safe }) => safe) ?? suggestions[0]
    const refusal = answers[0]?.refusal
    const needsRewriting = best === undefined && lacksForm(term, preferred[0], answers[0])
    const shown = best === undefined ? undefined : inItsCompound(segment, match, best)
    return {
      actual: shown?.actual ?? actual,
      preferred: shown?.preferred ?? (needsRewriting ? base : label),
      suggestions,
      reason: isSaidTwice
        ? SAID_TWICE
        : refusal === undefined || best?.safe === true
          ? undefined
          : refusalSentence(refusal),
      needsRewriting,
    }
  }
}

const SAID_TWICE = 'Meningen har flera ord för samma sak, så skriv om den med ett av dem.'

/**
 * Whether the sentence has another noun for the concept, so that a replacement would say the same thing twice: ”både
 * vårdportalen och patientportalen”. An abbreviation beside what it stands for says it twice already.
 */
const hasAnotherWordForIt = (segment: AnalysedSegment, match: Match, { concept, term }: Sense): boolean =>
  isFullNoun(term) &&
  matchesBetween(segment, match.first - WORDS_IN_SIGHT, match.last + WORDS_IN_SIGHT).some(
    (other) =>
      other !== match &&
      other.senses.some(
        (sense) => sense.concept === concept && sense.term.label !== term.label && isFullNoun(sense.term),
      ) &&
      segment.sentenceOf(other.first) === segment.sentenceOf(match.first),
  )

const UNFIT: RewriteAnswer = { rewrites: [], refusal: 'ambiguous-context' }

/** ”kostnaden **avseende** resor”, ”avgiften **avseende** 2025”: what is paid for and when it was is no topic, so not ”om”. */
function isNoTopic({ words }: AnalysedSegment, { first, last }: Match, { label, pos }: Term): boolean {
  if (label !== 'om' || pos !== 'preposition') return false
  if (first > 0 && MONEY.test(words.key(first - 1))) return true
  return last + 1 < words.count && (words.kinds[last + 1] === TokenKind.Number || TIME.test(words.key(last + 1)))
}
const MONEY =
  /^(?:kr|kronor|sek|procent)$|(?:avgift|kostnad|ersättning|bidrag|faktur|räkning|betalning|belopp|utgift|pris|hyr|tax|arvode|rabatt|skuld)(?:a|an|e|en|er|erna|et|n|na|or|orna)?$/u
const TIME =
  /^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|år|året|perioden|månaden|kvartalet)$/u

/** ”**vederbörande** nämnd”, ”**denne** läkare”: what is said of a noun no pronoun can take the place of. */
const isBeforeNoun = ({ words }: AnalysedSegment, { last }: Match): boolean =>
  isWord(words, last + 1) && DOER.test(words.key(last + 1))
const DOER =
  /^(?!senare|tidigare|vidare|bara)(?:.+(?:are|[ak]tör)|.*(?:präst|personal|person|chef|läkare|myndighet|nämnd|styrelse|enhet|region|kommun|förvaltning|instans|domstol|part))$/u

/** A sentence may be a whole page. */
const WORDS_IN_SIGHT = 40

const isFullNoun = ({ lang, pos, abbreviationOf }: Term): boolean =>
  lang === 'sv' && pos === 'noun' && abbreviationOf === undefined

/** The old words and the new ones; of a part of a compound the whole words: ”kvittensmejl”, not ”mejl”. */
function inItsCompound(
  { prose, words }: AnalysedSegment,
  { part, first, last }: Match,
  { span, text }: Pick<ProseSuggestion, 'span' | 'text'>,
): { readonly actual: string; readonly preferred: string } {
  const start = part === 'whole' ? span.start : Math.min(span.start, words.starts[first]!)
  const end = part === 'whole' ? span.end : Math.max(span.end, words.ends[last]!)
  return {
    actual: prose.slice(start, end),
    preferred: prose.slice(start, span.start) + text + prose.slice(span.end, end),
  }
}

/**
 * Whether the words before `at` are filled in: nobody can tell whether `{name}s hälsoportal` takes ”den” or
 * not, or what `den {adjective} hälsoportalen` will agree with.
 */
const followsSlot = (prose: string, at: number) => /\uFFFC\p{L}{0,2}\s?$/u.test(prose.slice(Math.max(0, at - 4), at))

/** What a concept has to offer for one of its terms; for an abbreviation its other abbreviations, if there are any. */
function replacementsFor({ label, pos }: Term, { terms }: Concept): readonly Term[] {
  const usable = terms.filter((other) => other.lang === 'sv' && other.label !== label && !isDeprecated(other.status))
  const abbreviations = pos === 'abbreviation' ? usable.filter((other) => other.pos === 'abbreviation') : []
  return abbreviations.length > 0 ? abbreviations : usable.filter(({ status }) => status === 'preferred')
}

/** A match as a message shows it: the words of the text, or the term itself when they are only a part of a compound. */
export function wordsOf({ prose }: AnalysedSegment, { part, span }: Match, { label }: Term): string {
  return part === 'whole' ? prose.slice(span.start, span.end) : label
}

function answer(
  rewrite: Rewriter,
  segment: AnalysedSegment,
  match: Match,
  { features, term }: Sense,
  to: Term,
): RewriteAnswer {
  const { span, first, last, part, gap } = match
  // ”handledsbenbrott”: the everyday word is no part of other words.
  if (part === 'head' && to.compound === 'never') return { rewrites: [], refusal: 'no-compound-form' }
  return rewrite({ text: segment.words, first, last, span, part, gap, features, from: lexeme(term), to: lexeme(to) })
}

const lexemes = new WeakMap<Term, Lexeme>()

/** One lexeme for each term, since rewriters remember the forms of those they have met. */
function lexeme(term: Term): Lexeme {
  let known = lexemes.get(term)
  if (known === undefined) {
    known = { label: term.label, grammar: grammarOf(term) }
    lexemes.set(term, known)
  }
  return known
}

/** `text` as a sentence, with a full stop if it has no end. */
export const sentence = (text: string) => (/[.!?…][”"’)]?$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)
