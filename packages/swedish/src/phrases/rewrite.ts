import type { Features, Grammar, Pos } from '../inflection/grammar.js'
import { wordKey } from '../normalise.js'
import type { Span } from '../span.js'
import { isHyphen } from '../text/chars.js'
import type { TokenisedText } from '../text/tokens.js'
import { isKnownAdjective } from './adjectives.js'
import { coordinators, functionWords } from './closed-class.js'
import { answerFrom, refused } from './draft.js'
import { type FormsOf, formsOf, isUsualForm, rememberedForms } from './forms.js'
import { readings } from './readings.js'
import { rewriteAdjective } from './rewrite-adjective.js'
import { headRefusal, rewriteModifier } from './rewrite-compound.js'
import { inStyle, rewriteNoun, styleOf } from './rewrite-noun.js'
import { rewriteVerb } from './rewrite-verb.js'
import { type Words, wordsAround } from './words.js'

/** A word or phrase together with what is known of its grammar. */
export interface Lexeme {
  readonly label: string
  readonly grammar: Grammar
}

/** Words of a text that should be written with another term. */
export interface RewriteRequest {
  readonly text: TokenisedText
  /** Tokens `[first, last]` that hold the old term. */
  readonly first: number
  readonly last: number
  /** The old term itself; smaller than the tokens when it is part of a compound. */
  readonly span: Span
  readonly part: 'whole' | 'head' | 'modifier'
  /** Tokens between the verb and the rest of a term that are not the term's and have to stay: ”loggar **du** in”. */
  readonly gap?: { readonly first: number; readonly last: number } | undefined
  /** Every reading of the old form. Context decides between them, or the rewrite is refused. */
  readonly features: readonly Features[]
  readonly from: Lexeme
  readonly to: Lexeme
}

/** Replace `span` of the text by `text`. `span` covers an article or a predicative that changes too. */
export interface Rewrite {
  readonly span: Span
  readonly text: string
  /** The result is certain to be right Swedish with the same form. Only such rewrites may be applied unseen. */
  readonly safe: boolean
}

/** Why no rewrite, or no safe one, is given. The linter has the sentence a writer reads for each. */
export type RewriteRefusal =
  | 'no-form' // the new term lacks the form that is needed (no plural, no passive)
  | 'ambiguous-form' // singular or plural, noun or verb: the context does not say
  | 'ambiguous-context' // the noun phrase around cannot be made to agree with certainty
  | 'anaphora' // a pronoun further on refers to the old gender
  | 'phrase-in-compound' // a phrase cannot be part of a compound
  | 'no-compound-form' // the new term's form inside a compound is not declared
  | 'guessed-grammar' // the forms of either term rest on a guess
  | 'word-class' // the terms belong to different word classes

export interface RewriteAnswer {
  /** Best first; empty when the old words can only be reported. */
  readonly rewrites: readonly Rewrite[]
  /** Set when `rewrites` is empty or none of them is safe. */
  readonly refusal?: RewriteRefusal
}

/**
 * The old term's words written with the new term, in the form that the sentence needs:
 *
 *     Hälsoportalen är öppen.   →   [Den digitala ingången] är öppen.
 *     Du får en avisering.      →   Du får [ett meddelande].
 *
 * Depends on nothing but the request. Costs time in proportion to the match's sentence and the next.
 */
export function rewrite(request: RewriteRequest): RewriteAnswer {
  return rewriteWith(request, formsOf)
}

/** `rewrite` for many requests: the forms of each term are worked out once, and kept as long as the function. */
export function createRewriter(): (request: RewriteRequest) => RewriteAnswer {
  const remembered = rememberedForms()
  return (request) => rewriteWith(request, remembered)
}

function rewriteWith(asked: RewriteRequest, formsFor: FormsOf): RewriteAnswer {
  const request = withUsualReadings(asked, formsFor)
  const { from, to, part, first } = request
  const words = wordsAround(request.text, first)
  if (isHalfOfEllipsis(request, words)) return refused('ambiguous-context')
  if (part === 'modifier') return rewriteModifier(request, words)
  if (part === 'head') {
    const refusal = headRefusal(request)
    if (refusal) return refusal
  }
  if (wordClass(from.grammar.pos) !== wordClass(to.grammar.pos)) return refused('word-class')
  if (hasOneForm(from) && hasOneForm(to)) return rewriteFixed(request, words)
  switch (wordClass(from.grammar.pos)) {
    case 'noun':
      return seemsToBe('verb', request) ? refused('ambiguous-form') : rewriteNoun(request, words, formsFor)
    case 'verb': {
      const answer = rewriteVerb(request, words, formsFor)
      return seemsToBe('noun', request) ? unsafely(answer, 'ambiguous-form') : answer
    }
    case 'adjective':
      return rewriteAdjective(request, words, formsFor)
    default:
      return rewriteFixed(request, words)
  }
}

/** What may be written, for a person to judge: the words around say that the text means something else. */
const unsafely = ({ rewrites }: RewriteAnswer, refusal: RewriteRefusal): RewriteAnswer => ({
  rewrites: rewrites.map((each) => ({ ...each, safe: false })),
  refusal,
})

/** Without readings as a rare form (*översändes* as a present) when the form has usual ones. */
function withUsualReadings(request: RewriteRequest, formsFor: FormsOf): RewriteRequest {
  const { text, span, features, from } = request
  if (features.length < 2) return request
  const written = text.text.slice(span.start, span.end)
  const forms = formsFor(from)
  const usual = features.filter((reading) => isUsualForm(forms, written, reading))
  return usual.length === 0 || usual.length === features.length ? request : { ...request, features: usual }
}

/** Word classes that may stand for each other. */
const wordClass = (pos: Pos): 'noun' | 'verb' | 'adjective' | 'fixed' => {
  if (pos === 'noun' || pos === 'abbreviation' || pos === 'name') return 'noun'
  return pos === 'verb' || pos === 'adjective' ? pos : 'fixed'
}

/** ”skall” and ”ska”: the one form of a word that has no other. */
const hasOneForm = ({ label, grammar }: Lexeme): boolean =>
  grammar.forms?.length === 1 && wordKey(grammar.forms[0]!) === wordKey(label)

/** Words that do not inflect: adverbs, prepositions, conjunctions, pronouns and set phrases. */
function rewriteFixed(request: RewriteRequest, words: Words): RewriteAnswer {
  const { text, span, from, to } = request
  if (wordKey(text.text.slice(span.start, span.end)) !== wordKey(from.label)) return refused('no-form')
  const style = styleOf(request, words)
  // ”ett icke obligatoriskt fält”: inside a noun phrase another adverb may not be put.
  const isInside = from.grammar.pos === 'adverb' && /^(?:en|ett|den|det|de)$/u.test(words.word(request.first - 1))
  const doubts: RewriteRefusal[] = style.likeName || isInside ? ['ambiguous-context'] : []
  // ”Hyran jämte avgift” is ”hyran och avgift”, but ”skickas jämte intyg” joins nothing.
  if (to.grammar.pos === 'conjunction' && from.grammar.pos === 'preposition') doubts.push('word-class')
  if (deniesNoun(request, words)) doubts.push('ambiguous-context')
  return answerFrom(text.text, [{ edits: [{ ...span, text: inStyle(style, to.label) }], doubts }])
}

/** ”Ej parkering” is ”Ingen parkering”, but ”Ej obligatoriskt” is ”Inte obligatoriskt”. */
function deniesNoun({ from, first, last }: RewriteRequest, words: Words): boolean {
  if (!/^(?:ej|icke)$/u.test(from.label) || !words.opensSentence(first)) return false
  const next = words.word(last + 1)
  return (
    next !== '' &&
    !functionWords.has(next) &&
    !isKnownAdjective(next) &&
    !/..(?:[adn]d|[adkr]t|[dt]a|iga?|igt|bara?|bart|iska?|iskt|[ntlk]en|[ntkl]et|nas|[aels]as)$/u.test(next)
  )
}

/** ”vård- och hälsoportalen”, ”hälsoportaler och -appar”: the word shares a part with another. */
function isHalfOfEllipsis({ first, last }: RewriteRequest, words: Words): boolean {
  const opensWithHyphen = (i: number): boolean =>
    /^[-\u2010\u2011]/u.test(words.raw(i)) && words.start <= i && i < words.end
  const endsWithHyphen = (i: number): boolean => {
    const raw = words.raw(i)
    return isHyphen(raw.charCodeAt(raw.length - 1)) && /[\p{L}\d].$/u.test(raw) && words.start <= i
  }
  const joins = (i: number): boolean => coordinators.has(words.word(i)) || words.is(i, ',') || words.is(i, '/')
  if (joins(last + 1) && opensWithHyphen(last + 2)) return true
  if (endsWithHyphen(last)) return true
  return joins(first - 1) && (endsWithHyphen(first - 2) || (words.raw(first - 2) === '-' && words.start <= first - 2))
}

/** The words around say that the match is of another word class than the term. */
function seemsToBe(other: 'noun' | 'verb', { text, first, last, from, features, part }: RewriteRequest): boolean {
  if (part !== 'whole' || first !== last || from.label.includes(' ')) return false
  // A participle stands where nouns and adjectives do.
  if (features.some(({ verbForm }) => verbForm?.endsWith('participle'))) return false
  const plain = features.some(({ definite, number, verbForm, case: ofCase }) =>
    other === 'verb'
      ? number !== undefined && !definite && ofCase !== 'genitive'
      : verbForm === 'imperative' || verbForm === 'infinitive' || verbForm === 'present',
  )
  if (!plain) return false
  const [best] = readings(text, first, ['noun', 'verb'])
  return best !== undefined && best.pos === other && best.confidence >= 0.9
}
