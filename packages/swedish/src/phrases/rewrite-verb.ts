import type { Features } from '../inflection/grammar.js'
import { adjectiveReading, isKnownAdjective } from './adjectives.js'
import {
  commonVerbs,
  coordinators,
  copulas,
  degreeAdverbs,
  determiners,
  functionWords,
  mainVerbsToo,
  modals,
  perfectAuxiliaries,
  prepositions,
  reflexives,
  sentenceAdverbs,
  subjectPronouns,
  subjunctions,
} from './closed-class.js'
import { answerFrom, type Draft } from './draft.js'
import type { Edit } from './edits.js'
import { type FormsOf, isCertainForm } from './forms.js'
import type { RewriteAnswer, RewriteRefusal, RewriteRequest } from './rewrite.js'
import { inStyle, styleOf } from './rewrite-noun.js'
import type { Words } from './words.js'

type VerbForm = NonNullable<Features['verbForm']>

/** A verb or a verb phrase for another, in the same tense, mood and voice. */
export function rewriteVerb(request: RewriteRequest, words: Words, formsOf: FormsOf): RewriteAnswer {
  const readings = request.features.filter(({ verbForm }) => verbForm !== undefined)
  if (readings.length === 0) return { rewrites: [], refusal: 'guessed-grammar' }
  const fitting = fittingReadings(readings, words, request)
  return answerFrom(
    words.text.text,
    fitting.map((reading) => draftFor(request, words, reading, formsOf)),
  )
}

/** The slot in the sentence that the verb fills, as the words before it show. */
type Slot = 'infinitive' | 'supine' | 'participle' | 'finite' | 'imperative' | undefined

const FORMS_OF_SLOT: Readonly<Record<NonNullable<Slot>, readonly VerbForm[]>> = {
  infinitive: ['infinitive'],
  supine: ['supine'],
  participle: ['past-participle', 'present-participle'],
  finite: ['present', 'past', 'subjunctive'],
  imperative: ['imperative'],
}

function fittingReadings(readings: readonly Features[], words: Words, request: RewriteRequest): readonly Features[] {
  // The subjunctive (leve) is never meant in such texts unless nothing else is possible.
  const usual = readings.some(({ verbForm }) => verbForm !== 'subjunctive')
    ? readings.filter(({ verbForm }) => verbForm !== 'subjunctive')
    : readings
  for (const slot of slotsOf(words, request)) {
    const fitting = usual.filter(({ verbForm }) => FORMS_OF_SLOT[slot].includes(verbForm!))
    if (fitting.length > 0) return fitting
  }
  return usual
}

/** The slots that are possible, the likeliest first; empty when the words say nothing. */
function slotsOf(words: Words, { first, last, features }: RewriteRequest): readonly NonNullable<Slot>[] {
  const left = words.word(first - 1)
  const right = words.word(last + 1)
  if (words.opensSentence(first)) {
    const mayBeParticiple = features.some(({ verbForm }) => verbForm === 'past-participle')
    if (mayBeParticiple && !opensWithObject(words, last + 1)) return []
    // ”Erfordras ledsagare?”: what has no imperative asks.
    return subjectPronouns.has(right) ? ['finite', 'imperative'] : ['imperative', 'finite']
  }
  const adverb = skipAdverbs(words, first - 1)
  const nearest = words.word(adverb)
  if (nearest === 'att') return ['infinitive', 'finite']
  if (modals.has(nearest)) return mayEndItsClause(words, adverb) ? [] : ['infinitive', 'supine']
  if (perfectAuxiliaries.has(nearest)) return ['supine', 'participle']
  if (copulas.has(nearest)) return ['participle', 'supine']
  if (determiners.has(left) && !subjectPronouns.has(left) && right !== '') return ['participle', 'finite']
  if (adjectiveReading(left)?.form === 'weak' && !commonVerbs.has(left)) return []
  const governor = governorBefore(words, first - 1)
  if (governor === 'unclear') return []
  if (governor === 'modal') return ['infinitive', 'finite']
  if (governor === 'perfect') return ['supine', 'finite']
  if (governor === 'imperative') return ['imperative', 'infinitive']
  if (nearest === 'som' || subjectPronouns.has(left) || subjectPronouns.has(nearest)) return ['finite', 'supine']
  if (governor === 'finite') return ['finite', 'supine']
  // Only adverbs before it: ”Vänligen betala”.
  if (adverb < words.start || words.is(adverb, ':')) return ['imperative', 'finite']
  // ”Tillsammans utgör vi”: a subject right after it.
  if (isSubject(right)) return ['finite', 'imperative']
  if (prepositions.has(left) || commonVerbs.has(left)) return []
  // Not the supine: ”Avgift erlagd”, ”Stöd beviljat” are participles.
  return ['finite']
}

/**
 * What follows the first word of a sentence is an object or a phrase of its own, so that word is a verb:
 * ”Översänd **den** …”. Before a bare noun it may be a participle: ”Översänd remiss saknas”.
 */
function opensWithObject(words: Words, i: number): boolean {
  const key = words.word(i)
  if (key === '') return !words.isSlot(i)
  return (
    functionWords.has(key) ||
    sentenceAdverbs.has(key) ||
    /(?:[^aeiouyåäö]et|..en|..an|[aeo]rna|..orn|..[lr]n)$/u.test(key)
  )
}

/** The auxiliary may be the last word of a clause of its own, so that what follows is the verb of the next. */
function mayEndItsClause(words: Words, i: number): boolean {
  if (!mainVerbsToo.has(words.word(i))) return false
  for (let at = i - 1; at >= words.start && !words.is(at, ','); at--) {
    const key = words.word(at)
    if (subjunctions.has(key) || key === 'som') return true
  }
  // ”den vård du får |”, without ”som”.
  return subjectPronouns.has(words.word(i - 1)) && words.word(i - 2) !== '' && !coordinators.has(words.word(i - 2))
}

const ADVERBS_BEFORE = (key: string): boolean => sentenceAdverbs.has(key) || key === 'vänligen' || key === 'både'

function skipAdverbs(words: Words, i: number): number {
  while (i >= words.start && ADVERBS_BEFORE(words.word(i))) i--
  return i
}

type Governor = 'modal' | 'perfect' | 'imperative' | 'finite' | 'unclear'

/** What governs a verb from further left in its clause: ”ska avgiften |”, ”kan du logga in och |”, ”har du |”. */
function governorBefore(words: Words, i: number): Governor | undefined {
  let joined = false
  let spent: 'no' | 'maybe' | 'yes' = 'no'
  for (let at = i; at >= words.start; at--) {
    const key = words.word(at)
    if (key === '') {
      if (words.is(at, ',') || words.is(at, ':')) return undefined
      continue
    }
    if (modals.has(key)) {
      if (spent === 'yes' || (!joined && at < i && !mayHaveSubjectAfter(words, at))) return 'finite'
      return spent === 'no' ? 'modal' : 'unclear'
    }
    // ”Avgiften du ska betala |”, ”För att kunna nyttja tjänsten |”: the auxiliary has its infinitive already.
    if (!joined && spent !== 'yes' && mayBeInfinitive(words, at)) spent = commonVerbs.has(key) ? 'yes' : 'maybe'
    // ”har du nu |”: an auxiliary, if only a subject stands between.
    if (perfectAuxiliaries.has(key) && !joined) return 'perfect'
    if (key === 'att') return joined ? 'modal' : undefined
    if (subjunctions.has(key) || key === 'som') return joined ? undefined : 'finite'
    if (coordinators.has(key)) {
      // A subject of its own after ”och” begins a new clause.
      if (subjectPronouns.has(words.word(at + 1))) return 'finite'
      joined = true
    }
    // ”**Fyll** i blanketten och |”, also after a colon.
    if (joined && words.opensSentence(at) && commonVerbs.has(key) && /[aeo]$|[^r]$/u.test(key) && !key.endsWith('s'))
      return 'imperative'
  }
  return undefined
}

/**
 * Whether a subject may stand between the auxiliary and its infinitive: ”Nu ska **avgiften** |”. Not after an infinitive
 * (”för att få hjälp |”) or a subject (”den hjälp du får hemma |”), but ”låta” always has somebody who does it.
 */
function mayHaveSubjectAfter(words: Words, auxiliary: number): boolean {
  const key = words.word(auxiliary)
  if (key.startsWith('lå') || key === 'lät') return true
  const before = words.word(skipAdverbs(words, auxiliary - 1))
  const isInfinitive = /^(?:kunna|vilja|böra|bruka|behöva|börja|försöka|få)$/u.test(key)
  return !isInfinitive && !subjectPronouns.has(before) && before !== 'som'
}

/** ”ska **nyttja** tjänsten”, ”ska **lämnas**”, but ”ska en **sjuksköterska**”, ”ska **kommunerna**”, ”kan **nya** regler”. */
function mayBeInfinitive(words: Words, i: number): boolean {
  const key = words.word(i)
  if (!/as?$/u.test(key) || /(?:rna|liga|iska)s?$/u.test(key)) return false
  if (commonVerbs.has(key)) return true
  if (functionWords.has(key) || ADVERBS_BEFORE(key) || degreeAdverbs.has(key)) return false
  const left = words.word(i - 1)
  const opensNoun = determiners.has(left) && left !== 'det' && left !== 'den' && left !== 'de'
  return !opensNoun && !prepositions.has(left) && !isKnownAdjective(key)
}

// --- the rewrite of one reading ------------------------------------------------------------------------

function draftFor(request: RewriteRequest, words: Words, reading: Features, formsOf: FormsOf): Draft {
  const { span, from, to, text } = request
  const passive = reading.voice === 'passive'
  const toForms = formsOf(to)
  if (passive && !hasPassive(to.label, to.grammar.passive)) return { refusal: 'no-form' }
  const form = toForms.of(reading)
  if (form === undefined) return { refusal: 'no-form' }
  const style = styleOf(request, words)
  const doubts: RewriteRefusal[] = []
  if (style.likeName) doubts.push('ambiguous-context')
  const source = formsOf(from)
  const written = text.text.slice(span.start, span.end)
  if (form.guess || !isCertainForm(source, written, reading)) doubts.push('guessed-grammar')

  if (hasSecondObject(from.label, words, request.last)) doubts.push('ambiguous-context')

  // ”kan ha möjlighet att” is ”kan”, not ”kan kunna”.
  if (/^kunna(?: |$)/u.test(to.label) && isAbleAlready(words, request.first - 1)) return { refusal: 'no-form' }
  const reflexive = withReflexive(request, words, form.form, reading)
  if (reflexive.doubtful) doubts.push('ambiguous-context')
  const isParticiple = reading.verbForm === 'past-participle' || reading.verbForm === 'present-participle'
  if (request.gap !== undefined) {
    const around = aroundGap(request, words, reflexive.text)
    if (around === undefined) return { refusal: 'ambiguous-context' }
    const [verb, ...rest] = around
    return {
      edits: [{ ...verb!, text: inStyle(style, verb!.text) }, ...rest],
      doubts: [...doubts, 'ambiguous-context'],
    }
  }
  if (opensAroundNoun(request, words, reflexive.text, reading)) return { refusal: 'ambiguous-context' }
  const split = isParticiple ? undefined : splitAround(request, words, reflexive.text, reading)
  if (split?.doubtful) doubts.push('ambiguous-context')
  const edits: Edit[] = split
    ? split.edits.map((edit, place) =>
        place === 0
          ? { ...edit, text: inStyle(style, edit.text) }
          : { ...edit, text: style.kind === 'upper' ? edit.text.toUpperCase() : edit.text },
      )
    : [{ start: span.start, end: span.end, text: inStyle(style, reflexive.text) }]
  return { edits, doubts }
}

/** ”gör en bedömning av läget **och en bokning**”: the verb that goes has one more object, which the new one cannot take. */
function hasSecondObject(label: string, words: Words, last: number): boolean {
  if (!/ (?:en|ett) /u.test(label)) return false
  for (let at = last + 1; at < words.end; at++)
    if ((coordinators.has(words.word(at)) || words.is(at, ',')) && /^(?:en|ett)$/u.test(words.word(at + 1))) return true
  return false
}

/** Whether the verb that governs the place is ”kan” itself: ”kan |”, ”kan du |”, ”skulle kunna |”. */
function isAbleAlready(words: Words, i: number): boolean {
  let at = skipAdverbs(words, i)
  if (subjectPronouns.has(words.word(at))) at = skipAdverbs(words, at - 1)
  return /^(?:kan|kunde|kunna|kunnat)$/u.test(words.word(at))
}

/** få, ha and bli have no passive in -s that anyone would write. */
const hasPassive = (label: string, declared: boolean | undefined): boolean =>
  declared !== false && !/^(?:få|ha|bli|vara|kunna|vilja|veta|måste|ska|skola|böra)(?: |$)/u.test(label)

/** ”sig” in the person of the subject. */
function withReflexive(
  { first, last, to }: RewriteRequest,
  words: Words,
  form: string,
  { verbForm }: Features,
): { readonly text: string; readonly doubtful: boolean } {
  if (!/ sig(?: |$)/u.test(to.label)) return { text: form, doubtful: false }
  const neighbour = reflexives.get(words.word(skipAdverbs(words, first - 1))) ?? reflexives.get(words.word(last + 1))
  const self = verbForm === 'imperative' ? 'dig' : neighbour
  return { text: self === undefined ? form : form.replace(/ sig(?= |$)/u, ` ${self}`), doubtful: self === undefined }
}

/** Adverbs that a finite main verb has between itself and its particle: skickar **inte** in. */
const BETWEEN = new Set(
  'inte aldrig alltid då nu sedan också gärna bara därför alltså genast först ju redan sällan ofta'.split(' '),
)

/**
 * A verb of several words opens around the subject and the adverbs that follow it:
 * ”översänder du” → ”skickar du in”, ”översänd gärna” → ”skicka gärna in”.
 */
function splitAround(
  { text, span, first, last, from }: RewriteRequest,
  words: Words,
  form: string,
  { verbForm, voice }: Features,
): { readonly edits: readonly Edit[]; readonly doubtful: boolean } | undefined {
  const space = form.indexOf(' ')
  const finite = verbForm === 'present' || verbForm === 'past' || verbForm === 'imperative'
  if (space < 0 || !finite) return undefined
  const verb = form.slice(0, space)
  const tail = form.slice(space)
  const whole: Edit[] = [{ start: span.start, end: span.end, text: form }]
  let at = last + 1
  const next = words.word(at)
  const subject = isSubject(next)
  if (subject) at++
  while (BETWEEN.has(words.word(at))) at++
  if (at === last + 1) {
    const unclear =
      verbForm !== 'imperative' &&
      !from.label.includes(' ') &&
      (mayBeInverted(words, first, last) || (voice === 'passive' && hasSubjectAfter(words, last)))
    return { edits: whole, doubtful: unclear }
  }
  // The old verb had a particle or a preposition too, and it stays where it stood.
  if (from.label.includes(' ')) return { edits: whole, doubtful: true }
  const after = text.ends[at - 1]!
  const adverbOnly = !subject && verbForm !== 'imperative'
  return {
    edits: [
      { start: span.start, end: span.end, text: verb },
      { start: after, end: after, text: tail },
    ],
    // In a subordinate clause the adverb would stand before the verb, so after it belongs to what follows.
    doubtful: adverbOnly && subordinate(words, first),
  }
}

/**
 * The words that stood inside the old term stay: ”inkommer **du inte** med” → ”skickar **du inte** in”. In a new verb of
 * several words only a subject and its adverbs have a place; an object has not (”hjälper **dig** till med”).
 */
function aroundGap({ text, span, gap }: RewriteRequest, words: Words, form: string): readonly Edit[] | undefined {
  const { first, last } = gap!
  const space = form.indexOf(' ')
  const verb = space < 0 ? form : form.slice(0, space)
  if (space >= 0) {
    if (!subjectPronouns.has(words.word(first))) return undefined
    for (let at = first + 1; at <= last; at++) if (!sentenceAdverbs.has(words.word(at))) return undefined
  }
  return [
    { start: span.start, end: text.ends[first - 1]!, text: verb },
    { start: text.ends[last]!, end: span.end, text: form.slice(verb.length) },
  ]
}

/** The subject may stand after the verb: ”Därefter översänder kommunen”, ”På måndag översänder”, ”den/det/de” next. */
function mayBeInverted(words: Words, first: number, last: number): boolean {
  const left = words.word(first - 1)
  if (/^(?:den|det|de|dom)$/u.test(words.word(last + 1)) && !subjectPronouns.has(left) && left !== 'som') {
    return (
      words.word(last + 2) === '' || prepositions.has(words.word(last + 2)) || clauseOpensWithAdverbial(words, first)
    )
  }
  if (subjectPronouns.has(left) || left === 'som') return false
  return clauseOpensWithAdverbial(words, first)
}

/**
 * Whether a noun that comes after the verb is its subject, so that a new verb of several words has to open around it,
 * and where it ends is not known: ”**Kvarstår** besvären ska du ringa”, ”På måndag **översänder** läkaren svaret”.
 */
function opensAroundNoun(
  { first, last, from }: RewriteRequest,
  words: Words,
  form: string,
  { verbForm, voice }: Features,
): boolean {
  if ((verbForm !== 'present' && verbForm !== 'past') || !form.includes(' ')) return false
  const next = words.word(last + 1)
  if (isSubject(next)) return false
  if (words.opensSentence(first)) return next !== ''
  if (from.label.includes(' ') || !comesSecond(words, first)) return false
  // A passive whose subject stands first too (”Här på sidan insänds”) has nothing after it that could be one.
  return voice === 'passive' ? hasSubjectAfter(words, last) : hasNounNext(words, last + 1)
}

/** A pronoun that is the subject and no article: ”översänder **du**”, but ”översänder **de** nya reglerna”. */
const isSubject = (key: string): boolean => subjectPronouns.has(key) && key !== 'de' && key !== 'dom'

const hasNounNext = (words: Words, i: number): boolean => {
  const key = words.word(i)
  return key !== '' && (determiners.has(key) || !(functionWords.has(key) || sentenceAdverbs.has(key)))
}

/**
 * Whether something else than the subject opens the main clause that the verb is the first verb of: ”**Då** översänder”,
 * ”**På måndag** översänder”. What joins clauses, and any other verb before it, makes that unsure.
 */
function comesSecond(words: Words, first: number): boolean {
  if (!words.opensSentence(first)) {
    for (let at = first - 1; at >= words.start; at--) {
      const key = words.word(at)
      if (key === '' && !words.isNumber(at)) return false
      if (coordinators.has(key) || subjunctions.has(key) || subjectPronouns.has(key) || key === 'som') {
        // ”Då”, ”Där” and the like are adverbs where they open the sentence alone.
        return at === words.start && at === first - 1 && sentenceAdverbs.has(key)
      }
      if (modals.has(key) || commonVerbs.has(key) || copulas.has(key) || perfectAuxiliaries.has(key)) return false
    }
  }
  const opening = words.word(words.start)
  return sentenceAdverbs.has(opening) || prepositions.has(opening)
}

/** A passive has no object, so a noun after it is its subject: ”Här visas sidan”. */
function hasSubjectAfter(words: Words, last: number): boolean {
  const next = words.word(last + 1)
  if (next === '') return words.isSlot(last + 1) || words.isNumber(last + 1)
  if (determiners.has(next)) return true
  return !functionWords.has(next) && !sentenceAdverbs.has(next)
}

function clauseOpensWithAdverbial(words: Words, first: number): boolean {
  if (words.opensSentence(first)) return true
  let start = first - 1
  while (start >= words.start && !words.is(start, ',') && !words.is(start, ':') && !subjunctions.has(words.word(start)))
    start--
  if (subjunctions.has(words.word(start))) return false
  const opening = words.word(start + 1)
  if (words.is(start, ',') && start + 1 === first) return true
  return sentenceAdverbs.has(opening) || prepositions.has(opening)
}

function subordinate(words: Words, first: number): boolean {
  for (let at = first - 1; at >= words.start && at > first - 8; at--) {
    if (words.is(at, ',')) return false
    if (subjunctions.has(words.word(at)) || words.word(at) === 'som') return true
  }
  return false
}
