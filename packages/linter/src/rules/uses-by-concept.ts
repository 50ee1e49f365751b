import type { Concept, Match } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import { isOfficialese } from './heavy-word/rule.js'
import { reads } from './reads.js'
import type { GuardOptions } from './rule.js'
import { type Use, usesIn } from './uses.js'

/** For each concept and word class that has several terms, the uses of each term, in the order of the file. */
export function usesByConcept(segments: readonly AnalysedSegment[]): Map<string, Map<string, Use[]>> {
  const concepts = new Map<string, Map<string, Use[]>>()
  for (const use of usesIn(segments).choices) {
    const { concept, term } = use.sense
    // Ordinary words such as ”och” and ”samt” may take turns; the rule is about what things are called.
    if (isOfficialese(concept)) continue
    // Words of different classes are no choice: ”boka om” beside ”ombokning”.
    const key = `${concept.id} ${term.pos}`
    const uses = concepts.get(key) ?? new Map<string, Use[]>()
    concepts.set(key, uses)
    const known = uses.get(term.label)
    if (known === undefined) uses.set(term.label, [use])
    else known.push(use)
  }
  return concepts
}

/** The uses that a rule with `options` reads. Asked only of concepts with several terms, since it takes time. */
export function onlyRead(
  uses: ReadonlyMap<string, readonly Use[]>,
  options: GuardOptions,
): Map<string, readonly Use[]> {
  const isRead = ({ segment, match }: Use) => !isGloss(segment, match) && reads(segment, match, options)
  return new Map(
    [...uses].map(([label, all]) => [label, all.filter(isRead)] as const).filter(([, read]) => read.length > 0),
  )
}

/** In parentheses after another word, a term explains it: blodförgiftning (sepsis). */
function isGloss({ prose }: AnalysedSegment, { span }: Match): boolean {
  return prose[span.start - 1] === '(' && /[),;]/u.test(prose[span.end] ?? '')
}

/** Whether a concept prefers the term `label`. */
export const isPreferred = (label: string, { terms }: Concept) =>
  terms.some((term) => term.label === label && term.status === 'preferred')
