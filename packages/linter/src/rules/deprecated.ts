import type { Concept, Match, Sense } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import { isTheTerm } from './homograph.js'
import { isDeprecated } from './is-deprecated.js'
import { reads } from './reads.js'
import { sentence } from './replacement.js'
import type { GuardOptions, RuleContext } from './rule.js'

export const DEPRECATED_MESSAGES = {
  replace: 'Skriv ”{preferred}” i stället för ”{actual}”.',
  avoid: 'Undvik ”{actual}”.',
} as const

/** Reports the deprecated and superseded terms of the concepts that `belongs` accepts: every one, wherever it stands. */
export function checkDeprecated(
  { segments, replace, report }: RuleContext<typeof DEPRECATED_MESSAGES>,
  options: GuardOptions,
  belongs: (concept: Concept) => boolean,
): void {
  for (const segment of segments) {
    for (const match of segment.matches) {
      const sense = deprecatedSense(segment, match)
      if (sense === undefined || !belongs(sense.concept) || !reads(segment, match, options)) continue
      const { concept, term } = sense
      const { actual, preferred, suggestions, reason } = replace(segment, match, sense)
      const wording = concept.citizenWording?.sv
      const common = {
        segment,
        span: match.span,
        conceptId: concept.id,
        reasons: [term.reason, reason, wording && `Till invånare: ${wording}`].flatMap((text) =>
          text ? [sentence(text)] : [],
        ),
        sources: term.sources ?? concept.sources ?? [],
        suggestions,
      }
      if (preferred === undefined) report({ ...common, messageId: 'avoid', data: { actual } })
      else report({ ...common, messageId: 'replace', data: { actual, preferred } })
    }
  }
}

/**
 * The deprecated sense of a match, if the words cannot be anything else: a sense that is in order
 * may be what the writer means, and a homograph another word altogether unless the words around say no.
 */
function deprecatedSense(segment: AnalysedSegment, match: Match): Sense | undefined {
  let first: Sense | undefined
  // Every match of a text comes here, so nothing is made for the ones that are in order.
  for (const sense of match.senses) {
    if (sense.term.lang !== 'sv') continue
    if (!isDeprecated(sense.term.status) || !isTheTerm(segment, match, sense.term)) return undefined
    first ??= sense
  }
  return first
}
