import type { SourceFile } from '../documents/document.js'
import type { Finding } from '../findings/finding.js'

/** What a reporter is given: every file that was linted, with its findings. */
export interface LintReport {
  /** The release of the bank, for example 2026.1; `undefined` when there is none. */
  readonly release: string | undefined
  readonly files: readonly ReportedFile[]
}

export interface ReportedFile {
  readonly file: SourceFile
  readonly findings: readonly Finding[]
  /** What fixing would change; the findings are those of `after`. Only in a dry run. */
  readonly change?: { readonly before: string; readonly after: string }
}

export interface Summary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export function summaryOf({ files }: LintReport): Summary {
  const count = (severity: Finding['severity']) =>
    files.reduce((sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length, 0)
  return { files: files.length, errors: count('error'), warnings: count('warning'), infos: count('info') }
}

/** Port: makes a report for somebody or something to read. Ends with a line break, or is empty. */
export type Reporter = (report: LintReport, options: { readonly colour: boolean }) => string
