import type { Quad, Term as RdfTerm } from '@rdfjs/types'
import type { ConceptInput } from '../../model/concept.js'
import { conceptIds, subjectSlug } from '../concept-ids.js'
import { lossList, type Read } from '../exchange-format.js'
import { iri, RELATION_PROPERTIES } from './vocabulary.js'
import { LABEL_BOOLEANS, LABEL_LISTS, LABEL_SCALARS } from './write-skos.js'

type TermInput = ConceptInput['terms'][number]

/** Reads SKOS and SKOS-XL. Where both stand, the label objects decide, since they say more. */
export function readSkos(quads: readonly Quad[]): Read {
  const losses = lossList()
  const graph = graphOf(quads)
  const conceptIris = graph.subjectsOf(iri('rdf:type'), iri('skos:Concept'))
  const ids = conceptIds(conceptIris)
  const concepts: ConceptInput[] = []
  for (const conceptIri of conceptIris) {
    const id = ids.get(conceptIri)!
    const lose = (field: string, message: string): void => losses.add(id, field, message)
    const text = (property: string, lang: string): string | undefined =>
      graph.objects(conceptIri, property).find((object) => isLiteral(object) && object.language === lang)?.value
    const texts = (property: string): string[] => graph.objects(conceptIri, property).map(({ value }) => value)
    const localised = (property: string): { sv: string; en?: string } | undefined => {
      const sv = text(property, 'sv') ?? text(property, '')
      const en = text(property, 'en')
      if (sv === undefined) {
        if (texts(property).length > 0) lose(property, 'Texten finns inte på svenska och läses inte in.')
        return undefined
      }
      return en === undefined ? { sv } : { sv, en }
    }

    const { terms, hidden, equivalents } = readLabels(graph, conceptIri, lose)
    if (terms.length === 0) {
      lose('terms', 'Begreppet har ingen term och är utelämnat.')
      continue
    }
    const definition = localised(iri('skos:definition'))
    const professional = localised(iri('kls:professionalDefinition'))
    const sources = graph.objects(conceptIri, iri('dct:source')).map((object) => readSource(graph, object))
    const relations = Object.entries(RELATION_PROPERTIES).flatMap(([type, property]) =>
      graph.objects(conceptIri, property).map(({ value }) => ({
        type: type as keyof typeof RELATION_PROPERTIES,
        target: ids.get(value) ?? value,
      })),
    )
    // A concept from elsewhere keeps its address, so that it can be found again.
    if (!conceptIri.endsWith(id) && /^https?:/u.test(conceptIri))
      relations.push({ type: 'exact-match', target: conceptIri })
    const situations = graph.objects(conceptIri, iri('kls:situation')).map(({ value }) => {
      const emergency = graph.value(value, iri('kls:emergency'))
      return {
        sv: graph.value(value, iri('rdfs:label')) ?? '',
        leadsTo: graph.value(value, iri('kls:leadsTo')) ?? '',
        ...(emergency === undefined ? {} : { emergency: emergency === 'true' }),
      }
    })
    const replacedBy = graph.value(conceptIri, iri('kls:replacedBy'))
    const neverReplace = graph.value(conceptIri, iri('kls:neverReplace'))
    const reviewBy = graph.value(conceptIri, iri('kls:reviewBy'))
    const citizenWording = localised(iri('kls:citizenWording'))
    const subject = graph.value(conceptIri, iri('dct:subject'))
    const some = <T>(key: string, list: readonly T[]): Record<string, readonly T[]> =>
      list.length === 0 ? {} : { [key]: list }
    concepts.push({
      id,
      subject: (subject === undefined ? undefined : subjectSlug(subject)) ?? 'ovrigt',
      ...(definition === undefined
        ? {}
        : { definition: { public: definition, ...(professional && { professional }) } }),
      ...some('sources', sources),
      terms,
      ...(citizenWording && { citizenWording }),
      ...(neverReplace !== undefined && { neverReplace }),
      ...some('relations', relations),
      ...(Object.keys(equivalents).length > 0 && { equivalents }),
      ...some('situations', situations),
      ...some('hiddenLabels', hidden),
      ...some('notes', texts(iri('skos:note'))),
      ...some('examples', texts(iri('skos:example'))),
      ...some('flags', texts(iri('kls:flags'))),
      ...some('allows', texts(iri('kls:allows'))),
      ...(replacedBy !== undefined && { replacedBy: ids.get(replacedBy) ?? replacedBy }),
      ...(reviewBy !== undefined && { reviewBy }),
    })
    for (const property of ['skos:scopeNote', 'skos:editorialNote', 'skos:historyNote', 'skos:changeNote'] as const)
      if (texts(iri(property)).length > 0) lose(property, 'Anmärkningen läses inte in.')
  }
  return { concepts, losses: losses.losses }
}

const isLiteral = (term: RdfTerm): term is Extract<RdfTerm, { termType: 'Literal' }> => term.termType === 'Literal'

interface Graph {
  objects(subject: string, property: string): readonly RdfTerm[]
  value(subject: string, property: string): string | undefined
  list(subject: string, property: string): readonly string[] | undefined
  /** In the order they are first mentioned. */
  subjectsOf(property: string, object: string): readonly string[]
}

/** Blank nodes and addresses share one name space here; blank node labels never look like addresses. */
function graphOf(quads: readonly Quad[]): Graph {
  const statements = new Map<string, Map<string, RdfTerm[]>>()
  for (const { subject, predicate, object } of quads) {
    let properties = statements.get(subject.value)
    if (properties === undefined) statements.set(subject.value, (properties = new Map()))
    const objects = properties.get(predicate.value)
    if (objects === undefined) properties.set(predicate.value, [object])
    else objects.push(object)
  }
  const objects = (subject: string, property: string): readonly RdfTerm[] =>
    statements.get(subject)?.get(property) ?? []
  return {
    objects,
    value: (subject, property) => objects(subject, property)[0]?.value,
    list: (subject, property) => {
      const first = objects(subject, property)[0]
      if (first === undefined) return undefined
      const items: string[] = []
      const seen = new Set<string>()
      let cell = first.value
      while (cell !== iri('rdf:nil') && !seen.has(cell)) {
        seen.add(cell)
        const item = objects(cell, iri('rdf:first'))[0]
        if (item !== undefined) items.push(item.value)
        cell = objects(cell, iri('rdf:rest'))[0]?.value ?? iri('rdf:nil')
      }
      return items
    },
    subjectsOf: (property, object) =>
      [...statements]
        .filter(([, properties]) => properties.get(property)?.some(({ value }) => value === object))
        .map(([subject]) => subject),
  }
}

function readSource(graph: Graph, object: RdfTerm): NonNullable<ConceptInput['sources']>[number] {
  if (object.termType === 'Literal') return { name: object.value }
  const name = graph.value(object.value, iri('dct:title'))
  const url = graph.value(object.value, iri('rdfs:seeAlso'))
  const relation = graph.value(object.value, iri('kls:sourceRelation'))
  return {
    name: name ?? object.value,
    ...(url === undefined
      ? name === undefined && /^https?:/u.test(object.value)
        ? { url: object.value }
        : {}
      : { url }),
    ...(relation === undefined ? {} : { relation: relation as 'based-on' }),
  }
}

const KINDS = ['prefLabel', 'altLabel', 'hiddenLabel'] as const
const STATUS_OF = { prefLabel: 'preferred', altLabel: 'admitted', hiddenLabel: 'deprecated' } as const

function readLabels(graph: Graph, concept: string, lose: (field: string, message: string) => void) {
  const ordered: { order: number; term: TermInput }[] = []
  const hidden: string[] = []
  const equivalents: Record<string, { label: string; confirmed: boolean; note?: string }[]> = {}
  const described = new Set<string>()

  for (const kind of KINDS)
    for (const object of graph.objects(concept, iri(`skosxl:${kind}`))) {
      const form = graph.objects(object.value, iri('skosxl:literalForm'))[0]
      if (form === undefined || !isLiteral(form)) {
        lose('terms', 'En benämning utan text är utelämnad.')
        continue
      }
      const lang = form.language === '' ? 'sv' : form.language
      described.add(`${lang} ${form.value}`)
      const confirmed = graph.value(object.value, iri('kls:confirmed'))
      if (confirmed !== undefined) {
        const note = graph.value(object.value, iri('kls:note'))
        ;(equivalents[lang] ??= []).push({
          label: form.value,
          confirmed: confirmed === 'true',
          ...(note === undefined ? {} : { note }),
        })
      } else if (graph.value(object.value, iri('kls:searchOnly')) === 'true') hidden.push(form.value)
      else {
        const order = Number(graph.value(object.value, iri('kls:order')) ?? ordered.length + 1_000)
        ordered.push({ order, term: readLabelObject(graph, object.value, form.value, lang, STATUS_OF[kind]) })
      }
    }
  for (const kind of KINDS)
    for (const object of graph.objects(concept, iri(`skos:${kind}`))) {
      if (!isLiteral(object)) continue
      const lang = object.language === '' ? 'sv' : object.language
      if (described.has(`${lang} ${object.value}`)) continue
      if (kind === 'hiddenLabel') hidden.push(object.value)
      else ordered.push({ order: ordered.length + 2_000, term: { label: object.value, lang, status: STATUS_OF[kind] } })
    }
  return { terms: ordered.sort((a, b) => a.order - b.order).map(({ term }) => term), hidden, equivalents }
}

function readLabelObject(
  graph: Graph,
  node: string,
  label: string,
  lang: string,
  status: TermInput['status'],
): TermInput {
  const term: Record<string, unknown> = { label, lang, status }
  for (const key of LABEL_SCALARS) {
    const value = graph.value(node, iri(`kls:${key}`))
    if (value !== undefined) term[key] = value
  }
  for (const key of LABEL_BOOLEANS) {
    const value = graph.value(node, iri(`kls:${key}`))
    if (value !== undefined) term[key] = value === 'true'
  }
  for (const key of LABEL_LISTS) {
    const items = graph.list(node, iri(`kls:${key}`))
    if (items !== undefined) term[key] = items
  }
  const plural = graph.objects(node, iri('kls:plural'))[0]
  if (plural !== undefined)
    term.plural =
      isLiteral(plural) && plural.datatype.value === iri('xsd:boolean') ? plural.value === 'true' : plural.value
  const sources = graph.objects(node, iri('dct:source')).map((object) => readSource(graph, object))
  if (sources.length > 0) term.sources = sources
  return term as unknown as TermInput
}
