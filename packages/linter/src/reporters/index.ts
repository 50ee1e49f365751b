import { checkstyleReporter } from './checkstyle.js'
import { compactReporter } from './compact.js'
import { csvReporter } from './csv.js'
import { githubReporter } from './github.js'
import { gitlabReporter } from './gitlab.js'
import { htmlReporter } from './html/html.js'
import { jsonReporter } from './json.js'
import { junitReporter } from './junit.js'
import { prettyReporter } from './pretty.js'
import { rdjsonReporter } from './rdjson.js'
import type { Reporter } from './report.js'
import { sarifReporter } from './sarif.js'

/** Reporters by the name that `--format` takes. */
export const REPORTERS: Readonly<Record<string, Reporter>> = {
  pretty: prettyReporter,
  compact: compactReporter,
  json: jsonReporter,
  html: htmlReporter,
  csv: csvReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  sarif: sarifReporter,
  junit: junitReporter,
  checkstyle: checkstyleReporter,
  rdjson: rdjsonReporter,
}
