import type { Concept } from '@klarsprak/termbank'
import { z } from 'zod'
import { type Answer, answerJson, defineOperation, JSON_TYPE, type Operation } from '../api/operation.js'
import { type Bilingual, type Refusal, refuse } from '../api/problems.js'
import type { Services } from '../api/services.js'
import { type FoundLabel, findLabels } from './find-labels.js'
import { hierarchyOf, transitively } from './hierarchy.js'
import { BANK_LANGUAGE, LANGUAGES, labelsIn, nameIn } from './labels.js'
import {
  ConceptLabels,
  LookupResult,
  Neighbours,
  type Result,
  SearchResults,
  Statistics,
  TopConcepts,
  TransitiveNeighbours,
  Types,
  Vocabulary,
  VocabularyList,
} from './schemas.js'

export const SKOSMOS_ROOT = '/rest/v1'
/** The bank is one vocabulary. */
const VOCABULARY = 'klarsprak'
const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const tag = 'skosmos'

const CONTEXT = {
  skos: SKOS,
  uri: '@id',
  type: '@type',
  results: { '@id': 'http://schema.onki.fi/onki#results', '@container': '@list' },
  prefLabel: 'skos:prefLabel',
  altLabel: 'skos:altLabel',
  hiddenLabel: 'skos:hiddenLabel',
  notation: 'skos:notation',
  broader: 'skos:broader',
  narrower: 'skos:narrower',
  related: 'skos:related',
}

const uriOf = (concept: Concept, { conceptBase }: Services): string => conceptBase + concept.id
const schemeOf = ({ conceptBase }: Services): string => conceptBase.replace(/[/#:]?$/u, '')
const titleIn = (lang: string): string => (lang === 'en' ? 'Klarspråk term bank' : 'Klarspråks termbank')
const answer = (uri: string, value: object): Answer => answerJson({ '@context': CONTEXT, uri, ...value })

/** A concept by its address, its id, or what comes last in its address. */
function conceptAt(uri: string | undefined, services: Services): Concept | Refusal {
  if (uri === undefined || uri.trim() === '')
    return refuse('missing-parameter', { sv: 'Ange parametern uri.', en: 'Give the parameter uri.' })
  const name = uri.startsWith(services.conceptBase) ? uri.slice(services.conceptBase.length) : uri
  const concept = services.bank.concept(name)
  return concept ?? refuse('not-found', { sv: 'Det finns inget sådant begrepp.', en: 'There is no such concept.' })
}

// Unknown parameters are let be, as Skosmos does.
const lang = z
  .string()
  .max(20)
  .optional()
  .describe('Språket på etiketter, till exempel sv eller en.')
  .meta({ example: 'sv' })
const uri = z.string().max(500).optional().describe('Begreppets adress, eller dess id.').meta({ example: 'c-0001' })
const vocabulary = z.strictObject({
  vocid: z.literal(VOCABULARY).describe('Vokabulärens id.').meta({ example: VOCABULARY }),
})
const inVocabulary = { vocid: VOCABULARY } as const

function get<Query extends z.ZodObject, Params extends z.ZodObject = z.ZodObject<Record<never, never>>>(declared: {
  readonly id: string
  readonly path: string
  readonly summary: Bilingual
  readonly query: Query
  readonly params?: Params
  readonly schema: z.ZodType
  readonly refuses?: readonly Refusal['code'][]
  readonly example: { readonly query?: z.input<Query>; readonly params?: z.input<Params> }
  readonly handle: (query: z.output<Query>, services: Services) => Answer | Refusal
}): Operation {
  const { schema, handle, ...rest } = declared
  return defineOperation<z.ZodObject, z.ZodObject, z.ZodUndefined>({
    ...rest,
    method: 'get',
    tag,
    description: 'As in the REST API of Skosmos, so that its clients can ask this bank.',
    produces: [
      { type: JSON_TYPE, schema, describe: 'The answer, as JSON that can be read as JSON-LD.' },
      { type: 'application/ld+json', describe: 'The same.' },
    ],
    handle: ({ query, type }, services) => {
      const reply = handle(query as z.output<Query>, services)
      return 'code' in reply ? reply : { ...reply, type }
    },
  })
}

/** Operations that exist both for the whole service and for its one vocabulary. */
const everywhere = (make: (at: { readonly id: string; readonly prefix: string } & Partial<Where>) => Operation) => [
  make({ id: '', prefix: '' }),
  make({ id: 'OfVocabulary', prefix: '/{vocid}', params: vocabulary, exampleParams: inVocabulary }),
]
interface Where {
  readonly params: typeof vocabulary
  readonly exampleParams: typeof inVocabulary
}

const vocabularies = get({
  id: 'listVocabularies',
  path: '/vocabularies',
  summary: { sv: 'Lista vokabulärerna', en: 'List the vocabularies' },
  query: z.object({ lang }),
  schema: VocabularyList,
  example: { query: { lang: 'sv' } },
  handle: (query, services) =>
    answer('', {
      vocabularies: [{ uri: schemeOf(services), id: VOCABULARY, title: titleIn(query.lang ?? BANK_LANGUAGE) }],
    }),
})

const aboutVocabulary = (path: string, id: string) =>
  get({
    id,
    path,
    params: vocabulary,
    summary: { sv: 'Om vokabulären', en: 'About the vocabulary' },
    query: z.object({ lang }),
    schema: Vocabulary,
    example: { params: inVocabulary, query: { lang: 'sv' } },
    handle: (query, services) => {
      const title = titleIn(query.lang ?? BANK_LANGUAGE)
      return answer('', {
        id: VOCABULARY,
        title,
        defaultLanguage: BANK_LANGUAGE,
        languages: LANGUAGES,
        conceptschemes: [{ uri: schemeOf(services), title, prefLabel: title, type: 'skos:ConceptScheme' }],
      })
    },
  })

function resultOf({ concept, label, kind, lang: of }: FoundLabel, shown: string, services: Services): Result {
  return {
    uri: uriOf(concept, services),
    type: ['skos:Concept'],
    localname: concept.id,
    prefLabel: nameIn(concept, shown),
    ...(kind === 'altLabel' ? { altLabel: label } : {}),
    ...(kind === 'hiddenLabel' ? { hiddenLabel: label } : {}),
    ...(kind === 'prefLabel' && label !== nameIn(concept, shown) ? { matchedPrefLabel: label } : {}),
    notation: concept.id,
    lang: of,
    vocab: VOCABULARY,
  }
}

const searches = everywhere(({ id, prefix, params, exampleParams }) =>
  get({
    id: `search${id}`,
    path: `${prefix}/search`,
    summary: { sv: 'Sök etiketter', en: 'Search labels' },
    ...(params === undefined ? {} : { params }),
    query: z.object({
      query: z.string().max(200).optional().describe('Ett ord, eller ett mönster med *.').meta({ example: 'hälsop*' }),
      lang,
      labellang: lang,
      vocab: z.string().max(200).optional().describe('Vokabulärer, skilda åt av blanksteg.'),
      type: z.string().max(200).optional().describe('Typer, skilda åt av blanksteg.').meta({ example: 'skos:Concept' }),
      maxhits: z.int().min(1).max(1_000).default(100).describe('Högsta antal.').meta({ example: 100 }),
      offset: z.int().min(0).max(1_000_000).default(0).describe('Hur många som hoppas över.').meta({ example: 0 }),
    }),
    schema: SearchResults,
    refuses: ['missing-parameter'],
    example: { query: { query: 'hälsop*' }, ...(exampleParams === undefined ? {} : { params: exampleParams }) },
    handle: ({ query, lang: of, labellang, vocab, type, maxhits, offset }, services) => {
      if (query === undefined || query.trim() === '')
        return refuse('missing-parameter', { sv: 'Ange parametern query.', en: 'Give the parameter query.' })
      const isElsewhere = vocab !== undefined && vocab !== '' && !vocab.split(/\s+/u).includes(VOCABULARY)
      const isOther = type !== undefined && type !== '' && !type.split(/\s+/u).some(isConceptType)
      const found = isElsewhere || isOther ? [] : findLabels(query, of, services)
      return answer('', {
        results: found
          .slice(offset, offset + maxhits)
          .map((one) => resultOf(one, labellang ?? of ?? BANK_LANGUAGE, services)),
      })
    },
  }),
)
const isConceptType = (type: string): boolean => type === 'skos:Concept' || type === `${SKOS}Concept`

const lookup = get({
  id: 'lookupLabel',
  path: '/{vocid}/lookup',
  params: vocabulary,
  summary: { sv: 'Slå upp en etikett', en: 'Look a label up' },
  query: z.object({
    label: z
      .string()
      .max(200)
      .optional()
      .describe('Ett ord, i vilken form som helst.')
      .meta({ example: 'hälsoportal' }),
    lang,
  }),
  schema: LookupResult,
  refuses: ['missing-parameter', 'not-found'],
  example: { params: inVocabulary, query: { label: 'hälsoportal' } },
  handle: ({ label, lang: of }, services) => {
    if (label === undefined || label.trim() === '')
      return refuse('missing-parameter', { sv: 'Ange parametern label.', en: 'Give the parameter label.' })
    const found = findLabels(label.replaceAll('*', ' '), of, services)
    if (found.length === 0)
      return refuse('not-found', { sv: 'Ordet finns inte i termbanken.', en: 'The word is not in the bank.' })
    return answer('', { result: found.map((one) => resultOf(one, of ?? BANK_LANGUAGE, services)) })
  },
})

const labels = everywhere(({ id, prefix, params, exampleParams }) =>
  get({
    id: `getLabels${id}`,
    path: `${prefix}/label`,
    summary: { sv: 'Hämta ett begrepps etiketter', en: 'Get the labels of a concept' },
    ...(params === undefined ? {} : { params }),
    query: z.object({ uri, lang }),
    schema: ConceptLabels,
    refuses: ['missing-parameter', 'not-found'],
    example: { query: { uri: 'c-0001' }, ...(exampleParams === undefined ? {} : { params: exampleParams }) },
    handle: (query, services) => {
      const concept = conceptAt(query.uri, services)
      if ('code' in concept) return concept
      const { altLabel, hiddenLabel } = labelsIn(concept, query.lang ?? BANK_LANGUAGE)
      return answer(uriOf(concept, services), {
        prefLabel: nameIn(concept, query.lang ?? BANK_LANGUAGE),
        ...(altLabel.length === 0 ? {} : { altLabel }),
        ...(hiddenLabel.length === 0 ? {} : { hiddenLabel }),
      })
    },
  }),
)

/** By media type: the exchange format that writes it. */
const DATA_FORMATS = {
  'application/rdf+xml': 'skosxl-rdfxml',
  'text/turtle': 'skosxl-turtle',
  'application/ld+json': 'skosxl-jsonld',
  'application/json': 'skosxl-jsonld',
} as const

const data = everywhere(({ id, prefix, params, exampleParams }) =>
  defineOperation<z.ZodObject, z.ZodObject, z.ZodUndefined>({
    id: `getData${id}`,
    method: 'get',
    path: `${prefix}/data`,
    tag,
    summary: { sv: 'Hämta ett begrepp eller hela vokabulären som RDF', en: 'Get a concept or everything as RDF' },
    description:
      'One concept by uri; without it the whole vocabulary. The parameter format goes before the header Accept.',
    ...(params === undefined ? {} : { params }),
    query: z.object({
      uri,
      format: z
        .enum(['application/rdf+xml', 'text/turtle', 'application/ld+json', 'application/json'])
        .optional()
        .describe('Formatet.')
        .meta({ example: 'text/turtle' }),
      lang,
    }),
    produces: [
      { type: 'application/rdf+xml', describe: 'SKOS-XL as RDF/XML.' },
      { type: 'text/turtle', describe: 'SKOS-XL as Turtle.' },
      { type: 'application/ld+json', describe: 'SKOS-XL as JSON-LD.' },
      { type: JSON_TYPE, schema: z.union([z.looseObject({}), z.array(z.unknown())]), describe: 'The same JSON-LD.' },
    ],
    refuses: ['not-found'],
    example: { query: { uri: 'c-0001' }, ...(exampleParams === undefined ? {} : { params: exampleParams }) },
    async handle({ query: asked, type: accepted }, services): Promise<Answer | Refusal> {
      const query = asked as { readonly uri?: string; readonly format?: keyof typeof DATA_FORMATS }
      const type = query.format ?? (accepted as keyof typeof DATA_FORMATS)
      const { exchangeFormat } = await import('@klarsprak/termbank/exchange')
      const format = exchangeFormat(DATA_FORMATS[type])!
      const whole = query.uri === undefined || query.uri === '' || query.uri === schemeOf(services)
      if (whole) return rdf(type, (await services.exportOf(format)).content)
      const concept = conceptAt(query.uri, services)
      if ('code' in concept) return concept
      const options = { release: services.bank.release, title: titleIn(BANK_LANGUAGE), base: services.conceptBase }
      return rdf(type, (await format.write([concept], options)).content)
    },
  }),
)
const rdf = (type: string, body: string | Uint8Array): Answer => ({
  status: 200,
  type: type === JSON_TYPE ? type : `${type}; charset=utf-8`,
  body,
  cache: 'release',
})

const types = everywhere(({ id, prefix, params, exampleParams }) =>
  get({
    id: `listTypes${id}`,
    path: `${prefix}/types`,
    summary: { sv: 'Lista typerna', en: 'List the types' },
    ...(params === undefined ? {} : { params }),
    query: z.object({ lang }),
    schema: Types,
    example: { query: { lang: 'sv' }, ...(exampleParams === undefined ? {} : { params: exampleParams }) },
    handle: (query) =>
      answer('', { types: [{ uri: `${SKOS}Concept`, label: query.lang === 'en' ? 'Concept' : 'Begrepp' }] }),
  }),
)

const topConcepts = get({
  id: 'listTopConcepts',
  path: '/{vocid}/topConcepts',
  params: vocabulary,
  summary: { sv: 'Lista begreppen överst', en: 'List the concepts at the top' },
  query: z.object({ lang }),
  schema: TopConcepts,
  example: { params: inVocabulary, query: { lang: 'sv' } },
  handle: (query, services) => {
    const { broader, narrower } = hierarchyOf(services)
    const scheme = schemeOf(services)
    return answer(scheme, {
      topconcepts: services.bank.concepts
        .filter((concept) => broader(concept).length === 0)
        .map((concept) => ({
          uri: uriOf(concept, services),
          label: nameIn(concept, query.lang ?? BANK_LANGUAGE),
          topConceptOf: scheme,
          notation: concept.id,
          hasChildren: narrower(concept).length > 0,
        })),
    })
  },
})

type Direction = 'broader' | 'narrower' | 'related'

const neighbours = (path: string, direction: Direction, summary: Bilingual, withChildren = false) =>
  get({
    id: `get${path[0]!.toUpperCase()}${path.slice(1)}`,
    path: `/{vocid}/${path}`,
    params: vocabulary,
    summary,
    query: z.object({ uri, lang }),
    schema: Neighbours,
    refuses: ['missing-parameter', 'not-found'],
    example: { params: inVocabulary, query: { uri: 'c-0001' } },
    handle: (query, services) => {
      const concept = conceptAt(query.uri, services)
      if ('code' in concept) return concept
      const hierarchy = hierarchyOf(services)
      const found = hierarchy[direction](concept).map((other) => ({
        uri: uriOf(other, services),
        prefLabel: nameIn(other, query.lang ?? BANK_LANGUAGE),
        ...(withChildren ? { hasChildren: hierarchy.narrower(other).length > 0 } : {}),
      }))
      return answer(uriOf(concept, services), { [direction]: found })
    },
  })

const chain = (direction: 'broader' | 'narrower', summary: Bilingual) =>
  get({
    id: `get${direction[0]!.toUpperCase()}${direction.slice(1)}Transitive`,
    path: `/{vocid}/${direction}Transitive`,
    params: vocabulary,
    summary,
    query: z.object({ uri, lang }),
    schema: TransitiveNeighbours,
    refuses: ['missing-parameter', 'not-found'],
    example: { params: inVocabulary, query: { uri: 'c-0001' } },
    handle: (query, services) => {
      const concept = conceptAt(query.uri, services)
      if ('code' in concept) return concept
      const next = hierarchyOf(services)[direction]
      const entries = transitively(concept, next).map((one) => {
        const others = next(one).map((other) => uriOf(other, services))
        const named = { uri: uriOf(one, services), prefLabel: nameIn(one, query.lang ?? BANK_LANGUAGE) }
        return [named.uri, others.length === 0 ? named : { ...named, [direction]: others }]
      })
      return answer(uriOf(concept, services), { [`${direction}Transitive`]: Object.fromEntries(entries) })
    },
  })

const statistics = get({
  id: 'getVocabularyStatistics',
  path: '/{vocid}/vocabularyStatistics',
  params: vocabulary,
  summary: { sv: 'Räkna begreppen', en: 'Count the concepts' },
  query: z.object({ lang }),
  schema: Statistics,
  example: { params: inVocabulary, query: { lang: 'sv' } },
  handle: (query, services) => {
    const replaced = services.bank.concepts.filter(({ replacedBy }) => replacedBy !== undefined).length
    return answer('', {
      id: VOCABULARY,
      title: titleIn(query.lang ?? BANK_LANGUAGE),
      concepts: {
        class: `${SKOS}Concept`,
        label: query.lang === 'en' ? 'Concept' : 'Begrepp',
        count: services.bank.concepts.length,
        deprecatedCount: replaced,
      },
    })
  },
})

/** The part of Skosmos's REST API that clients read concepts with. */
export const SKOSMOS: readonly Operation[] = [
  vocabularies,
  ...searches,
  ...labels,
  ...data,
  ...types,
  aboutVocabulary('/{vocid}/', 'getVocabulary'),
  aboutVocabulary('/{vocid}', 'getVocabularyWithoutSlash'),
  lookup,
  topConcepts,
  neighbours('broader', 'broader', { sv: 'Begrepp ovanför', en: 'Concepts above' }),
  neighbours('narrower', 'narrower', { sv: 'Begrepp nedanför', en: 'Concepts below' }),
  neighbours('children', 'narrower', { sv: 'Begrepp nedanför, för ett träd', en: 'Concepts below, for a tree' }, true),
  neighbours('related', 'related', { sv: 'Begrepp bredvid', en: 'Concepts beside' }),
  chain('broader', { sv: 'Alla begrepp ovanför', en: 'All concepts above' }),
  chain('narrower', { sv: 'Alla begrepp nedanför', en: 'All concepts below' }),
  statistics,
]
