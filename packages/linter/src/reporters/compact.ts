import { positionsIn } from '../findings/positions.js'
import type { Reporter } from './report.js'

/** One line for each finding, for tools that read `path:line:column: text`. */
export const compactReporter: Reporter = ({ files }) =>
  files
    .flatMap(({ file, findings }) => {
      const positions = positionsIn(file.text)
      return findings.map(({ span, severity, message, ruleId }) => {
        const { line, column } = positions.at(span.start)
        return `${file.path}:${line}:${column}: ${severity}: ${message} [${ruleId}]\n`
      })
    })
    .join('')
