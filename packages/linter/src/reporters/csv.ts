import { positionsIn } from '../findings/positions.js'
import { excerptAround } from './passage.js'
import type { Reporter } from './report.js'
import { reportPath } from './report-path.js'
import { SEVERITY_NAMES } from './severity-names.js'

const COLUMNS = [
  'Sida',
  'Rad',
  'Kolumn',
  'Nivå',
  'Ord',
  'Mening',
  'Anmärkning',
  'Skriv i stället',
  'Varför',
  'Källa',
  'Regel',
  'Begrepp',
  'Läs mer',
] as const

/**
 * For spreadsheets: a row for each finding, as Swedish Excel wants it, with semicolons and a byte
 * order mark. The writing is our own: csv-stringify needs Node's Buffer as soon as it is loaded,
 * and the linter runs in browsers too.
 */
export const csvReporter: Reporter = ({ files }) => {
  const rows = files.flatMap(({ file, findings, figures }) => {
    const whole = file.text
    const positions = positionsIn(whole)
    return findings.map((finding) => {
      const { ruleId, conceptId, severity, message, note, text, span, suggestions, sources, url } = finding
      const { line, column } = positions.at(span.start)
      const { before, words, after } = figures?.passages.get(finding) ?? excerptAround(whole, span)
      return [
        reportPath(file.path),
        String(line),
        String(column),
        SEVERITY_NAMES[severity],
        text,
        before + words + after,
        message,
        suggestions[0]?.text ?? '',
        note ?? '',
        sources.map(({ name, url: address }) => (address === undefined ? name : `${name} (${address})`)).join(', '),
        ruleId,
        conceptId ?? '',
        url,
      ]
    })
  })
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}

/** A cell as RFC 4180 has it. What a spreadsheet would run as a formula gets an apostrophe before it. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
