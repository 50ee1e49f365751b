import type { Concept, Relation } from '../model/concept.js'

/** Relations that must not go round, each with its inverse: what points up in one is what points down in the other. */
const hierarchies: readonly { readonly up: Relation['type']; readonly down: Relation['type'] }[] = [
  { up: 'broader', down: 'narrower' },
  { up: 'part-of', down: 'has-part' },
  { up: 'carried-by', down: 'carries' },
  { up: 'replaced-by', down: 'replaces' },
]

export interface RelationCycle {
  /** The relation that leads from each concept to the next, for example `broader`. */
  readonly type: string
  /** The concepts of the cycle; the last one leads to the first. */
  readonly chain: readonly Concept[]
}

/** One cycle for each knot of concepts that goes round. Linear in the number of relations. */
export function relationCycles(concepts: readonly Concept[]): readonly RelationCycle[] {
  const byId = new Map<string, Concept>()
  for (const concept of concepts) if (!byId.has(concept.id)) byId.set(concept.id, concept)
  return hierarchies.flatMap(({ up, down }) => {
    const above = new Map<Concept, Concept[]>()
    const add = (from: Concept | undefined, to: Concept | undefined): void => {
      if (from === undefined || to === undefined) return
      const list = above.get(from)
      if (list === undefined) above.set(from, [to])
      else list.push(to)
    }
    for (const concept of byId.values()) {
      for (const { type, target } of concept.relations ?? []) {
        if (type === up) add(concept, byId.get(target))
        else if (type === down) add(byId.get(target), concept)
      }
      if (up === 'replaced-by' && concept.replacedBy !== undefined) add(concept, byId.get(concept.replacedBy))
    }
    return cyclesIn(above).map((chain) => ({ type: up, chain }))
  })
}

function cyclesIn(above: ReadonlyMap<Concept, readonly Concept[]>): readonly (readonly Concept[])[] {
  const done = new Set<Concept>()
  const cycles: Concept[][] = []
  for (const start of above.keys()) {
    if (done.has(start)) continue
    // Depth first without recursion: a chain of concepts may be as long as the bank.
    const path: Concept[] = [start]
    const onPath = new Map<Concept, number>([[start, 0]])
    const next = [0]
    while (path.length > 0) {
      const at = path.at(-1)!
      const to = above.get(at)?.[next[next.length - 1]!++]
      if (to === undefined) {
        done.add(at)
        onPath.delete(at)
        path.pop()
        next.pop()
      } else if (onPath.has(to)) cycles.push(path.slice(onPath.get(to)))
      else if (!done.has(to)) {
        onPath.set(to, path.length)
        path.push(to)
        next.push(0)
      }
    }
  }
  return cycles
}
