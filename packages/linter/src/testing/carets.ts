import type { Finding } from '../findings/finding.js'
import { positionsIn } from '../findings/positions.js'

/** Findings as a writer would see them: the line, a caret under the words, the rule and the message. */
export function carets(text: string, findings: readonly Finding[]): string {
  const positions = positionsIn(text)
  return findings
    .map(({ span, ruleId, message }) => {
      const start = positions.at(span.start)
      const line = positions.line(start.line)
      const length = Math.min(span.end - span.start, line.length - start.column + 1)
      return `${line}\n${' '.repeat(start.column - 1)}${'^'.repeat(Math.max(1, length))} ${ruleId}: ${message}\n`
    })
    .join('')
}
