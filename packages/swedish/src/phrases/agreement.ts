import type { Gender } from '../inflection/grammar.js'
import { TokenKind } from '../text/tokens.js'
import { adjectiveReading, inGender } from './adjectives.js'
import {
  barelyDefinite,
  commonVerbs,
  coordinators,
  copulas,
  degreeAdverbs,
  determiners,
  functionWords,
  modals,
  objectPredicativeVerbs,
  perfectAuxiliaries,
  prepositions,
  pronouns,
  sentenceAdverbs,
  subjunctions,
} from './closed-class.js'
import type { Edit } from './edits.js'
import { type NounPhrase, partitiveBefore } from './noun-phrase.js'
import { inCaseOf, type Words } from './words.js'

/** What must change around a noun when its gender does. */
export interface Agreement {
  readonly edits: readonly Edit[]
  /** The edits may not be all that is needed, or may be too many. */
  readonly doubtful: boolean
}

interface Change {
  readonly words: Words
  readonly phrase: NounPhrase
  /** The last token of the noun. */
  readonly last: number
  readonly from: Gender
  readonly to: Gender
}

const isAdverb = (key: string): boolean => sentenceAdverbs.has(key) || degreeAdverbs.has(key)

/** Expressions of time and the like between a verb and its predicative: för närvarande, i dag. */
const FIXED_ADVERBIALS = new Set([
  'för närvarande',
  'i dag',
  'i nuläget',
  'i år',
  'i regel',
  'i allmänhet',
  'till exempel',
])

/**
 * Articles, pronouns, adjectives and predicatives that agree with the noun, in the new gender.
 *
 *     en     ny    och säker    applikation   →   ett nytt och säkert program
 *     Applikationen är öppen                  →   Programmet är öppet
 */
export function agreeInSingular(change: Change, { genitive }: { readonly genitive: boolean }): Agreement {
  const inside = insidePhrase(change)
  // ”applikationens inställningar är öppna”: what follows says something of another noun.
  if (genitive) return inside
  const outside = outsidePhrase(change)
  return { edits: [...inside.edits, ...outside.edits], doubtful: inside.doubtful || outside.doubtful }
}

/** In the plural only a pronoun that picks out one shows the gender: **en** av apparna, **en** eller flera appar. */
export function agreeInPlural(change: Change): Agreement {
  const { words, phrase, from, to } = change
  const edits: Edit[] = []
  const partitive = partitiveBefore(words, phrase.start)
  for (const { token, determiner } of partitive ? [...phrase.alsoAgree, partitive] : phrase.alsoAgree) {
    if (determiner.gender === from && determiner.otherGender) edits.push(write(words, token, determiner.otherGender))
  }
  if (partitive && words.word(partitive.token - 1) === 'och' && words.word(partitive.token - 2) === 'var') {
    edits.push(write(words, partitive.token - 2, to === 'neuter' ? 'vart' : 'var'))
  }
  if (partitive === undefined || edits.length === 0) return { edits, doubtful: false }
  // ”En av apparna är stängd”: the predicative agrees with the one.
  const outside = outsidePhrase({ ...change, phrase: { ...phrase, start: partitive.token } })
  return { edits: [...edits, ...outside.edits], doubtful: outside.doubtful }
}

const write = (words: Words, token: number, key: string): Edit => ({
  start: words.text.starts[token]!,
  end: words.text.ends[token]!,
  text: inCaseOf(words.raw(token), key),
})

function insidePhrase({ words, phrase, from, to, last }: Change): Agreement {
  const edits: Edit[] = []
  let doubtful = false
  const openings = phrase.determiner ? [...phrase.alsoAgree, phrase.determiner] : phrase.alsoAgree
  for (const { token, determiner } of openings) {
    if (determiner.gender === from && determiner.otherGender) edits.push(write(words, token, determiner.otherGender))
  }
  for (const { token, reading } of phrase.modifiers) {
    const key = words.word(token)
    if (barelyDefinite.has(key)) continue
    if (reading === undefined) {
      // An unknown word: weak forms end in -a or -e and stay; anything else may have to change.
      const weak = phrase.determiner?.determiner.adjective === 'weak' && /[ae]$/u.test(key)
      if (!weak) doubtful = true
      continue
    }
    if (reading.form !== 'strong') continue
    const form = inGender(key, to)
    if (form === undefined) doubtful = true
    else if (form !== key) edits.push(write(words, token, form))
  }
  if (sharesDeterminer(words, phrase, last) || hasStrayArticle(words, phrase, from)) doubtful = true
  return { edits, doubtful }
}

/** ”en applikation eller webbplats”, ”en webbplats eller applikation”: one article for two nouns of different gender. */
function sharesDeterminer(words: Words, phrase: NounPhrase, last: number): boolean {
  const next = words.word(last + 1)
  if (phrase.determiner?.determiner.gender && (coordinators.has(next) || words.is(last + 1, '/'))) {
    const other = words.word(last + 2)
    if (other !== '' && !functionWords.has(other) && !commonVerbs.has(other) && !isAdverb(other) && !isDefinite(other))
      return true
  }
  const joined = coordinators.has(phrase.before) || words.is(phrase.start - 1, '/')
  if (phrase.determiner !== undefined || !joined) return false
  for (let at = phrase.start - 2; at >= words.start && at > phrase.start - 8; at--) {
    const key = words.word(at)
    if (key === '' || commonVerbs.has(key) || copulas.has(key) || prepositions.has(key)) return false
    if (determiners.get(key)?.gender) return true
  }
  return false
}

/** An article a few unknown words before a phrase that has none: they may be adjectives after all. */
function hasStrayArticle(words: Words, phrase: NounPhrase, gender: Gender): boolean {
  if (phrase.determiner !== undefined) return false
  for (let at = phrase.start - 1; at >= words.start && at > phrase.start - 4; at--) {
    const key = words.word(at)
    const determiner = determiners.get(key)
    if (determiner) return at < phrase.start - 1 && determiner.gender === gender && determiner.noun === 'indefinite'
    if (key === '' || functionWords.has(key) || commonVerbs.has(key)) return false
  }
  return false
}

const isDefinite = (key: string): boolean =>
  key.length > 4 && /(?:[^aeiouyåäö]et|arna|erna|orna|[^aeiouyåäöt]en)$/u.test(key)

// --- outside the phrase ----------------------------------------------------------------------------

function outsidePhrase(change: Change): Agreement {
  const { words, phrase, last, from, to } = change
  const edits = new Map<number, Edit>()
  let doubtful = false
  const strong = (i: number): boolean => {
    const reading = adjectiveReading(words.word(i))
    return reading?.form === 'strong' && reading.gender === from
  }

  /** The first token at or after `i` that is no adverb. */
  function pastAdverbs(i: number): number {
    for (;;) {
      if (FIXED_ADVERBIALS.has(`${words.word(i)} ${words.word(i + 1)}`)) i += 2
      // ”helt eller delvis stängd”
      else if (coordinators.has(words.word(i)) && isAdverb(words.word(i - 1)) && isAdverb(words.word(i + 1))) i++
      else if (isAdverb(words.word(i)) && !(strong(i) && !strong(i + 1))) i++
      else if (adverbFromAdjective(words.word(i)) && strong(i + 1)) i++
      else return i
    }
  }

  /** Where the words after a chain of verbs ending in a copula begin: ”ska alltid vara |”; undefined without one. */
  function afterCopula(i: number): number | undefined {
    let after: number | undefined
    for (let at = i; at < words.end; at++) {
      const key = words.word(at)
      if (copulas.has(key)) after = at + 1
      else if (modals.has(key) || perfectAuxiliaries.has(key) || key === 'kommer' || isAdverb(key)) continue
      else if (key === 'att' && words.word(at - 1) === 'kommer') continue
      else break
    }
    return after
  }

  /** ”är **din**”, ”är **vår** viktigaste”, ”är **en** av de bästa”: a determiner that agrees with our noun, not with one of its own. */
  function leavesNounOut(i: number): boolean {
    const determiner = determiners.get(words.word(i))
    if (determiner?.gender !== from || determiner.otherGender === undefined) return false
    let at = i + 1
    while (adjectiveReading(words.word(at))?.form === 'weak' || barelyDefinite.has(words.word(at)) || strong(at)) at++
    const key = words.word(at)
    return key === '' ? !words.isSlot(at) && !words.isNumber(at) : functionWords.has(key) && !determiners.has(key)
  }

  /** Agreement of the predicative that begins at `i`: ”öppen, enkel och säker”. */
  function predicative(i: number): void {
    let at = pastAdverbs(i)
    for (;;) {
      const key = words.word(at)
      if (leavesNounOut(at)) doubtful = true
      if (key === '' || functionWords.has(key) || (isAdverb(key) && !strong(at))) return
      const reading = adjectiveReading(key)
      if (reading === undefined) {
        if (!isDefinite(key) && !/^(?:bäst|sämst|värst)$|ast$/u.test(key)) doubtful = true
        return
      }
      if (reading.form === 'weak') return
      if (strong(at)) {
        if (!standsAlone(words, at)) {
          doubtful = true
          return
        }
        const form = inGender(key, to)
        if (form === undefined) doubtful = true
        else edits.set(at, write(words, at, form))
        // ”markerad som inaktiv”
        if (words.word(at + 1) === 'som' && strong(at + 2) && standsAlone(words, at + 2)) predicative(at + 2)
      }
      const joined = words.is(at + 1, ',') || coordinators.has(words.word(at + 1))
      if (!joined) return
      at = pastAdverbs(words.is(at + 1, ',') && coordinators.has(words.word(at + 2)) ? at + 3 : at + 2)
      const following = adjectiveReading(words.word(at))
      if (following === undefined || functionWords.has(words.word(at)) || !standsAlone(words, at)) {
        if (strong(at)) doubtful = true
        return
      }
    }
  }

  const next = last + 1
  const subject = subjectStatus(words, phrase.start)
  const verbBefore = verbToTheLeft(words, phrase.start)
  const inverted = copulas.has(verbBefore)

  if (words.word(next) === 'själv' || words.word(next) === 'självt') doubtful = true
  if (inverted) {
    predicative(next)
    // ”Hur säker är appen?”
    const fronted = phrase.start - 2
    if (strong(fronted)) {
      if (/^(?:hur|så|lika)$/u.test(words.word(fronted - 1)))
        edits.set(fronted, write(words, fronted, inGender(words.word(fronted), to) ?? ''))
      else doubtful = true
    }
  } else if (strong(next)) {
    const givesProperty = objectVerbBefore(words, phrase.start)
    const participle = /(?:d|[^aeiou]en|t)$/u.test(words.word(next)) && prepositions.has(words.word(next + 1))
    if (givesProperty || participle) predicative(next)
    else doubtful = true
  }

  // en app, anpassad för äldre
  if (words.is(next, ',') && strong(next + 1)) predicative(next + 1)

  // i vilken du …
  for (const at of [next, next + 1]) {
    const opensRelative = at === next ? false : prepositions.has(words.word(next)) || words.is(next, ',')
    const relative = determiners.get(words.word(at))
    if (opensRelative && /^vilke[nt]$/u.test(words.word(at)) && relative?.gender === from) {
      edits.set(at, write(words, at, relative.otherGender!))
    }
  }

  const direct = subject === 'no' ? undefined : afterCopula(next)
  if (direct !== undefined) {
    // ”om appen inte är öppen”: an adverb before the verb shows a clause of its own; ”information om appen är viktig” has none.
    if (subject === 'yes' || isAdverb(words.word(next))) predicative(direct)
    else if (strong(pastAdverbs(direct))) doubtful = true
  }
  const relativeAt =
    words.word(next) === 'som' ? next : words.is(next, ',') && words.word(next + 1) === 'som' ? next + 1 : undefined
  const inRelative = relativeAt === undefined ? undefined : afterCopula(relativeAt + 1)
  if (inRelative !== undefined) predicative(inRelative)

  for (let at = next; at < words.end; at++) {
    const key = words.word(at)
    if (
      perfectAuxiliaries.has(key) &&
      key !== 'ha' &&
      strong(pastAdverbs(at + 1)) &&
      /ad$/u.test(words.word(pastAdverbs(at + 1)))
    )
      doubtful = true
    // ”Appen startar krypterad”: a predicative after a verb that no list holds.
    if (subject !== 'no' && strong(at) && standsAlone(words, at) && !edits.has(at) && looksFinite(words.word(at - 1)))
      doubtful = true
    // ”Appen räknas som säker”
    if (subject !== 'no' && key === 'som' && at !== relativeAt && strong(at + 1) && standsAlone(words, at + 1)) {
      if (!edits.has(at + 1) && !pronouns.has(words.word(at - 1))) doubtful = true
    }
    if (!copulas.has(key)) continue
    const target = pastAdverbs(at + 1)
    const agreesAlready = at + 1 === direct || at + 1 === inRelative
    if (agreesAlready || edits.has(target) || copulas.has(words.word(target))) continue
    const owner = ownerOfPredicative(change, at, relativeAt, subject !== 'no')
    if (owner === 'ours') predicative(at + 1)
    else if (owner === 'unsure' && strong(target) && standsAlone(words, target)) doubtful = true
  }

  // ”Installerad på telefonen visar appen …”
  const opening = firstWord(words)
  if (phrase.start > opening && strong(opening) && !commonVerbs.has(words.word(opening)) && standsAlone(words, opening))
    doubtful = true
  return { edits: [...edits.values()], doubtful }
}

/** Words that are prepositions in one place and open a clause in another. */
const BOTH = new Set(['om', 'för', 'efter', 'före', 'innan', 'sedan', 'sen', 'trots', 'med', 'utan', 'tack', 'som'])

/** Whether the phrase that begins at `start` can be a subject: not after a preposition. */
function subjectStatus(words: Words, start: number): 'yes' | 'no' | 'unsure' {
  const before = words.word(start - 1)
  if (!prepositions.has(before)) return 'yes'
  if (!BOTH.has(before)) return 'no'
  if (before !== 'om') return subjunctions.has(before) && words.opensSentence(start - 1) ? 'unsure' : 'no'
  return words.opensSentence(start - 1) || words.is(start - 2, ',') ? 'yes' : 'unsure'
}

const looksFinite = (key: string): boolean =>
  !copulas.has(key) &&
  (commonVerbs.has(key) || (/[^aeiouyåäö](?:ar|er|as|ade|ades)$/u.test(key) && adjectiveReading(key) === undefined))

/** ”tekniskt” before an adjective. */
const adverbFromAdjective = (key: string): boolean => adjectiveReading(key)?.gender === 'neuter'

function firstWord(words: Words): number {
  let at = words.start
  while (at < words.end && words.word(at) === '') at++
  return at
}

/** The adjective at `i` is not followed by a noun of its own (modern teknik). */
function standsAlone(words: Words, i: number): boolean {
  const next = words.word(i + 1)
  if (next === '') return !words.isSlot(i + 1)
  return functionWords.has(next) || isAdverb(next) || commonVerbs.has(next) || isDefinite(next) || copulas.has(next)
}

/** The verb directly before token `i`, adverbs aside. */
function verbToTheLeft(words: Words, i: number): string {
  let at = i - 1
  while (at > words.start && sentenceAdverbs.has(words.word(at))) at--
  return words.word(at)
}

/** ”gör appen säker”, ”gör vi appen säker”. */
function objectVerbBefore(words: Words, i: number): boolean {
  for (let at = i - 1; at >= words.start && at >= i - 3; at--) {
    const key = words.word(at)
    if (objectPredicativeVerbs.has(key)) return true
    if (!pronouns.has(key) && !isAdverb(key)) return false
  }
  return false
}

/** Whose property the predicative after the copula at `i` is: our noun's, another's, or not to be told. */
function ownerOfPredicative(
  { words, phrase, last }: Change,
  i: number,
  relativeAt: number | undefined,
  subject: boolean,
): 'ours' | 'other' | 'unsure' {
  let at = i - 1
  while (at > last) {
    const key = words.word(at)
    if (!isAdverb(key) && !modals.has(key) && !perfectAuxiliaries.has(key) && !copulas.has(key)) break
    at--
  }
  const left = words.word(at)
  if (left === 'som') {
    const antecedent = words.word(at - 1)
    if (pronouns.has(antecedent)) return 'other'
    return verbBetween(words, last + 1, at) ? 'other' : 'unsure'
  }
  // ”hos oss är |” ends what belongs to our noun; ”du är |” is a subject.
  if (pronouns.has(left) && !prepositions.has(words.word(at - 1))) return 'other'
  const clause = lastClauseOpening(words, last + 1, at)
  if (clause !== undefined && clause !== relativeAt) return 'other'
  if (relativeAt !== undefined) {
    // ”Appen som du laddar ner är öppen”: a verb right before the copula ends the relative clause.
    return commonVerbs.has(left) && subject && opensClause(words, phrase.start) ? 'ours' : 'unsure'
  }
  if (!subject) return 'other'
  if (verbBetween(words, last + 1, at)) return 'other'
  return opensClause(words, phrase.start) && prepositions.has(words.word(last + 1)) ? 'ours' : 'unsure'
}

/** The phrase stands first in its clause, where a subject stands. */
const opensClause = (words: Words, start: number): boolean =>
  words.opensSentence(start) || subjunctions.has(words.word(start - 1)) || words.is(start - 1, ',')

function verbBetween(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const key = words.word(at)
    if (commonVerbs.has(key) || modals.has(key) || copulas.has(key) || /[^aeiouyåäö](?:ar|er|ade|as)$/u.test(key))
      return true
  }
  return false
}

/** The last word in `[from, to)` that opens a clause with a subject of its own. */
function lastClauseOpening(words: Words, from: number, to: number): number | undefined {
  for (let at = to - 1; at >= from; at--) {
    const key = words.word(at)
    const opens =
      (subjunctions.has(key) && key !== 'än') ||
      key === 'som' ||
      key === 'men' ||
      key === 'och' ||
      words.is(at, ',') ||
      words.is(at, '–')
    if (opens) return at
  }
  return undefined
}

// --- pronouns that refer back ----------------------------------------------------------------------

/**
 * Whether a pronoun in the same or the next sentence may refer to the noun by its gender: ”Ladda ner
 * appen. **Den** är gratis.” It may refer to something else; no rule can tell, so it counts.
 */
export function hasAnaphora({ words, phrase, last, from }: Change): boolean {
  const { text } = words
  const end = endOfNextSentence(words)
  for (let i = words.start; i < end; i++) {
    if (i >= phrase.start && i <= last) continue
    if (refersBack(i)) return true
  }
  return false

  function key(i: number): string {
    return i < end && text.kinds[i] === TokenKind.Word ? text.key(i) : ''
  }

  function refersBack(i: number): boolean {
    const here = key(i)
    if (from === 'common' ? here === 'den' : here === 'det') {
      if (from === 'neuter' && isExpletive(i)) return false
      return isPronounBefore(i + 1)
    }
    if (here === (from === 'common' ? 'denna' : 'detta')) return isPronounBefore(i + 1)
    // ”… kan du ladda ner en.”, ”… skaffa en ny.”
    if (here === (from === 'common' ? 'en' : 'ett')) {
      let after = i + 1
      const reading = adjectiveReading(key(after))
      if (reading?.form === 'strong' && reading.gender === from) after++
      return isMark(after)
    }
    return false
  }

  /** Whether a pronoun before token `i` stands alone, rather than opens a phrase: ”den är”, not ”den nya appen”. */
  function isPronounBefore(i: number): boolean {
    if (i >= end) return true
    const kind = text.kinds[i]
    if (kind === TokenKind.Number) return false
    if (kind !== TokenKind.Word) return true
    const next = key(i)
    if (next === 'som' || next === 'vars') return false
    if (next === 'här' || next === 'där') return i + 1 >= end || key(i + 1) === '' || cannotBeNoun(key(i + 1))
    if (cannotBeNoun(next)) return true
    const reading = adjectiveReading(next)
    if (barelyDefinite.has(next) || reading?.form === 'weak' || reading?.form === 'invariable') {
      const following = key(i + 1)
      return isMark(i + 1) || prepositions.has(following) || copulas.has(following) || subjunctions.has(following)
    }
    // A noun: definite, or with a relative clause after it (”den vård du behöver”).
    const after = key(i + 1)
    if (after === 'som' || /^(?:jag|du|vi|ni|man|han|hon|hen|de)$/u.test(after)) return false
    return !/(?:..en|..an|[aeou][lnr]n|on|[^aeiouyåäö]et|[aeo]t)$/u.test(next)
  }

  function cannotBeNoun(word: string): boolean {
    const determiner = determiners.get(word)
    if (determiner?.number === 'plural' || word === 'samma' || word === 'andra') return false
    return functionWords.has(word) || commonVerbs.has(word) || isAdverb(word)
  }

  function isMark(i: number): boolean {
    return i >= end || text.kinds[i] === TokenKind.Punctuation
  }

  /** ”det finns”, ”det är viktigt att”, ”det är en app”: a subject in form only. */
  function isExpletive(i: number): boolean {
    const verb = key(i + 1)
    const before = key(i - 1)
    if (/^(?:finns|fanns|går|gick|krävs|behövs|saknas|tar|gäller|hände|händer|regnar|brukar)$/u.test(verb)) return true
    if (/^(?:finns|fanns|går|gick|krävs|behövs|saknas|tar|gäller|är|var|blir)$/u.test(before) && !copulas.has(verb)) {
      return adjectiveReading(verb)?.form === 'strong' || /^(?:finns|går|krävs|behövs|saknas|gäller)$/u.test(before)
    }
    if (!copulas.has(verb)) return false
    if (i + 2 >= phrase.start && i + 2 <= last) return true
    const what = key(i + 2)
    if (pronouns.has(what) || determiners.has(what)) return true
    const isPredicative =
      /^(?:strong|invariable)$/u.test(adjectiveReading(what)?.form ?? '') || what === 'dags' || what === 'bråttom'
    return isPredicative && /^(?:att|om|när|för)$/u.test(key(i + 3))
  }
}

/** The end of the sentence after the match's own. */
function endOfNextSentence({ text, end }: Words): number {
  if (end >= text.count) return text.count
  let low = 0
  let high = text.sentences.length - 1
  while (low < high - 1) {
    const middle = (low + high) >> 1
    if (text.sentences[middle]! <= end) low = middle
    else high = middle
  }
  return text.sentences[low + 1] ?? text.count
}
