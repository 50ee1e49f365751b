import { z } from 'zod'

/** The schemas with a name of their own in the OpenAPI description. */
export const namedSchemas = z.registry<{
  readonly id: string
  readonly description?: string
}>()
/** Those of them whose input side is described: what may be sent, not what comes of it. */
export const inputSchemas = new Set<string>()

/** Gives a schema a name in the OpenAPI description. Those of what is sent are named for their input side. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema, io: 'input' | 'output' = 'output'): Schema {
  namedSchemas.add(schema, { id })
  if (io === 'input') inputSchemas.add(id)
  return schema
}
