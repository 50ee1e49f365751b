import type { Span } from '@klarsprak/swedish'
import type { Finding } from '../findings/finding.js'
import { type Positions, positionsIn } from '../findings/positions.js'
import { type PiecewiseReporter, whole } from './report.js'

/**
 * `lint --format json`, version 1. Offsets are UTF-16 code units from 0 in the file as decoded, a
 * byte order mark included; lines and columns are from 1.
 */
export const jsonPieces: PiecewiseReporter = {
  piece({ file, findings, change }) {
    const positions = positionsIn(file.text)
    const shown = {
      path: file.path,
      findings: findings.map((finding) => findingAsJson(finding, positions)),
      ...(change === undefined ? {} : { output: change.after }),
    }
    // Written where it stands in the answer, so that it is indented as there.
    return JSON.stringify({ files: [shown] }, null, 2).slice(BEFORE_FILE.length, -AFTER_FILE.length)
  },
  separator: ',\n',
  head({ files, errors, warnings, infos, release }) {
    const answer = {
      version: 1,
      bank: { release: release ?? null },
      summary: { files, errors, warnings, infos },
      files: [],
    }
    const json = JSON.stringify(answer, null, 2)
    return files === 0 ? json : `${json.slice(0, -']\n}'.length)}\n`
  },
  foot: ({ files }) => (files === 0 ? '\n' : `${AFTER_FILE}\n`),
}
export const jsonReporter = whole(jsonPieces)

const BEFORE_FILE = '{\n  "files": [\n'
const AFTER_FILE = '\n  ]\n}'

/** A finding as every JSON answer shows it. */
export function findingAsJson(finding: Finding, positions: Positions) {
  const { ruleId, conceptId, severity, message, note, text, kind, keyPath, span, suggestions, sources, url } = finding
  const range = ({ start, end }: Span) => ({ start: positions.at(start), end: positions.at(end) })
  return {
    ruleId,
    ...(conceptId === undefined ? {} : { conceptId }),
    severity,
    message,
    ...(note === undefined ? {} : { note }),
    text,
    ...(kind === undefined ? {} : { kind }),
    ...(keyPath === undefined ? {} : { keyPath }),
    ...range(span),
    suggestions: suggestions.map((suggestion) => ({
      text: suggestion.text,
      ...range(suggestion.span),
      safe: suggestion.safe,
    })),
    ...(sources.length === 0 ? {} : { sources: sources.map(({ name, url: address }) => ({ name, url: address })) }),
    url,
    fingerprint: finding.fingerprint,
  }
}
