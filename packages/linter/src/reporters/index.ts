import { compactReporter } from './compact.js'
import { jsonReporter } from './json.js'
import { prettyReporter } from './pretty.js'
import type { Reporter } from './report.js'

/** Reporters by the name that `--format` takes. */
export const REPORTERS: Readonly<Record<string, Reporter>> = {
  pretty: prettyReporter,
  json: jsonReporter,
  compact: compactReporter,
}
