import { z } from 'zod'

/** The options of a rule as a Markdown table for its help page. */
export function optionsTable(options: z.ZodType): string {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input' })
  const rows = Object.entries(properties).map(([name, property]) => {
    const { default: value, description = '' } = property as { default?: unknown; description?: string }
    return `| \`${name}\` | \`${JSON.stringify(value)}\` | ${description} |`
  })
  if (rows.length === 0) return 'Regeln har inga inställningar.'
  return ['| Inställning | Förvalt | Vad den gör |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A help page with its table replaced. */
export function withOptionsTable(page: string, table: string): string {
  return page.replace(
    /<!-- options -->[\s\S]*<!-- \/options -->/u,
    () => `<!-- options -->\n\n${table}\n\n<!-- /options -->`,
  )
}
