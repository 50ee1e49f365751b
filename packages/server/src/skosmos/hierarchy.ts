import type { Concept } from '@klarsprak/termbank'
import type { Services } from '../api/services.js'

/** Concepts above and below each other, whichever of the two says so. */
export interface Hierarchy {
  broader(concept: Concept): readonly Concept[]
  narrower(concept: Concept): readonly Concept[]
  related(concept: Concept): readonly Concept[]
}

type Links = Map<Concept, Set<Concept>>
const made = new WeakMap<Services, Hierarchy>()

/** Made at the first question about a bank, and kept as long as the bank is. */
export function hierarchyOf(services: Services): Hierarchy {
  const known = made.get(services)
  if (known !== undefined) return known
  const [above, below, beside]: [Links, Links, Links] = [new Map(), new Map(), new Map()]
  const join = (links: Links, from: Concept, to: Concept): void => {
    const all = links.get(from) ?? new Set()
    links.set(from, all.add(to))
  }
  for (const concept of services.bank.concepts)
    for (const { type, target } of concept.relations ?? []) {
      const other = services.bank.concept(target)
      if (other === undefined) continue
      if (type === 'broader' || type === 'narrower') {
        const [lower, upper] = type === 'broader' ? [concept, other] : [other, concept]
        join(above, lower, upper)
        join(below, upper, lower)
      } else if (type === 'related') {
        join(beside, concept, other)
        join(beside, other, concept)
      }
    }
  const of = (links: Links) => (concept: Concept) => [...(links.get(concept) ?? [])]
  const hierarchy = { broader: of(above), narrower: of(below), related: of(beside) }
  made.set(services, hierarchy)
  return hierarchy
}

/** Everything that is reached by going on and on, with the start first. Circles end where they begin. */
export function transitively(start: Concept, next: (concept: Concept) => readonly Concept[]): readonly Concept[] {
  const seen = new Set([start])
  for (const concept of seen) for (const other of next(concept)) seen.add(other)
  return [...seen]
}
