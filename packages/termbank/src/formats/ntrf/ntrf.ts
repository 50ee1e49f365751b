import { POS } from '@klarsprak/swedish'
import type { Element } from '@xmldom/xmldom'
import type { Concept, ConceptInput, Term } from '../../model/concept.js'
import { conceptIds, subjectSlug } from '../concept-ids.js'
import {
  type ExchangeFormat,
  lossList,
  type Read,
  textOf,
  UnreadableFile,
  type WriteOptions,
  type Written,
} from '../exchange-format.js'
import {
  childElements,
  descendants,
  element,
  localName,
  parseXml,
  trimmedText,
  writeXml,
  type XmlElement,
} from '../xml.js'

/**
 * NTRF in its XML form (VOCABULARY, RECORD, LANG), as Nordic term banks exchange it. The older
 * line-based NTRF is not written or read.
 *
 * TE is the recommended term, SY a synonym, DTE a term advised against, STE a search form, EXPLAN an
 * explanation that is not a strict definition, which is what our public definitions are.
 */
export const ntrf: ExchangeFormat = {
  id: 'ntrf',
  name: 'NTRF (XML)',
  mediaType: 'application/xml',
  extensions: ['ntrf', 'xml'],
  write: async (concepts, options) => writeNtrf(concepts, options),
  read: async (content) => readNtrf(textOf(content)),
}

const RELATION_ELEMENTS = { broader: 'BCON', narrower: 'NCON', related: 'RCON' } as const
const GENDERS = { common: 'utrum', neuter: 'neutrum' } as const
/** Our status, the element that says it, and the remark that keeps what the element cannot. */
const STATUS_ELEMENTS = { preferred: 'TE', admitted: 'SY', deprecated: 'DTE', superseded: 'DTE' } as const
const SUPERSEDED = 'ersatt'

function writeNtrf(concepts: readonly Concept[], { title, release }: WriteOptions): Written {
  const losses = lossList()
  const ids = new Set(concepts.map(({ id }) => id))
  const records = concepts.map((concept) => {
    const { id } = concept
    const lose = (field: string, message: string): void => losses.add(id, field, message)
    const languages = new Set([
      'sv',
      ...concept.terms.map(({ lang }) => lang),
      ...Object.keys(concept.equivalents ?? {}),
    ])
    const blocks = [...languages].map((lang) => languageBlock(concept, lang, lose))
    const relations = (concept.relations ?? []).flatMap(({ type, target, note }): XmlElement[] => {
      if (note !== undefined) lose('relations.note', 'NTRF har ingen plats för en anmärkning om en relation.')
      const name = RELATION_ELEMENTS[type as keyof typeof RELATION_ELEMENTS]
      if (name === undefined) lose('relations', `NTRF har inget element för relationen ${type}.`)
      else if (!ids.has(target)) lose('relations', `Begreppet ${target} finns inte i filen.`)
      else return [element(name, {}, target)]
      return []
    })
    for (const field of [
      'situations',
      'flags',
      'allows',
      'neverReplace',
      'reviewBy',
      'replacedBy',
      'citizenWording',
    ] as const)
      if (concept[field] !== undefined) lose(field, 'NTRF har inget fält för uppgiften.')
    return element(
      'RECORD',
      {},
      element('NUMB', {}, id),
      element('SUBJ', {}, concept.subject),
      blocks,
      relations,
      (concept.notes ?? []).map((text) => element('COMM', {}, text)),
    )
  })
  const root = element(
    'VOCABULARY',
    {},
    element('HEADER', {}, element('NAME', {}, `${title}, utgåva ${release}`)),
    records,
  )
  return { content: writeXml(root, {}), losses: losses.losses }
}

function languageBlock(concept: Concept, lang: string, lose: (field: string, message: string) => void): XmlElement {
  let preferredSeen = false
  const terms = concept.terms
    .filter((term) => term.lang === lang)
    .map((term) => {
      const second = term.status === 'preferred' && preferredSeen
      if (second) lose(`terms[${term.label}].status`, 'NTRF har en rekommenderad term per språk; den här blir synonym.')
      if (term.status === 'preferred') preferredSeen = true
      return termBlock(second ? 'SY' : STATUS_ELEMENTS[term.status], term, lose)
    })
  const equivalents = (concept.equivalents?.[lang] ?? []).map(({ label, confirmed }, index) =>
    element(
      preferredSeen || index > 0 ? 'SY' : 'TE',
      {},
      element('TERM', {}, label),
      element('STAT', {}, confirmed ? 'motsvarighet, belagd' : 'motsvarighet, obelagd'),
    ),
  )
  for (const { label, note } of concept.equivalents?.[lang] ?? [])
    if (note !== undefined) lose(`equivalents[${label}].note`, 'Anmärkningen om motsvarigheten följer inte med.')
  const key = lang as 'sv' | 'en'
  const professional = concept.definition?.professional?.[key]
  const explanation = concept.definition?.public[key]
  return element(
    'LANG',
    { value: lang.toUpperCase() },
    [...terms, ...equivalents].sort((a, b) => rank(a) - rank(b)),
    professional === undefined ? undefined : element('DEF', {}, professional),
    explanation === undefined ? undefined : element('EXPLAN', {}, explanation),
    lang === 'sv' ? (concept.sources ?? []).map((source) => sourceElement(source, lose)) : [],
    lang === 'sv' ? (concept.examples ?? []).map((text) => element('EXAMP', {}, text)) : [],
    lang === 'sv' ? (concept.hiddenLabels ?? []).map((label) => element('STE', {}, element('TERM', {}, label))) : [],
  )
}

const rank = ({ name }: XmlElement): number => ['TE', 'SY', 'DTE'].indexOf(name)

function sourceElement(
  { name, url, relation }: NonNullable<Concept['sources']>[number],
  lose: (field: string, message: string) => void,
): XmlElement {
  if (relation !== undefined) lose('sources.relation', 'NTRF har ingen plats för hur en källa förhåller sig.')
  return element('SOURF', {}, url === undefined ? name : `${name} <${url}>`)
}

function termBlock(name: string, term: Term, lose: (field: string, message: string) => void): XmlElement {
  const kept = new Set<keyof Term>(['label', 'lang', 'status', 'pos', 'gender', 'reason', 'note', 'abbreviationOf'])
  for (const key of Object.keys(term) as (keyof Term)[])
    if (!kept.has(key) && term[key] !== undefined)
      lose(`terms[${term.label}].${key}`, 'NTRF har inget fält för uppgiften.')
  return element(
    name,
    {},
    element('TERM', {}, term.label),
    element('POS', {}, term.pos),
    term.gender === undefined ? undefined : element('GEND', {}, GENDERS[term.gender]),
    term.status === 'superseded' ? element('STAT', {}, SUPERSEDED) : undefined,
    term.abbreviationOf === undefined ? undefined : element('ADD', {}, term.abbreviationOf),
    term.reason === undefined ? undefined : element('REMK', {}, term.reason),
    term.note === undefined ? undefined : element('SCOPE', {}, term.note),
  )
}

function readNtrf(text: string): Read {
  const root = parseXml(text).documentElement!
  if (localName(root) !== 'VOCABULARY')
    throw new UnreadableFile(`Filen är inte NTRF: det yttersta elementet heter ${localName(root)}, inte VOCABULARY.`)
  const losses = lossList()
  const records = descendants(root, 'RECORD')
  const number = (record: Element, index: number): string => value(record, 'NUMB') ?? `record-${index + 1}`
  const foreignIds = records.map(number)
  const ids = conceptIds(foreignIds)
  const concepts = records.flatMap((record, index): ConceptInput[] => {
    const id = ids.get(foreignIds[index]!)!
    const lose = (field: string, message: string): void => losses.add(id, field, message)
    const concept = readRecord(record, id, ids, lose)
    if (concept === undefined) lose('terms', 'Posten har ingen term och är utelämnad.')
    return concept === undefined ? [] : [concept]
  })
  return { concepts, losses: losses.losses }
}

const named = (parent: Element, name: string): Element[] =>
  childElements(parent).filter((child) => localName(child) === name)
const value = (parent: Element, name: string): string | undefined => {
  const child = named(parent, name)[0]
  return child === undefined ? undefined : trimmedText(child)
}
const values = (parent: Element, name: string): string[] => named(parent, name).map(trimmedText)

function readRecord(
  record: Element,
  id: string,
  ids: ReadonlyMap<string, string>,
  lose: (field: string, message: string) => void,
): ConceptInput | undefined {
  type TermInput = ConceptInput['terms'][number]
  const terms: TermInput[] = []
  const hidden: string[] = []
  const examples: string[] = []
  const sources: NonNullable<ConceptInput['sources']> = []
  const equivalents: Record<string, { label: string; confirmed: boolean }[]> = {}
  const explanation: Record<string, string> = {}
  const definition: Record<string, string> = {}
  for (const block of named(record, 'LANG')) {
    const lang = (block.getAttribute('value') ?? 'sv').toLowerCase()
    for (const child of childElements(block)) {
      const name = localName(child)
      const label = value(child, 'TERM') ?? (named(child, 'TERM').length === 0 ? trimmedText(child) : '')
      switch (name) {
        case 'TE':
        case 'SY':
        case 'DTE':
        case 'DTEA':
        case 'DTEB': {
          const stat = value(child, 'STAT')
          if (label === '') lose('terms', 'En tom term är utelämnad.')
          else if (stat?.startsWith('motsvarighet') === true)
            (equivalents[lang] ??= []).push({ label, confirmed: stat.endsWith(' belagd') })
          else terms.push(readTerm(child, name, label, lang, lose))
          break
        }
        case 'STE':
          hidden.push(label)
          break
        case 'DEF':
          definition[lang] = trimmedText(child)
          break
        case 'EXPLAN':
          explanation[lang] = trimmedText(child)
          break
        case 'EXAMP':
          examples.push(trimmedText(child))
          break
        case 'SOURF': {
          const [, sourceName, url] = /^(.*?)(?: <(https?:[^>]+)>)?$/su.exec(trimmedText(child)) ?? []
          sources.push({ name: sourceName ?? '', ...(url === undefined ? {} : { url }) })
          break
        }
        default:
          lose(`${lang}.${name}`, `Fältet läses inte in: ”${trimmedText(child)}”`)
      }
    }
  }
  if (terms.length === 0) return undefined
  // Banks that only give a strict definition have it read as the public one: it is all there is.
  const [forAll, forProfessionals] =
    explanation.sv === undefined ? [definition, {} as Record<string, string>] : [explanation, definition]
  const localised = (texts: Record<string, string>) =>
    texts.sv === undefined ? undefined : { sv: texts.sv, ...(texts.en === undefined ? {} : { en: texts.en }) }
  const publicText = localised(forAll)
  const professional = localised(forProfessionals)
  const relations = Object.entries(RELATION_ELEMENTS).flatMap(([type, name]) =>
    values(record, name).flatMap((target) => {
      const found = ids.get(target)
      if (found === undefined) lose('relations', `Hänvisningen till ${target} leder ingenstans.`)
      return found === undefined ? [] : [{ type: type as keyof typeof RELATION_ELEMENTS, target: found }]
    }),
  )
  const notes = values(record, 'COMM')
  const subject = value(record, 'SUBJ')
  return {
    id,
    subject: (subject === undefined ? undefined : subjectSlug(subject)) ?? 'ovrigt',
    ...(publicText && { definition: { public: publicText, ...(professional && { professional }) } }),
    ...(sources.length > 0 && { sources }),
    terms,
    ...(relations.length > 0 && { relations }),
    ...(Object.keys(equivalents).length > 0 && { equivalents }),
    ...(hidden.length > 0 && { hiddenLabels: hidden }),
    ...(notes.length > 0 && { notes }),
    ...(examples.length > 0 && { examples }),
  }
}

function readTerm(
  block: Element,
  name: string,
  label: string,
  lang: string,
  lose: (field: string, message: string) => void,
): ConceptInput['terms'][number] {
  const status =
    name === 'TE'
      ? 'preferred'
      : name === 'SY'
        ? 'admitted'
        : value(block, 'STAT') === SUPERSEDED
          ? 'superseded'
          : 'deprecated'
  const pos = value(block, 'POS')
  const gender = value(block, 'GEND')
  const known = POS.find((name) => name === pos)
  if (pos !== undefined && known === undefined) lose(`terms[${label}].pos`, `Ordklassen ”${pos}” saknar motsvarighet.`)
  const optional = { reason: value(block, 'REMK'), note: value(block, 'SCOPE'), abbreviationOf: value(block, 'ADD') }
  return {
    label,
    lang,
    status,
    ...(known === undefined ? {} : { pos: known }),
    ...(gender === undefined
      ? {}
      : /neutr|^n$/iu.test(gender)
        ? { gender: 'neuter' as const }
        : { gender: 'common' as const }),
    ...(optional.reason === undefined ? {} : { reason: optional.reason }),
    ...(optional.note === undefined ? {} : { note: optional.note }),
    ...(optional.abbreviationOf === undefined ? {} : { abbreviationOf: optional.abbreviationOf }),
  }
}
