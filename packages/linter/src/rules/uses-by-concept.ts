import type { Concept, Match } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import { reads } from './reads.js'
import type { GuardOptions } from './rule.js'
import { type Use, usesIn } from './uses.js'

/** One use of one of the terms for a concept. */
export interface Choice extends Use {
  readonly segment: AnalysedSegment
}

/** For each concept and word class that has several terms, the uses of each term, in the order of the file. */
export function usesByConcept(segments: readonly AnalysedSegment[]): Map<string, Map<string, Choice[]>> {
  const concepts = new Map<string, Map<string, Choice[]>>()
  for (const segment of segments) {
    if (usesIn(segment).choices.length === 0) continue
    for (const { key, match, sense } of segment.known(choicesIn)) {
      const uses = concepts.get(key) ?? new Map<string, Choice[]>()
      concepts.set(key, uses)
      const known = uses.get(sense.term.label)
      if (known === undefined) uses.set(sense.term.label, [{ segment, match, sense }])
      else known.push({ segment, match, sense })
    }
  }
  return concepts
}

/** Words of different classes are no choice: ”boka om” beside ”ombokning”. */
const choicesIn = (segment: AnalysedSegment) =>
  usesIn(segment).choices.map(({ match, sense }) => ({ key: `${sense.concept.id} ${sense.term.pos}`, match, sense }))

/** The uses that a rule with `options` reads. Asked only of concepts with several terms, since it takes time. */
export function onlyRead(
  uses: ReadonlyMap<string, readonly Choice[]>,
  options: GuardOptions,
): Map<string, readonly Choice[]> {
  const isRead = ({ segment, match }: Choice) => !isGloss(segment, match) && reads(segment, match, options)
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
