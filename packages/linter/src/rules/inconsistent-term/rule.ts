import type { Concept, Match, Sense } from '@klarsprak/termbank'
import { z } from 'zod'
import type { AnalysedSegment } from '../../analysis/analyse.js'
import { isOfficialese } from '../heavy-word/rule.js'
import { isDeprecated } from '../is-deprecated.js'
import { reads } from '../reads.js'
import { defineRule, guardOptions } from '../rule.js'

export const inconsistentTerm = defineRule({
  id: 'inconsistent-term',
  summary: 'Använd samma ord för samma sak i hela texten.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  messages: {
    mixed:
      'Texten kallar samma sak ”{expected}” ({expectedCount}) och ”{actual}” ({actualCount}). Välj ett ord: ”{expected}”.',
  },
  options: z.strictObject(guardOptions),
  check({ segments, replace, report }, options) {
    for (const all of usesByConcept(segments).values()) {
      if (all.size < 2) continue
      const uses = onlyRead(all, ({ segment, match }) => !isGloss(segment, match) && reads(segment, match, options))
      if (uses.size < 2) continue
      const expected = expectedLabel(uses)
      for (const [label, [first, ...more]] of uses) {
        if (label === expected || first === undefined) continue
        const { segment, match, sense } = first
        report({
          segment,
          span: match.span,
          messageId: 'mixed',
          data: {
            expected,
            expectedCount: uses.get(expected)?.length ?? 0,
            actual: label,
            actualCount: more.length + 1,
          },
          conceptId: sense.concept.id,
          sources: sense.concept.sources ?? [],
          // Which word is the right one for the whole text is the writer's choice.
          suggestions: isPreferred(expected, sense.concept)
            ? replace(segment, match, sense).suggestions.map((suggestion) => ({ ...suggestion, safe: false }))
            : [],
        })
      }
    }
  },
})

interface Use {
  readonly segment: AnalysedSegment
  readonly match: Match
  readonly sense: Sense
}

/** For each concept and word class the uses of each term, in the order of the file. */
function usesByConcept(segments: readonly AnalysedSegment[]): Map<string, Map<string, Use[]>> {
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

/** The uses that the rule reads. Asked only of concepts with several terms, since it takes time. */
function onlyRead(
  uses: ReadonlyMap<string, readonly Use[]>,
  isRead: (use: Use) => boolean,
): Map<string, readonly Use[]> {
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

/** The preferred term if the text has it, otherwise the most frequent; of equals, the first. */
function expectedLabel(uses: ReadonlyMap<string, readonly Use[]>): string {
  const all = [...uses]
  const preferred = all.find(([label, [first]]) => first !== undefined && isPreferred(label, first.sense.concept))
  const [label] = preferred ?? all.reduce((most, next) => (next[1].length > most[1].length ? next : most))
  return label
}

const isPreferred = (label: string, { terms }: Concept) =>
  terms.some((term) => term.label === label && term.status === 'preferred')
