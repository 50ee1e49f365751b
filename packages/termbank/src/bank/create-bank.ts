import { wordKey } from '@klarsprak/swedish'
import type { Concept, Term } from '../model/concept.js'
import { inFileOrder, type Place, type Problem, problem } from '../problems/problem.js'
import { applyOverlay, type Entry } from './apply-overlays.js'
import type { Bank, Layer, Provenance, TermOfConcept } from './bank.js'
import { statusWord, termKey } from './check-concepts.js'

/**
 * Puts layers together, the lowest first: national, organisation, project.
 *
 * - Ids are counted by layer. A concept whose id a layer below uses too is another concept; both stay.
 * - An overlay changes a concept of a layer below, value by value, and every change is kept with its layer and reason.
 * - When concepts of two layers have the same label, the term of the layer above is the one that counts.
 *
 * The problems are those of putting together; `checkBank` has the rest.
 */
export function createBank({ layers }: { readonly layers: readonly Layer[] }): {
  readonly bank: Bank
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const entries: Entry[] = []
  /** By level, by id. */
  const ids: Map<string, Entry>[] = []

  layers.forEach((layer, level) => {
    const placeOf = (concept: Concept): Place => layer.placeOf?.(concept, ['id']) ?? ({ path: layer.name } as Place)
    const own = new Map<string, Entry>()
    ids.push(own)
    for (const concept of layer.concepts) {
      const { id } = concept
      const place = { ...placeOf(concept), conceptId: id }
      const first = own.get(id)
      if (first !== undefined) {
        const { path, line } = placeOf(first.original)
        problems.push(problem('BANK-DUPLICATE-ID', place, { id, other: line === undefined ? path : `${path}:${line}` }))
        continue
      }
      const below = ids
        .slice(0, level)
        .findLast((lower) => lower.has(id))
        ?.get(id)
      if (below !== undefined) problems.push(problem('BANK-LAYER-ID', place, { id, below: below.layer }))
      const entry: Entry = { level, layer: layer.name, original: concept, concept, changes: [], termLevels: new Map() }
      own.set(id, entry)
      entries.push(entry)
    }
    for (const overlay of layer.overlays ?? []) {
      const entry = ids
        .slice(0, level)
        .findLast((lower) => lower.has(overlay.concept))
        ?.get(overlay.concept)
      if (entry === undefined) {
        const place = layer.placeOf?.(overlay, ['concept']) ?? { path: layer.name }
        const what = own.has(overlay.concept)
          ? `${overlay.concept} finns i samma lager. Ändra begreppet direkt.`
          : `${overlay.concept} finns inte i lagren under. Rätta id:t.`
        problems.push(problem('BANK-OVERLAY-TARGET', { ...place, conceptId: overlay.concept }, { what }))
      } else problems.push(...applyOverlay(entry, overlay, layer, level))
    }
  })

  const byLabel = new Map<string, (TermOfConcept & { readonly entry: Entry; readonly level: number })[]>()
  for (const entry of entries) {
    for (const term of entry.concept.terms) {
      const key = termKey(term)
      const one = { concept: entry.concept, term, entry, level: entry.termLevels.get(term.label) ?? entry.level }
      const others = byLabel.get(key)
      if (others === undefined) byLabel.set(key, [one])
      else others.push(one)
    }
  }
  const shadowed = new Set<Term>()
  const labels = new Map<string, TermOfConcept[]>()
  for (const [key, group] of byLabel) {
    const top = Math.max(...group.map(({ level }) => level))
    const winner = group.find(({ level }) => level === top)!
    for (const { level, term, concept, entry } of group) {
      if (level === top || concept === winner.concept) continue
      shadowed.add(term)
      const above = layers[top]!
      const key = ['terms', winner.concept.terms.indexOf(winner.term)]
      const place = above.placeOf?.(winner.entry.original, key) ?? { path: above.name }
      const data = {
        label: winner.term.label,
        statusAbove: statusWord(winner.term.status),
        statusBelow: statusWord(term.status),
        other: concept.id,
        below: entry.layer,
        above: above.name,
      }
      problems.push(problem('BANK-LAYER-TERM', { ...place, conceptId: winner.concept.id }, data))
    }
    const label = key.slice(key.indexOf(':') + 1)
    const sorted = [...group].sort((a, b) => b.level - a.level).map(({ concept, term }) => ({ concept, term }))
    labels.set(label, [...(labels.get(label) ?? []), ...sorted])
  }

  const entryOf = new Map(entries.map((entry) => [entry.concept, entry]))
  const known = (concept: Concept): Entry => {
    const entry = entryOf.get(concept)
    if (entry === undefined) throw new Error(`The concept ${concept.id} is not one of this bank's own objects.`)
    return entry
  }
  const named = new Map(layers.map(({ name }, level) => [name, level]))

  const bank: Bank = {
    release: layers.find(({ release }) => release !== undefined)?.release ?? 'unreleased',
    layers: layers.map(({ name, release }) => (release === undefined ? { name } : { name, release })),
    concepts: entries.map(({ concept }) => concept),
    concept(id, from) {
      const colon = id.indexOf(':')
      if (colon > 0) return ids[named.get(id.slice(0, colon)) ?? -1]?.get(id.slice(colon + 1))?.concept
      const top = from === undefined ? ids.length : known(from).level + 1
      return ids
        .slice(0, top)
        .findLast((own) => own.has(id))
        ?.get(id)?.concept
    },
    conceptsOf: (label) => labels.get(wordKey(label)) ?? [],
    provenance(concept): Provenance {
      const { layer, changes } = known(concept)
      return { layer, changes }
    },
    layerOf(concept, term) {
      const entry = known(concept)
      return layers[entry.termLevels.get(term.label) ?? entry.level]!.name
    },
    isShadowed: (_, term) => shadowed.has(term),
    placeOf(concept, key) {
      const entry = entryOf.get(concept as Concept)
      return entry === undefined ? undefined : layers[entry.level]!.placeOf?.(entry.original, key)
    },
  }
  for (const concept of bank.concepts) deepFreeze(concept)
  return { bank: Object.freeze(bank), problems: inFileOrder(problems) }
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
}
