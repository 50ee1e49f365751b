import type { Concept } from '@klarsprak/termbank'
import { z } from 'zod'
import { type Answer, answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { paging, STATUS } from '../schemas/common.js'
import { ConceptList, ConceptResource } from '../schemas/concept.js'
import { organisation } from '../schemas/editing.js'
import type { Services } from '../services.js'
import { pageOf } from './page-of.js'
import { showConcept, summariseConcept } from './show-concept.js'

export const listConcepts = defineOperation({
  id: 'listConcepts',
  method: 'get',
  path: '/concepts',
  tag: 'concepts',
  layered: true,
  summary: { sv: 'Lista begreppen', en: 'List the concepts' },
  description:
    'Every concept of the bank, by id, a page at a time. The header Link and the key links lead to the other pages.',
  query: z.strictObject({
    ...organisation,
    subject: z
      .string()
      .max(100)
      .optional()
      .describe('Bara begrepp inom ett ämne, till exempel digital-ingang.')
      .meta({ example: 'digital-ingang' }),
    status: STATUS.optional()
      .describe('Bara begrepp som har en svensk term med den här statusen.')
      .meta({ example: 'deprecated' }),
    ...paging,
  }),
  produces: [{ type: JSON_TYPE, schema: ConceptList, describe: 'A page of concepts.' }],
  refuses: ['not-found'],
  example: { query: { subject: 'digital-ingang' } },
  handle({ query }, services) {
    const { subject, status } = query
    const isAsked = (concept: Concept): boolean =>
      (subject === undefined || concept.subject === subject) &&
      (status === undefined || concept.terms.some((term) => term.lang === 'sv' && term.status === status))
    const page = pageOf(services.bank.concepts.filter(isAsked), query, '/v1/concepts', services)
    if ('code' in page) return page
    const concepts = page.items.map((concept) => summariseConcept(concept, services))
    return answerJson({ release: services.bank.release, concepts, ...page.paging }, 'release', {
      headers: page.headers,
    })
  },
})

/** The other formats of a concept, and the exchange format that writes each. */
const FORMAT_OF: Readonly<Record<string, string>> = {
  'application/ld+json': 'skosxl-jsonld',
  'text/turtle': 'skosxl-turtle',
  'application/rdf+xml': 'skosxl-rdfxml',
  'application/x-tbx+xml': 'tbx',
}

export const getConcept = defineOperation({
  id: 'getConcept',
  method: 'get',
  path: '/concepts/{id}',
  tag: 'concepts',
  layered: true,
  summary: { sv: 'Hämta ett begrepp', en: 'Get a concept' },
  description:
    'Everything about one concept: terms with every inflected form, definitions, relations, situations and sources. As JSON, SKOS-XL (JSON-LD, Turtle, RDF/XML) or TBX, by the header Accept.',
  params: z.strictObject({ id: z.string().max(100).describe('Begreppets id.').meta({ example: 'c-0001' }) }),
  query: z.strictObject(organisation),
  produces: [
    { type: JSON_TYPE, schema: ConceptResource, describe: 'The concept.' },
    { type: 'application/ld+json', describe: 'SKOS-XL as JSON-LD.' },
    { type: 'text/turtle', describe: 'SKOS-XL as Turtle.' },
    { type: 'application/rdf+xml', describe: 'SKOS-XL as RDF/XML.' },
    { type: 'application/x-tbx+xml', describe: 'TBX-Basic.' },
  ],
  refuses: ['not-found'],
  example: { params: { id: 'c-0001' } },
  handle({ params, type }, services) {
    const concept = services.bank.concept(params.id)
    if (concept === undefined)
      return refuse('not-found', {
        sv: `Begreppet ${params.id} finns inte i utgåvan ${services.bank.release}.`,
        en: `The concept ${params.id} is not in release ${services.bank.release}.`,
      })
    return conceptAs(type, concept, services)
  },
})

/** A concept in one of the formats that `getConcept` produces. */
export async function conceptAs(type: string, concept: Concept, services: Services): Promise<Answer> {
  if (type === JSON_TYPE) return answerJson(showConcept(concept, services))
  // Loaded when it is first asked for: the libraries of these formats take longer to load than all the rest.
  const { exchangeFormat } = await import('@klarsprak/termbank/exchange')
  const { content } = await exchangeFormat(FORMAT_OF[type]!)!.write([concept], {
    release: services.bank.release,
    title: 'Klarspråks termbank',
    base: services.conceptBase,
  })
  return { status: 200, type: `${type}; charset=utf-8`, body: content, cache: 'release' }
}
