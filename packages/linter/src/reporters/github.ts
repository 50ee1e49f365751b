import type { Finding } from '../findings/finding.js'
import { type Positions, positionsIn } from '../findings/positions.js'
import { type LintReport, type Reporter, summaryOf } from './report.js'
import { reportPath } from './report-path.js'
import { SEVERITY_NAMES, SEVERITY_ORDER, severityCounts } from './severity-names.js'

const COMMANDS: Readonly<Record<Finding['severity'], string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Annotations of each level that GitHub shows for a step. Source: actions/toolkit, docs/problem-matchers.md. */
const MOST_OF_A_LEVEL = 10

interface Placed {
  readonly finding: Finding
  readonly path: string
  readonly positions: Positions
}

/**
 * Annotations for GitHub Actions: at most ten of each level, which is what GitHub shows and keeps
 * below its 50 for a job. Of each level every problem comes once before any comes twice. What is
 * left out is counted in one notice.
 */
export const githubReporter: Reporter = (report) => {
  const placed = report.files.flatMap(({ file, findings }) => {
    if (findings.length === 0) return []
    const path = reportPath(file.path)
    const positions = positionsIn(file.text)
    return findings.map((finding) => ({ finding, path, positions }))
  })
  const ofLevel = (severity: Finding['severity']) =>
    newFirst(placed.filter(({ finding }) => finding.severity === severity)).slice(0, MOST_OF_A_LEVEL)
  const shown = SEVERITY_ORDER.map(ofLevel)
  const hidden = placed.length - shown.flat().length
  if (hidden === 0) return shown.flat().map(annotation).join('')
  // The notice takes a place of its own.
  const kept = shown.flatMap((level) =>
    level.filter(({ finding }, at) => finding.severity !== 'info' || at < MOST_OF_A_LEVEL - 1),
  )
  const { errors, warnings, infos } = summaryOf(report)
  const rest = `${kept.length} av ${placed.length} anmärkningar visas här. Det finns ${severityCounts({ errors, warnings, infos })}. Se hela rapporten i loggen eller med klarsprak lint.`
  return `${kept.map(annotation).join('')}::notice title=${property('Klarspråk')}::${data(rest)}\n`
}

/** The first of each problem, then the rest; both in the order of the files. */
function newFirst(placed: readonly Placed[]): readonly Placed[] {
  const seen = new Set<string>()
  const first: Placed[] = []
  const again: Placed[] = []
  for (const one of placed) {
    const { ruleId, conceptId, text } = one.finding
    const problem = `${ruleId}\0${conceptId ?? text.toLowerCase()}`
    ;(seen.has(problem) ? again : first).push(one)
    seen.add(problem)
  }
  return [...first, ...again]
}

function annotation({ finding, path, positions }: Placed): string {
  const { severity, ruleId, message, note, span } = finding
  const start = positions.at(span.start)
  const end = positions.at(span.end)
  const properties = {
    file: path,
    line: start.line,
    endLine: end.line,
    // GitHub takes columns only for a finding on one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: `${SEVERITY_NAMES[severity]}: ${ruleId}`,
  }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${COMMANDS[severity]} ${list.join(',')}::${data(note === undefined ? message : `${message}\n${note}`)}\n`
}

/** Source of both escapes: actions/toolkit, packages/core/src/command.ts. */
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** Rows of a table in the summary. GitHub takes at most 1 MiB. */
const MOST_ROWS = 50

/** For the file that `GITHUB_STEP_SUMMARY` names: Markdown with the findings by rule, by concept and by file. */
export function githubSummary(report: LintReport): string {
  const summary = summaryOf(report)
  const inFiles = summary.files === 1 ? 'i 1 fil' : `i ${summary.files} filer`
  const all = report.files.flatMap(({ findings }) => findings)
  if (all.length === 0) return `## Klarspråk\n\nInga anmärkningar ${inFiles}.\n`

  const rules = groups(all, ({ ruleId }) => ruleId)
  const concepts = groups(
    all.filter(({ conceptId }) => conceptId !== undefined),
    ({ conceptId }) => conceptId!,
  )
  const files = report.files.filter(({ findings }) => findings.length > 0)
  const parts = [
    `## Klarspråk: ${severityCounts(summary)} ${inFiles}`,
    table('Regler', ['Regel', 'Fel', 'Varningar', 'Råd'], rules, ([id, findings]) => [
      `[${markdown(id)}](${findings[0]!.url})`,
      ...counted(findings),
    ]),
    table('Begrepp', ['Begrepp', 'I texten', 'Anmärkning', 'Antal'], concepts, ([id, findings]) => [
      markdown(id),
      [...new Set(findings.map(({ text }) => text.toLowerCase()))].slice(0, 3).map(short).join(', '),
      short(findings[0]!.message),
      String(findings.length),
    ]),
    table(
      'Filer',
      ['Fil', 'Fel', 'Varningar', 'Råd'],
      [...files].sort((a, b) => b.findings.length - a.findings.length),
      ({ file, findings }) => [short(reportPath(file.path)), ...counted(findings)],
    ),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Findings by `key`, the largest group first. */
function groups(findings: readonly Finding[], key: (finding: Finding) => string): readonly [string, Finding[]][] {
  const byKey = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = byKey.get(key(finding))
    if (group === undefined) byKey.set(key(finding), [finding])
    else group.push(finding)
  }
  return [...byKey].sort(([, a], [, b]) => b.length - a.length)
}

const counted = (findings: readonly Finding[]) =>
  SEVERITY_ORDER.map((severity) => String(findings.filter((finding) => finding.severity === severity).length))

function table<Row>(
  title: string,
  columns: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => readonly string[],
): string {
  if (rows.length === 0) return ''
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`
  const isCount = (column: string) => ['Fel', 'Varningar', 'Råd', 'Antal'].includes(column)
  const rest = rows.length - MOST_ROWS
  return [
    `### ${title}`,
    '',
    line(columns),
    line(columns.map((column) => (isCount(column) ? '---:' : '---'))),
    ...rows.slice(0, MOST_ROWS).map((row) => line(cells(row))),
    ...(rest > 0 ? ['', `Och ${rest} till.`] : []),
  ].join('\n')
}

/** Code points of a text in a cell. */
const LONGEST_CELL = 200

const short = (text: string) => {
  const points = Array.from(text)
  return markdown(points.length > LONGEST_CELL ? `${points.slice(0, LONGEST_CELL).join('')}…` : text)
}

/** `text` as it is: every sign that Markdown, HTML or GitHub's mentions could read is a character reference. */
const markdown = (text: string) =>
  text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]()#+!|<>&~@:]/gu, (char) => `&#${char.codePointAt(0)};`)
