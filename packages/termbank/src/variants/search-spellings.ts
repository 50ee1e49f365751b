import {
  findInWord,
  functionWords,
  isUpper,
  keptByWord,
  nounPhraseAround,
  rememberedByWord,
  type TokenisedText,
  TokenKind,
  WORD_HASH_START,
  wordHashEnd,
  wordHashStep,
  wordNumbersOf,
} from '@klarsprak/swedish'
import { isAllCaps, looksLikeInitialism } from '../index/case-rule.js'
import { findKey, findNumber, findWord, LONGEST_KEY } from '../index/tables.js'
import type { TermIndex } from '../index/term-index.js'
import { LONGEST_FORM } from './entries-of-term.js'
import { ENGLISH, isTornApart } from './spaced-words.js'
import { CutKind, EntryFlag, type SpellingFault, type SpellingMatch, seen, squash } from './spelling.js'
import { KeyFlag, LISTED_CUT, type SpellingTables } from './spelling-tables.js'

/** Finds terms that are written wrongly. Holds memory of the words it has seen; searches are otherwise pure. */
export interface SpellingIndex {
  /** In order, not overlapping, the longest first. The time is linear in the text and does not grow with the bank. */
  search(text: TokenisedText): readonly SpellingMatch[]
  /** Whether something written wrongly may begin with the word with this number. */
  mayBegin(number: number): boolean
  /** For `saveSpellings`. */
  readonly tables: SpellingTables
}

/** What a stretch of text is found to be: in order, or wrong in a certain way. */
type Verdict = 'right' | { readonly fault: SpellingFault; readonly right: string; readonly certain: boolean }

export function createSpellingIndex(tables: SpellingTables, terms: Pick<TermIndex, 'conceptAt'>): SpellingIndex {
  const { keyFlags, keyEntries } = tables
  const lettersOf = keptByWord(squash)
  /** By word number: the flags of its squashed key. */
  const flagsOf = rememberedByWord((word, number) => {
    const squashed = lettersOf(number)
    const key = (squashed === word ? findNumber(tables, number) : findWord(tables, squashed)) - 1
    return key < 0 ? 0 : keyFlags[key]!
  })
  // The letters of the stretch that is looked at, and their hash so far.
  const letters = new Uint16Array(LONGEST_KEY)
  let length = 0
  let hash = WORD_HASH_START
  /** Whether there is room for the letters of token `token`. */
  function add(token: number): boolean {
    const number = words[token]!
    if (number < 0) return false
    const more = lettersOf(number)
    if (length + more.length > LONGEST_KEY) return false
    for (let at = 0; at < more.length; at++) {
      const unit = more.charCodeAt(at)
      letters[length++] = unit
      hash = wordHashStep(hash, unit)
    }
    return true
  }
  let text: TokenisedText
  let words: Int32Array
  let sentenceStart = 0
  let sentenceEnd = 0

  function search(searched: TokenisedText): readonly SpellingMatch[] {
    words = wordNumbersOf(searched)
    text = searched
    let matches: SpellingMatch[] | undefined
    const { sentences } = text
    for (let s = 0; s + 1 < sentences.length; s++) {
      sentenceStart = sentences[s]!
      sentenceEnd = sentences[s + 1]!
      for (let i = sentenceStart; i < sentenceEnd; i++) {
        const flags = flagsOf(words[i]!)
        if (flags === 0) continue
        const kind = text.kinds[i]
        if ((kind !== TokenKind.Word && kind !== TokenKind.Number) || hasOuterHyphen(i)) continue
        i = searchFrom(i, flags, (matches ??= []))
      }
    }
    return matches ?? NONE
  }

  /** Looks at what begins with token `i`. The last token that has been used. */
  function searchFrom(i: number, flags: number, matches: SpellingMatch[]): number {
    length = 0
    hash = WORD_HASH_START
    add(i)
    let last = i
    let found: SpellingMatch | undefined
    /** Looks at the stretch to token `to`. Whether something longer may begin so. */
    const consider = (to: number): boolean => {
      const key = findKey(tables, letters, 0, length, wordHashEnd(hash)) - 1
      if (key < 0) return false
      if (!hasOuterHyphen(to)) decide(key, to)
      return (keyFlags[key]! & KeyFlag.Beginning) !== 0
    }
    const decide = (key: number, to: number) => {
      for (let entry = keyEntries[key]!; entry < keyEntries[key + 1]!; entry++) {
        const verdict = judge(entry, i, to)
        if (verdict === undefined) continue
        last = to
        found = verdict === 'right' ? undefined : matchOf(entry, verdict, i, to)
        return
      }
    }
    if ((flags & KeyFlag.Whole) !== 0) consider(i)
    if ((flags & KeyFlag.Beginning) !== 0) {
      for (let to = i + 1; to < Math.min(sentenceEnd, i + LONGEST_FORM); to++) {
        const gap = text.starts[to]! - text.ends[to - 1]!
        if (text.kinds[to] === TokenKind.Slot || gap > LONGEST_GAP) break
        if (!add(to) || !consider(to)) break
      }
    }
    if (found !== undefined) matches.push(found)
    return last
  }

  const hasOuterHyphen = (i: number): boolean =>
    isHyphen(text.text.charCodeAt(text.starts[i]!)) || isHyphen(text.text.charCodeAt(text.ends[i]! - 1))

  const rawOf = (first: number, last: number): string => text.text.slice(text.starts[first], text.ends[last])

  function matchOf(
    entry: number,
    { fault, right, certain }: Exclude<Verdict, 'right'>,
    first: number,
    last: number,
  ): SpellingMatch {
    const concept = terms.conceptAt(tables.entryConcept[entry]!)
    const brand = spellingsOf(entry)[1]
    return {
      span: { start: text.starts[first]!, end: text.ends[last]! },
      first,
      last,
      fault,
      right,
      ...(brand === undefined ? {} : { brand }),
      concept,
      term: concept.terms[tables.entryTerm[entry]!]!,
      certain,
    }
  }

  const spellings: (readonly string[] | undefined)[] = []

  /** The right spelling and the brand's. */
  function spellingsOf(entry: number): readonly string[] {
    const { texts, entryRight } = tables
    spellings[entry] ??= String.fromCharCode(...texts.subarray(entryRight[entry]!, entryRight[entry + 1]!)).split('\n')
    return spellings[entry]
  }

  /** Whether the text is written like the right form, unit by unit, as nearly everything is. Makes nothing. */
  function isAsItShouldBe(entry: number, first: number, last: number): boolean {
    const start = text.starts[first]!
    const from = tables.entryRight[entry]!
    const length = text.ends[last]! - start
    if (tables.entryRight[entry + 1]! - from !== length) return false
    for (let i = 0; i < length; i++) if (text.text.charCodeAt(start + i) !== tables.texts[from + i]) return false
    return true
  }

  function judge(entry: number, first: number, last: number): Verdict | undefined {
    const flags = tables.entryFlags[entry]!
    if ((flags & (EntryFlag.Brand | EntryFlag.Letters)) === 0 && isAsItShouldBe(entry, first, last)) return 'right'
    const raw = seen(rawOf(first, last))
    const right = spellingsOf(entry)[0]!
    if (raw === right && (flags & (EntryFlag.Brand | EntryFlag.Letters)) === 0) return 'right'
    if ((flags & EntryFlag.Name) !== 0) return judgeName(entry, raw, right, first)
    if (isAllCaps(raw)) return judgeCapitals(entry, raw, right, first, last)
    if ((flags & EntryFlag.NoCapitals) !== 0) return undefined

    const structure = structuralFault(entry, raw, right, first, last)
    if (structure === undefined) return undefined
    const inner = hasCapital(raw.slice(1))
    const opens = opensSentence(first)
    if (isInEnglish(first, last)) return undefined
    // ”eHälsa” is what many things are called, so a bare one has to stand where a noun does.
    if (inner && /^\p{Ll}\p{Lu}/u.test(raw) && isBareLabel(entry, right) && !standsAsNoun(first, last)) return undefined
    if (inner && /^\p{Lu}\p{Ll}+\p{Lu}+$/u.test(raw) && isAfterCompany(first)) return undefined
    const capital = isCapital(raw[0]) && (opens || !inner)
    if (structure !== 'none') {
      const { fault, certain } = structure
      // Capitals inside are a name's, or a heading's in which nobody can tell; those of an abbreviation are not.
      if (inner && !isInnerCapitalPlain(raw, right) && (fault === 'hyphen' || !certain)) return undefined
      return {
        fault,
        right: withCapitals(right, raw, capital || (inner && opens)),
        certain: certain && (opens || !isCapital(raw[0]) || inner),
      }
    }
    if (right !== right.toLowerCase()) return { fault: 'capitals', right, certain: true }
    const hyphen = right.indexOf('-')
    if (inner && hyphen > 0) {
      const beginning = raw.slice(0, hyphen)
      if (hyphen > 1 && isAllCaps(beginning)) return 'right'
      return { fault: 'capitals', right: opens ? capitalised(right) : right, certain: true }
    }
    if (inner) return undefined
    if ((flags & EntryFlag.Letter) !== 0 && isCapital(raw[0]) && !opens) {
      // ”e-hälsa” with a preposition only may be what a project is called; ”med E-legitimation” may not.
      const isProper = isBareLabel(entry, right) && !isCountable(entry)
      return opensPhrase(first, isProper) && !isBesideName(first, last)
        ? { fault: 'capitals', right, certain: true }
        : undefined
    }
    return (flags & EntryFlag.Brand) !== 0 ? { fault: 'brand', right: raw, certain: true } : 'right'
  }

  function judgeCapitals(entry: number, raw: string, right: string, first: number, last: number): Verdict | undefined {
    const flags = tables.entryFlags[entry]!
    if (right === right.toUpperCase()) return undefined
    if ((flags & EntryFlag.NoCapitals) !== 0) {
      return isAmongLowerCase()
        ? { fault: 'capitals', right: opensSentence(first) ? capitalised(right) : right, certain: true }
        : 'right'
    }
    const structure = structuralFault(entry, raw, right, first, last)
    if (structure === undefined || structure === 'none') return undefined
    // In capitals nobody can tell words side by side (VÅRD CENTRAL) from a list of them.
    return structure.noWord ? { fault: structure.fault, right: right.toUpperCase(), certain: true } : undefined
  }

  /** `noWord`: no part that stands alone is a word of its own. */
  type Structure = { readonly fault: SpellingFault; readonly certain: boolean; readonly noWord: boolean }

  /** What is wrong about letters, spaces and hyphens. `none`: nothing; undefined: it is not this form. */
  function structuralFault(
    entry: number,
    raw: string,
    right: string,
    first: number,
    last: number,
  ): Structure | 'none' | undefined {
    const flags = tables.entryFlags[entry]!
    const actual = separators(raw)
    let fault: SpellingFault | undefined
    let certain = true
    let noWord = true
    if ((flags & EntryFlag.Letters) !== 0) {
      fault = 'letters'
      if (!hasCuts(entry)) return first === last ? { fault, certain, noWord } : undefined
    }
    const wanted = (flags & EntryFlag.Letters) !== 0 ? NO_SEPARATORS : separators(right)
    for (const at of new Set([...wanted.keys(), ...actual.keys()])) {
      const now = actual.get(at) ?? ''
      const should = wanted.get(at) ?? ''
      if (now === should) continue
      if (now === ' ' && (should === '' || should === '-')) {
        const cut = cutAt(entry, at)
        if (cut < 0) return undefined
        const torn = isTornApart({
          text,
          first,
          last,
          sentenceStart,
          sentenceEnd,
          cut: cut & 0xf,
          agreement: tables.entryAgreement[entry]!,
          flags,
          countable: isCountable(entry),
        })
        if (torn === 'no') return undefined
        fault = 'split'
        noWord &&= (cut & 0xf) === CutKind.NoWord
        certain &&= torn === 'sure' || (cut & (LISTED_CUT >> 8)) !== 0
      } else if (now === '-' && should === '') {
        if (cutAt(entry, at) < 0) return undefined
        fault ??= 'hyphen'
      } else if ((now === '' && should === '-') || (now === ' ' && should === '- ')) {
        if ((flags & EntryFlag.Joined) === 0) return undefined
        fault ??= 'joined'
      } else return undefined
    }
    if (fault === undefined) return 'none'
    // A form with a wrong link and a cut is wrong only when it is torn apart there.
    return fault === 'letters' && hasCuts(entry) ? undefined : { fault, certain, noWord }
  }

  const hasCuts = (entry: number): boolean => tables.entryCuts[entry] !== tables.entryCuts[entry + 1]

  /** The cut at `at` without its place, or -1 when there is none. */
  function cutAt(entry: number, at: number): number {
    for (let c = tables.entryCuts[entry]!; c < tables.entryCuts[entry + 1]!; c++) {
      if ((tables.cuts[c]! & 0xff) === at) return tables.cuts[c]! >> 8
    }
    return -1
  }

  function isCountable(entry: number): boolean {
    const concept = terms.conceptAt(tables.entryConcept[entry]!)
    return concept.terms[tables.entryTerm[entry]!]!.plural !== false
  }

  function judgeName(entry: number, raw: string, right: string, first: number): Verdict | undefined {
    const flags = tables.entryFlags[entry]!
    const opens = opensSentence(first)
    const rightHere = opens ? capitalised(right) : right
    if (raw === rightHere) return 'right'
    const wrong: Verdict = { fault: 'name', right: rightHere, certain: true }
    const unlike = (flags & EntryFlag.NoWord) !== 0
    if (isAllCaps(raw)) {
      if (!isAmongLowerCase()) return 'right'
      return unlike || looksLikeInitialism(raw) ? wrong : undefined
    }
    const actual = separators(raw)
    const wanted = separators(right)
    let same = true
    for (const at of new Set([...wanted.keys(), ...actual.keys()])) {
      const now = actual.get(at) ?? ''
      const should = wanted.get(at) ?? ''
      if (now === should) continue
      same = false
      if (should === '' && cutAt(entry, at) < 0) return undefined
      if (now === '' && (flags & EntryFlag.Joined) === 0) return undefined
    }
    const bare = raw.replace(/[\s-]+/gu, '')
    // A name's own letters may hold what the key does not: the colon of DIGG:s.
    const model = right.replace(/[\s-]+/gu, '')
    const extra = [...String.fromCharCode(...letters.subarray(0, length))].some(
      (_, at) => at > 0 && isCapital(bare[at]) && !isCapital(model[at]),
    )
    if (same) return extra || unlike ? wrong : undefined
    const inner = hasCapital(bare.slice(1))
    return inner || (isCapital(bare[0]) && (unlike || !opens)) ? wrong : undefined
  }

  /** Some other word of the sentence is not in capitals. */
  function isAmongLowerCase(): boolean {
    for (let i = sentenceStart; i < sentenceEnd; i++) {
      if (text.kinds[i] !== TokenKind.Word) continue
      const raw = rawOf(i, i)
      if (raw.length > 1 && !isAllCaps(raw)) return true
    }
    return false
  }

  function opensSentence(first: number): boolean {
    if (first > sentenceStart && OPENERS.test(rawOf(first - 1, first - 1))) return true
    for (let i = sentenceStart; i < first; i++) {
      if (text.kinds[i] === TokenKind.Word || text.kinds[i] === TokenKind.Number) return false
    }
    return true
  }

  function isBareLabel(entry: number, right: string): boolean {
    const concept = terms.conceptAt(tables.entryConcept[entry]!)
    return concept.terms[tables.entryTerm[entry]!]!.label === right
  }

  /** A word in lower case stands before, but not a definite noun that names what follows: strategin eHälsa. */
  function standsAsNoun(first: number, last: number): boolean {
    if (first === sentenceStart || text.kinds[first - 1] !== TokenKind.Word || isBesideName(first, last)) return false
    const before = rawOf(first - 1, first - 1)
    if (isCapital(before[0])) return false
    // Center för eHälsa
    if (first - 2 > sentenceStart && isCapital(rawOf(first - 2, first - 2)[0])) return false
    return functionWords.has(text.key(first - 1)) || !/(?:en|et|an|n|na|ns|ts)$/u.test(before)
  }

  /** Something in the noun phrase, or a preposition or the like, stands before: vår ny E-tjänst, i E-tjänsten. */
  function opensPhrase(first: number, strictly: boolean): boolean {
    if (first === sentenceStart || text.kinds[first - 1] !== TokenKind.Word) return false
    return (!strictly && functionWords.has(text.key(first - 1))) || nounPhraseAround(text, first).start < first
  }

  const isInEnglish = (first: number, last: number): boolean =>
    [first - 2, first - 1, last + 1, last + 2].some(
      (token) => token >= sentenceStart && token < sentenceEnd && ENGLISH.has(text.key(token)),
    )

  /** Finansiell ID-Teknik AB, BankID */
  function isAfterCompany(first: number): boolean {
    const before = first - 1 >= sentenceStart && rawOf(first - 1, first - 1) === ',' ? first - 2 : first - 1
    return before >= sentenceStart && rawOf(before, before) === 'AB'
  }

  const isBesideName = (first: number, last: number): boolean =>
    (last + 1 < sentenceEnd && isCapital(rawOf(last + 1, last + 1)[0])) ||
    (first > sentenceStart && !opensSentence(first - 1) && isCapital(rawOf(first - 1, first - 1)[0]))

  return { search, mayBegin: (number) => flagsOf(number) !== 0, tables }
}

/** White space between two words of one form, at most; in UTF-16 code units. */
const LONGEST_GAP = 3
const OPENERS = /^[:”"»«–—•·|(/*>]+$/u
const NONE: readonly SpellingMatch[] = []
const NO_SEPARATORS: ReadonlyMap<number, string> = new Map()

const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011
const isCapital = (letter: string | undefined): boolean => letter !== undefined && isUpper(letter, 0)

const hasCapital = (text: string): boolean => findInWord(text, isUpper) >= 0

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The spaces and hyphens of a spelling, by how many letters stand before them. */
function separators(spelling: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let letters = 0
  for (const unit of spelling) {
    if (unit === ' ' || unit === '-') found.set(letters, (found.get(letters) ?? '') + unit)
    else letters += unit.length
  }
  return found
}

/** ”Bank ID”, ”eHälsa”: the capital inside belongs to an abbreviation or takes the hyphen's place. */
function isInnerCapitalPlain(raw: string, right: string): boolean {
  return right.includes('-') && (!raw.includes(' ') || / \p{Lu}{2,}$/u.test(raw))
}

/** `right` with the capitals that `raw` has for good reason: its first letter, or an abbreviation first in it. */
function withCapitals(right: string, raw: string, capital: boolean): string {
  const hyphen = right.indexOf('-')
  if (
    hyphen > 1 &&
    isAllCaps(raw.slice(0, hyphen)) &&
    isAllCaps(raw.slice(0, hyphen + 1)) === /^\p{Lu}+[\s-]/u.test(raw)
  ) {
    return raw.slice(0, hyphen) + right.slice(hyphen)
  }
  return capital ? capitalised(right) : right
}
