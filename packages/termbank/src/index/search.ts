import {
  isParticle,
  rememberedByWord,
  type Span,
  type TokenisedText,
  TokenKind,
  wordKey,
  wordNumbersOf,
  wordOfNumber,
} from '@klarsprak/swedish'
import type { Term } from '../model/concept.js'
import { hasCapitalsOf, isAllCaps, looksLikeInitialism } from './case-rule.js'
import type { PartHit } from './compound-parts.js'
import type { ConceptTable } from './concept-table.js'
import type { Match, Sense } from './match.js'
import { findEdge, Guarded, LONGEST_KEY, NOT_IN_TEXT, NodeFlag, SenseFlag, type TermTables } from './tables.js'
import type { RejectionReason, SearchOptions } from './term-index.js'
import { fitsWordsNear, joinedKeys } from './words-near.js'

/** At most so many words stand between a verb and its particle: ”loggar du då in”. */
export const LONGEST_GAP = 3

/** Words that begin something new, so that what follows does not belong to the verb before. Particles do too. */
const GAP_BREAKERS = new Set(
  'och eller men samt att som om för när då så därför eftersom medan innan hos genom mellan vid per'.split(' '),
)
export const mayStandInGap = (key: string): boolean => !GAP_BREAKERS.has(key) && !isParticle(key)

/** How a sentence is written: all in capitals, otherwise, or with one word only, so that nobody can tell. */
type Tone = 'capitals' | 'mixed' | 'alone'

const NONE = new Uint8Array(0)
const NOWHERE = new Uint32Array(0)
const NO_NUMBERS = new Int32Array(0)
const NO_SENSES: readonly Sense[] = []
/** A term that a writer may have to be told about: anything but a preferred everyday one. */
export const mayBeReported = ({ status, register }: Term): boolean =>
  status !== 'preferred' || register === 'professional'

/**
 * Searches texts for the forms of `tables`. The time is linear in the text and does not grow with the bank.
 *
 * @param keyOfWord by word number: the key plus one, or 0
 */
export function createSearch(
  tables: TermTables,
  concepts: ConceptTable,
  keyOfWord: (number: number) => number,
  partsOfWord: (number: number) => readonly PartHit[],
): (text: TokenisedText, options?: SearchOptions) => readonly Match[] {
  const { meta, keyNode, nodeEntry, nodeFlags, entryStarts, senseTerm, senseFlags, senseCased, termGuarded } = tables
  let words: Int32Array = NO_NUMBERS

  /** By entry, once asked: whether its meanings always count together, with no capitals, exceptions or layers to look at. */
  const plainEntries = new Uint8Array(entryStarts.length)
  /** By entry, once asked: its meanings in a text, when nothing speaks against any of them. */
  const allSenses: (readonly Sense[] | undefined)[] = []

  // The search at hand. One search at a time: nothing here waits.
  let text: TokenisedText = {
    text: '',
    count: 0,
    kinds: NONE,
    starts: NOWHERE,
    ends: NOWHERE,
    sentences: NOWHERE,
    numbers: NO_NUMBERS,
    era: 0,
    key: () => '',
  }
  let onReject: SearchOptions['onReject']
  let matches: Match[] = []
  let sentenceStart = 0
  let sentenceEnd = 0
  let tone: Tone | undefined
  let guardsFrom = 0
  let inOrder = false
  let keysOfText: string | undefined
  const amongItsWords = new Map<number, boolean>()

  // Forms found in the sentence at hand; `gap` is how many words stand between the first and the rest.
  const found = { count: 0, first: [] as number[], last: [] as number[], entry: [] as number[], gap: [] as number[] }
  // Exceptions found in it, in the order of their first word.
  const guards = { count: 0, first: [] as number[], last: [] as number[], term: [] as number[] }

  /** Notes every form that begins at token `i`, whose node is `node`. The shorter come before the longer, those over a gap last. */
  function collect(node: number, i: number, end: number): void {
    follow(node, i, i, end, 0)
    if ((nodeFlags[node]! & NodeFlag.Gap) === 0) return
    for (let gap = 1; gap <= LONGEST_GAP; gap++) {
      const between = i + gap
      const next = between + 1
      if (next >= end || text.kinds[between] !== TokenKind.Word || standsInGap(words[between]!) === 0) return
      const after = keyAt(next)
      const to = after < 0 ? 0 : findEdge(tables, node, after)
      if (to !== 0 && (nodeFlags[to]! & NodeFlag.AfterGap) !== 0) {
        follow(to, i, next, end, gap)
        return
      }
    }
  }

  function follow(node: number, first: number, at: number, end: number, gap: number): void {
    for (;;) {
      const entry = nodeEntry[node]!
      if (entry !== 0) note(entry, first, at, gap)
      if ((nodeFlags[node]! & NodeFlag.More) === 0 || ++at >= end) return
      const key = keyAt(at)
      if (key < 0) return
      node = findEdge(tables, node, key)
      if (node === 0) return
    }
  }

  function note(entry: number, first: number, last: number, gap: number): void {
    let meaning = false
    for (let sense = entryStarts[entry - 1]!; sense < entryStarts[entry]!; sense++) {
      if ((senseFlags[sense]! & SenseFlag.Guard) === 0) meaning = true
      else if (gap === 0) {
        guards.first[guards.count] = first
        guards.last[guards.count] = last
        guards.term[guards.count++] = senseTerm[sense]!
      }
    }
    if (meaning) addFound(entry, first, last, gap)
  }

  function addFound(entry: number, first: number, last: number, gap: number): void {
    found.first[found.count] = first
    found.last[found.count] = last
    found.entry[found.count] = entry
    found.gap[found.count++] = gap
  }

  /** By word number: whether the word may stand between a verb and its particle. */
  const standsInGap = rememberedByWord((word) => (mayStandInGap(word) ? 1 : 0))

  const keyAt = (token: number): number => (words[token]! < 0 ? -1 : keyOfWord(words[token]!) - 1)

  /**
   * What a word begins. 0: no form. Odd: a form of one word and no other, which counts wherever it stands; the entry is the
   * number halved. Even: the node of the forms, doubled.
   */
  const beginningOfWord = rememberedByWord((_, number) => {
    const key = keyOfWord(number)
    const node = key === 0 ? 0 : keyNode[key - 1]!
    const entry = nodeEntry[node]!
    const isAlone = (nodeFlags[node]! & (NodeFlag.More | NodeFlag.Gap)) === 0 && entry !== 0 && isPlain(entry - 1)
    return isAlone ? entry * 2 + 1 : node * 2
  })

  return function search(searched, options = {}) {
    words = wordNumbersOf(searched)
    text = searched
    keysOfText = undefined
    amongItsWords.clear()
    onReject = options.onReject
    matches = []
    const { sentences } = text
    for (let s = 0; s + 1 < sentences.length; s++) searchSentence(sentences[s]!, sentences[s + 1]!)
    const answer = matches
    matches = []
    return answer
  }

  function searchSentence(start: number, end: number): void {
    found.count = 0
    guards.count = 0
    sentenceStart = start
    sentenceEnd = end
    tone = undefined
    guardsFrom = 0
    for (let i = start; i < end; i++) {
      const begins = beginningOfWord(words[i]!)
      if (begins === 0) continue
      if ((begins & 1) === 1) addFound(begins >>> 1, i, i, 0)
      else collect(begins >>> 1, i, end)
    }

    let nextFound = 0
    let free = start // the first token that no match has taken
    for (let i = start; i < end; i++) {
      const from = nextFound
      while (nextFound < found.count && found.first[nextFound] === i) nextFound++
      if (i < free) {
        if (onReject !== undefined) for (let f = from; f < nextFound; f++) rejectAll(f, 'longer')
        continue
      }
      if (nextFound === from) {
        searchWord(i)
        continue
      }
      skipGuards(i)
      inOrder = false
      let taken = i
      if (nextFound === from + 1) taken = accept(from, i)
      else {
        for (const f of byLength(from, nextFound)) {
          if (taken > i) {
            if (onReject !== undefined) rejectAll(f, 'longer')
          } else taken = accept(f, i)
        }
      }
      if (taken > i) free = taken
      // A word that an exception covers is in order, and so is what is inside it.
      else if (!inOrder) searchWord(i)
    }
  }

  /** Those that end before token `i`. */
  function skipGuards(i: number): void {
    while (guardsFrom < guards.count && guards.first[guardsFrom]! <= i - meta.longestGuard) guardsFrom++
  }

  /** Makes form `f`, which begins at token `i`, a match if any meaning of it counts here. The token after it, or `i`. */
  function accept(f: number, i: number): number {
    const entry = found.entry[f]!
    const last = found.last[f]!
    const gap = found.gap[f]!
    const span = { start: text.starts[i]!, end: text.ends[last]! }
    let senses: readonly Sense[]
    if (gap === 0 && isPlain(entry - 1)) {
      if (i === last && isInitialismHere(span)) {
        if (onReject !== undefined) rejectAll(f, 'case')
        return i
      }
      senses = allSensesOf(entry)
    } else {
      if (gap > 0 && hidesAdvice(f, i, i + gap)) return i
      const numbers = survivors(entry, gap, i, last, span)
      if (numbers.length === 0) return i
      const all = gap > 0 ? NO_SENSES : allSensesOf(entry)
      senses =
        numbers.length === all.length
          ? all
          : numbers.map((sense) => concepts.senseAt(sense, gap > 0 ? 'split' : 'whole'))
    }
    const match: Match = { span, first: i, last, part: 'whole', senses }
    matches.push(gap > 0 ? { ...match, gap: { first: i + 1, last: i + gap } } : match)
    return last + 1
  }

  /** Whether some word of a gap is itself a term that may be reported: then it should be heard (”Kom fastande till provet”). */
  function hidesAdvice(gapped: number, verb: number, last: number): boolean {
    for (let f = gapped + 1; f < found.count && found.first[f]! <= last; f++) {
      if (found.first[f] === verb) continue
      const entry = found.entry[f]!
      for (let sense = entryStarts[entry - 1]!; sense < entryStarts[entry]!; sense++) {
        if ((senseFlags[sense]! & NOT_IN_TEXT) === 0 && mayBeReported(concepts.senseAt(sense).term)) return true
      }
    }
    return false
  }

  function isPlain(entry: number): boolean {
    if (plainEntries[entry] === 0) plainEntries[entry] = hasSpecialSense(tables, entry) ? SPECIAL : PLAIN
    return plainEntries[entry] === PLAIN
  }

  /** The same array for all matches of a form, so that what follows from the meanings can be kept with them. */
  function allSensesOf(entry: number): readonly Sense[] {
    const known = allSenses[entry - 1]
    if (known !== undefined) return known
    const senses: Sense[] = []
    for (let sense = entryStarts[entry - 1]!; sense < entryStarts[entry]!; sense++) {
      if ((senseFlags[sense]! & (SenseFlag.Hidden | SenseFlag.Guard)) === 0) senses.push(concepts.senseAt(sense))
    }
    allSenses[entry - 1] = Object.freeze(senses)
    return senses
  }

  /** The meanings of a form that count here. Sets `inOrder` if one that is a single word is covered by an exception or means something else. */
  function survivors(entry: number, gap: number, first: number, last: number, span: Span): readonly number[] {
    const senses: number[] = []
    let cased = false
    for (let sense = entryStarts[entry - 1]!; sense < entryStarts[entry]!; sense++) {
      const flags = senseFlags[sense]!
      if ((flags & (SenseFlag.Hidden | SenseFlag.Guard)) !== 0) continue
      if (gap > 0 && (flags & SenseFlag.Split) === 0) continue
      const why = reasonAgainst(sense, first, last, span)
      if (why === undefined) {
        senses.push(sense)
        cased ||= (flags & SenseFlag.Cased) !== 0
      } else {
        if ((why === 'unless' || why === 'near') && first === last) inOrder = true
        if (onReject !== undefined) reject(sense, span, why)
      }
    }
    return cased ? exactOnly(senses) : senses
  }

  /** With the very capitals of a name or an abbreviation, the text means that. */
  function exactOnly(senses: readonly number[]): readonly number[] {
    return senses.filter((sense) => (senseFlags[sense]! & SenseFlag.Cased) !== 0)
  }

  function reasonAgainst(sense: number, first: number, last: number, span: Span): RejectionReason | undefined {
    const flags = senseFlags[sense]!
    if ((flags & NOT_IN_TEXT) !== 0) return 'layer'
    if ((flags & SenseFlag.Cased) !== 0) {
      const actual = text.text.slice(span.start, span.end)
      if (!hasCapitalsOf(actual, meta.casedForms[senseCased[sense]! - 1]!)) return 'case'
      if (isAllCaps(actual) && toneOfSentence() === 'capitals') return 'case'
    } else if (first === last && isInitialismHere(span)) return 'case'
    const term = senseTerm[sense]!
    const guarded = termGuarded[term]!
    if (guarded === 0) return undefined
    if ((guarded & Guarded.ByPhrase) !== 0 && isGuarded(term, first, last)) return 'unless'
    return (guarded & Guarded.ByWordsNear) === 0 || isAmongItsWords(sense, term) ? undefined : 'near'
  }

  /** The same everywhere in a text, so it is worked out once for each term that is found there. */
  function isAmongItsWords(sense: number, term: number): boolean {
    let is = amongItsWords.get(term)
    if (is === undefined) {
      is = fitsWordsNear(concepts.senseAt(sense).term, (keysOfText ??= joinedKeys(text)))
      amongItsWords.set(term, is)
    }
    return is
  }

  /** A short word in capitals among words in lower case is an abbreviation, not the word it is spelt as. */
  function isInitialismHere({ start, end }: Span): boolean {
    // Nearly every word has a lower-case letter among its first two; looking there first spares the rest.
    if (isLower(text.text.charCodeAt(start)) || isLower(text.text.charCodeAt(start + 1))) return false
    return looksLikeInitialism(text.text.slice(start, end)) && toneOfSentence() === 'mixed'
  }

  function isGuarded(term: number, first: number, last: number): boolean {
    for (let g = guardsFrom; g < guards.count && guards.first[g]! <= first; g++) {
      if (guards.term[g] === term && guards.last[g]! >= last) return true
    }
    return false
  }

  function searchWord(i: number): void {
    const word = words[i]!
    if (word < 0 || text.kinds[i] !== TokenKind.Word) return
    const hits = partsOfWord(word)
    if (hits.length === 0) return
    skipGuards(i)
    // A word that is nearly all invisible characters is somebody's trick; finding places in it would take its square.
    if (text.ends[i]! - text.starts[i]! > LONGEST_KEY * 4) return
    const startOf = partPlaces(text.text.slice(text.starts[i]!, text.ends[i]!), wordOfNumber(word).length)
    let taken = 0
    for (const { start, end, part, senses } of hits) {
      const span = { start: text.starts[i]! + startOf(start), end: text.starts[i]! + startOf(end) }
      const left: number[] = []
      let cased = false
      for (const sense of senses) {
        const why = start < taken ? 'longer' : reasonAgainst(sense, i, i, span)
        if (why === undefined) {
          left.push(sense)
          cased ||= (senseFlags[sense]! & SenseFlag.Cased) !== 0
        } else if (onReject !== undefined) reject(sense, span, why)
      }
      if (left.length === 0) continue
      const as = part === 'modifier' ? 'first' : 'whole'
      const meant = cased ? exactOnly(left) : left
      matches.push({ span, first: i, last: i, part, senses: meant.map((sense) => concepts.senseAt(sense, as)) })
      taken = end
    }
  }

  function rejectAll(f: number, why: RejectionReason): void {
    const span = { start: text.starts[found.first[f]!]!, end: text.ends[found.last[f]!]! }
    const entry = found.entry[f]!
    for (let sense = entryStarts[entry - 1]!; sense < entryStarts[entry]!; sense++) {
      if ((senseFlags[sense]! & NOT_IN_TEXT) === 0) reject(sense, span, why)
    }
  }

  function reject(sense: number, span: Span, why: RejectionReason): void {
    const { concept, term } = concepts.senseAt(sense)
    onReject?.({ span, concept, term, why })
  }

  /** Forms `[from, to)`, those with most words of the term first; among equals the unbroken one. */
  function byLength(from: number, to: number): readonly number[] {
    if (to - from < 2) return to === from ? [] : [from]
    const size = (f: number): number => found.last[f]! - found.first[f]! - found.gap[f]!
    return Array.from({ length: to - from }, (_, n) => from + n).sort(
      (a, b) => size(b) - size(a) || found.gap[a]! - found.gap[b]!,
    )
  }

  /** Worked out when first asked. Abbreviations that the bank knows say nothing about how a sentence is written. */
  function toneOfSentence(): Tone {
    if (tone !== undefined) return tone
    let count = 0
    let ordinary = 0
    for (let i = sentenceStart; i < sentenceEnd; i++) {
      if (text.kinds[i] !== TokenKind.Word) continue
      const actual = text.text.slice(text.starts[i]!, text.ends[i]!)
      if (actual.length < 2) continue
      count++
      if (!isAllCaps(actual)) {
        tone = 'mixed'
        return tone
      }
      if (!isAbbreviation(i)) ordinary++
    }
    tone = count < 2 ? 'alone' : ordinary > 0 ? 'capitals' : 'mixed'
    return tone
  }

  function isAbbreviation(token: number): boolean {
    const key = keyAt(token)
    const node = key < 0 ? 0 : keyNode[key]!
    const entry = node === 0 ? 0 : nodeEntry[node]!
    if (entry === 0) return false
    for (let sense = entryStarts[entry - 1]!; sense < entryStarts[entry]!; sense++) {
      const cased = senseCased[sense]!
      if (cased !== 0 && isAllCaps(meta.casedForms[cased - 1]!)) return true
    }
    return false
  }
}

const PLAIN = 1
const SPECIAL = 2

function hasSpecialSense({ entryStarts, senseFlags, senseTerm, termGuarded }: TermTables, entry: number): boolean {
  for (let sense = entryStarts[entry]!; sense < entryStarts[entry + 1]!; sense++) {
    if ((senseFlags[sense]! & (NOT_IN_TEXT | SenseFlag.Cased)) !== 0) return true
    if (termGuarded[senseTerm[sense]!] !== 0) return true
  }
  return false
}

const isLower = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0xff)

/**
 * From places in a word's key to places in the word as it is written. They differ when the word has soft hyphens or
 * decomposed letters; what is invisible between two parts then goes with the left one.
 */
function partPlaces(actual: string, keyLength: number): (place: number) => number {
  if (actual.length === keyLength) return (place) => place
  const places: number[] = []
  for (let i = 0; i <= actual.length; i++) places[wordKey(actual.slice(0, i)).length] = i
  return (place) => places[place] ?? actual.length
}
