import { TokenKind, tokenise, wordKey } from '@klarsprak/swedish'
import type { Concept, Term } from '../model/concept.js'
import { everydayStem } from './everyday-stem.js'
import { EMPTY_WORDS, IDEA_MARK, isIdea, LIGHT_WORDS, SAME_IDEA } from './everyday-words.js'
import { foldKey } from './fold.js'
import { compileStems, createNearStems, type StemTables } from './near-stems.js'

/** Where somebody's own words lead. */
export interface GuideHit {
  readonly concept: Concept
  /** The preferred Swedish term, which is what it is called. */
  readonly term: Term
  /** What to do next; absent when no situation of the concept is like what was asked. */
  readonly leadsTo?: string
  /** The situation of the bank that is most like it. */
  readonly situation?: string
  /** The advice is to call 112. Such hits come first. */
  readonly emergency: boolean
  /** From 0 to 1. */
  readonly confidence: number
}

export type Guide = (query: string, limit?: number) => readonly GuideHit[]

/** How much a text of a concept weighs against its situations, which are the users' own words. */
const WEIGHTS = { situation: 1, term: 0.8, hidden: 0.7, wording: 0.5, advice: 0.45, definition: 0.4 } as const

/** The texts of a bank as numbers, an entry for each; see `compileGuide`. */
export interface GuideTables {
  /** The number of each entry's concept. */
  readonly entryConcept: Uint32Array
  /** In hundredths. */
  readonly entryWeight: Uint8Array
  /** Of the concept's situation plus one; negative when it is what somebody in danger says; 0 for other texts. */
  readonly entrySituation: Int16Array
  /** What the stems of the entry weigh together. */
  readonly entrySize: Float64Array
  /** Stem `s` is in the entries `stemEntries[stemStarts[s] .. stemStarts[s + 1])`. */
  readonly stemStarts: Uint32Array
  readonly stemEntries: Uint32Array
  readonly stems: StemTables
  /** By the number of a concept, its place among all when they are sorted by id. */
  readonly idOrder: Uint32Array
}

/** A text of a concept that may be like what is asked. */
interface Entry {
  /** The concept's number. */
  readonly concept: number
  readonly weight: number
  /** What somebody in danger would say; the advice that goes with it is no such thing. */
  readonly isDanger: boolean
  /** Which of the concept's situations it belongs to. */
  readonly situation: number | undefined
}

/** Below this nobody is helped. */
const LEAST_CONFIDENCE = 0.12

/**
 * When advice to call 112 goes before everything else: nearly all that the dangerous situation says was said, in a
 * question of any length; or most of it, and little else that another answer fits better. One word in common, as
 * ”hemma” in ”jag blir slagen hemma”, frightens and does not help.
 */
const URGENT = {
  whole: { covered: 0.8, words: 2 },
  most: { covered: 0.6, confidence: 0.6, ofBest: 0.85 },
} as const

/** The part of a danger’s confidence that another answer must have to stand beside it. */
const AS_GOOD = 0.9

/**
 * Finds the concept that people mean by their own words: ”jag kan inte köra bil längre”. Inflection,
 * word order, small misspellings and missing marks over letters do not matter, rare words count more than
 * common ones.
 */
export const createGuide = (concepts: readonly Concept[]): Guide =>
  guideOver(compileGuide(concepts), (number) => concepts[number]!)

/** @param conceptAt gives the concept with a number of the tables; only those that are answered with are asked for */
export function guideOver(tables: GuideTables, conceptAt: (number: number) => Concept): Guide {
  const { entrySize, stemStarts, stemEntries, idOrder } = tables
  const idea = ideas()
  const nearStems = createNearStems(tables.stems)
  const rarity = rarityIn(tables)
  const entryAt = (entry: number): Entry => {
    const situation = tables.entrySituation[entry]!
    return {
      concept: tables.entryConcept[entry]!,
      weight: tables.entryWeight[entry]! / 100,
      isDanger: situation < 0,
      situation: situation === 0 ? undefined : Math.abs(situation) - 1,
    }
  }

  return (query, limit = 5) => {
    const asked = stemsOf(query, idea)
    if (asked.size === 0) return []
    // What each word asked for may be in the bank's texts, and how sure that is.
    let word = 0
    const readings = [...asked].map(([stem, weight]) => {
      const near = nearStems(stem)
      const same = near.find(({ likeness }) => likeness === 1)
      if (!isIdea(stem)) word++
      return { weight: weight * rarity(same?.stem), near, word }
    })
    const total = readings.reduce((sum, { weight }) => sum + weight, 0)
    const overlap = new Map<number, { shared: number; words: number; last: number }>()
    for (const { weight, near, word } of readings) {
      const best = new Map<number, number>()
      // By number: a view of the table for each of some hundred stems took longer than what is in them.
      for (const { stem, likeness } of near)
        for (let at = stemStarts[stem]!, end = stemStarts[stem + 1]!; at < end; at++) {
          const entry = stemEntries[at]!
          if (likeness > (best.get(entry) ?? 0)) best.set(entry, likeness)
        }
      for (const [entry, likeness] of best) {
        const known = overlap.get(entry)
        if (known === undefined) overlap.set(entry, { shared: weight * likeness, words: 1, last: word })
        else {
          known.shared += weight * likeness
          // A word and its idea are one word.
          if (known.last !== word) known.words++
          known.last = word
        }
      }
    }
    const best = new Map<number, Found>()
    const dangers: Found[] = []
    for (const [number, { shared, words }] of overlap) {
      const entry = entryAt(number)
      const size = entrySize[number]!
      // Shared against both texts; a short term inside a long question must not lose for the question's length.
      const score = entry.weight * ((2 * shared) / (total + Math.min(size, total * 2)))
      const found = { entry, score, rest: 0, covered: shared / size, words }
      keepBest(best, found)
      if (entry.isDanger) dangers.push(found)
    }
    let highest = 0
    for (const { score } of best.values()) highest = Math.max(highest, score)
    const urgent = new Map<number, Found>()
    for (const danger of dangers) if (isUrgent(danger, highest)) keepBest(urgent, danger)
    const ranked: Ranked[] = []
    for (const [concept, likest] of best) {
      const danger = urgent.get(concept)
      if (danger === undefined && isFaintDanger(likest, highest)) continue
      const found = danger ?? likest
      const confidence = confidenceOf(found)
      if (confidence >= LEAST_CONFIDENCE) ranked.push({ concept, found, isUrgent: danger !== undefined, confidence })
    }
    ranked.sort(
      (a, b) =>
        Number(b.isUrgent) - Number(a.isUrgent) ||
        b.confidence - a.confidence ||
        idOrder[a.concept]! - idOrder[b.concept]!,
    )
    // Only the concepts that are answered with are read.
    const hits: GuideHit[] = []
    for (const { concept, found, confidence } of besideDanger(ranked)) {
      if (hits.length === limit) break
      const hit = hitOf(conceptAt(concept), found.entry, confidence)
      if (hit !== undefined) hits.push(hit)
    }
    return hits
  }
}

interface Ranked {
  readonly concept: number
  readonly found: Found
  readonly isUrgent: boolean
  readonly confidence: number
}

/** When the first answer is to call 112, what fits less well only keeps the reader from the telephone. */
function besideDanger(ranked: readonly Ranked[]): readonly Ranked[] {
  const [first] = ranked
  if (first?.found.entry.isDanger !== true) return ranked
  const least = AS_GOOD * first.confidence
  return ranked.filter(({ found, confidence }) => found.entry.isDanger || confidence >= least)
}

/** An entry that is like what was asked, and how much: `rest` is what the concept's other entries score together. */
interface Found {
  readonly entry: Entry
  readonly score: number
  rest: number
  /** How much of the entry was asked for, from 0; and how many of the words that were asked. */
  readonly covered: number
  readonly words: number
}

function keepBest(best: Map<number, Found>, found: Found): void {
  const known = best.get(found.entry.concept)
  if (known === undefined) best.set(found.entry.concept, found)
  else if (found.score > known.score) best.set(found.entry.concept, { ...found, rest: known.rest + known.score })
  else known.rest += found.score
}

function isUrgent({ covered, words, score }: Found, highest: number): boolean {
  const { whole, most } = URGENT
  if (covered >= whole.covered && words >= whole.words) return true
  return covered >= most.covered && score >= Math.max(most.confidence, most.ofBest * highest)
}

/** A danger of which little was said is no answer beside a better one: ”slår” in ”hjärtat slår ojämnt”. */
function isFaintDanger({ entry, covered, words, score }: Found, highest: number): boolean {
  if (!entry.isDanger) return false
  const { whole, most } = URGENT
  return covered < most.covered ? score < highest : words < whole.words && score < most.ofBest * highest
}

const confidenceOf = ({ score, rest }: Found): number => Math.min(1, score + 0.1 * Math.min(rest, 1))

function hitOf(concept: Concept, entry: Entry, confidence: number): GuideHit | undefined {
  const swedish = concept.terms.filter(({ lang }) => lang === 'sv')
  const term = swedish.find(({ status }) => status === 'preferred') ?? swedish[0]
  if (term === undefined) return undefined
  const situation = entry.situation === undefined ? undefined : concept.situations?.[entry.situation]
  // What to do in danger is no advice to somebody who has only named the thing.
  const leadsTo = situation?.leadsTo ?? concept.situations?.find(({ emergency }) => emergency !== true)?.leadsTo
  return {
    concept,
    term,
    ...(leadsTo === undefined ? {} : { leadsTo }),
    ...(situation === undefined ? {} : { situation: situation.sv }),
    emergency: situation?.emergency === true,
    confidence,
  }
}

/** A text of a concept, before its words are looked at. */
interface Text {
  readonly text: string | undefined
  readonly weight: number
  readonly situation?: number
  readonly isDanger?: boolean
}

const textsOf = (concept: Concept): readonly Text[] => [
  ...(concept.situations ?? []).flatMap(({ sv, leadsTo, emergency }, situation): Text[] => [
    { text: sv, weight: WEIGHTS.situation, situation, isDanger: emergency === true },
    // Danger is told by what somebody says, never by words of the advice.
    ...(emergency === true ? [] : [{ text: leadsTo, weight: WEIGHTS.advice, situation }]),
  ]),
  ...concept.terms.filter(({ lang }) => lang === 'sv').map(({ label }) => ({ text: label, weight: WEIGHTS.term })),
  ...(concept.hiddenLabels ?? []).map((text) => ({ text, weight: WEIGHTS.hidden })),
  { text: concept.citizenWording?.sv, weight: WEIGHTS.wording },
  { text: concept.definition?.public.sv, weight: WEIGHTS.definition },
]

/**
 * Goes through the texts of all concepts, each once.
 *
 * @param concepts by number; undefined for one that nobody is to be led to
 */
export function compileGuide(concepts: Iterable<Concept | undefined>): GuideTables {
  const idea = ideas()
  const placeOf = new Map<string, number>()
  const ids: string[] = []
  const entryConcept = growing(Uint32Array)
  const entryWeight = growing(Uint8Array)
  const entrySituation = growing(Int16Array)
  const starts = growing(Uint32Array)
  const stemsIn = growing(Uint32Array)
  const shares = growing(Float64Array)
  for (const concept of concepts) {
    for (const { text, weight, situation = -1, isDanger = false } of concept === undefined ? [] : textsOf(concept)) {
      const stems = text === undefined ? [] : [...stemsOf(text, idea)]
      if (stems.length === 0) continue
      entryConcept.push(ids.length)
      entryWeight.push(Math.round(weight * 100))
      entrySituation.push(isDanger ? -1 - situation : situation + 1)
      starts.push(stemsIn.count)
      for (const [stem, share] of stems) {
        const place = placeOf.get(stem) ?? placeOf.size
        placeOf.set(stem, place)
        stemsIn.push(place)
        shares.push(share)
      }
    }
    ids.push(concept?.id ?? '')
  }
  const count = starts.count
  starts.push(stemsIn.count)
  const [first, stemAt, shareAt] = [starts.all(), stemsIn.all(), shares.all()]

  const stemStarts = new Uint32Array(placeOf.size + 1)
  for (const stem of stemAt) stemStarts[stem + 1]!++
  for (let stem = 0; stem < placeOf.size; stem++) stemStarts[stem + 1]! += stemStarts[stem]!
  const stemEntries = new Uint32Array(stemAt.length)
  const filled = stemStarts.slice()
  const entrySize = new Float64Array(count)
  const rarity = rarityIn({ stemStarts, entryConcept: { length: count } })
  for (let entry = 0; entry < count; entry++)
    for (let at = first[entry]!; at < first[entry + 1]!; at++) {
      const stem = stemAt[at]!
      stemEntries[filled[stem]!++] = entry
      entrySize[entry]! += shareAt[at]! * rarity(stem)
    }

  const idOrder = new Uint32Array(ids.length)
  for (const [place, concept] of [...ids.keys()].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1)).entries())
    idOrder[concept] = place
  return {
    entryConcept: entryConcept.all(),
    entryWeight: entryWeight.all(),
    entrySituation: entrySituation.all(),
    entrySize,
    stemStarts,
    stemEntries,
    stems: compileStems([...placeOf.keys()]),
    idOrder,
  }
}

/** How much a stem says: the fewer entries have it, the more. Undefined stands for a stem that none has. */
const rarityIn =
  ({
    stemStarts,
    entryConcept,
  }: {
    readonly stemStarts: Uint32Array
    readonly entryConcept: { readonly length: number }
  }) =>
  (stem: number | undefined): number =>
    Math.log(1 + entryConcept.length / (1 + (stem === undefined ? 0 : stemStarts[stem + 1]! - stemStarts[stem]!)))

/** Numbers in a row, of which nobody knows how many there will be. */
function growing<T extends Uint8Array | Uint32Array | Int16Array | Float64Array>(Kind: new (length: number) => T) {
  let numbers = new Kind(1 << 10)
  let count = 0
  return {
    get count() {
      return count
    },
    push(number: number): void {
      if (count === numbers.length) {
        const longer = new Kind(count * 2)
        longer.set(numbers)
        numbers = longer
      }
      numbers[count++] = number
    },
    all: () => numbers.slice(0, count) as T,
  }
}

const LIGHT_WEIGHT = 0.4
const IDEA_WEIGHT = 0.6

/** A word and the idea it stands for count together as one: the word for more, the idea for less. */
function stemsOf(text: string, idea: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const tokens = tokenise(text)
  const stems = new Map<string, number>()
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kinds[token] !== TokenKind.Word && tokens.kinds[token] !== TokenKind.Number) continue
    const key = wordKey(tokens.key(token))
    if (EMPTY_WORDS.has(key)) continue
    // ”bank-id” is one word to find, and ”e-tjänst” is not ”e”.
    const stem = foldKey(everydayStem(key))
    const weight = LIGHT_WORDS.has(key) ? LIGHT_WEIGHT : 1
    stems.set(stem, Math.max(stems.get(stem) ?? 0, weight))
    const shared = idea.get(stem)
    if (shared !== undefined) stems.set(shared, Math.max(stems.get(shared) ?? 0, IDEA_WEIGHT * weight))
  }
  return stems
}

/** From a stem to its idea. */
function ideas(): ReadonlyMap<string, string> {
  const ideaOf = new Map<string, string>()
  for (const words of SAME_IDEA)
    for (const word of words) ideaOf.set(foldKey(everydayStem(word)), `${IDEA_MARK}${words[0]}`)
  return ideaOf
}
