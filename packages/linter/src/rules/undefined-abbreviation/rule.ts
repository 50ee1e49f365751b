import { findInWord, isLower, isUpper, type Span, TokenKind, widthInWord } from '@klarsprak/swedish'
import { isDeprecated, type Sense } from '@klarsprak/termbank'
import { type AnalysedSegment, isWord, matchesBetween, tokenText } from '../../analysis/analyse.js'
import { isCited } from '../cited.js'
import { isForDevelopers } from '../is-for-developers.js'
import { isMarked } from '../jargon/is-explained.js'
import { looksForeign } from '../prose.js'
import { isRead } from '../reads.js'
import { defineRule, guardOptions } from '../rule.js'
import { isExpanded } from './is-expanded.js'
import { isBeforeName, isPartOfName, isSaidToBe } from './is-name.js'
import { KNOWN_ABBREVIATIONS, SHOUTED, UNITS } from './known-abbreviations.js'

export const undefinedAbbreviation = defineRule({
  id: 'undefined-abbreviation',
  summary: 'Skriv ut en förkortning första gången den används.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  hears: [{ isIn: ({ prose }) => TWO_CAPITALS.test(prose) }],
  messages: {
    expand: 'Skriv ut förkortningen första gången: ”{expansion} ({abbreviation})”.',
    explain: 'Skriv ut ”{abbreviation}” första gången, med förkortningen inom parentes.',
  },
  options: (z) =>
    z.strictObject({
      quotes: guardOptions(z).quotes,
      references: guardOptions(z).references,
      ignore: z.array(z.string()).default([]).describe('Förkortningar som läsarna känner till.'),
      technical: z
        .boolean()
        .default(false)
        .describe('Läs också teknisk text, som kod och API-beskrivningar, efter förkortningar som termbanken saknar.'),
    }),
  check({ segments, all, report }, options) {
    const done = new Set(options.ignore.map((abbreviation) => abbreviation.toUpperCase()))
    const isTechnical = () => !options.technical && isForDevelopers(all)
    /** Of those that the text right after may still explain: where they stand, and how to report them. */
    const waiting = new Map<string, Waiting>()
    for (const segment of segments) {
      // Asked when there is an abbreviation, since it takes a look at every word.
      let foreign: boolean | undefined
      for (const { token, abbreviation, span } of segment.known(abbreviationsIn)) {
        const earlier = waiting.get(abbreviation)
        if (done.has(abbreviation) && earlier === undefined) continue
        foreign ??= looksForeign(segment.words)
        if (foreign) break
        const inBank = matchesBetween(segment, token, token + 1).flatMap((match) => match.senses)
        // What stands for several things, as MR does, is not known by its letters.
        const senses = inBank.filter(({ term }) => term.homograph !== true)
        if (earlier !== undefined) {
          waiting.delete(abbreviation)
          if (mayWait(earlier, segment, token) && isExplained(segment, token, abbreviation, span, senses)) continue
          earlier.report()
          continue
        }
        const guards = segment.guardsAt(span)
        if (!guards.every((kind) => isRead(kind, { ...options, names: false }))) continue
        if (inBank.some(isNoAbbreviation)) continue
        if (senses.length === 0) {
          if (isUnsure(segment, token, abbreviation) || isTechnical()) continue
          // A name the first time is a name later too.
          if (isPartOfName(segment, token, span)) {
            done.add(abbreviation)
            continue
          }
        } else if (isCited(segment, span, token) || isBeforeName(segment, token)) continue
        done.add(abbreviation)
        if (isExplained(segment, token, abbreviation, span, senses)) continue

        const sense = onlyExpanded(senses)
        const expansion = plainExpansion(sense, abbreviation)
        const tell = () => {
          if (sense === undefined || expansion === undefined) {
            report({ segment, span, messageId: 'explain', data: { abbreviation } })
            return
          }
          const { concept } = sense
          const isAlone = segment.words.ends[token] === span.end
          const fits = isAlone && !(expansion.includes(' ') && asksForWeakForm(segment, token - 1))
          report({
            segment,
            span,
            messageId: 'expand',
            data: { expansion, abbreviation },
            conceptId: concept.id,
            sources: concept.sources ?? [],
            // Never safe: the form that fits the sentence is not known from the abbreviation.
            suggestions: fits ? [{ span, text: `${expansion} (${abbreviation})`, safe: false }] : [],
          })
        }
        waiting.set(abbreviation, { segment, token, report: tell })
      }
    }
    for (const { report: tell } of waiting.values()) tell()
  },
})

interface Waiting {
  readonly segment: AnalysedSegment
  readonly token: number
  readonly report: () => void
}

/** A heading cannot explain an abbreviation, but the text under it can; and the next sentence may say what one stands for. */
const mayWait = (earlier: Waiting, segment: AnalysedSegment, token: number): boolean =>
  // ”DCO/CLA” has letters of other words before it.
  tokenText(segment.words, token - 1) !== '/' &&
  (earlier.segment.kind === 'heading' ||
    (earlier.segment === segment && segment.sentenceOf(token) - segment.sentenceOf(earlier.token) <= 1))

const isExplained = (
  segment: AnalysedSegment,
  token: number,
  abbreviation: string,
  span: Span,
  senses: readonly Sense[],
): boolean => isMarked(segment, span) || isSaidToBe(segment, token) || isExpanded(segment, token, abbreviation, senses)

/** The one concept that the letters stand for. Of several, as for EES, the writer knows which it is and we do not. */
function onlyExpanded(senses: readonly Sense[]): Sense | undefined {
  const expanded = senses.filter(({ term }) => term.abbreviationOf !== undefined)
  return new Set(expanded.map(({ concept }) => concept.id)).size === 1 ? expanded[0] : undefined
}

/** ”din |”, ”den |”, ”regionens |”: an adjective after it has another form than in the full name (din **samordnade** plan). */
const asksForWeakForm = ({ words }: AnalysedSegment, before: number) =>
  before >= 0 && (WEAK.test(words.key(before)) || /(?:.[ae]n|.[aeo]r|.et|.na)s$/u.test(words.key(before)))
const WEAK =
  /^(?:min|mitt|mina|din|ditt|dina|sin|sitt|sina|vår|vårt|våra|er|ert|era|hans|hennes|hens|dess|deras|den|det|de|denna|detta|dessa|samma)$/u

/** Longer words in capitals that the bank lacks are mostly names, read as words: KANTA, REUSE, SPARQL. */
const LONGEST_INITIALISM = 4

/**
 * Two letters that the bank lacks are as often a company, a unit or somebody's initials, unless they are put together
 * with a word or have an ending: AK-brev, MR-undersökning, VC:n.
 */
const isUnsure = ({ words }: AnalysedSegment, token: number, { length }: string) =>
  length > LONGEST_INITIALISM || (length === 2 && !/[-:’']\p{Ll}*$/u.test(tokenText(words, token)))

interface Abbreviation {
  readonly token: number
  readonly abbreviation: string
  /** The capitals only: ”UVI” of ”UVI:n” and of ”UVI-behandling”. */
  readonly span: Span
}

/** In every abbreviation. */
const TWO_CAPITALS = /[A-ZÅÄÖ][A-ZÅÄÖ]/u
const CAPITALS = /^([A-ZÅÄÖ]{2,6})(?:$|[:’'-][a-zåäö]*|s$)/u

function abbreviationsIn(segment: AnalysedSegment): readonly Abbreviation[] {
  const { words } = segment
  let found: Abbreviation[] | undefined
  for (let token = 0; token < words.count; token++) {
    const start = words.starts[token]!
    const second = words.text.charCodeAt(start + 1)
    // Nearly every word falls here, at no cost: its second character is no capital.
    if (!(second >= 65 && second <= 90) && second !== 0xc5 && second !== 0xc4 && second !== 0xd6) continue
    if (!isWord(words, token)) continue
    const text = tokenText(words, token)
    const abbreviation = CAPITALS.exec(text)?.[1]
    if (abbreviation === undefined || /\d/u.test(text) || isOrdinary(abbreviation)) continue
    if (isShouting(segment, token) || isCode(segment, token) || isAlone(segment, token)) continue
    found ??= []
    found.push({ token, abbreviation, span: { start, end: start + abbreviation.length } })
  }
  return found ?? NONE
}

const NONE: readonly Abbreviation[] = []

const isOrdinary = (word: string) =>
  KNOWN_ABBREVIATIONS.has(word) || UNITS.has(word) || SHOUTED.has(word) || isRomanNumeral(word) || isPattern(word)

/** Up to 39, as in names of kings, parts and classes. */
const isRomanNumeral = (word: string) => 'XIV'.includes(word.charAt(0)) && /^X{0,3}(?:IX|IV|V?I{0,3})$/u.test(word)

/** One letter over and over, for what is to be filled in: ÅÅÅÅ, NNN. */
const isPattern = (word: string) => word === word[0]?.repeat(word.length)

/** Tokens to each side that show whether a text is in capitals. */
const AROUND = 15

/** Whether the word stands next to other words in capitals, or in a line where all are: a heading or a label. */
function isShouting(segment: AnalysedSegment, token: number): boolean {
  const { words } = segment
  const isShouted = (at: number) => isWord(words, at) && isCapitals(tokenText(words, at))
  if ([token - 1, token + 1].some((at) => isShouted(at) && !isOrdinary(tokenText(words, at)))) return true
  for (let at = Math.max(0, token - AROUND); at <= Math.min(words.count - 1, token + AROUND); at++) {
    if (at !== token && isWord(words, at) && hasSmall(tokenText(words, at))) return false
  }
  return true
}

/** Three capitals or more, and nothing else. */
function isCapitals(text: string): boolean {
  let count = 0
  for (let at = 0; at < text.length; at += widthInWord(text, at), count++) if (!isUpper(text, at)) return false
  return count >= 3
}

const hasSmall = (text: string): boolean => findInWord(text, isLower) >= 0

/** Whether the word is a sentence of its own: a label, or a piece of text that has come loose. Text after it explains. */
function isAlone(segment: AnalysedSegment, token: number): boolean {
  const { words } = segment
  const sentence = segment.sentenceOf(token)
  for (let at = words.sentences[sentence] ?? 0; at < (words.sentences[sentence + 1] ?? words.count); at++) {
    if (at !== token && words.kinds[at] !== TokenKind.Punctuation) return false
  }
  return true
}

/** Whether the word is part of a name of a product, a form, a standard or a directive: FK 7263, ISO 9001, 93/42/EEG. */
function isCode({ words }: AnalysedSegment, token: number): boolean {
  if (/^\d/u.test(tokenText(words, token + 1))) return true
  return tokenText(words, token - 1) === '/' && /\d$/u.test(tokenText(words, token - 2))
}

/**
 * What to write the first time. When what the letters stand for is jargon too (”elektrokardiografi”), the bank says how
 * to put it: ”undersökning av hjärtat (EKG)”.
 */
function plainExpansion(sense: Sense | undefined, abbreviation: string): string | undefined {
  const wording = sense?.concept.citizenWording?.sv
  const end = ` (${abbreviation})`
  return wording?.endsWith(end) ? wording.slice(0, -end.length) : sense?.term.abbreviationOf
}

/** A name, or an abbreviation that the bank holds to be everyday language or has other advice on. */
function isNoAbbreviation({ term }: Sense): boolean {
  if (term.pos === 'name' || isDeprecated(term.status)) return true
  return term.register === 'everyday' || (term.status === 'preferred' && term.abbreviationOf === undefined)
}
