import type { Span } from '@klarsprak/swedish'
import type { Match, Sense, Source } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import { reads } from './reads.js'
import { sentence } from './replacement.js'
import type { GuardOptions, ProseSuggestion, RuleContext } from './rule.js'
import { usesIn } from './uses.js'

export const DEPRECATED_MESSAGES = {
  replace: 'Skriv ”{preferred}” i stället för ”{actual}”.',
  anew: 'Skriv om ”{actual}” med ”{preferred}”.',
  avoid: 'Undvik ”{actual}”.',
} as const

/** Reports the deprecated terms whose sense `belongs` accepts: every one, wherever it stands. */
export function checkDeprecated(
  context: RuleContext<typeof DEPRECATED_MESSAGES>,
  options: GuardOptions,
  belongs: (sense: Sense) => boolean,
): void {
  for (const { told, actual, preferred, needsRewriting } of deprecatedUses(context, options, belongs)) {
    if (preferred === undefined) context.report({ ...told, messageId: 'avoid', data: { actual } })
    else if (needsRewriting) context.report({ ...told, messageId: 'anew', data: { actual, preferred } })
    else context.report({ ...told, messageId: 'replace', data: { actual, preferred } })
  }
}

/** One use of a deprecated or superseded term. */
export interface DeprecatedUse {
  /** What a rule reports about it, whatever its message. */
  readonly told: {
    readonly segment: AnalysedSegment
    readonly span: Span
    readonly conceptId: string
    readonly reasons: readonly string[]
    readonly sources: readonly Source[]
    readonly suggestions: readonly ProseSuggestion[]
  }
  readonly sense: Sense
  readonly actual: string
  readonly preferred: string | undefined
  readonly needsRewriting: boolean
}

/** The uses of deprecated and superseded terms that `belongs` accepts, in the order of the file. */
export function* deprecatedUses(
  { segments, replace }: Pick<RuleContext<Record<string, string>>, 'segments' | 'replace'>,
  options: GuardOptions,
  belongs: (sense: Sense, segment: AnalysedSegment, match: Match) => boolean,
): Generator<DeprecatedUse> {
  for (const segment of segments) {
    for (const { match, sense } of usesIn(segment).deprecated) {
      if (!belongs(sense, segment, match) || !reads(segment, match, options)) continue
      const { concept, term } = sense
      const { actual, preferred, suggestions, reason, needsRewriting = false } = replace(segment, match, sense)
      const wording = concept.citizenWording?.sv
      yield {
        told: {
          segment,
          span: match.span,
          conceptId: concept.id,
          reasons: [term.reason, reason, wording && `Till invånare: ${wording}`].flatMap((text) =>
            text ? [sentence(text)] : [],
          ),
          sources: term.sources ?? concept.sources ?? [],
          suggestions,
        },
        sense,
        actual,
        preferred,
        needsRewriting,
      }
    }
  }
}
