import { AUDIENCES } from '@klarsprak/linter'
import { z } from 'zod'
import { UI_LANGUAGES } from './texts/texts.js'

const Level = z.enum(['error', 'warning', 'information', 'hint', 'off'])

const shape = {
  enable: z.boolean().default(true).describe('Granska texter.'),
  run: z.enum(['onType', 'onSave']).default('onType').describe('Granska medan du skriver, eller när du sparar.'),
  severity: z
    .object({
      error: Level.default('warning').describe('Det som bygget säger nej till.'),
      warning: Level.default('information').describe('Det som bygget varnar för.'),
      info: Level.default('information').describe('Råd.'),
    })
    .prefault({})
    .describe('Hur fel, varningar och råd visas. Bygget säger vad som är fel; editorn visar det lugnare.'),
  audience: z
    .enum(['project', ...AUDIENCES])
    .default('project')
    .describe(
      'Visa fynd för texter till invånare (citizen), personal (staff) eller beslut (decision). project: det som projektets inställningar säger. En text som själv säger vem den är till för går före.',
    ),
  maxProblems: z.int().min(1).default(200).describe('Högst så många fynd visas i en fil.'),
  maxFileSize: z.int().min(1000).default(1_000_000).describe('Längre texter granskas inte, i tecken.'),
  bank: z
    .array(z.string())
    .default([])
    .describe('Filer och mappar med egna termer; de går före den nationella termbanken.'),
  inlayHints: z.boolean().default(false).describe('Visa den rekommenderade termen efter en avrådd.'),
  codeLens: z.boolean().default(false).describe('Visa LIX, antal ord och antal fynd överst i filen.'),
  uiLanguage: z
    .enum(UI_LANGUAGES)
    .default('sv')
    .meta({ scope: 'window' })
    .describe('Språket i menyer, hovringar och meddelanden (sv, en). Fynden är om svenska och står alltid på svenska.'),
  proposalUrl: z
    .string()
    .regex(/^https?:\/\/\S+$/u)
    .refine((url) => URL.canParse(url))
    .default('https://github.com/klarsprak/klarsprak/issues/new')
    .meta({ scope: 'application' })
    .describe('Dit förslag till termbanken skickas. Sidan får title och body i adressen.'),
  serviceUrl: z
    .string()
    .regex(/^(?:https?:\/\/\S+)?$/u)
    .default('')
    .meta({ scope: 'application' })
    .describe('Er egen termtjänst, om ni har en: dit ”Öppna Vägvisaren” leder. Tomt: Vägvisaren öppnas i editorn.'),
  trace: z
    .object({ server: z.enum(['off', 'messages', 'verbose']).optional() })
    .optional()
    .describe('Skriv det som sägs mellan editorn och servern i loggen, för felsökning.'),
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

/**
 * The settings as an editor's manifest declares them, by full name: JSON Schema, with the `scope` of VS Code:
 * `resource` may differ between folders, `application` may not be set by a folder at all.
 */
export function declaredSettings(): Readonly<Record<string, object>> {
  const { properties = {} } = z.toJSONSchema(Settings, { io: 'input' })
  const declared = properties as Readonly<Record<string, Declared>>
  return Object.fromEntries(
    Object.entries(declared).map(([key, { $schema, ...own }]): [string, object] => {
      if (key !== 'trace') {
        return [`klarsprak.${key}`, { scope: 'resource', ...own, default: defaultSettings[key as keyof Settings] }]
      }
      const { description } = own
      return ['klarsprak.trace.server', { scope: 'window', ...own.properties?.server, default: 'off', description }]
    }),
  )
}

interface Declared {
  readonly $schema?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, object>>
}
