import {
  functionWords,
  isKnownAbbreviation,
  type Lexicon,
  Role,
  splitCompound,
  type TokenisedText,
} from '@klarsprak/swedish'
import { type AnalysedSegment, isWord, tokenText } from '../analysis/analyse.js'
import { isCapitalised } from '../rules/names.js'
import { looksForeign, sentencesIn } from '../rules/prose.js'
import { GENERAL_ADJECTIVES } from './general-words.js'
import { adjectiveLemma, headOf } from './lemma.js'

/** A stretch of a text that may be a term: a noun, with or without adjectives before it. */
export interface FoundPhrase {
  readonly first: number
  readonly last: number
  /** Keys of the adjectives. */
  readonly adjectives: readonly string[]
  readonly noun: string
}

/** How the general lexicon sees a noun. */
export interface NounClass {
  readonly isNoun: boolean
  /** The lexicon knows it as one piece, or as a compound of its own. */
  readonly isListed: boolean
  /** Parts of a compound; 1 for other words. */
  readonly parts: number
}

const MOST_ADJECTIVES = 2
const SHORTEST_WORD = 5
const SHORTEST_PART = 4
const SWEDISH_WORD = /^[a-zåäöéü]+(?:-[a-zåäöéü]+)*$/u

/** Finds nouns and phrases; what it has learnt of a word is kept for as long as it lives. */
export function createPhraseFinder(lexicon: Lexicon): {
  nounClass(key: string): NounClass
  find(segment: AnalysedSegment): Generator<FoundPhrase>
} {
  const nouns = new Map<string, NounClass>()
  const adjectives = new Map<string, boolean>()

  function nounClass(key: string): NounClass {
    let known = nouns.get(key)
    if (known === undefined) nouns.set(key, (known = classify(key, lexicon)))
    return known
  }
  function isAdjective(key: string): boolean {
    let known = adjectives.get(key)
    if (known === undefined) {
      const roles = lexicon.roles(key)
      known =
        (roles & Role.Adjective) !== 0 &&
        (roles & (Role.Other | Role.Name)) === 0 &&
        !GENERAL_ADJECTIVES.has(key) &&
        adjectiveLemma(key, lexicon) !== undefined
      adjectives.set(key, known)
    }
    return known
  }

  return {
    nounClass,
    *find(segment) {
      const { words } = segment
      for (const { from, to } of sentencesIn(segment)) {
        if (looksForeign(words, from, to)) continue
        for (let at = from; at < to; at++) {
          const noun = wordKeyAt(segment, at)
          if (noun === undefined || !nounClass(noun).isNoun) continue
          const before: string[] = []
          for (let left = at - 1; left >= from && before.length < MOST_ADJECTIVES; left--) {
            const key = isApart(words, left) ? undefined : wordKeyAt(segment, left)
            if (key === undefined || !isAdjective(key)) break
            before.unshift(key)
          }
          for (let taken = 0; taken <= before.length; taken++)
            yield { first: at - taken, last: at, adjectives: before.slice(before.length - taken), noun }
        }
      }
    },
  }
}

function classify(key: string, lexicon: Lexicon): NounClass {
  const roles = lexicon.roles(key)
  const isListed = (roles & Role.Word) !== 0
  if (isListed && (roles & Role.Compound) === 0) {
    const isNoun = (roles & Role.Noun) !== 0 && (roles & (Role.Name | Role.Other)) === 0
    return { isNoun, isListed, parts: 1 }
  }
  const head = headOf(key, lexicon)
  if (head !== undefined) {
    // be-skrivning and stor-lek are compounds to the lexicon, but everyday words to everybody.
    const isEveryday = isListed && Math.min(head.start, key.length - head.start) < SHORTEST_PART
    return { isNoun: !isListed || (roles & Role.Noun) !== 0, isListed, parts: isEveryday ? 1 : head.parts }
  }
  // A word that the lexicon cannot make out. Short ones are names and noise; a compound with another last part is no noun.
  const isUnknown = !isListed && splitCompound(key, { lexicon }).length === 0
  return { isNoun: isUnknown && key.length >= SHORTEST_WORD && !looksLikeVerb(key), isListed, parts: 1 }
}

const looksLikeVerb = (key: string): boolean => /(?:era|erar|erade|erat|eras|erades|ades|erande)$/u.test(key)

/** The key of a token that may be part of a term: no name, no code, no half of a word, no function word. */
function wordKeyAt(segment: AnalysedSegment, token: number): string | undefined {
  const { words } = segment
  if (!isWord(words, token) || isCapitalised(segment, token)) return undefined
  const text = tokenText(words, token)
  if (/\p{Lu}/u.test(text.slice(1))) return undefined
  const key = words.key(token)
  if (!SWEDISH_WORD.test(key) || functionWords.has(key) || isKnownAbbreviation(key)) return undefined
  // ”läkemedels- och vårdfrågor”, and words that a PDF broke at the end of a line.
  if (isHalf(words, token) || tokenText(words, token - 1).endsWith('-')) return undefined
  return key
}

const isHalf = (words: TokenisedText, token: number): boolean => {
  const next = words.text[words.ends[token]!]
  return next === '-' || tokenText(words, token).endsWith('-')
}

/** Whether something other than one space stands between the token and the next. */
function isApart(words: TokenisedText, token: number): boolean {
  const between = words.text.slice(words.ends[token], words.starts[token + 1])
  return between !== ' ' && between !== '\u00a0'
}
