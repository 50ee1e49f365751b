import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { readSheet } from 'read-excel-file/universal'
import writeSheet from 'write-excel-file/node'
import type { Concept } from '../../model/concept.js'
import { type ExchangeFormat, lossList, type Read, textOf, UnreadableFile } from '../exchange-format.js'
import { columnNames, conceptsOf, type Row, rowsOf } from './columns.js'

function readRows(rows: readonly Row[], header: readonly string[]): Read {
  const losses = lossList()
  if (!header.includes('id') || !header.includes('label'))
    throw new UnreadableFile(
      `Tabellen saknar kolumnen ${header.includes('id') ? 'label' : 'id'}. Första raden ska ha kolumnernas namn, till exempel id, label, status.`,
    )
  for (const name of header)
    if (name !== '' && !columnNames.includes(name))
      losses.add(undefined, name, `Kolumnen ”${name}” är okänd och läses inte in.`)
  return { concepts: conceptsOf(rows, losses.add), losses: losses.losses }
}

const text = (id: string, name: string, mediaType: string, delimiter: string): ExchangeFormat => ({
  id,
  name,
  mediaType,
  extensions: [id],
  write: async (concepts) => ({
    // The mark at the start makes Excel read åäö right.
    content: stringify(rowsOf(concepts) as Row[], { header: true, columns: [...columnNames], delimiter, bom: true }),
    losses: [],
  }),
  read: async (content) => {
    let header: string[] = []
    try {
      const rows = parse(textOf(content), {
        bom: true,
        delimiter: delimiter === ',' ? separatorOf(textOf(content)) : delimiter,
        columns: (names: string[]) => (header = names.map((column) => column.trim())),
        relax_column_count: true,
        skip_empty_lines: true,
      }) as Row[]
      return readRows(rows, header)
    } catch (error) {
      if (error instanceof UnreadableFile) throw error
      throw new UnreadableFile(
        `Filen går inte att läsa som ${name}: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  },
})

/** Swedish Excel saves CSV with semicolons: the header, whose names hold neither, tells which it is. */
function separatorOf(csv: string): string {
  const header = csv.slice(0, csv.search(/\r|\n|$/u))
  return header.split(';').length > header.split(',').length ? ';' : ','
}

const xlsx: ExchangeFormat = {
  id: 'xlsx',
  name: 'Excel',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extensions: ['xlsx'],
  write: async (concepts: readonly Concept[]) => {
    const rows = rowsOf(concepts)
    const cell = (value: string) => ({ type: String, value })
    const sheet = [
      columnNames.map((name) => ({ ...cell(name), fontWeight: 'bold' as const })),
      ...rows.map((row) => columnNames.map((name) => (row[name] ? cell(row[name]) : null))),
    ]
    const content = await writeSheet(sheet as never).toBuffer()
    return { content: new Uint8Array(content as unknown as ArrayBuffer), losses: [] }
  },
  read: async (content) => {
    if (typeof content === 'string') throw new UnreadableFile('En Excel-fil är inte text. Läs den som bytes.')
    let sheet: unknown[][]
    try {
      sheet = (await readSheet(new Blob([content as Uint8Array<ArrayBuffer>]))) as unknown[][]
    } catch (error) {
      throw new UnreadableFile(
        `Filen går inte att läsa som Excel: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
    const header = (sheet[0] ?? []).map((value) => String(value ?? '').trim())
    const rows = sheet
      .slice(1)
      .map((cells) => Object.fromEntries(header.map((name, column) => [name, cellText(cells[column])])))
    return readRows(rows, header)
  },
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

/** Tables for editors: every value fits. */
export const tableFormats: readonly ExchangeFormat[] = [
  text('csv', 'CSV', 'text/csv', ','),
  text('tsv', 'TSV', 'text/tab-separated-values', '\t'),
  xlsx,
]
