import type { Pos } from '../inflection/grammar.js'
import type { TokenisedText } from '../text/tokens.js'
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
  objectPronouns,
  perfectAuxiliaries,
  prepositions,
  sentenceAdverbs,
  subjectPronouns,
  subjunctions,
} from './closed-class.js'
import { type Words, wordsAround } from './words.js'

/** A word class that a word may have in its sentence. */
export interface Reading {
  readonly pos: Pos
  /** From 0 to 1. About 0.5 when the words around say nothing; 0.9 and more when they leave little doubt. */
  readonly confidence: number
}

/**
 * The word classes in `candidates`, the likeliest first, judged by the words beside token `token` and not
 * by the word itself: ”ett **besök**” is a noun, ”att **besöka**” a verb, ”**Besök** oss” a verb.
 * Looks a few words to either side; a rule of thumb, not a parser.
 */
export function readings(text: TokenisedText, token: number, candidates: readonly Pos[]): readonly Reading[] {
  const evidence = evidenceAt(wordsAround(text, token), token, candidates)
  if (evidence === undefined) return candidates.map((pos) => ({ pos, confidence: 0.5 }))
  const rest = Math.round((1 - evidence.confidence) * 1000) / 1000
  return candidates
    .map((pos) => (pos === evidence.pos ? evidence : { pos, confidence: rest }))
    .sort((a, b) => b.confidence - a.confidence)
}

const NOT_VERB = new Set(['den', 'det', 'de', 'er', 'all', 'allt', 'alla', 'man', 'en'])
const EAGER = new Set('gärna alltid inte aldrig först också även sedan därefter'.split(' '))

function evidenceAt(words: Words, i: number, candidates: readonly Pos[]): Reading | undefined {
  let before = i - 1
  while (before >= words.start && sentenceAdverbs.has(words.word(before)) && !copulas.has(words.word(before))) before--
  const left = words.word(i - 1)
  const far = words.word(before)
  const right = words.word(i + 1)
  const wanted = (pos: Pos): boolean => candidates.includes(pos)
  const nounAfter = isNounLike(words, i + 1)
  const verbAfter = isFiniteVerb(right)

  // What comes before a noun decides most.
  const opening = determiners.get(left)
  if (opening && !NOT_VERB.has(left)) return nominal(0.96)
  if (left === 'en') return nominal(0.93)
  if (left === 'den' || left === 'det' || left === 'de') {
    if (left !== 'det' && wanted('verb') && (right === '' || determiners.has(right) || prepositions.has(right)))
      return { pos: 'verb', confidence: 0.6 }
    return nominal(0.7)
  }
  if (/(?:.{2}ens|..ets|..ans|[aeo]rnas|.:s)$/u.test(left)) return nominal(0.95)
  if (far === 'att')
    return verbAfter && right !== '' ? { pos: 'noun', confidence: 0.75 } : { pos: 'verb', confidence: 0.92 }
  if (modals.has(far) && !mainVerbsToo.has(far)) {
    // ”kan besök bokas”: the verb comes after.
    return /(?:as|s|a)$/u.test(right) &&
      !functionWords.has(right) &&
      !determiners.has(right) &&
      /(?:as|[rnldtgkv]s)$/u.test(right)
      ? { pos: 'noun', confidence: 0.8 }
      : { pos: 'verb', confidence: 0.92 }
  }
  // ”Är du vårdtagare?”, ”Har du besök?”
  if (subjectPronouns.has(left) && copulas.has(words.word(i - 2))) return nominal(0.85)
  if (subjectPronouns.has(left) && !modals.has(words.word(i - 2)) && isVerbLike(words.word(i - 2))) return nominal(0.75)
  if (subjectPronouns.has(left) && perfectAuxiliaries.has(words.word(i - 2))) return undefined
  if (subjectPronouns.has(left) && left !== 'de' && left !== 'dom') return { pos: 'verb', confidence: 0.93 }
  if (left === 'som' || left === 'vänligen') return { pos: 'verb', confidence: left === 'som' ? 0.7 : 0.93 }
  if (degreeAdverbs.has(left) && wanted('adjective')) return { pos: 'adjective', confidence: 0.85 }
  if (prepositions.has(left) && !subjunctions.has(left)) return nominal(0.92)
  if (prepositions.has(left)) return nominal(0.7)
  if (isKnownAdjective(left) && !commonVerbs.has(left)) return nominal(0.92)
  if (copulas.has(far) && wanted('adjective')) return { pos: 'adjective', confidence: 0.85 }
  if (words.isNumber(i - 1)) return nominal(0.9)

  if (words.opensSentence(i)) {
    if (verbAfter) return { pos: 'noun', confidence: 0.95 }
    if (objectPronouns.has(right) || (determiners.has(right) && right !== 'som'))
      return { pos: 'verb', confidence: 0.93 }
    if (EAGER.has(right)) return { pos: 'verb', confidence: 0.9 }
    if (words.isNumber(i + 1) || /^\p{Lu}/u.test(words.raw(i + 1))) return { pos: 'verb', confidence: 0.8 }
    if (isDefiniteNoun(right)) return { pos: 'verb', confidence: 0.8 }
    if (wanted('adjective') && nounAfter) return { pos: 'adjective', confidence: 0.75 }
    if (prepositions.has(right)) return { pos: 'noun', confidence: 0.6 }
    return undefined
  }
  if (perfectAuxiliaries.has(left)) return undefined
  if (verbAfter && !coordinators.has(left)) return { pos: 'noun', confidence: 0.85 }
  if (commonVerbs.has(left) || modals.has(left)) return nominal(0.8)
  return undefined

  /** A noun, or an adjective before one. */
  function nominal(confidence: number): Reading {
    if (wanted('adjective') && nounAfter) return { pos: 'adjective', confidence: Math.min(confidence, 0.85) }
    return { pos: 'noun', confidence }
  }
}

const isFiniteVerb = (key: string): boolean =>
  copulas.has(key) ||
  modals.has(key) ||
  perfectAuxiliaries.has(key) ||
  key === 'kommer' ||
  key === 'kostar' ||
  key === 'gäller'

const isVerbLike = (key: string): boolean => commonVerbs.has(key) || /[^aeiouyåäö](?:ar|er)$/u.test(key)

const isDefiniteNoun = (key: string): boolean =>
  key.length > 4 && /(?:et|en|an|arna|erna|orna)$/u.test(key) && !functionWords.has(key)

/** A word that is nothing else we know of, so probably a noun. */
function isNounLike(words: Words, i: number): boolean {
  const key = words.word(i)
  if (key === '' || functionWords.has(key) || sentenceAdverbs.has(key) || commonVerbs.has(key)) return false
  return adjectiveReading(key)?.form !== 'strong' || !isKnownAdjective(key)
}
