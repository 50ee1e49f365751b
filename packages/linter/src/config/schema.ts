import { z } from 'zod'
import { RULES } from '../rules/index.js'
import { optionsSchema } from '../rules/options-schema.js'
import { PRESETS, SEVERITIES } from '../rules/rule.js'
import { AUDIENCES } from './audience.js'
import { FILE_SIZE } from './file-size.js'

const severity = z.enum(SEVERITIES)

/** A severity, or one with options: `jargon: off`, `jargon: [warning, { quotes: true }]`. */
export const RuleSetting = z.union([severity, z.tuple([severity, z.record(z.string(), z.unknown())])])
export type RuleSetting = z.output<typeof RuleSetting>

/** Bytes, or as people write them: `500 kB`, `2 MB`. */
const FileSize = z.union([z.int().min(1), z.string().regex(FILE_SIZE)])

const shared = {
  preset: z.enum(PRESETS).optional().describe('Vilken uppsättning regler som körs. Förvalt: `recommended`.'),
  rules: z
    .record(z.string(), RuleSetting)
    .optional()
    .describe('Regler som ska ha en annan nivå (`off`, `info`, `warning`, `error`) eller egna inställningar.'),
  audience: z
    .enum(AUDIENCES)
    .optional()
    .describe('Vem texterna är till för: invånare (`citizen`), personal (`staff`) eller beslut (`decision`).'),
  audienceByKey: z
    .strictObject({
      citizen: z.array(z.string().min(1)).optional(),
      staff: z.array(z.string().min(1)).optional(),
      decision: z.array(z.string().min(1)).optional(),
    })
    .optional()
    .describe('Vem en del av texterna i filer med nycklar är till för: `staff: [personal, "sidor.*.handlaggare"]`.'),
  bank: z
    .array(z.string().min(1))
    .optional()
    .describe('Filer och mappar med egna termer, från inställningsfilens mapp. De går före den nationella termbanken.'),
  organisation: z
    .string()
    .optional()
    .describe('Organisationen vars lager ska läggas på utgåvan från termtjänsten i `bank`, till exempel `region-x`.'),
  onlyBank: z.boolean().optional().describe('Använd bara termerna i `bank`, inte den nationella termbanken.'),
  profile: z
    .strictObject({ bankId: z.enum(['bank-id', 'BankID']).optional().describe('Hur ni skriver bank-id.') })
    .optional()
    .describe('Val där bra förebilder skriver olika.'),
  maxFileSize: FileSize.optional().describe('Större filer hoppas över, till exempel `2 MB`. Förvalt: 50 MB.'),
  suppressions: z
    .strictObject({
      requireReason: z.boolean().optional().describe('Kräv skäl i kommentarer som stänger av regler.'),
      unused: severity.optional().describe('Hur det anmärks på kommentarer som inte gör något. Förvalt: `info`.'),
    })
    .optional()
    .describe('Kommentarer i texten som stänger av regler.'),
}

/** Settings for some of the files. */
export const Override = z.strictObject({
  files: z.array(z.string().min(1)).min(1).describe('Mönster, från inställningsfilens mapp: `personal/**`, `*.json`.'),
  ...shared,
})

/** What `klarsprak.config.yaml` holds: data only, so that an editor can trust it. */
export const Config = z.strictObject({
  $schema: z.string().optional().describe('Schemat, för redigerare.'),
  extends: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe(
      'Inställningar att bygga på: sökvägar, eller `klarsprak:recommended`, `klarsprak:strict`, `klarsprak:all`.',
    ),
  ...shared,
  plugins: z
    .array(z.string().min(1))
    .optional()
    .describe(
      'Egna regler: retext-tillägg, som paket eller filer. De kör kod, så de laddas bara där du litar på mappen.',
    ),
  ignore: z.array(z.string()).optional().describe('Filer som inte ska granskas, på samma sätt som i .gitignore.'),
  overrides: z.array(Override).optional().describe('Andra inställningar för en del av filerna.'),
})
export type Config = z.output<typeof Config>
/** The part of a config that holds for a file, whichever file it comes from. */
export type SettingsPart = Omit<Config, '$schema' | 'extends' | 'overrides'>

/** The JSON Schema of the settings, with every rule and its options by name. */
export function configJsonSchema(): object {
  const ruleProperties = Object.fromEntries(
    RULES.map((rule) => {
      const { $schema, ...options } = z.toJSONSchema(optionsSchema(rule), { io: 'input' }) as Record<string, unknown>
      const level = { enum: SEVERITIES }
      const withOptions = { type: 'array', prefixItems: [level, options], items: false, minItems: 1 }
      return [rule.id, { description: rule.summary, anyOf: [level, withOptions] }]
    }),
  )
  const rules = {
    description: shared.rules.description,
    type: 'object',
    properties: ruleProperties,
    // Rules of plugins are named with a colon.
    patternProperties: { ':': { anyOf: [{ enum: SEVERITIES }, { type: 'array' }] } },
    additionalProperties: false,
  }
  const schema = z.toJSONSchema(Config, { io: 'input' }) as unknown as ObjectSchema
  const overrides = schema.properties.overrides as unknown as { readonly items: ObjectSchema }
  return {
    ...schema,
    title: 'Inställningar för Klarspråk',
    properties: {
      ...schema.properties,
      rules,
      overrides: {
        ...schema.properties.overrides,
        items: { ...overrides.items, properties: { ...overrides.items.properties, rules } },
      },
    },
  }
}

interface ObjectSchema {
  readonly properties: Readonly<Record<string, object>>
}
