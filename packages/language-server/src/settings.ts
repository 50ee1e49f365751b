import { z } from 'zod'

const Level = z.enum(['error', 'warning', 'information', 'hint', 'off'])

const shape = {
  enable: z.boolean().default(true).describe('Granska texter.'),
  run: z.enum(['onType', 'onSave']).default('onType').describe('Granska medan du skriver, eller när du sparar.'),
  severity: z
    .object({ error: Level.default('error'), warning: Level.default('warning'), info: Level.default('information') })
    .prefault({})
    .describe('Hur fel, varningar och råd visas.'),
  maxProblems: z.int().min(1).default(200).describe('Högst så många fynd visas i en fil.'),
  maxFileSize: z.int().min(1000).default(1_000_000).describe('Längre texter granskas inte, i tecken.'),
  bank: z
    .array(z.string())
    .default([])
    .describe('Filer och mappar med egna termer; de går före den nationella termbanken.'),
  inlayHints: z.boolean().default(false).describe('Visa den rekommenderade termen efter en avrådd.'),
  codeLens: z.boolean().default(false).describe('Visa LIX, antal ord och antal fynd överst i filen.'),
  trace: z.object({ server: z.string().optional() }).optional().describe('För felsökning.'),
} as const

/** What an editor may set, under `klarsprak`. Which rules run is not set here but in the project's own settings. */
export const Settings = z.object(shape)
export type Settings = z.output<typeof Settings>
export type SeverityLevel = z.output<typeof Level>

export const defaultSettings: Settings = Settings.parse({})

/** Settings as an editor sends them. A value that cannot be used is as if it were not set, and is named. */
export function readSettings(value: unknown): { readonly settings: Settings; readonly ignored: readonly string[] } {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const ignored: string[] = []
  const used = Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) => {
      const own = given[key]
      if (own === undefined || own === null) return []
      if (schema.safeParse(own).success) return [[key, own]]
      ignored.push(`klarsprak.${key}`)
      return []
    }),
  )
  return { settings: Settings.parse(used), ignored }
}
