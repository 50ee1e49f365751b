import type { Finding } from '../findings/finding.js'
import { fingerprint } from '../findings/fingerprint.js'
import { positionsIn } from '../findings/positions.js'
import type { Reporter } from './report.js'
import { reportPath } from './report-path.js'

const SEVERITIES: Readonly<Record<Finding['severity'], string>> = { error: 'major', warning: 'minor', info: 'info' }

/**
 * GitLab Code Quality. GitLab shows one of those with equal fingerprints, so the second, third and
 * so on of the same finding in a file have their number in theirs.
 */
export const gitlabReporter: Reporter = ({ files }) => {
  const taken = new Set<string>()
  const issues = files.flatMap(({ file, findings }) => {
    const path = reportPath(file.path)
    const positions = positionsIn(file.text)
    const counts = new Map<string, number>()
    return findings.map((finding) => {
      const ordinal = (counts.get(finding.fingerprint) ?? 0) + 1
      counts.set(finding.fingerprint, ordinal)
      // `fingerprint` takes no notice of case, but a path may.
      const parts = [codes(path), finding.fingerprint, String(ordinal)]
      let name = fingerprint(parts)
      while (taken.has(name)) name = fingerprint([...parts, name])
      taken.add(name)
      return {
        description: finding.message,
        check_name: finding.ruleId,
        fingerprint: name,
        severity: SEVERITIES[finding.severity],
        location: {
          path,
          lines: { begin: positions.at(finding.span.start).line, end: positions.at(finding.span.end).line },
        },
      }
    })
  })
  return `${JSON.stringify(issues, null, 2)}\n`
}

const codes = (path: string) => Array.from(path, (char) => char.codePointAt(0)!.toString(16)).join(' ')
