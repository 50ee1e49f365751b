import { type Content, html, type Markup } from './markup.js'

export interface Column<Row> {
  readonly title: string
  /** Numbers stand to the right. */
  readonly isNumber?: boolean
  /** The column that names the row, read out with each of its cells. */
  readonly isHeader?: boolean
  readonly cell: (row: Row) => Content
}

/**
 * A table that can be scrolled, with the keyboard too, when it is wider than the window. `id` is
 * unique on the page. In a narrow window the style sheet lays each row out as a card; the roles are
 * spelt out because browsers then forget that it is a table.
 */
export function table<Row>(id: string, caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Markup {
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table role="table">
<caption id="${id}">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(({ title, isNumber }) => html`<th scope="col" role="columnheader"${classes(isNumber)}>${title}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => html`<tr role="row">${columns.map((column) => cell(column, row))}</tr>\n`)}</tbody>
</table>
</div>
`
}

function cell<Row>({ title, isNumber, isHeader, cell: content }: Column<Row>, row: Row): Markup {
  if (isHeader === true) return html`<th scope="row" role="rowheader">${content(row)}</th>`
  return html`<td role="cell" data-label="${title}"${classes(isNumber)}>${content(row)}</td>`
}

const classes = (isNumber: boolean | undefined) => (isNumber === true ? html` class="number"` : html``)
