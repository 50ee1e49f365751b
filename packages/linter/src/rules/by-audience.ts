import type { AnalysedSegment } from '../analysis/analyse.js'
import type { ConfiguredRule } from './run.js'

/** The texts of a file that are written to the same readers, with the rules for them. */
export interface AudiencePart<Own extends AnalysedSegment> {
  /** Whether it is what the file as a whole is for. */
  readonly isWhole: boolean
  readonly segments: readonly Own[]
  readonly rules: readonly ConfiguredRule[]
}

/** Nearly always one part. Each is understood by itself: a word that staff know may be new to the others. */
export function byAudience<Own extends AnalysedSegment>(
  segments: readonly Own[],
  rules: readonly ConfiguredRule[],
): readonly AudiencePart<Own>[] {
  const audienceOf = rules[0]?.scope?.audienceOf
  if (audienceOf === undefined) return [{ isWhole: true, segments, rules }]
  const rulesFor = (audience: string | undefined) => rules.filter(({ scope }) => scope?.audience === audience)
  const whole: Own[] = []
  const others = new Map<string, Own[]>()
  for (const segment of segments) {
    const audience = audienceOf(segment)
    if (audience === undefined) whole.push(segment)
    else if (others.has(audience)) others.get(audience)!.push(segment)
    else others.set(audience, [segment])
  }
  return [
    { isWhole: true, segments: whole, rules: rulesFor(undefined) },
    ...[...others].map(([audience, own]) => ({ isWhole: false, segments: own, rules: rulesFor(audience) })),
  ]
}
