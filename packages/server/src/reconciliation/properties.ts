import type { Concept } from '@klarsprak/termbank'
import type { z } from 'zod'
import { labelOf } from '../api/operations/show-concept.js'
import type { Services } from '../api/services.js'
import { CONCEPT_TYPE } from './concept-types.js'
import type { ExtensionValue } from './schemas.js'

type Value = z.output<typeof ExtensionValue>

export interface Property {
  readonly id: string
  readonly name: string
  /** The values are concepts. */
  readonly leadsToConcepts?: true
  values(concept: Concept, services: Services): readonly Value[]
}

const texts = (values: readonly (string | undefined)[]): Value[] =>
  values.filter((value) => value !== undefined && value !== '').map((value) => ({ str: value! }))

const swedishTerms = (status: string) => (concept: Concept) =>
  texts(concept.terms.filter((term) => term.lang === 'sv' && term.status === status).map(({ label }) => label))

const equivalents = (lang: string, name: string): Property => ({
  id: lang,
  name,
  values: ({ terms, equivalents: others }) =>
    texts([
      ...terms.filter((term) => term.lang === lang).map(({ label }) => label),
      ...(others?.[lang as keyof typeof others] ?? []).map(({ label }) => label),
    ]),
})

const related = (id: string, name: string, types: readonly string[]): Property => ({
  id,
  name,
  leadsToConcepts: true,
  values: ({ relations = [] }, { bank }) =>
    relations
      .filter(({ type }) => types.includes(type))
      .flatMap(({ target }) => {
        const concept = bank.concept(target)
        return concept === undefined ? [] : [{ id: concept.id, name: labelOf(concept) }]
      }),
})

/** What can be fetched about a concept, and be compared with other columns. */
export const PROPERTIES: readonly Property[] = [
  { id: 'preferred', name: 'Rekommenderad term', values: swedishTerms('preferred') },
  { id: 'admitted', name: 'Tillåten term', values: swedishTerms('admitted') },
  { id: 'deprecated', name: 'Avrådd term', values: swedishTerms('deprecated') },
  { id: 'superseded', name: 'Ersatt term', values: swedishTerms('superseded') },
  { id: 'definition', name: 'Definition', values: ({ definition }) => texts([definition?.public.sv]) },
  { id: 'citizenWording', name: 'Till invånare', values: ({ citizenWording }) => texts([citizenWording?.sv]) },
  {
    id: 'reason',
    name: 'Varför en term är avrådd',
    values: ({ terms }) => texts([...new Set(terms.map(({ reason }) => reason))]),
  },
  { id: 'subject', name: 'Ämne', values: ({ subject }) => texts([subject]) },
  related('broader', 'Överordnat begrepp', ['broader']),
  related('narrower', 'Underordnat begrepp', ['narrower']),
  related('related', 'Besläktat begrepp', ['related', 'part-of', 'has-part', 'carries', 'carried-by']),
  equivalents('en', 'Engelska'),
  equivalents('nb', 'Norska (bokmål)'),
  equivalents('da', 'Danska'),
  equivalents('fi', 'Finska'),
  {
    id: 'sources',
    name: 'Källor',
    values: ({ sources = [] }) => texts(sources.map(({ name, url }) => (url === undefined ? name : `${name} ${url}`))),
  },
  { id: 'uri', name: 'Adress', values: ({ id }, { conceptBase }) => texts([conceptBase + id]) },
]

const byId = new Map(PROPERTIES.map((property) => [property.id, property]))
export const propertyOf = (id: string): Property | undefined => byId.get(id)

/** How a property is told of. One that we do not have has its id for a name, and no values. */
export const metaOf = (id: string) => {
  const property = byId.get(id)
  return {
    id,
    name: property?.name ?? id,
    ...(property?.leadsToConcepts === true ? { type: CONCEPT_TYPE } : {}),
  }
}
