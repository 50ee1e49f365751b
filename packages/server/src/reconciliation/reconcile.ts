import { wordKey } from '@klarsprak/swedish'
import type { Concept } from '@klarsprak/termbank'
import type { SearchHit } from '@klarsprak/termbank/search'
import type { z } from 'zod'
import { labelOf } from '../api/operations/show-concept.js'
import type { Services } from '../api/services.js'
import { typesOf } from './concept-types.js'
import { propertyOf } from './properties.js'
import { type Candidate, MOST_CANDIDATES, type PropertyValue, type ReconciliationQuery } from './schemas.js'

const USUAL_CANDIDATES = 10
/** Hits that are looked through for candidates of the right type. */
const HITS_TO_SIFT = 100
/** How much the other columns count beside the word itself. */
const PROPERTIES_COUNT = 0.3

interface Found {
  readonly concept: Concept
  readonly hit?: SearchHit
  /** From 0 to 1. */
  readonly score: number
}

/** The concepts that a value in somebody's table may stand for, best first. */
export function reconcile(asked: ReconciliationQuery, services: Services): z.output<typeof Candidate>[] {
  const limit = Math.max(1, Math.min(MOST_CANDIDATES, Math.floor(asked.limit ?? USUAL_CANDIDATES)))
  const { properties = [] } = asked
  const fits = typeTest(asked)
  const found = (asked.query === undefined ? withProperties(asked, services) : withWord(asked.query, services))
    .filter(({ concept }) => fits.includes(concept))
    .map(({ concept, hit, score }): Found => {
      const likeness = properties.length === 0 ? 1 : shareOf(concept, asked, services)
      const weighed = hit === undefined ? score : score * (1 - PROPERTIES_COUNT + PROPERTIES_COUNT * likeness)
      return { concept, ...(hit === undefined ? {} : { hit }), score: weighed * (fits.prefers(concept) ? 1 : 0.9) }
    })
    .sort((a, b) => b.score - a.score || (a.concept.id < b.concept.id ? -1 : 1))
  // Only a form of a term can be taken unseen, and only when the word has no other sense.
  const forms = found.filter(({ hit }) => hit !== undefined && isForm(hit))
  return found.slice(0, limit).map(({ concept, hit, score }) => ({
    id: concept.id,
    name: labelOf(concept),
    ...(concept.definition === undefined ? {} : { description: concept.definition.public.sv }),
    score: Math.round(score * 1000) / 10,
    match: forms.length === 1 && forms[0]!.concept === concept && score >= 0.9,
    type: [...typesOf(concept)],
    features: [
      ...(hit === undefined
        ? []
        : [
            { id: 'confidence', value: hit.confidence },
            { id: 'form', value: isForm(hit) },
            { id: 'recommended', value: hit.term.status === 'preferred' },
          ]),
      ...(properties.length === 0 ? [] : [{ id: 'properties', value: shareOf(concept, asked, services) }]),
    ],
  }))
}

const isForm = ({ matchType }: SearchHit): boolean =>
  matchType === 'exact' || matchType === 'inflected' || matchType === 'hidden'

/** The concepts of a word or an id, each by its best term. */
export function withWord(word: string, { bank }: Services, limit = HITS_TO_SIFT): readonly Found[] {
  const known = bank.concept(word.trim())
  const best = new Map<string, Found>(known === undefined ? [] : [[known.id, { concept: known, score: 1 }]])
  for (const hit of bank.search(word, limit)) {
    const { concept, confidence } = hit
    if ((best.get(concept.id)?.score ?? -1) < confidence) best.set(concept.id, { concept, hit, score: confidence })
  }
  return [...best.values()]
}

/** Every concept that has one of the values; for those who have no word to begin with. */
function withProperties(asked: ReconciliationQuery, services: Services): readonly Found[] {
  const concepts = new Set(
    (asked.properties ?? []).flatMap(({ pid, v }) =>
      [v].flat().flatMap((value) => keysOf(value).flatMap((key) => conceptsWith(pid, key, services))),
    ),
  )
  return [...concepts].map((concept) => ({ concept, score: shareOf(concept, asked, services) }))
}

/** The share of the asked properties that a concept has, from 0 to 1. */
function shareOf(concept: Concept, { properties = [] }: ReconciliationQuery, services: Services): number {
  const has = properties.filter(({ pid, v }) => {
    const values = new Set((propertyOf(pid)?.values(concept, services) ?? []).flatMap(keysOf))
    return [v].flat().some((one) => keysOf(one).some((key) => values.has(key)))
  })
  return has.length / properties.length
}

function keysOf(value: PropertyValue | { readonly str: string }): readonly string[] {
  if (typeof value !== 'object') return [wordKey(String(value))]
  if ('str' in value) return [wordKey(value.str)]
  return [wordKey(value.id), ...(value.name === undefined ? [] : [wordKey(value.name)])]
}

/** Which concepts are of the types asked for. With `should`, others come too, after them. */
function typeTest({ type, type_strict: strict = 'any' }: ReconciliationQuery) {
  const asked = type === undefined ? [] : [type].flat()
  const isOf = (concept: Concept): boolean => {
    const types = typesOf(concept).map(({ id }) => id)
    return strict === 'all' ? asked.every((id) => types.includes(id)) : asked.some((id) => types.includes(id))
  }
  return {
    includes: (concept: Concept) => asked.length === 0 || strict === 'should' || isOf(concept),
    prefers: (concept: Concept) => asked.length === 0 || strict !== 'should' || isOf(concept),
  }
}

/** From a property and a value to the concepts that have it: made when a property is first asked for by its values. */
const indexes = new WeakMap<Services, Map<string, ReadonlyMap<string, readonly Concept[]>>>()

function conceptsWith(pid: string, key: string, services: Services): readonly Concept[] {
  const property = propertyOf(pid)
  if (property === undefined) return []
  const known = indexes.get(services) ?? new Map<string, ReadonlyMap<string, readonly Concept[]>>()
  indexes.set(services, known)
  let index = known.get(pid)
  if (index === undefined) {
    const made = new Map<string, Concept[]>()
    for (const concept of services.bank.concepts)
      for (const one of new Set(property.values(concept, services).flatMap(keysOf))) {
        const list = made.get(one)
        if (list === undefined) made.set(one, [concept])
        else list.push(concept)
      }
    known.set(pid, made)
    index = made
  }
  return index.get(key) ?? []
}
