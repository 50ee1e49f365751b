import { z } from 'zod'

// Written by us after the text of the Reconciliation Service API 0.2 (W3C Entity Reconciliation Community Group). Names
// and shapes are those of that text; what we never send is left out.

/** Of one question. */
const LONGEST_QUERY = 200
/** Questions in one call; also told in the manifest. */
export const BATCH_SIZE = 50
export const MOST_CANDIDATES = 25
/** Of concepts whose data is asked for in one call. */
const MOST_IDS = 500

const id = z.string().max(200)
const propertyValue = z.union([
  z.string().max(500),
  z.number(),
  z.boolean(),
  z.object({ id, name: z.string().max(500).optional() }),
])
export type PropertyValue = z.output<typeof propertyValue>

export const ReconciliationQuery = z
  .object({
    query: z.string().max(LONGEST_QUERY).optional(),
    type: z.union([id, z.array(id).max(20)]).optional(),
    limit: z.number().optional(),
    properties: z
      .array(z.object({ pid: id, v: z.union([propertyValue, z.array(propertyValue).max(50)]) }))
      .max(20)
      .optional(),
    type_strict: z.enum(['any', 'should', 'all']).optional(),
  })
  .refine(({ query, properties = [] }) => query !== undefined || properties.length > 0)
export type ReconciliationQuery = z.output<typeof ReconciliationQuery>

export const QueryBatch = z
  .record(z.string().max(100), ReconciliationQuery)
  .refine((batch) => Object.keys(batch).length <= BATCH_SIZE)

export const ExtensionQuery = z.object({
  ids: z.array(id).max(MOST_IDS),
  properties: z.array(z.object({ id })).max(50),
})
export type ExtensionQuery = z.output<typeof ExtensionQuery>

const Type = z.object({ id: z.string(), name: z.string() })

export const Candidate = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  score: z.number().describe('From 0 to 100.'),
  match: z.boolean().describe('Whether it can be taken unseen.'),
  type: z.array(Type),
  features: z.array(z.object({ id: z.string(), value: z.union([z.boolean(), z.number()]) })),
})
export const ResultBatch = z.record(z.string(), z.object({ result: z.array(Candidate) }))

export const ExtensionValue = z.union([
  z.strictObject({ str: z.string() }),
  z.strictObject({ id: z.string(), name: z.string() }),
])
export const ExtensionResult = z.object({
  meta: z.array(z.object({ id: z.string(), name: z.string(), type: Type.optional() })),
  rows: z.record(z.string(), z.record(z.string(), z.array(ExtensionValue))),
})

const service = z.object({ service_url: z.string(), service_path: z.string() })
const template = z.string().regex(/\{\{id\}\}/u)

export const Manifest = z.object({
  versions: z.array(z.string()),
  name: z.string(),
  identifierSpace: z.string(),
  schemaSpace: z.string(),
  documentation: z.string(),
  serviceVersion: z.string(),
  defaultTypes: z.array(Type),
  view: z.object({ url: template }),
  preview: z.object({ url: template, width: z.int(), height: z.int() }),
  suggest: z.object({ entity: service, property: service, type: service }),
  extend: z.object({ propose_properties: service, property_settings: z.array(z.never()) }),
  batchSize: z.int(),
})

export const Suggestions = z.object({
  result: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string().optional(),
      notable: z.array(Type).optional(),
    }),
  ),
})

export const ProposedProperties = z.object({
  type: z.string(),
  limit: z.int(),
  properties: z.array(z.object({ id: z.string(), name: z.string() })),
})
