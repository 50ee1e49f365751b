import {
  type Concept,
  isDeprecated,
  isOfficialese,
  type Match,
  mayBeChosen,
  type Sense,
  type Term,
} from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import { isTheTerm } from './homograph.js'

/** One use of a term in a segment, as one thing. */
export interface Use {
  readonly match: Match
  readonly sense: Sense
}

/** The terms of a segment by what rules ask of them, each in the order of the text. */
export interface Uses {
  /** Deprecated and superseded terms, where the words cannot be anything else. */
  readonly deprecated: readonly Use[]
  /** Professional terms that have an everyday way to say it. */
  readonly jargon: readonly Use[]
  /** Terms that may be used, of concepts that have others for the same. */
  readonly choices: readonly Use[]
}

const NO_USES: Uses = { deprecated: [], jargon: [], choices: [] }

/** One pass over the matches of a segment, for all rules that ask. */
export const usesIn = (segment: AnalysedSegment): Uses =>
  segment.matches.length === 0 ? NO_USES : segment.known(sorted)

function sorted(segment: AnalysedSegment): Uses {
  let uses: { [Kind in keyof Uses]: Use[] } | undefined
  for (const match of segment.matches) {
    const can = possibilities(match.senses)
    if (can === NOTHING) continue
    uses ??= { deprecated: [], jargon: [], choices: [] }
    if (can.deprecated !== undefined && isWhatItSays(segment, match, can)) {
      uses.deprecated.push({ match, sense: can.deprecated })
    }
    if (can.jargon !== undefined) uses.jargon.push({ match, sense: can.jargon })
    if (can.choice !== undefined && match.part === 'whole') uses.choices.push({ match, sense: can.choice })
  }
  return uses ?? NO_USES
}

/** What a match with certain senses can be. */
interface Possibilities {
  readonly deprecated?: Sense | undefined
  readonly jargon?: Sense | undefined
  readonly choice?: Sense | undefined
  /** Some sense is of a homograph, so that it depends on the words around. */
  readonly hasHomograph: boolean
}

const NOTHING: Possibilities = { hasHomograph: false }
const bySenses = new WeakMap<readonly Sense[], Possibilities>()

/** Most matches share their senses with all others of the same form, which the index has frozen. */
function possibilities(senses: readonly Sense[]): Possibilities {
  const before = bySenses.get(senses)
  if (before !== undefined) return before
  const deprecated = allAre(senses, ({ term }) => isDeprecated(term.status))
  const jargon = allAre(senses, isJargon)
  const choice = onlyChoice(senses)
  const found =
    deprecated === undefined && jargon === undefined && choice === undefined
      ? NOTHING
      : { deprecated, jargon, choice, hasHomograph: senses.some(({ term }) => term.homograph === true) }
  if (Object.isFrozen(senses)) bySenses.set(senses, found)
  return found
}

/** The first Swedish sense, when all of them are such: a sense that is in order may be what the writer means. */
function allAre(senses: readonly Sense[], isSuch: (sense: Sense) => boolean): Sense | undefined {
  let first: Sense | undefined
  for (const sense of senses) {
    if (sense.term.lang !== 'sv') continue
    if (isSuch(sense)) first ??= sense
    else if (!isHardlyMeant(sense)) return undefined
  }
  return first
}

/** Participles in the genitive are words that nobody writes: ”inlämnades” is ”inlämna” in the past, not ”lämna in”. */
const isHardlyMeant = ({ features }: Sense): boolean =>
  features.length > 0 &&
  features.every(({ verbForm, case: as }) => as === 'genitive' && verbForm?.endsWith('participle') === true)

/** A homograph is another word altogether unless the words around say no. */
function isWhatItSays(segment: AnalysedSegment, match: Match, { hasHomograph }: Possibilities): boolean {
  return !hasHomograph || match.senses.every(({ term }) => term.lang !== 'sv' || isTheTerm(segment, match, term))
}

function isJargon({ concept, term }: Sense): boolean {
  // Abbreviations have a rule of their own.
  if (term.register !== 'professional' || isDeprecated(term.status) || term.pos === 'abbreviation') return false
  return term.homograph !== true && (concept.citizenWording !== undefined || everydayTerm(concept, term) !== undefined)
}

/** An everyday term of the concept that can take the place of `than`: for ”suturera” it is not ”stygn”. */
export function everydayTerm({ terms }: Concept, than: Term): Term | undefined {
  return terms.find(
    ({ label, lang, status, register, pos }) =>
      lang === 'sv' &&
      register === 'everyday' &&
      !isDeprecated(status) &&
      label !== than.label &&
      (pos === than.pos || (standsForNoun(pos) && standsForNoun(than.pos))),
  )
}

/** Whether such a word can stand where a noun does. */
const standsForNoun = (pos: Term['pos']): boolean =>
  pos === 'noun' || pos === 'phrase' || pos === 'abbreviation' || pos === 'name'

/** The sense that can be nothing else, of a term that may be used beside others. An abbreviation is no other word. */
function onlyChoice([sense, ...others]: readonly Sense[]): Sense | undefined {
  if (sense === undefined || others.length > 0 || sense.term.lang !== 'sv' || !mayBeChosen(sense.term)) return undefined
  const { concept, term } = sense
  // Ordinary words such as ”och” and ”samt” may take turns; what matters is what things are called.
  if (isOfficialese(concept)) return undefined
  const hasOthers = concept.terms.some(
    (other) => other.lang === 'sv' && other.label !== term.label && other.pos === term.pos,
  )
  return hasOthers ? sense : undefined
}
