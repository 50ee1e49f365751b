import { z } from 'zod'

// The answers of Skosmos's REST API, as its users read them: only what we answer, in its names and shapes.

const context = { '@context': z.looseObject({}), uri: z.string() }

export const VocabularyList = z.object({
  ...context,
  vocabularies: z.array(z.object({ uri: z.string(), id: z.string(), title: z.string() })),
})

export const Vocabulary = z.object({
  ...context,
  id: z.string(),
  title: z.string(),
  defaultLanguage: z.string(),
  languages: z.array(z.string()),
  conceptschemes: z.array(
    z.object({ uri: z.string(), title: z.string(), prefLabel: z.string(), type: z.literal('skos:ConceptScheme') }),
  ),
})

export const Result = z.object({
  uri: z.string(),
  type: z.array(z.string()),
  localname: z.string(),
  prefLabel: z.string(),
  altLabel: z.string().optional(),
  hiddenLabel: z.string().optional(),
  matchedPrefLabel: z.string().optional(),
  notation: z.string(),
  lang: z.string(),
  vocab: z.string(),
})
export type Result = z.output<typeof Result>
export const SearchResults = z.object({ ...context, results: z.array(Result) })
export const LookupResult = z.object({ ...context, result: z.array(Result) })

export const ConceptLabels = z.object({
  ...context,
  prefLabel: z.string(),
  altLabel: z.array(z.string()).optional(),
  hiddenLabel: z.array(z.string()).optional(),
})

export const Types = z.object({ ...context, types: z.array(z.object({ uri: z.string(), label: z.string() })) })

const Named = z.object({ uri: z.string(), prefLabel: z.string() })
export const TopConcepts = z.object({
  ...context,
  topconcepts: z.array(
    z.object({
      uri: z.string(),
      label: z.string(),
      topConceptOf: z.string(),
      notation: z.string(),
      hasChildren: z.boolean(),
    }),
  ),
})

export const Neighbours = z.object({
  ...context,
  broader: z.array(Named).optional(),
  narrower: z.array(z.object({ ...Named.shape, hasChildren: z.boolean().optional() })).optional(),
  related: z.array(Named).optional(),
})

const Chain = z.record(
  z.string(),
  z.object({ ...Named.shape, broader: z.array(z.string()).optional(), narrower: z.array(z.string()).optional() }),
)
export const TransitiveNeighbours = z.object({
  ...context,
  broaderTransitive: Chain.optional(),
  narrowerTransitive: Chain.optional(),
})

export const Statistics = z.object({
  ...context,
  id: z.string(),
  title: z.string(),
  concepts: z.object({
    class: z.string(),
    label: z.string(),
    count: z.int(),
    deprecatedCount: z.int(),
  }),
})
