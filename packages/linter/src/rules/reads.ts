import type { Match, Term } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import type { GuardKind } from '../analysis/guards.js'
import { isCited } from './cited.js'
import { isNamed } from './named.js'
import { isNameLike } from './names.js'
import { isAmongEnglish } from './prose.js'
import type { GuardOptions } from './rule.js'

/** Whether a rule with `options` reads the text where `match` stands. Addresses, numbers and the like are never read. */
export function reads(segment: AnalysedSegment, match: Match, options: GuardOptions): boolean {
  if (!options.names && isNameLike(segment, match)) return false
  if (!options.quotes && isNamed(segment, match)) return false
  if (!options.references && isCited(segment, match.span, match.first)) return false
  if (isAmongEnglish(segment.words, match.first, match.last)) return false
  if (!match.senses.some(({ term }) => isInPlace(segment, match, term.compound))) return false
  return segment.guardsAt(match.span).every((kind) => isRead(kind, options))
}

/**
 * Whether a term with this policy counts where it stands in a compound. Between two hyphens (icke-portal-ord) the
 * word is often a part of something made up or quoted, so there only a policy that somebody has written down counts.
 */
function isInPlace({ prose }: AnalysedSegment, { span, part }: Match, policy: Term['compound']): boolean {
  if (part === 'whole') return true
  if (part === 'modifier' && policy === 'head') return false
  return policy !== undefined || !HYPHEN.test(prose[span.start - 1] ?? '') || !HYPHEN.test(prose[span.end] ?? '')
}

const HYPHEN = /[-\u2010\u2011]/u

export function isRead(kind: GuardKind, options: GuardOptions): boolean {
  if (kind === 'quote') return options.quotes
  if (kind === 'reference') return options.references
  return false
}
