import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Concept, Term } from '../../model/concept.js'
import { isDeprecated } from '../../model/is-deprecated.js'
import { type Loss, lossList, type WriteOptions } from '../exchange-format.js'
import { iri, RELATION_PROPERTIES } from './vocabulary.js'

const { namedNode, literal, blankNode, quad } = DataFactory
type Subject = ReturnType<typeof namedNode> | ReturnType<typeof blankNode>
type RdfObject = Subject | ReturnType<typeof literal>

/** Keys of a term that a label object carries as they are, each as one literal. */
export const LABEL_SCALARS = [
  'status',
  'register',
  'pos',
  'gender',
  'definite',
  'present',
  'past',
  'supine',
  'neuter',
  'compound',
  'abbreviationOf',
  'reason',
  'note',
  'validFrom',
  'reviewBy',
] as const satisfies readonly (keyof Term)[]
export const LABEL_BOOLEANS = ['passive', 'homograph'] as const satisfies readonly (keyof Term)[]
/** Lists in which the order means something. */
export const LABEL_LISTS = [
  'forms',
  'compoundForms',
  'unless',
  'nearWords',
  'notNearWords',
  'uiPlace',
] as const satisfies readonly (keyof Term)[]

/**
 * The concepts as RDF statements. With `xl` every label is an object of its own with status and grammar;
 * the plain labels are written too, since that is what most readers look at. Without `xl` grammar,
 * status and register are lost, and reported.
 */
export function writeSkos(
  concepts: readonly Concept[],
  { xl }: { xl: boolean },
  { base, title, release }: WriteOptions,
): { quads: readonly Quad[]; losses: readonly Loss[] } {
  const quads: Quad[] = []
  const losses = lossList()
  const say = (subject: Subject, property: string, object: RdfObject): void => {
    quads.push(quad(subject, namedNode(property), object) as unknown as Quad)
  }
  let blanks = 0
  const blank = (): Subject => blankNode(`b${blanks++}`)
  const list = (items: readonly RdfObject[]): Subject => {
    let rest: Subject = namedNode(iri('rdf:nil'))
    for (const item of [...items].reverse()) {
      const cell = blank()
      say(cell, iri('rdf:first'), item)
      say(cell, iri('rdf:rest'), rest)
      rest = cell
    }
    return rest
  }
  const a = iri('rdf:type')

  const scheme = namedNode(base.replace(/[/#:]?$/u, ''))
  say(scheme, a, namedNode(iri('skos:ConceptScheme')))
  say(scheme, iri('dct:title'), literal(title, 'sv'))
  say(scheme, iri('dct:license'), namedNode('http://creativecommons.org/publicdomain/zero/1.0/'))
  say(scheme, iri('owl:versionInfo'), literal(release))

  for (const concept of concepts) {
    const node = namedNode(base + concept.id)
    const lose = (field: string, message: string): void => losses.add(concept.id, field, message)
    say(node, a, namedNode(iri('skos:Concept')))
    say(node, iri('skos:inScheme'), scheme)
    say(node, iri('dct:identifier'), literal(concept.id))
    say(node, iri('skos:notation'), literal(concept.id))
    say(node, iri('dct:subject'), literal(concept.subject))

    writeLabels(concept, node, { xl, say, blank, list, lose })

    for (const lang of ['sv', 'en'] as const) {
      const text = concept.definition?.public[lang]
      if (text !== undefined) say(node, iri('skos:definition'), literal(text, lang))
      const professional = concept.definition?.professional?.[lang]
      if (professional !== undefined) say(node, iri('kls:professionalDefinition'), literal(professional, lang))
      const wording = concept.citizenWording?.[lang]
      if (wording !== undefined) say(node, iri('kls:citizenWording'), literal(wording, lang))
    }
    for (const source of concept.sources ?? []) say(node, iri('dct:source'), sourceNode(source, { say, blank }))
    for (const { type, target, note } of concept.relations ?? []) {
      say(node, RELATION_PROPERTIES[type], namedNode(/^c-\d+$/u.test(target) ? base + target : target))
      if (note !== undefined) lose('relations.note', 'En relation i RDF har ingen plats för en anmärkning.')
    }
    if (concept.replacedBy !== undefined) {
      say(node, iri('kls:replacedBy'), namedNode(base + concept.replacedBy))
      say(node, iri('owl:deprecated'), literal('true', namedNode(iri('xsd:boolean'))))
    }
    for (const situation of concept.situations ?? []) {
      const it = blank()
      say(node, iri('kls:situation'), it)
      say(it, iri('rdfs:label'), literal(situation.sv, 'sv'))
      say(it, iri('kls:leadsTo'), literal(situation.leadsTo, 'sv'))
      if (situation.emergency !== undefined)
        say(it, iri('kls:emergency'), literal(String(situation.emergency), namedNode(iri('xsd:boolean'))))
    }
    for (const text of concept.notes ?? []) say(node, iri('skos:note'), literal(text, 'sv'))
    for (const text of concept.examples ?? []) say(node, iri('skos:example'), literal(text, 'sv'))
    if (concept.neverReplace !== undefined) say(node, iri('kls:neverReplace'), literal(concept.neverReplace, 'sv'))
    for (const key of ['flags', 'allows'] as const)
      for (const text of concept[key] ?? []) say(node, iri(`kls:${key}`), literal(text, 'sv'))
    if (concept.reviewBy !== undefined)
      say(node, iri('kls:reviewBy'), literal(concept.reviewBy, namedNode(iri('xsd:date'))))
  }
  return { quads, losses: losses.losses }
}

interface Pen {
  readonly say: (subject: Subject, property: string, object: RdfObject) => void
  readonly blank: () => Subject
}

function sourceNode(source: NonNullable<Concept['sources']>[number], { say, blank }: Pen): Subject {
  const it = blank()
  say(it, iri('dct:title'), literal(source.name))
  if (source.url !== undefined) say(it, iri('rdfs:seeAlso'), namedNode(source.url))
  if (source.relation !== undefined) say(it, iri('kls:sourceRelation'), literal(source.relation))
  return it
}

interface LabelPen extends Pen {
  readonly xl: boolean
  readonly list: (items: readonly RdfObject[]) => Subject
  readonly lose: (field: string, message: string) => void
}

type LabelKind = 'prefLabel' | 'altLabel' | 'hiddenLabel'

function writeLabels(concept: Concept, node: Subject, pen: LabelPen): void {
  const { xl, say, blank, list, lose } = pen
  const preferred = new Set<string>()
  const used = new Set<string>()
  /** SKOS allows one preferred label a language, and no text twice. */
  const kindOf = (term: { label: string; lang: string; status?: Term['status'] }): LabelKind => {
    if (term.status !== undefined && isDeprecated(term.status)) return 'hiddenLabel'
    if (term.status === 'admitted' || preferred.has(term.lang)) return 'altLabel'
    preferred.add(term.lang)
    return 'prefLabel'
  }
  const plain = (kind: LabelKind, label: string, lang: string): void => {
    if (used.has(`${lang} ${label}`)) return
    used.add(`${lang} ${label}`)
    say(node, iri(`skos:${kind}`), literal(label, lang))
  }
  const labelObject = (kind: LabelKind, label: string, lang: string): Subject => {
    const it = blank()
    say(node, iri(`skosxl:${kind}`), it)
    say(it, iri('rdf:type'), namedNode(iri('skosxl:Label')))
    say(it, iri('skosxl:literalForm'), literal(label, lang))
    return it
  }

  for (const [index, term] of concept.terms.entries()) {
    const kind = kindOf(term)
    plain(kind, term.label, term.lang)
    if (!xl) {
      reportPlainLosses(term, kind, lose)
      continue
    }
    const it = labelObject(kind, term.label, term.lang)
    say(it, iri('kls:order'), literal(String(index), namedNode(iri('xsd:integer'))))
    for (const key of LABEL_SCALARS) if (term[key] !== undefined) say(it, iri(`kls:${key}`), literal(term[key]))
    for (const key of LABEL_BOOLEANS)
      if (term[key] !== undefined) say(it, iri(`kls:${key}`), literal(String(term[key]), namedNode(iri('xsd:boolean'))))
    for (const key of LABEL_LISTS)
      if (term[key] !== undefined) say(it, iri(`kls:${key}`), list(term[key].map((item) => literal(item))))
    if (term.plural !== undefined)
      say(
        it,
        iri('kls:plural'),
        term.plural === false ? literal('false', namedNode(iri('xsd:boolean'))) : literal(term.plural),
      )
    for (const source of term.sources ?? []) say(it, iri('dct:source'), sourceNode(source, pen))
  }
  for (const [lang, equivalents] of Object.entries(concept.equivalents ?? {}))
    for (const equivalent of equivalents) {
      const kind = kindOf({ label: equivalent.label, lang, status: 'preferred' })
      plain(kind, equivalent.label, lang)
      if (!xl) {
        lose(`equivalents[${equivalent.label}]`, 'SKOS skiljer inte på motsvarigheter och termer.')
        continue
      }
      const it = labelObject(kind, equivalent.label, lang)
      say(it, iri('kls:confirmed'), literal(String(equivalent.confirmed), namedNode(iri('xsd:boolean'))))
      if (equivalent.note !== undefined) say(it, iri('kls:note'), literal(equivalent.note))
    }
  for (const label of concept.hiddenLabels ?? []) {
    plain('hiddenLabel', label, 'sv')
    if (xl)
      say(
        labelObject('hiddenLabel', label, 'sv'),
        iri('kls:searchOnly'),
        literal('true', namedNode(iri('xsd:boolean'))),
      )
  }
}

function reportPlainLosses(term: Term, kind: LabelKind, lose: (field: string, message: string) => void): void {
  if (kind === 'hiddenLabel')
    lose(
      `terms[${term.label}].status`,
      'SKOS skiljer inte på avrådda termer och sådant som bara söks på. SKOS-XL gör det.',
    )
  if (kind === 'altLabel' && term.status === 'preferred')
    lose(`terms[${term.label}].status`, 'SKOS tillåter en rekommenderad term per språk; den här blir tillåten.')
  const keys: readonly (keyof Term)[] = [...LABEL_SCALARS, ...LABEL_BOOLEANS, ...LABEL_LISTS, 'plural', 'sources']
  for (const key of keys)
    if (key !== 'status' && term[key] !== undefined)
      lose(`terms[${term.label}].${key}`, 'SKOS har bara själva termen. SKOS-XL tar med uppgiften.')
}
