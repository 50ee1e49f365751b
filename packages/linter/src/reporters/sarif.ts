import type { Span } from '@klarsprak/swedish'
import type { Finding, Suggestion } from '../findings/finding.js'
import { type Positions, positionsIn } from '../findings/positions.js'
import { RULES } from '../rules/index.js'
import { type Rule, ruleUrl } from '../rules/rule.js'
import type { LintReport, Reporter, SuppressedFinding } from './report.js'
import { reportPath } from './report-path.js'
import { TOOL_URL } from './tool.js'

/** SARIF has no level for advice but note. */
const LEVELS: Readonly<Record<Finding['severity'], string>> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * SARIF 2.1.0, for code scanning and editors. Source of the fields: OASIS, Static Analysis Results
 * Interchange Format Version 2.1.0. Places are lines and columns only, since readers disagree on
 * what a character offset counts.
 */
export const sarifReporter: Reporter = (report) => {
  const rules = rulesOf(report)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  // Where some results say whether they are suppressed, all should: an empty list is ”no”.
  const knowsSuppressed = report.files.some(({ suppressed }) => suppressed !== undefined)
  const results = report.files.flatMap(({ file, findings, suppressed = [] }) => {
    const positions = positionsIn(file.text)
    const artifactLocation = locationOf(file.path)
    const counts = new Map<string, number>()
    const result = (finding: Finding, suppressions: readonly object[] | undefined) => {
      const ordinal = (counts.get(finding.fingerprint) ?? 0) + 1
      counts.set(finding.fingerprint, ordinal)
      const { ruleId, conceptId, severity, message, note, text, keyPath, span, sources, suggestions } = finding
      return {
        ruleId,
        ruleIndex: indexOf.get(ruleId),
        level: LEVELS[severity],
        message: { text: note === undefined ? message : `${message} ${note}` },
        locations: [
          {
            physicalLocation: { artifactLocation, region: { ...regionOf(span, positions), snippet: { text } } },
            ...(keyPath === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: keyPath }] }),
          },
        ],
        // The number tells equal findings in a file apart.
        partialFingerprints: { 'klarsprak/v1': `${finding.fingerprint}:${ordinal}` },
        ...(suggestions.length === 0
          ? {}
          : { fixes: suggestions.map((suggestion) => fixOf(suggestion, artifactLocation, positions)) }),
        ...(suppressions === undefined ? {} : { suppressions }),
        properties: {
          ...(conceptId === undefined ? {} : { conceptId }),
          ...(sources.length === 0 ? {} : { sources: sources.map(({ name, url }) => ({ name, url })) }),
        },
      }
    }
    return [
      ...findings.map((finding) => result(finding, knowsSuppressed ? [] : undefined)),
      ...suppressed.map((one) => result(one.finding, [suppressionOf(one)])),
    ]
  })
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Klarspråk',
            informationUri: TOOL_URL,
            language: 'sv',
            ...(report.version === undefined ? {} : { version: report.version, semanticVersion: report.version }),
            rules: rules.map(descriptorOf),
          },
          ...(report.release === undefined
            ? {}
            : { extensions: [{ name: 'Klarspråks termbank', version: report.release }] }),
        },
        language: 'sv',
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

type RuleInfo = Pick<Rule, 'id' | 'severity' | 'summary'> & { readonly url: string }

/** Every rule we have, so that each keeps its place, and then those that someone has added. */
function rulesOf({ files }: LintReport): readonly RuleInfo[] {
  const rules = new Map<string, RuleInfo>(
    RULES.map(({ id, severity, summary }) => [id, { id, severity, summary, url: ruleUrl(id) }]),
  )
  for (const { findings, suppressed = [] } of files) {
    for (const { ruleId, severity, url } of [...findings, ...suppressed.map(({ finding }) => finding)]) {
      if (!rules.has(ruleId)) rules.set(ruleId, { id: ruleId, severity, summary: ruleId, url })
    }
  }
  return [...rules.values()]
}

const descriptorOf = ({ id, severity, summary, url }: RuleInfo) => ({
  id,
  shortDescription: { text: summary },
  fullDescription: { text: summary },
  help: { text: `${summary} Läs mer: ${url}`, markdown: `${summary} [Läs mer om ${id}](${url}).` },
  helpUri: url,
  defaultConfiguration: { level: LEVELS[severity] },
})

/** Paths are from the root of the checkout, unless they say otherwise. */
function locationOf(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  const encoded = reportPath(path).split('/').map(uriPart).join('/')
  if (encoded.startsWith('/')) return { uri: `file://${encoded}` }
  if (/^[A-Za-z]%3A\//u.test(encoded)) return { uri: `file:///${encoded.replace('%3A', ':')}` }
  return { uri: encoded, uriBaseId: '%SRCROOT%' }
}

const uriPart = (part: string) => encodeURIComponent(part.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'))

function regionOf({ start, end }: Span, positions: Positions) {
  const from = positions.at(start)
  const to = positions.at(end)
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

const fixOf = ({ span, text, safe }: Suggestion, artifactLocation: object, positions: Positions) => ({
  description: { text: text === '' ? 'Ta bort.' : `Skriv ”${text}”.` },
  artifactChanges: [
    { artifactLocation, replacements: [{ deletedRegion: regionOf(span, positions), insertedContent: { text } }] },
  ],
  properties: { safe },
})

const suppressionOf = ({ by, reason }: SuppressedFinding) => ({
  kind: by === 'file' ? 'inSource' : 'external',
  status: 'accepted',
  ...(reason === undefined ? {} : { justification: reason }),
})
