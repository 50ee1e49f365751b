import { type Content, html, type Markup } from './markup.js'

export interface Column<Row> {
  readonly title: string
  /** Numbers stand to the right. */
  readonly isNumber?: boolean
  /** The column that names the row, read out with each of its cells. */
  readonly isHeader?: boolean
  readonly cell: (row: Row) => Content
}

/** A table that can be scrolled, with the keyboard too, when it is wider than the window. `id` is unique on the page. */
export function table<Row>(id: string, caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Markup {
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${caption}</caption>
<thead><tr>${columns.map(({ title, isNumber }) => html`<th scope="col"${isNumber === true ? html` class="number"` : ''}>${title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${columns.map((column) => cell(column, row))}</tr>\n`)}</tbody>
</table>
</div>
`
}

function cell<Row>({ isNumber, isHeader, cell: content }: Column<Row>, row: Row): Markup {
  if (isHeader === true) return html`<th scope="row">${content(row)}</th>`
  return html`<td${isNumber === true ? html` class="number"` : ''}>${content(row)}</td>`
}
