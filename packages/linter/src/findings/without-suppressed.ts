import type { Document } from '../documents/document.js'
import { disableComment } from '../rules/disable-comment/rule.js'
import { RULES } from '../rules/index.js'
import { nearestRuleId } from '../rules/nearest-rule-id.js'
import { messageOf, ruleUrl } from '../rules/rule.js'
import type { ConfiguredRule } from '../rules/run.js'
import type { Finding } from './finding.js'
import { fingerprint } from './fingerprint.js'
import { type Divided, type SuppressionProblem, suppressionsOf, type Unused } from './suppress.js'

/**
 * The findings that no comment asks to leave out, with one for each comment that asks for what does
 * not exist, is too old or does nothing; and those left out.
 *
 * @param today as 2027-01-31; left out, no comment is too old
 */
export function withoutSuppressed(
  findings: readonly Finding[],
  document: Document,
  rules: readonly ConfiguredRule[],
  today?: string,
): Divided {
  if (document.comments.length === 0) return { kept: findings, suppressed: [] }
  const suppressions = suppressionsOf(document, { ruleIds: RULES.map(({ id }) => id), today })
  const divided = suppressions.divide(findings)
  const configured = rules.find(({ rule }) => rule === disableComment)
  if (configured === undefined) return divided

  const options = configured.options as { readonly requireReason: boolean; readonly unused: Level | 'off' }
  const run = new Set(rules.map(({ rule }) => rule.id))
  const isWanted = ({ kind }: SuppressionProblem) => kind !== 'no-reason' || options.requireReason
  const reports: Finding[] = suppressions.problems
    .filter(isWanted)
    .map((problem) => report(sentenceFor(problem), problem, document.text, configured.severity))
  if (options.unused !== 'off') {
    // A rule that is not run finds nothing, and that is no fault of the comment.
    for (const one of suppressions.unused())
      if (one.rule === undefined || (run.has(one.rule) && one.rule !== disableComment.id))
        reports.push(report(unusedSentence(one), one, document.text, options.unused as Level))
  }
  // Only a comment that names this rule speaks of comments; one for all rules would hide its own faults.
  const own = suppressionsOf(
    { ...document, comments: document.comments.filter(({ text }) => text.includes(disableComment.id)) },
    { ruleIds: [disableComment.id], today },
  ).divide(reports)
  return { kept: [...divided.kept, ...own.kept], suppressed: [...divided.suppressed, ...own.suppressed] }
}

type Level = Finding['severity']

function report(message: string, { span }: Pick<Finding, 'span'>, source: string, severity: Level): Finding {
  const text = source.slice(span.start, span.end)
  return {
    ruleId: disableComment.id,
    severity,
    message,
    sources: [],
    span,
    text,
    suggestions: [],
    url: ruleUrl(disableComment.id),
    fingerprint: fingerprint([disableComment.id, text]),
  }
}

function sentenceFor(problem: SuppressionProblem): string {
  switch (problem.kind) {
    case 'unknown-command':
      return messageOf(disableComment, 'unknownCommand', { command: problem.command })
    case 'no-date':
      return messageOf(disableComment, 'noDate', { date: problem.date })
    case 'expired':
      return messageOf(disableComment, 'expired', { date: problem.date })
    case 'no-reason':
      return messageOf(disableComment, 'noReason', {})
    case 'unknown-rule': {
      const { id } = problem
      const near = nearestRuleId(id)
      return near === undefined
        ? messageOf(disableComment, 'unknownRule', { id })
        : messageOf(disableComment, 'unknownRuleNear', { id, near })
    }
  }
}

const unusedSentence = ({ rule }: Unused) =>
  rule === undefined ? messageOf(disableComment, 'unused', {}) : messageOf(disableComment, 'unusedRule', { id: rule })
