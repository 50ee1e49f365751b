import { z } from 'zod'

/** The schemas with a name of their own in the OpenAPI description. */
export const namedSchemas = z.registry<{ readonly id: string; readonly description?: string }>()

/** Gives a schema a name in the OpenAPI description. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  namedSchemas.add(schema, { id })
  return schema
}
