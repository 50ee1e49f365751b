import type { Span } from '@klarsprak/swedish'
import type { ConfiguredRule } from '../rules/run.js'
import type { Finding } from './finding.js'

/**
 * One finding for each stretch of text. Of those that overlap, the one whose rule comes first in
 * `rules` is kept; of one rule's, the longest. Findings about a whole text, such as a long sentence,
 * take no part: they say something else than those about its words.
 */
export function withoutOverlap(findings: readonly Finding[], rules: readonly ConfiguredRule[]): readonly Finding[] {
  const rank = new Map(rules.map(({ rule }, at) => [rule.id, at]))
  const rankOf = ({ ruleId }: Finding) => rank.get(ruleId) ?? rules.length
  const length = ({ span }: Finding) => span.end - span.start
  const aboutText = new Set(rules.filter(({ rule }) => rule.about === 'text').map(({ rule }) => rule.id))
  const byRank = [...findings].sort((a, b) => rankOf(a) - rankOf(b) || length(b) - length(a))
  const overlapsKept = createOverlapCheck()
  return byRank.filter(({ ruleId, span }) => aboutText.has(ruleId) || !overlapsKept(span))
}

/** Says whether a span overlaps one it has said no for. */
function createOverlapCheck(): (span: Span) => boolean {
  const starts: number[] = []
  const ends: number[] = []
  return ({ start, end }) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (starts[middle]! < end) low = middle + 1
      else high = middle
    }
    if (low > 0 && ends[low - 1]! > start) return true
    starts.splice(low, 0, start)
    ends.splice(low, 0, end)
    return false
  }
}
