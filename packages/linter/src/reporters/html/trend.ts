import type { EarlierReport } from '../history.js'
import { type LintReport, summaryOf } from '../report.js'
import { severityCounts } from '../severity-names.js'
import { bar } from './bar.js'
import { html, type Markup } from './markup.js'
import { number } from './numbers.js'
import { table } from './table.js'

/** Reports shown, the latest ones. */
const MOST_REPORTS = 24

/** How the findings have changed since earlier reports; nothing when there are none. */
export function trend(report: LintReport): Markup {
  const earlier = report.history ?? []
  if (earlier.length === 0) return html``
  const now: EarlierReport = { date: report.date ?? 'nu', ...summaryOf(report) }
  const rows = [...[...earlier].sort((a, b) => (a.date < b.date ? -1 : 1)), now].slice(-MOST_REPORTS)
  const most = Math.max(...rows.map(total))
  const first = rows[0]!
  const change = total(now) - total(first)
  const text =
    change === 0
      ? `Det är lika många anmärkningar som i rapporten från ${first.date}.`
      : `Det är ${number(Math.abs(change))} ${change < 0 ? 'färre' : 'fler'} anmärkningar än i rapporten från ${first.date}.`
  return html`<section aria-labelledby="utveckling">
<h2 id="utveckling">Utveckling</h2>
<p>${text}</p>
${table(
  'tabell-utveckling',
  'Anmärkningar i varje rapport. Stapeln visar fel, varningar och råd, i den ordningen.',
  [
    { title: 'Datum', isHeader: true, cell: ({ date }) => html`<span class="unbroken">${date}</span>` },
    {
      title: 'Alla',
      cell: (row) =>
        html`<span class="with-bar">${bar(
          [
            { name: 'error', value: row.errors },
            { name: 'warning', value: row.warnings },
            { name: 'info', value: row.infos },
          ],
          most,
          severityCounts(row) || 'inga anmärkningar',
        )} ${number(total(row))}</span>`,
    },
    { title: 'Fel', isNumber: true, cell: ({ errors }) => number(errors) },
    { title: 'Varningar', isNumber: true, cell: ({ warnings }) => number(warnings) },
    { title: 'Råd', isNumber: true, cell: ({ infos }) => number(infos) },
    { title: 'Sidor', isNumber: true, cell: ({ files }) => number(files) },
  ],
  rows,
)}</section>
`
}

const total = ({ errors, warnings, infos }: Pick<EarlierReport, 'errors' | 'warnings' | 'infos'>) =>
  errors + warnings + infos
