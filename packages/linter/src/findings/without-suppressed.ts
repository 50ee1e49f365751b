import type { Document } from '../documents/document.js'
import { disableComment } from '../rules/disable-comment/rule.js'
import { RULES } from '../rules/index.js'
import { nearestRuleId } from '../rules/nearest-rule-id.js'
import { messageOf, ruleUrl } from '../rules/rule.js'
import type { ConfiguredRule } from '../rules/run.js'
import type { Finding } from './finding.js'
import { fingerprint } from './fingerprint.js'
import { type SuppressionProblem, suppressionsOf } from './suppress.js'

/** The findings that no comment asks to leave out, and one for each comment that asks for what does not exist. */
export function withoutSuppressed(
  findings: readonly Finding[],
  document: Document,
  rules: readonly ConfiguredRule[],
): readonly Finding[] {
  if (document.comments.length === 0) return findings
  const { covers, problems } = suppressionsOf(
    document,
    RULES.map(({ id }) => id),
  )
  const severity = rules.find(({ rule }) => rule === disableComment)?.severity
  const faults = severity === undefined ? [] : problems.map((problem) => faultFinding(problem, document.text, severity))
  return [...findings, ...faults].filter((finding) => !covers(finding))
}

function faultFinding(problem: SuppressionProblem, text: string, severity: Finding['severity']): Finding {
  const { span } = problem
  return {
    ruleId: disableComment.id,
    severity,
    message: sentenceFor(problem),
    sources: [],
    span,
    text: text.slice(span.start, span.end),
    suggestions: [],
    url: ruleUrl(disableComment.id),
    fingerprint: fingerprint([disableComment.id, text.slice(span.start, span.end)]),
  }
}

function sentenceFor(problem: SuppressionProblem): string {
  if (problem.kind === 'unknown-command') {
    return messageOf(disableComment, 'unknownCommand', { command: problem.command })
  }
  const { id } = problem
  const near = nearestRuleId(id)
  return near === undefined
    ? messageOf(disableComment, 'unknownRule', { id })
    : messageOf(disableComment, 'unknownRuleNear', { id, near })
}
