import type { Match } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import type { GuardKind } from '../analysis/guards.js'
import { isNameLike } from './names.js'
import type { GuardOptions } from './rule.js'

/** Whether a rule with `options` reads the text where `match` stands. Addresses, numbers and the like are never read. */
export function reads(segment: AnalysedSegment, match: Match, options: GuardOptions): boolean {
  if (!options.names && isNameLike(segment, match)) return false
  return segment.guardsAt(match.span).every((kind) => isRead(kind, options))
}

export function isRead(kind: GuardKind, options: GuardOptions): boolean {
  if (kind === 'quote') return options.quotes
  if (kind === 'reference') return options.references
  return false
}
