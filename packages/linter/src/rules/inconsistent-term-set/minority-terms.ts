import type { Finding } from '../../findings/finding.js'
import type { NotedFile } from '../rule.js'

/** Where a term is used that most of the files do not use. */
export interface MinorityUse {
  readonly path: string
  /** The first use in the file. */
  readonly finding: Finding
  readonly actual: TermTotal
  readonly expected: TermTotal
}

/** How a term is used in all files together. */
export interface TermTotal {
  readonly label: string
  readonly isPreferred: boolean
  readonly count: number
  /** The files that use it, in the order of the run. */
  readonly places: readonly Place[]
}

interface Place {
  readonly path: string
  readonly finding: Finding
  readonly count: number
}

export interface MinorityLimits {
  /** In per cent of all uses of the concept's terms; a term with less is in the minority. */
  readonly share: number
  /** So many uses of the concept's terms there must be before anything is said. */
  readonly least: number
}

/**
 * The terms that a set of files uses seldom although it usually calls the same thing something else. The
 * preferred term is never in the minority: it is the one to choose. Time is linear in what was noted.
 */
export function minorityTerms(files: readonly NotedFile[], { share, least }: MinorityLimits): readonly MinorityUse[] {
  return [...totals(files).values()].flatMap((terms) => {
    const all = [...terms.values()]
    const sum = all.reduce((total, { count }) => total + count, 0)
    const [expected] = [...all].sort((a, b) => b.count - a.count)
    if (expected === undefined || all.length < 2 || sum < least) return []
    return all
      .filter((term) => term !== expected && !term.isPreferred && term.count * 100 < sum * share)
      .flatMap((actual) => actual.places.map(({ path, finding }) => ({ path, finding, actual, expected })))
  })
}

/** For each concept and word class, each term. */
function totals(files: readonly NotedFile[]): ReadonlyMap<string, ReadonlyMap<string, TermTotal>> {
  const concepts = new Map<string, Map<string, TermTotal & { count: number; places: Place[] }>>()
  for (const { path, noted } of files) {
    for (const finding of noted) {
      if (finding.noted === undefined) continue
      const { label, pos, isPreferred, count } = finding.noted
      const key = `${finding.conceptId} ${pos}`
      const terms = concepts.get(key) ?? new Map<string, TermTotal & { count: number; places: Place[] }>()
      concepts.set(key, terms)
      const term = terms.get(label) ?? { label, isPreferred, count: 0, places: [] }
      terms.set(label, term)
      term.count += count
      term.places.push({ path, finding, count })
    }
  }
  return concepts
}
