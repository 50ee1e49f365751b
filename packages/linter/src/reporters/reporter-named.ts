import { prettyPieces, prettyReporter } from './pretty.js'
import type { PiecewiseReporter, Reporter } from './report.js'

/** What `--format` takes: the names of `REPORTERS`. */
export const FORMATS = [
  'pretty',
  'compact',
  'json',
  'html',
  'csv',
  'github',
  'gitlab',
  'sarif',
  'junit',
  'checkstyle',
  'rdjson',
] as const
export type Format = (typeof FORMATS)[number]

/** Formats whose reports are better with figures. They cost about as much as the linting itself. */
export const FORMATS_WITH_FIGURES: readonly Format[] = ['csv', 'html']

/** The usual reporter is at hand; the others are loaded. */
export const reporterNamed = async (format: Format): Promise<Reporter> =>
  format === 'pretty' ? prettyReporter : (await import('./index.js')).REPORTERS[format]!

/** The reporter of a format whose reports are made file by file, if it is one. */
export async function piecewiseReporterNamed(format: Format): Promise<PiecewiseReporter | undefined> {
  if (format === 'pretty') return prettyPieces
  return format === 'json' ? (await import('./json.js')).jsonPieces : undefined
}
