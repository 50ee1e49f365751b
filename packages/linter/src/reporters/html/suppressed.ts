import { positionsIn } from '../../findings/positions.js'
import { html, link, type Markup } from './markup.js'
import { counted, number } from './numbers.js'
import type { Page } from './site.js'
import { table } from './table.js'

/** Rows in the table. */
const MOST_ROWS = 200

/** What someone has chosen to leave, and why. */
export function suppressedFindings(pages: readonly Page[]): Markup {
  const rows = pages.flatMap(({ path, file }) => {
    if (file.suppressed === undefined || file.suppressed.length === 0) return []
    const positions = positionsIn(file.file.text)
    return file.suppressed.map((one) => ({ ...one, path, line: positions.at(one.finding.span.start).line }))
  })
  if (rows.length === 0) return html``
  const rest = rows.length - MOST_ROWS
  return html`<section aria-labelledby="lamnat">
<h2 id="lamnat">Medvetet lämnat</h2>
<p>${counted(rows.length, 'anmärkning', 'anmärkningar')} räknas inte, för någon har valt att låta texten stå kvar.</p>
${table(
  'tabell-lamnat',
  'Anmärkningar som inte räknas',
  [
    { title: 'Sida', isHeader: true, cell: ({ path }) => html`<span class="path">${path}</span>` },
    { title: 'Rad', isNumber: true, cell: ({ line }) => number(line) },
    { title: 'Ord', cell: ({ finding }) => finding.text.slice(0, 200) },
    { title: 'Regel', cell: ({ finding }) => link(finding.url, finding.ruleId) },
    {
      title: 'Skäl',
      cell: ({ by, reason }) =>
        reason ?? (by === 'list' ? 'Fanns när granskningen började.' : 'Inget skäl är angivet.'),
    },
  ],
  rows.slice(0, MOST_ROWS),
)}${rest > 0 ? html`<p>Och ${counted(rest, 'anmärkning', 'anmärkningar')} till.</p>\n` : ''}</section>
`
}
