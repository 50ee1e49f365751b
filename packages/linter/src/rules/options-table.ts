import { z } from 'zod'
import { optionsSchema } from './options-schema.js'
import type { Rule } from './rule.js'

/** The options of a rule as a Markdown table for its help page. */
export function optionsTable(rule: Rule): string {
  const { properties = {} } = z.toJSONSchema(optionsSchema(rule), { io: 'input' })
  const rows = Object.entries(properties).map(([name, property]) => {
    const { default: value, description = '' } = property as { default?: unknown; description?: string }
    return [`\`${name}\``, `\`${JSON.stringify(value)}\``, description]
  })
  if (rows.length === 0) return 'Regeln har inga inställningar.'
  const table = [['Inställning', 'Förvalt', 'Vad den gör'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(table[0]!), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** A help page with its table replaced. */
export function withOptionsTable(page: string, table: string): string {
  return page.replace(
    /<!-- options -->[\s\S]*<!-- \/options -->/u,
    () => `<!-- options -->\n\n${table}\n\n<!-- /options -->`,
  )
}
