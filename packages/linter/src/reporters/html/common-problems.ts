import type { Finding } from '../../findings/finding.js'
import { level } from './level.js'
import { html, link, type Markup } from './markup.js'
import { number } from './numbers.js'
import { type Page, problemsOf } from './site.js'
import { table } from './table.js'

/** Problems in the table. */
const MOST_PROBLEMS = 15

/** What comes back over the site: where work does the most good. */
export function commonProblems(pages: readonly Page[]): Markup {
  const pageOf = new Map<Finding, string>(
    pages.flatMap(({ id, file }) => file.findings.map((finding) => [finding, id] as const)),
  )
  const problems = problemsOf(pages.flatMap(({ file }) => file.findings))
    .map((problem) => ({ ...problem, pages: new Set(problem.findings.map((finding) => pageOf.get(finding))).size }))
    .filter(({ findings }) => findings.length > 1)
    .sort((a, b) => b.findings.length - a.findings.length)
    .slice(0, MOST_PROBLEMS)
  if (problems.length === 0) return html``
  return html`<section aria-labelledby="vanligast">
<h2 id="vanligast">Vanligast</h2>
<p>Börja gärna här: det här återkommer mest.</p>
${table(
  'tabell-vanligast',
  'De vanligaste anmärkningarna',
  [
    { title: 'Anmärkning', isHeader: true, cell: ({ title }) => title },
    { title: 'Nivå', cell: ({ first }) => level(first.severity) },
    { title: 'Antal', isNumber: true, cell: ({ findings }) => number(findings.length) },
    { title: 'Sidor', isNumber: true, cell: (problem) => number(problem.pages) },
    { title: 'Regel', cell: ({ first }) => link(first.url, first.ruleId) },
  ],
  problems,
)}</section>
`
}
