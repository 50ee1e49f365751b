import type { Finding } from '../../findings/finding.js'
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

/** Findings about the same thing: one rule and one concept, or one rule and the same words. */
export interface Problem {
  readonly first: Finding
  readonly findings: readonly Finding[]
}

/** Problems in the order in which they first come. */
export function problemsOf(findings: readonly Finding[]): readonly Problem[] {
  const problems = new Map<string, { readonly first: Finding; readonly findings: Finding[] }>()
  for (const finding of findings) {
    const { ruleId, conceptId, severity, text } = finding
    const key = [ruleId, severity, conceptId ?? `”${text.toLowerCase()}”`].join('\0')
    const problem = problems.get(key)
    if (problem === undefined) problems.set(key, { first: finding, findings: [finding] })
    else problem.findings.push(finding)
  }
  return [...problems.values()]
}
