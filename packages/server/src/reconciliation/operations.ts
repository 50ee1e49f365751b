import { wordKey } from '@klarsprak/swedish'
import { z } from 'zod'
import { answerJson, defineOperation, FORM_TYPE, JSON_TYPE, type Operation } from '../api/operation.js'
import { labelOf } from '../api/operations/show-concept.js'
import { type Refusal, refuse } from '../api/problems.js'
import { read } from '../api/read-inputs.js'
import type { Services } from '../api/services.js'
import { API_VERSION } from '../api/version.js'
import { allTypes, CONCEPT_TYPE, typesOf } from './concept-types.js'
import { PREVIEW_SIZE, previewPage } from './preview.js'
import { metaOf, PROPERTIES, propertyOf } from './properties.js'
import { reconcile, withWord } from './reconcile.js'
import {
  BATCH_SIZE,
  ExtensionQuery,
  ExtensionResult,
  Manifest,
  ProposedProperties,
  QueryBatch,
  ResultBatch,
  Suggestions,
} from './schemas.js'

export const RECONCILIATION_ROOT = '/reconciliation'
const tag = 'reconciliation'

// Unknown parameters are let be, as clients send what other versions have; JSONP (`callback`) among them: CORS does
// what it was for, and it would let an answer be run as a script.
const questions = z.object({
  queries: z.string().max(200_000).optional().describe('Frågor som JSON: {"q0": {"query": "remiss"}}.'),
  extend: z.string().max(200_000).optional().describe('Vilka egenskaper som ska hämtas, som JSON.'),
})

/** Those who reconcile send names of people and places too, so words that are missing are not counted here. */
function answerTo(
  { queries, extend }: z.output<typeof questions>,
  services: Services,
): { readonly answer: unknown } | Refusal {
  if (extend !== undefined) {
    const asked = readJsonField('extend', extend, ExtensionQuery)
    return 'code' in asked ? asked : { answer: extendData(asked.values as ExtensionQuery, services) }
  }
  if (queries === undefined) return { answer: manifest(services) }
  const asked = readJsonField('queries', queries, QueryBatch)
  if ('code' in asked) return asked
  const results = Object.entries(asked.values as z.output<typeof QueryBatch>).map(([key, query]) => [
    key,
    { result: reconcile(query, services) },
  ])
  return { answer: Object.fromEntries(results) }
}

function readJsonField(
  field: string,
  text: string,
  schema: z.ZodType,
): { readonly values: Readonly<Record<string, unknown>> } | Refusal {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('invalid-parameter', {
      sv: `${field} ska vara giltig JSON.`,
      en: `${field} should be valid JSON.`,
    })
  }
  return read(schema, value, 'invalid-parameter')
}

function extendData({ ids, properties }: ExtensionQuery, services: Services): z.output<typeof ExtensionResult> {
  return {
    meta: properties.map(({ id }) => metaOf(id)),
    rows: Object.fromEntries(
      ids.map((id) => {
        const concept = services.bank.concept(id)
        const row = properties.map((property) => [
          property.id,
          concept === undefined ? [] : [...(propertyOf(property.id)?.values(concept, services) ?? [])],
        ])
        return [id, Object.fromEntries(row)]
      }),
    ),
  }
}

function manifest(services: Services): z.output<typeof Manifest> {
  const origin = services.origin()
  const service = (path: string) => ({ service_url: origin, service_path: RECONCILIATION_ROOT + path })
  return {
    versions: ['0.2'],
    name: 'Klarspråk – termbank för begripliga e-tjänster',
    identifierSpace: services.conceptBase,
    schemaSpace: 'http://www.w3.org/2004/02/skos/core#',
    documentation: 'https://github.com/klarsprak/klarsprak/blob/main/docs/api.md#openrefine',
    serviceVersion: API_VERSION,
    defaultTypes: [CONCEPT_TYPE],
    view: { url: `${origin}/begrepp/{{id}}` },
    preview: { url: `${origin}${RECONCILIATION_ROOT}/previews/{{id}}`, ...PREVIEW_SIZE },
    suggest: {
      entity: service('/suggest/entity'),
      property: service('/suggest/property'),
      type: service('/suggest/type'),
    },
    extend: { propose_properties: service('/properties'), property_settings: [] },
    batchSize: BATCH_SIZE,
  }
}

const example = {
  queries: JSON.stringify({ q0: { query: 'hälsoportaler', limit: 3 }, q1: { query: 'färdtjänst' } }),
}

const ask = defineOperation({
  id: 'reconcile',
  method: 'get',
  path: '',
  tag,
  summary: { sv: 'Para ihop ord med begrepp', en: 'Reconcile words with concepts' },
  description:
    'Reconciliation Service API 0.2. Without parameters the manifest; with queries the candidates of each; with extend the properties of concepts. JSONP is not offered: CORS is.',
  query: questions,
  produces: [
    {
      type: JSON_TYPE,
      schema: z.union([Manifest, ExtensionResult, ResultBatch]),
      describe: 'The manifest, candidates or properties.',
    },
  ],
  example: { query: example },
  handle({ query }, services) {
    const told = answerTo(query, services)
    return 'code' in told ? told : answerJson(told.answer)
  },
})

const askByForm = defineOperation({
  id: 'reconcileByForm',
  method: 'post',
  path: '',
  tag,
  summary: { sv: 'Para ihop många ord med begrepp', en: 'Reconcile many words with concepts' },
  description: 'The same with the parameters as a form, which OpenRefine uses.',
  body: questions,
  bodyType: FORM_TYPE,
  produces: [
    {
      type: JSON_TYPE,
      schema: z.union([Manifest, ExtensionResult, ResultBatch]),
      describe: 'Candidates or properties.',
    },
  ],
  example: { body: { extend: JSON.stringify({ ids: ['c-0001'], properties: [{ id: 'preferred' }] }) } },
  handle({ body }, services) {
    const told = answerTo(body, services)
    return 'code' in told ? told : answerJson(told.answer, 'none')
  },
})

const prefix = z.object({
  prefix: z.string().max(200).default('').describe('Det som har skrivits hittills.').meta({ example: 'hälsop' }),
  cursor: z.int().min(0).max(1_000).default(0).describe('Hur många förslag som hoppas över.').meta({ example: 0 }),
})
const MOST_SUGGESTIONS = 20

const startsAs = (typed: string) => {
  const key = wordKey(typed)
  return ({ id, name }: { readonly id: string; readonly name: string }): boolean =>
    id.toLowerCase().startsWith(key) || wordKey(name).includes(key)
}

function suggestion(
  what: string,
  summary: { readonly sv: string; readonly en: string },
  find: (typed: string, upTo: number, services: Services) => z.output<typeof Suggestions>['result'],
): Operation {
  return defineOperation({
    id: `suggest${what[0]!.toUpperCase()}${what.slice(1)}`,
    method: 'get',
    path: `/suggest/${what}`,
    tag,
    summary,
    description: 'For autocomplete in a reconciliation client.',
    query: prefix,
    produces: [{ type: JSON_TYPE, schema: Suggestions, describe: 'Suggestions, best first.' }],
    example: { query: { prefix: what === 'entity' ? 'hälsop' : 're' } },
    handle: ({ query: { prefix: typed, cursor } }, services) =>
      answerJson({ result: find(typed.trim(), cursor + MOST_SUGGESTIONS, services).slice(cursor) }),
  })
}

const suggestEntity = suggestion('entity', { sv: 'Föreslå begrepp', en: 'Suggest concepts' }, (typed, upTo, services) =>
  withWord(typed, services, upTo).map(({ concept }) => ({
    id: concept.id,
    name: labelOf(concept),
    ...(concept.definition === undefined ? {} : { description: concept.definition.public.sv }),
    notable: [...typesOf(concept)],
  })),
)
const suggestProperty = suggestion('property', { sv: 'Föreslå egenskaper', en: 'Suggest properties' }, (typed, upTo) =>
  PROPERTIES.filter(startsAs(typed))
    .slice(0, upTo)
    .map(({ id, name }) => ({ id, name })),
)
const suggestType = suggestion('type', { sv: 'Föreslå typer', en: 'Suggest types' }, (typed, upTo, services) => [
  ...allTypes(services).filter(startsAs(typed)).slice(0, upTo),
])

const proposeProperties = defineOperation({
  id: 'proposeProperties',
  method: 'get',
  path: '/properties',
  tag,
  summary: { sv: 'Vilka egenskaper går att hämta?', en: 'Which properties can be fetched?' },
  description: 'The properties that can be fetched about concepts of a type. All types have the same.',
  query: z.object({
    type: z.string().max(200).default(CONCEPT_TYPE.id).meta({ example: CONCEPT_TYPE.id }),
    limit: z.int().min(1).max(100).default(PROPERTIES.length).meta({ example: 5 }),
  }),
  produces: [{ type: JSON_TYPE, schema: ProposedProperties, describe: 'Properties.' }],
  example: { query: { type: CONCEPT_TYPE.id } },
  handle: ({ query: { type, limit } }) =>
    answerJson({ type, limit, properties: PROPERTIES.slice(0, limit).map(({ id, name }) => ({ id, name })) }),
})

const preview = defineOperation({
  id: 'previewConcept',
  method: 'get',
  path: '/previews/{id}',
  tag,
  negotiated: false,
  summary: { sv: 'Visa ett begrepp i en ruta', en: 'Preview a concept' },
  description: 'A small page for a frame in a reconciliation client; any site may frame it.',
  params: z.strictObject({ id: z.string().max(100).describe('Begreppets id.').meta({ example: 'c-0001' }) }),
  produces: [{ type: 'text/html', describe: 'The page.' }],
  refuses: ['not-found'],
  example: { params: { id: 'c-0001' } },
  handle({ params }, services) {
    const concept = services.bank.concept(params.id)
    if (concept === undefined)
      return refuse('not-found', { sv: 'Begreppet finns inte.', en: 'There is no such concept.' })
    return {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: previewPage(concept, `${services.origin()}/begrepp/${encodeURIComponent(concept.id)}`),
      cache: 'release',
      headers: { 'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors *" },
    }
  },
})

/** The Reconciliation Service API 0.2, for OpenRefine and its like. */
export const RECONCILIATION: readonly Operation[] = [
  ask,
  askByForm,
  suggestEntity,
  suggestProperty,
  suggestType,
  proposeProperties,
  preview,
]
