import type { Finding } from '../../findings/finding.js'
import { findRule } from '../../rules/index.js'
import { type LintReport, type ReportedFile, type Summary, summaryOf } from '../report.js'
import { reportPath } from '../report-path.js'

/** A file as the report shows it. */
export interface Page {
  /** Unique in the report. */
  readonly id: string
  readonly path: string
  readonly file: ReportedFile
  readonly summary: Summary
  /** Errors, warnings and advice together. */
  readonly total: number
  /** Findings in a thousand words; `undefined` when the words have not been counted, or are too few to say anything. */
  readonly perThousand: number | undefined
}

/** Fewest words of a page for which findings per thousand words are shown. */
const FEW_WORDS = 50

/** The pages, those with the most errors first, then most warnings, then most advice. */
export function pagesOf(report: LintReport): readonly Page[] {
  return report.files
    .map((file) => {
      const summary = summaryOf({ ...report, files: [file] })
      const total = file.findings.length
      const words = file.figures?.words ?? 0
      return {
        path: reportPath(file.file.path),
        file,
        summary,
        total,
        perThousand: words < FEW_WORDS ? undefined : (total / words) * 1_000,
      }
    })
    .sort(
      (a, b) =>
        b.summary.errors - a.summary.errors ||
        b.summary.warnings - a.summary.warnings ||
        b.summary.infos - a.summary.infos ||
        (a.path < b.path ? -1 : 1),
    )
    .map((page, at) => ({ ...page, id: `sida-${at + 1}` }))
}

/** Findings about the same thing. */
export interface Problem {
  readonly first: Finding
  readonly findings: readonly Finding[]
  /** What they say, together. */
  readonly title: string
  /** Whether each says something of its own. */
  readonly differs: boolean
}

/**
 * Problems in the order in which they first come: one rule and one concept, or one rule and the
 * same words. What a rule says of whole sentences or texts is one problem.
 */
export function problemsOf(findings: readonly Finding[]): readonly Problem[] {
  const problems = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { ruleId, conceptId, severity, text } = finding
    const about = conceptId ?? (findRule(ruleId)?.about === 'text' ? '' : `”${text.toLowerCase()}”`)
    const key = [ruleId, severity, about].join('\0')
    const problem = problems.get(key)
    if (problem === undefined) problems.set(key, [finding])
    else problem.push(finding)
  }
  return [...problems.values()].map((group) => {
    const first = group[0]!
    const differs = first.conceptId === undefined && group.some(({ message }) => message !== first.message)
    return {
      first,
      findings: group,
      title: differs ? (findRule(first.ruleId)?.summary ?? first.message) : first.message,
      differs,
    }
  })
}
