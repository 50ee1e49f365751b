import type { Span } from '@klarsprak/swedish'
import type { Finding } from '../findings/finding.js'
import { positionsIn } from '../findings/positions.js'
import type { Reporter } from './report.js'
import { reportPath } from './report-path.js'
import { TOOL_URL } from './tool.js'
import { utf8PositionsIn } from './utf8-columns.js'

const SEVERITIES: Readonly<Record<Finding['severity'], string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/**
 * Reviewdog Diagnostic Format, which reviewdog makes into comments with suggestions that can be
 * accepted. Ends are exclusive. Source: reviewdog, proto/rdf/reviewdog.proto.
 */
export const rdjsonReporter: Reporter = ({ files }) => {
  const diagnostics = files.flatMap(({ file, findings }) => {
    if (findings.length === 0) return []
    const at = utf8PositionsIn(file.text, positionsIn(file.text))
    const range = ({ start, end }: Span) => ({ start: at(start), end: at(end) })
    return findings.map(({ ruleId, severity, message, note, span, suggestions, url }) => ({
      message: note === undefined ? message : `${message} ${note}`,
      location: { path: reportPath(file.path), range: range(span) },
      severity: SEVERITIES[severity],
      code: { value: ruleId, url },
      ...(suggestions.length === 0
        ? {}
        : { suggestions: suggestions.map((suggestion) => ({ range: range(suggestion.span), text: suggestion.text })) }),
    }))
  })
  return `${JSON.stringify({ source: { name: 'klarsprak', url: TOOL_URL }, diagnostics }, null, 2)}\n`
}
