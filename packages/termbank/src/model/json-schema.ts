import { z } from 'zod'
import { Concept } from './concept.js'
import { Overlay } from './overlay.js'

/** The parts of JSON Schema that ours use. */
export interface JsonSchema {
  readonly type?: string
  readonly description?: string
  readonly properties?: { readonly [key: string]: JsonSchema }
  readonly items?: JsonSchema
  readonly additionalProperties?: JsonSchema | false
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly [keyword: string]: unknown
}

const schemaOf = (schema: z.ZodType, title: string): JsonSchema => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema
  return { $schema, title, ...rest }
}

/** What one concept looks like in a file, for editors' completion and for other tools. */
export const conceptJsonSchema = (): JsonSchema => schemaOf(Concept, 'Begrepp')

/** What a bank file looks like: one concept, or lists of concepts and of changes to concepts in lower layers. */
export function bankFileJsonSchema(): JsonSchema {
  const { $schema, ...concept } = conceptJsonSchema()
  const { $schema: _, ...overlay } = schemaOf(Overlay, 'Ändring av ett begrepp i ett lager under')
  return {
    $schema,
    title: 'Bankfil',
    $defs: { concept, overlay },
    anyOf: [
      { $ref: '#/$defs/concept' },
      {
        type: 'object',
        properties: {
          concepts: { type: 'array', items: { $ref: '#/$defs/concept' } },
          overlays: { type: 'array', items: { $ref: '#/$defs/overlay' } },
        },
        additionalProperties: false,
      },
    ],
  }
}

/** The schema of the value at `path` within `schema`, as far as it can be followed. */
export function schemaAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  let at: JsonSchema | undefined = schema
  for (const key of path) {
    if (at === undefined) return undefined
    at =
      typeof key === 'number'
        ? at.items
        : (at.properties?.[String(key)] ?? (at.additionalProperties === false ? undefined : at.additionalProperties))
  }
  return at
}
