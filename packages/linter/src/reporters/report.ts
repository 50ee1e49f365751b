import type { SourceFile } from '../documents/document.js'
import type { Finding } from '../findings/finding.js'
import type { FileFigures } from './figures.js'
import type { EarlierReport } from './history.js'

/** What a reporter is given: every file that was linted, with its findings. */
export interface LintReport {
  /** The release of the bank, for example 2026.1; `undefined` when there is none. */
  readonly release: string | undefined
  readonly files: readonly ReportedFile[]
  /** The version of the linter. */
  readonly version?: string
  /** The day of the report, as 2026-03-31. */
  readonly date?: string
  /** What was found before, for reports that show how things have changed. */
  readonly history?: readonly EarlierReport[]
}

export interface ReportedFile {
  /** Its text may be left empty when there is nothing to report or left out in it. */
  readonly file: SourceFile
  readonly findings: readonly Finding[]
  /** What fixing would change; the findings are those of `after`. Only in a dry run. */
  readonly change?: { readonly before: string; readonly after: string }
  /** What would be reported if nobody had said otherwise. Left out when it is not known. */
  readonly suppressed?: readonly SuppressedFinding[]
  /** Words and terms of the file, for the formats that `FORMATS_WITH_FIGURES` names. */
  readonly figures?: FileFigures
}

/** A finding that someone has chosen to leave. */
export interface SuppressedFinding {
  readonly finding: Finding
  /** `file`: a comment in the file says so. `list`: a list of known findings does. */
  readonly by: 'file' | 'list'
  /** Why, in the words of whoever chose it. */
  readonly reason?: string
}

export interface Summary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export function summaryOf({ files }: LintReport): Summary {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++
  return { files: files.length, errors: counts.error, warnings: counts.warning, infos: counts.info }
}

/** What is counted of the findings of a file, or of all. */
export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Those that --fix mends. */
  readonly fixable: number
}

export function countsOf(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  let fixable = 0
  for (const { severity, suggestions } of findings) {
    counts[severity]++
    if (suggestions.some(({ safe }) => safe)) fixable++
  }
  return { errors: counts.error, warnings: counts.warning, infos: counts.info, fixable }
}

/** What a report says of all files together. */
export interface Totals extends Summary, Counts {
  readonly release: string | undefined
}

export function totalsOf(files: readonly Counts[], release: string | undefined): Totals {
  const totals = { errors: 0, warnings: 0, infos: 0, fixable: 0 }
  for (const { errors, warnings, infos, fixable } of files) {
    totals.errors += errors
    totals.warnings += warnings
    totals.infos += infos
    totals.fixable += fixable
  }
  return { files: files.length, ...totals, release }
}

/** A report that is what is shown of each file, in their order: it can be made, kept and written file by file. */
export interface PiecewiseReporter {
  /** What is shown of a file. It follows from the file alone. */
  piece(file: ReportedFile, options: ReporterOptions): string
  /** Stands between two files. */
  readonly separator: string
  head(totals: Totals, options: ReporterOptions): string
  foot(totals: Totals, options: ReporterOptions): string
}

/** The same, for whoever wants all of it at once. */
export const whole =
  ({ head, piece, separator, foot }: PiecewiseReporter): Reporter =>
  ({ files, release }, options) => {
    const totals = totalsOf(
      files.map(({ findings }) => countsOf(findings)),
      release,
    )
    const pieces = files.map((file) => piece(file, options))
    return head(totals, options) + pieces.join(separator) + foot(totals, options)
  }

export interface ReporterOptions {
  readonly colour: boolean
}

/** Port: makes a report for somebody or something to read. Ends with a line break, or is empty. */
export type Reporter = (report: LintReport, options: ReporterOptions) => string
