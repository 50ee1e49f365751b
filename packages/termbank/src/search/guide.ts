import { TokenKind, tokenise, wordKey } from '@klarsprak/swedish'
import type { Concept, Term } from '../model/concept.js'
import { everydayStem } from './everyday-stem.js'
import { EMPTY_WORDS, LIGHT_WORDS, SAME_IDEA } from './everyday-words.js'
import { foldKey } from './fold.js'
import { createNearStems } from './near-stems.js'

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

interface Entry {
  readonly concept: Concept
  readonly weight: number
  /** What somebody in danger would say; the advice that goes with it is no such thing. */
  readonly isDanger: boolean
  readonly stems: ReadonlyMap<string, number>
  readonly situation?: NonNullable<Concept['situations']>[number]
}

/** Below this nobody is helped. */
const LEAST_CONFIDENCE = 0.12

/**
 * When advice to call 112 goes before everything else: nearly all that the dangerous situation says was said, in a
 * question of any length; or most of it, and little else that another answer fits better. One word in common, as
 * ”hemma” in ”jag blir slagen hemma”, frightens and does not help.
 */
const URGENT = {
  whole: { covered: 0.8, stems: 2 },
  most: { covered: 0.6, confidence: 0.6, ofBest: 0.85 },
} as const

/**
 * Finds the concept that people mean by their own words: ”jag kan inte köra bil längre”. Inflection,
 * word order, small misspellings and missing marks over letters do not matter, rare words count more than
 * common ones.
 */
export function createGuide(concepts: readonly Concept[]): Guide {
  const idea = ideas()
  const entries = concepts.flatMap((concept) => entriesOf(concept, idea))
  const inEntries = new Map<string, number[]>()
  for (const [number, { stems }] of entries.entries())
    for (const stem of stems.keys()) {
      const list = inEntries.get(stem)
      if (list === undefined) inEntries.set(stem, [number])
      else list.push(number)
    }
  const nearStems = createNearStems([...inEntries.keys()])
  const rarity = (stem: string): number => Math.log(1 + entries.length / (1 + (inEntries.get(stem)?.length ?? 0)))
  const sizes = entries.map(({ stems }) => {
    let size = 0
    for (const [stem, weight] of stems) size += weight * rarity(stem)
    return size
  })

  return (query, limit = 5) => {
    const asked = stemsOf(query, idea)
    if (asked.size === 0) return []
    // What each word asked for may be in the bank's texts, and how sure that is.
    const readings = [...asked].map(([stem, weight]) => ({
      weight: weight * rarity(stem),
      near: nearStems(stem),
    }))
    const total = readings.reduce((sum, { weight }) => sum + weight, 0)
    const overlap = new Map<number, { shared: number; stems: number }>()
    for (const { weight, near } of readings) {
      const best = new Map<number, number>()
      for (const { stem, likeness } of near)
        for (const entry of inEntries.get(stem) ?? []) best.set(entry, Math.max(best.get(entry) ?? 0, likeness))
      for (const [entry, likeness] of best) {
        const known = overlap.get(entry)
        if (known === undefined) overlap.set(entry, { shared: weight * likeness, stems: 1 })
        else {
          known.shared += weight * likeness
          known.stems++
        }
      }
    }
    const best = new Map<Concept, Found>()
    const dangers = new Map<Concept, Found>()
    for (const [number, { shared, stems }] of overlap) {
      const entry = entries[number]!
      const size = sizes[number]!
      // Shared against both texts; a short term inside a long question must not lose for the question's length.
      const score = entry.weight * ((2 * shared) / (total + Math.min(size, total * 2)))
      const found = { entry, score, rest: 0, covered: shared / size, stems }
      keepBest(best, found)
      if (entry.isDanger) keepBest(dangers, found)
    }
    let highest = 0
    for (const { score } of best.values()) highest = Math.max(highest, score)
    for (const [concept, danger] of dangers) if (isUrgent(danger, highest)) best.set(concept, danger)
    return [...best]
      .flatMap(([concept, found]) => {
        const urgent = found.entry.isDanger && isUrgent(found, highest)
        // A danger of which little was said is no answer beside a better one.
        const isFaint = found.covered < URGENT.most.covered && found.score < highest
        if (found.entry.isDanger && !urgent && isFaint) return []
        const confidence = Math.min(1, found.score + 0.1 * Math.min(found.rest, 1))
        const hit = confidence < LEAST_CONFIDENCE ? undefined : hitOf(concept, found.entry, confidence)
        return hit === undefined ? [] : [{ hit, urgent }]
      })
      .sort(
        (a, b) =>
          Number(b.urgent) - Number(a.urgent) ||
          b.hit.confidence - a.hit.confidence ||
          (a.hit.concept.id < b.hit.concept.id ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ hit }) => hit)
  }
}

/** An entry that is like what was asked, and how much: `rest` is what the concept's other entries score together. */
interface Found {
  readonly entry: Entry
  readonly score: number
  rest: number
  /** How much of the entry was asked for, from 0; and how many of its stems. */
  readonly covered: number
  readonly stems: number
}

function keepBest(best: Map<Concept, Found>, found: Found): void {
  const known = best.get(found.entry.concept)
  if (known === undefined) best.set(found.entry.concept, found)
  else if (found.score > known.score) best.set(found.entry.concept, { ...found, rest: known.rest + known.score })
  else known.rest += found.score
}

function isUrgent({ covered, stems, score }: Found, highest: number): boolean {
  const { whole, most } = URGENT
  if (covered >= whole.covered && stems >= whole.stems) return true
  return covered >= most.covered && score >= Math.max(most.confidence, most.ofBest * highest)
}

function hitOf(concept: Concept, { situation }: Entry, confidence: number): GuideHit | undefined {
  const swedish = concept.terms.filter(({ lang }) => lang === 'sv')
  const term = swedish.find(({ status }) => status === 'preferred') ?? swedish[0]
  if (term === undefined) return undefined
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

function entriesOf(concept: Concept, idea: ReadonlyMap<string, string>): Entry[] {
  const entry = (text: string | undefined, weight: number, situation?: Entry['situation']): Entry[] => {
    const stems = text === undefined ? new Map<string, number>() : stemsOf(text, idea)
    const isDanger = situation?.emergency === true && text === situation.sv
    return stems.size === 0
      ? []
      : [{ concept, weight, isDanger, stems, ...(situation === undefined ? {} : { situation }) }]
  }
  return [
    ...(concept.situations ?? []).flatMap((situation) => [
      ...entry(situation.sv, WEIGHTS.situation, situation),
      // Danger is told by what somebody says, never by words of the advice.
      ...(situation.emergency === true ? [] : entry(situation.leadsTo, WEIGHTS.advice, situation)),
    ]),
    ...concept.terms.filter(({ lang }) => lang === 'sv').flatMap(({ label }) => entry(label, WEIGHTS.term)),
    ...(concept.hiddenLabels ?? []).flatMap((label) => entry(label, WEIGHTS.hidden)),
    ...entry(concept.citizenWording?.sv, WEIGHTS.wording),
    ...entry(concept.definition?.public.sv, WEIGHTS.definition),
  ]
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

/** From a stem to its idea, named by a mark that no word can be. */
function ideas(): ReadonlyMap<string, string> {
  const ideaOf = new Map<string, string>()
  for (const words of SAME_IDEA) for (const word of words) ideaOf.set(foldKey(everydayStem(word)), `=${words[0]}`)
  return ideaOf
}
