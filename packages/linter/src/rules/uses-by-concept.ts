import type { Concept, Match, Sense } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import { isOfficialese } from './heavy-word/rule.js'
import { isDeprecated } from './is-deprecated.js'
import { reads } from './reads.js'
import type { GuardOptions } from './rule.js'

/** One use of a term that may be used. */
export interface Use {
  readonly segment: AnalysedSegment
  readonly match: Match
  readonly sense: Sense
}

/** For each concept and word class the uses of each term, in the order of the file. */
export function usesByConcept(segments: readonly AnalysedSegment[]): Map<string, Map<string, Use[]>> {
  const concepts = new Map<string, Map<string, Use[]>>()
  for (const segment of segments) {
    for (const match of segment.matches) {
      const sense = onlySense(match)
      // Ordinary words such as ”och” and ”samt” may take turns; the rule is about what things are called.
      if (sense === undefined || isOfficialese(sense.concept)) continue
      // Words of different classes are no choice: ”boka om” beside ”ombokning”.
      const key = `${sense.concept.id} ${sense.term.pos}`
      const uses = concepts.get(key) ?? new Map<string, Use[]>()
      concepts.set(key, uses)
      const known = uses.get(sense.term.label)
      if (known === undefined) uses.set(sense.term.label, [{ segment, match, sense }])
      else known.push({ segment, match, sense })
    }
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

/** The sense of a match that can be nothing else, of a term that may be used. An abbreviation is no other word. */
function onlySense({ part, senses }: Match): Sense | undefined {
  const [sense, ...others] = senses
  if (part !== 'whole' || sense === undefined || others.length > 0) return undefined
  const { lang, pos, status, register, homograph, abbreviationOf } = sense.term
  // A professional term beside the everyday one explains it, or is `jargon`'s.
  if (register === 'professional') return undefined
  const counts = lang === 'sv' && pos !== 'abbreviation' && abbreviationOf === undefined && !isDeprecated(status)
  return counts && homograph !== true ? sense : undefined
}

/** In parentheses after another word, a term explains it: blodförgiftning (sepsis). */
function isGloss({ prose }: AnalysedSegment, { span }: Match): boolean {
  return prose[span.start - 1] === '(' && /[),;]/u.test(prose[span.end] ?? '')
}

/** Whether a concept prefers the term `label`. */
export const isPreferred = (label: string, { terms }: Concept) =>
  terms.some((term) => term.label === label && term.status === 'preferred')
