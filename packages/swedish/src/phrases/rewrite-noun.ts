import type { Features, Gender } from '../inflection/grammar.js'
import { adjectiveReading, isKnownAdjective } from './adjectives.js'
import { type Agreement, agreeInPlural, agreeInSingular, hasAnaphora } from './agreement.js'
import {
  alsoVerbs,
  barelyDefinite,
  commonVerbs,
  coordinators,
  copulas,
  determiners,
  functionWords,
  pluralHeads,
  sentenceAdverbs,
} from './closed-class.js'
import { answerFrom, type Draft, refused } from './draft.js'
import type { Edit } from './edits.js'
import { type Forms, type FormsOf, isCertainForm, isNominalised, opensWithAdjective } from './forms.js'
import { agrees, type NounPhrase, readNounPhrase } from './noun-phrase.js'
import type { Lexeme, RewriteAnswer, RewriteRefusal, RewriteRequest } from './rewrite.js'
import { capitalised, isAllCaps, startsWithCapital, uncapitalised, type Words } from './words.js'

/** A noun or a noun phrase for another, in the form and with the article that the sentence asks for. */
export function rewriteNoun(request: RewriteRequest, words: Words, formsOf: FormsOf): RewriteAnswer {
  const from = nounSide(request.from, formsOf(request.from))
  const phrase = readNounPhrase(words, request.first, {
    readings: request.features.flatMap(({ number, definite }) =>
      number && definite !== undefined ? [{ number, definite }] : [],
    ),
    gender: from.gender,
  })
  const task: Task = {
    request,
    words,
    phrase,
    from,
    to: nounSide(request.to, formsOf(request.to)),
    style: styleOf(request, words),
  }
  const readings = request.features.filter(({ number, definite }) => number !== undefined && definite !== undefined)
  if (readings.length === 0) return rewriteUninflected(task)
  const { fitting, doubtful } = plausibleReadings(task, readings)
  const drafts = fitting.map((reading) => draftFor(task, reading, doubtful))
  return answerFrom(words.text.text, drafts)
}

/** What a rewrite needs to know of a noun term, read once. */
interface NounSide {
  readonly lexeme: Lexeme
  readonly forms: Forms
  readonly gender: Gender | undefined
  /** Its definite stands after an article: den **digitala ingången**, den **anhöriga**. */
  readonly needsArticle: boolean
  readonly opensWithAdjective: boolean
}

interface Task {
  readonly request: RewriteRequest
  readonly words: Words
  readonly phrase: NounPhrase
  readonly from: NounSide
  readonly to: NounSide
  readonly style: Style
}

const sides = new WeakMap<Forms, NounSide>()

/** Worked out once for forms that are remembered. */
function nounSide(lexeme: Lexeme, forms: Forms): NounSide {
  const known = sides.get(forms)
  if (known !== undefined) return known
  const adjective = opensWithAdjective(forms)
  const side = {
    lexeme,
    forms,
    gender: lexeme.grammar.gender ?? genderShownBy(forms),
    needsArticle: adjective || isNominalised(forms),
    opensWithAdjective: adjective,
  }
  sides.set(forms, side)
  return side
}

/** The definite singular shows the gender, when it is not itself a guess. */
function genderShownBy(forms: Forms): Gender | undefined {
  const definite = forms.of({ number: 'singular', definite: true, case: 'nominative' })
  if (definite === undefined || definite.guess) return undefined
  return definite.form.split(' ')[0]!.endsWith('t') || definite.form.endsWith('t') ? 'neuter' : 'common'
}

// --- capitals ----------------------------------------------------------------------------------------

/** How the old words are written: ”HÄLSOPORTALEN”, ”Hälsoportalen” first in a sentence, ”hälsoportalen”. */
interface Style {
  readonly kind: 'upper' | 'capital' | 'plain'
  /** A capital where no sentence begins: it may be a name. */
  readonly likeName: boolean
}

export function styleOf({ text, span, first, last, from, to, part }: RewriteRequest, words: Words): Style {
  const written = text.text.slice(span.start, span.end)
  const token = text.text.slice(text.starts[first], text.ends[last])
  if (isAllCaps(token) && isAllCaps(written) && !isAllCaps(from.label)) return { kind: 'upper', likeName: false }
  if (part !== 'whole' && span.start > text.starts[first]!) return { kind: 'plain', likeName: false }
  const opens = words.opensSentence(first)
  if (startsWithCapital(from.label)) {
    return { kind: opens && !startsWithCapital(to.label) ? 'capital' : 'plain', likeName: false }
  }
  if (!startsWithCapital(written)) return { kind: 'plain', likeName: false }
  return { kind: 'capital', likeName: !opens }
}

export const inStyle = ({ kind }: Style, text: string): string =>
  kind === 'upper' ? text.toUpperCase() : kind === 'capital' ? capitalised(text) : text

// --- which reading -----------------------------------------------------------------------------------

/** The readings that the words around allow. All of them, marked doubtful, when the words allow none. */
function plausibleReadings(
  task: Task,
  readings: readonly Features[],
): { fitting: readonly Features[]; doubtful: boolean } {
  if (isEnglishPlural(task, readings)) {
    return { fitting: [{ number: 'plural', definite: false, case: 'nominative' }], doubtful: true }
  }
  let fitting = readings.filter((reading) => fits(task, reading))
  if (fitting.length === 0) return { fitting: readings, doubtful: true }
  const shown = numberShownAround(task)
  if (shown !== undefined) {
    const inNumber = fitting.filter(({ number, definite }) => definite || number === shown)
    if (inNumber.length > 0) fitting = inNumber
  }
  // A genitive has its noun after it.
  if (new Set(fitting.map((reading) => reading.case)).size > 1) {
    if (hasNoNounAfter(task)) fitting = fitting.filter((reading) => reading.case !== 'genitive')
  }
  return { fitting: fitting.length > 0 ? fitting : readings, doubtful: false }
}

function hasNoNounAfter({ words, request }: Task): boolean {
  const next = words.word(request.last + 1)
  return (
    next === '' ||
    (functionWords.has(next) && !determiners.has(next)) ||
    copulas.has(next) ||
    commonVerbs.has(next) ||
    sentenceAdverbs.has(next)
  )
}

/** ”i alla **browsers**”, ”Dina **mails** raderas”: what looks like a genitive has nothing to own. */
function isEnglishPlural(task: Task, readings: readonly Features[]): boolean {
  if (!readings.every((reading) => reading.case === 'genitive' && reading.definite === false)) return false
  const { words, request, phrase } = task
  const next = words.word(request.last + 1)
  return hasNoNounAfter(task) || (phrase.determiner?.determiner.number === 'plural' && /[^s]as$/u.test(next))
}

function fits({ phrase, words, from }: Task, { number, definite }: Features): boolean {
  const opening = phrase.determiner
  const determiner = opening && !(opening.uncertain && definite) ? opening.determiner : undefined
  if (determiner) {
    if (!agrees(determiner, { number: number!, gender: from.gender })) return false
    if (
      definite &&
      determiner.noun === 'indefinite' &&
      !isThis(words.word(opening!.token)) &&
      determiner.kind !== 'genitive'
    )
      return false
    if (phrase.deictic !== undefined && !definite) return false
  }
  if (phrase.numeral !== undefined && determiner?.kind !== 'genitive') {
    const one = words.raw(phrase.numeral) === '1'
    if (determiner === undefined && !definite && one !== (number === 'singular')) return false
    if (determiner !== undefined && number === 'singular' && !one) return false
  }
  for (const { token, reading } of phrase.modifiers) {
    if (reading === undefined || isEgen(words.word(token))) continue
    if (reading.form === 'strong' && (number !== 'singular' || definite)) return false
    if (reading.form === 'strong' && reading.gender && from.gender && reading.gender !== from.gender) return false
    if (reading.form === 'weak' && number === 'singular' && !definite && determiner?.adjective !== 'weak') return false
  }
  if (phrase.predeterminer !== undefined && determiner === undefined) {
    const pre = words.word(phrase.predeterminer)
    if (/^(?:alla|båda|bägge)$/u.test(pre) && number === 'singular') return false
  }
  return true
}

/** ”denna appen” is regional, but it is written. */
const isThis = (key: string): boolean => /^(?:denna|detta|dessa)$/u.test(key)

/** min **egen** app: strong, also after the possessive that makes others weak. */
const isEgen = (key: string): boolean => /^(?:egen|eget|egna)$/u.test(key)

/** Number as words outside the phrase show it: antalet **besök**, per **besök**, **besök** är gratis. */
function numberShownAround({ words, phrase, request }: Task): 'singular' | 'plural' | undefined {
  if (phrase.determiner?.determiner.number) return undefined
  if (phrase.before === 'per') return 'singular'
  if (phrase.determiner === undefined && pluralHeads.has(phrase.before)) return 'plural'
  if (namesOnePerson(words, phrase.start, request.last)) return 'singular'
  let at = request.last + 1
  if (words.word(at) === 'som') at++
  while (sentenceAdverbs.has(words.word(at))) at++
  if (!/^(?:är|var|blir|blev)$/u.test(words.word(at))) return undefined
  at++
  while (sentenceAdverbs.has(words.word(at))) at++
  const predicative = adjectiveReading(words.word(at))
  // A neuter predicative shows nothing: ”Besök är kostnadsfritt” may speak of visits in general.
  return predicative?.form === 'weak' ? 'plural' : undefined
}

const ONE = /^(?:du|jag|han|hon|hen)$/u

/** A bare noun said of one person: ”Är du |?”, ”Du som är |”, ”Som | har du”. */
function namesOnePerson(words: Words, start: number, last: number): boolean {
  const before = words.word(start - 1)
  if (ONE.test(before) && copulas.has(words.word(start - 2))) return true
  if (copulas.has(before)) {
    const subject = words.word(start - 2)
    return ONE.test(subject) || (subject === 'som' && /^(?:du|dig|jag|mig|den)$/u.test(words.word(start - 3)))
  }
  return before === 'som' && words.opensSentence(start - 1) && ONE.test(words.word(last + 2))
}

// --- the rewrite of one reading ------------------------------------------------------------------------

function draftFor(task: Task, found: Features, doubtful: boolean): Draft {
  const { request, words, phrase, from, to, style } = task
  const opening = phrase.determiner && words.word(phrase.determiner.token)
  // The regional ”denna appen” becomes ”denna digitala tjänst”, as it is written elsewhere.
  const reading = found.definite && opening && isThis(opening) ? { ...found, definite: false } : found
  const { number, definite } = reading
  const singular = number === 'singular'
  const doubts: RewriteRefusal[] =
    doubtful || style.likeName || phrase.embedded || opensLikeName(task) || mayBeObject(task)
      ? ['ambiguous-context']
      : []

  const strength = strengthOf(task, reading)
  const weak = !definite && to.opensWithAdjective && strength.weak
  const wanted: Features = {
    number: number!,
    definite: definite!,
    case: reading.case ?? 'nominative',
    ...(weak && { weak }),
  }
  const form = to.forms.of(wanted)
  if (form === undefined) return { refusal: to.lexeme.grammar.forms ? 'guessed-grammar' : 'no-form' }
  if (form.guess || !restsOnDeclared(task, found)) doubts.push('guessed-grammar')
  if (!definite && to.needsArticle && strength.doubtful) doubts.push('ambiguous-context')
  if (!definite && to.needsArticle && !to.opensWithAdjective && strength.weak) doubts.push('ambiguous-context')

  const article = articleEdits(task, reading, form.form)
  if ('refusal' in article) return article
  if (article.doubtful) doubts.push('ambiguous-context')

  let agreement: Agreement = { edits: [], doubtful: false }
  if (from.gender === undefined || to.gender === undefined) {
    if (singular) doubts.push('guessed-grammar')
  } else if (from.gender !== to.gender) {
    const change = { words, phrase, last: request.last, from: from.gender, to: to.gender }
    if (singular) {
      if (hasAnaphora(change)) return { refusal: 'anaphora' }
      agreement = agreeInSingular(change, { genitive: reading.case === 'genitive' })
      if (phrase.afterSlot && !definite) doubts.push('ambiguous-context')
    } else agreement = agreeInPlural(change)
    if (agreement.doubtful) doubts.push('ambiguous-context')
  }
  return { edits: [...article.edits, ...withoutDouble(agreement.edits, article.edits)], doubts }
}

/** ”Vi ger **er** råd”: you, or your. */
function mayBeObject({ words, phrase }: Task): boolean {
  const opening = phrase.determiner
  if (opening === undefined || words.word(opening.token) !== 'er') return false
  const before = words.word(opening.token - 1)
  return commonVerbs.has(before) || /[^aeiouyåäö](?:ar|er)$/u.test(before)
}

/** ”på **Mina** sidor”: a capital where no sentence begins. */
function opensLikeName({ request, words, phrase, style }: Task): boolean {
  if (style.kind === 'upper' || phrase.determiner?.determiner.kind === 'genitive') return false
  const token = phrase.determiner?.token ?? phrase.start
  const opening = words.raw(token)
  return (
    startsWithCapital(opening) &&
    !isAllCaps(opening) &&
    !words.opensSentence(token) &&
    !style.likeName &&
    token !== request.first
  )
}

/** The article logic has the last word on a token that both would change. */
const withoutDouble = (edits: readonly Edit[], others: readonly Edit[]): readonly Edit[] =>
  edits.filter((edit) => !others.some((other) => edit.start < other.end && other.start < edit.end))

/** Neither side's form rests on a guess. */
function restsOnDeclared({ request, from }: Task, reading: Features): boolean {
  const { text, span } = request
  return isCertainForm(from.forms, text.text.slice(span.start, span.end), reading)
}

/** The form an adjective gets before the indefinite noun: en **digital** ingång, vår **digitala** ingång. */
function strengthOf(
  { words, phrase, request, to }: Task,
  { number, definite }: Features,
): { weak: boolean; doubtful: boolean } {
  if (number === 'plural' || definite) return { weak: false, doubtful: false }
  if (phrase.determiner) {
    const { kind } = phrase.determiner.determiner
    const owned = kind === 'possessive' || kind === 'genitive'
    if (owned && isEgen(to.lexeme.label.split(' ')[0]!)) return { weak: false, doubtful: false }
    return { weak: phrase.determiner.determiner.adjective === 'weak', doubtful: phrase.determiner.uncertain === true }
  }
  if (phrase.afterSlot) return { weak: false, doubtful: true }
  const coordinated =
    coordinators.has(phrase.before) || words.is(phrase.start - 1, ',') || words.is(phrase.start - 1, '/')
  if (coordinated && weakOpeningBefore(words, phrase.start)) return { weak: false, doubtful: true }
  // An unknown word in -a or -e right before may be a weak adjective.
  const before = phrase.start === request.first ? phrase.before : ''
  const unclear =
    /[ae]$/u.test(before) &&
    adjectiveReading(before)?.form === 'weak' &&
    !functionWords.has(before) &&
    !commonVerbs.has(before)
  return { weak: false, doubtful: unclear }
}

/** ”vår app och [hälsoportal]”: the possessive may rule over both. */
function weakOpeningBefore(words: Words, start: number): boolean {
  for (let at = start - 2; at >= words.start && at > start - 8; at--) {
    const key = words.word(at)
    if (key === '') continue
    const determiner = determiners.get(key)
    if (determiner) return determiner.adjective === 'weak'
    if (copulas.has(key) || commonVerbs.has(key)) return false
    if (/(?:ens|ets|ans|nas|:s)$/u.test(key)) return true
  }
  return false
}

const ARTICLES = { common: 'den', neuter: 'det', plural: 'de' } as const
/** The new words with the article they need, or without the one they no longer need. */
function articleEdits(
  { request, words, phrase, from, to, style }: Task,
  { number, definite }: Features,
  form: string,
): { readonly edits: readonly Edit[]; readonly doubtful: boolean } | { readonly refusal: RewriteRefusal } {
  const { span } = request
  const { text } = words
  const replace = (written: string): Edit => ({ start: span.start, end: span.end, text: written })
  const insertBefore = (token: number, written: string): Edit => ({
    start: text.starts[token]!,
    end: text.starts[token]!,
    text: written,
  })
  const as = { edits: [replace(inStyle(style, form))], doubtful: false }

  // ”en ny och [digital vårdtjänst]”: taking away the adjective would leave the one before without its noun.
  const loose =
    phrase.coordinated ||
    (from.opensWithAdjective && coordinators.has(words.word(request.first - 1)) && phrase.modifiers.length > 0)
  if (loose && from.opensWithAdjective && !to.opensWithAdjective) return { refusal: 'ambiguous-context' }
  if (!definite) return as

  const opening = phrase.determiner?.determiner
  // A genitive or possessive never stands before a definite noun; what looks like one is something else.
  const standing =
    opening && opening.kind !== 'genitive' && opening.kind !== 'quantifier' && opening.kind !== 'possessive'
      ? phrase.determiner
      : undefined
  if (opening && (opening.kind === 'possessive' || (opening.kind === 'quantifier' && opening.noun !== 'either')))
    return { ...as, doubtful: true }

  if (from.needsArticle && !to.needsArticle) {
    const article = standing && /^(?:den|det|de|dom)$/u.test(words.word(standing.token))
    const alone =
      phrase.modifiers.length === 0 &&
      phrase.deictic === undefined &&
      phrase.numeral === undefined &&
      phrase.alsoAgree.length === 0
    if (!article || !alone || standing.token !== request.first - 1) return as
    const capital = startsWithCapital(words.raw(standing.token)) && style.kind === 'plain'
    const written = capital ? capitalised(form) : inStyle(style, form)
    return { edits: [{ start: text.starts[standing.token]!, end: span.end, text: written }], doubtful: false }
  }
  if (!to.needsArticle) return as
  if (from.needsArticle) return { ...as, doubtful: standing === undefined && phrase.predeterminer === undefined }
  if (standing) return as

  if (to.gender === undefined && number === 'singular') return { refusal: 'guessed-grammar' }
  const article = number === 'plural' ? ARTICLES.plural : ARTICLES[to.gender!]
  const firstModifier = opening?.kind === 'genitive' ? undefined : phrase.modifiers[0]
  const after = opening?.kind === 'quantifier' ? phrase.modifiers[0] : firstModifier
  if (after === undefined) {
    if (span.start > text.starts[request.first]!) return { refusal: 'phrase-in-compound' }
    const written =
      style.kind === 'upper'
        ? `${article} ${form}`.toUpperCase()
        : `${style.kind === 'capital' ? capitalised(article) : article} ${form}`
    return { edits: [replace(written)], doubtful: false }
  }
  // nya hälsoportalen → den nya digitala ingången
  const raw = words.raw(after.token)
  const key = words.word(after.token)
  const upper = isAllCaps(raw)
  const capital = startsWithCapital(raw) && !upper
  const edits = [replace(inStyle(style, form))]
  if (capital) {
    edits.push({
      start: text.starts[after.token]!,
      end: text.ends[after.token]!,
      text: `${capitalised(article)} ${uncapitalised(raw)}`,
    })
  } else edits.push(insertBefore(after.token, `${upper ? article.toUpperCase() : article} `))
  const nameLike = capital && !words.opensSentence(after.token)
  return { edits, doubtful: nameLike || alsoVerbs.has(key) || (!barelyDefinite.has(key) && !isKnownAdjective(key)) }
}

// --- names and abbreviations ---------------------------------------------------------------------------

/** A term whose form tells only its case: SKL, SKL:s, Landstinget i Uppsala län. */
function rewriteUninflected(task: Task): RewriteAnswer {
  const { request, words, to, from, style, phrase } = task
  const cases = new Set(request.features.map((reading) => reading.case ?? 'nominative'))
  if (from.lexeme.grammar.forms !== undefined || cases.size === 0) return refused('guessed-grammar')
  const drafts = [...cases].map((wanted): Draft => {
    const name = to.forms.all.find(
      ({ features, rare }) => !rare && features.number === undefined && (features.case ?? 'nominative') === wanted,
    )
    const form = name ?? to.forms.of({ number: 'singular', definite: false, case: wanted })
    if (form === undefined) return { refusal: 'no-form' }
    const doubts: RewriteRefusal[] = []
    if (form.guess) doubts.push('guessed-grammar')
    if (style.likeName) doubts.push('ambiguous-context')
    // Nothing shows whether the abbreviation means ”en …” or ”den …”.
    if (name === undefined && phrase.determiner === undefined) doubts.push('ambiguous-form')
    if (name === undefined && phrase.determiner?.determiner.noun === 'either') doubts.push('ambiguous-form')
    const edits: Edit[] = [{ start: request.span.start, end: request.span.end, text: inStyle(style, form.form) }]
    if (from.gender && to.gender && from.gender !== to.gender) {
      const change = { words, phrase, last: request.last, from: from.gender, to: to.gender }
      if (hasAnaphora(change)) return { refusal: 'anaphora' }
      const agreement = agreeInSingular(change, { genitive: wanted === 'genitive' })
      edits.push(...agreement.edits)
      if (agreement.doubtful) doubts.push('ambiguous-context')
    }
    return { edits, doubts }
  })
  return answerFrom(words.text.text, drafts)
}
