import { z } from 'zod'
import { Config } from './schema.js'

/** Every setting with what it may be and what it does, as a Markdown table. */
export function settingsTable(): string {
  const { properties } = z.toJSONSchema(Config, { io: 'input' }) as unknown as Schema
  const rows = Object.entries(properties ?? {})
    .filter(([name]) => name !== '$schema')
    .flatMap(([name, schema]) => [
      [name, schema] as const,
      ...Object.entries(schema.properties ?? {}).map(([inner, own]) => [`${name}.${inner}`, own] as const),
    ])
    .map(
      ([name, schema]) => `| \`${name}\` | ${kindOf(schema)} | ${(schema.description ?? '').replace(/\|/gu, '\\|')} |`,
    )
  return ['| Inställning | Värde | Vad den gör |', '| --- | --- | --- |', ...rows].join('\n')
}

interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly Schema[]
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'heltal',
  boolean: '`true`, `false`',
  array: 'lista',
  object: 'namn och värden',
}

function kindOf({ type, enum: choices, anyOf }: Schema): string {
  if (choices !== undefined) return choices.map((choice) => `\`${choice}\``).join(', ')
  if (anyOf !== undefined) return [...new Set(anyOf.map(kindOf))].join(' eller ')
  return KINDS[type ?? ''] ?? ''
}

/** The page with its table replaced. */
export const withSettingsTable = (page: string): string =>
  page.replace(
    /<!-- settings -->[\s\S]*<!-- \/settings -->/u,
    () => `<!-- settings -->\n\n${settingsTable()}\n\n<!-- /settings -->`,
  )
