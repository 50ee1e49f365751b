import { type Concept, type Equivalent, GRAMMAR_KEYS, type Term } from '../../model/concept.js'
import { type LossList, lossList, type WriteOptions, type Written } from '../exchange-format.js'
import { element, writeXml, type XmlElement } from '../xml.js'
import {
  type CategoryName,
  dataCategories,
  NAMESPACES,
  NOTE_PREFIXES,
  REGISTER_VALUES,
  STATUS_VALUES,
  type TbxDialect,
  type TbxStyle,
} from './categories.js'

/**
 * TBX v3 (ISO 30042:2019). Grammar that the dialect has no category for is reported, never invented.
 * An empty selection leaves the body out: the core schema does not allow an empty one.
 */
export function writeTbx(
  concepts: readonly Concept[],
  { dialect, style }: { dialect: TbxDialect; style: TbxStyle },
  { title, release }: WriteOptions,
): Written {
  const losses = lossList()
  const ids = new Set(concepts.map(({ id }) => id))
  const category = categoryWriter(style)
  const entries = concepts.map((concept) => conceptEntry(concept, { category, dialect, ids, losses }))
  const header = element(
    'tbxHeader',
    {},
    element(
      'fileDesc',
      {},
      element('titleStmt', {}, element('title', {}, title)),
      element('sourceDesc', {}, element('p', {}, `${title}, utgåva ${release}. CC0-1.0.`)),
    ),
  )
  const namespaces =
    style === 'dca'
      ? { '': NAMESPACES[''] }
      : {
          '': NAMESPACES[''],
          min: NAMESPACES.min,
          basic: NAMESPACES.basic,
          ...(dialect === 'TBX-Linguist' ? { linguist: NAMESPACES.linguist } : {}),
        }
  const text = element('text', {}, entries.length === 0 ? undefined : element('body', {}, entries))
  const root = element('tbx', { type: dialect, style, 'xml:lang': 'sv' }, header, text)
  return { content: writeXml(root, namespaces), losses: losses.losses }
}

type CategoryWriter = (name: CategoryName, value: string, attributes?: Record<string, string>) => XmlElement

/** `<descrip type="definition">` in DCA style, `<basic:definition>` in DCT style. */
const categoryWriter =
  (style: TbxStyle): CategoryWriter =>
  (name, value, attributes = {}) => {
    const { element: carrier, module } = dataCategories[name]
    return style === 'dca'
      ? element(carrier, { type: name, ...attributes }, value)
      : element(`${module}:${name}`, attributes, value)
  }

interface Context {
  readonly category: CategoryWriter
  readonly dialect: TbxDialect
  readonly ids: ReadonlySet<string>
  readonly losses: LossList
}

const note = (text: string): XmlElement => element('note', {}, text)
const labelled = (prefix: keyof typeof NOTE_PREFIXES, text: string): XmlElement =>
  note(`${NOTE_PREFIXES[prefix]}: ${text}`)

function conceptEntry(concept: Concept, context: Context): XmlElement {
  const { category, ids, losses } = context
  const { id } = concept
  const lose = (field: string, message: string): void => losses.add(id, field, message)

  const auxiliary: XmlElement[] = [category('subjectField', concept.subject)]
  for (const source of concept.sources ?? []) {
    auxiliary.push(category('source', source.name))
    if (source.url !== undefined)
      auxiliary.push(category('externalCrossReference', source.name, { target: source.url }))
    if (source.relation !== undefined) lose('sources.relation', 'TBX har ingen plats för hur en källa förhåller sig.')
  }
  for (const { type, target, note: remark } of concept.relations ?? []) {
    if (ids.has(target)) auxiliary.push(category('crossReference', type, { target }))
    else if (/^https?:/u.test(target)) auxiliary.push(category('externalCrossReference', type, { target }))
    else lose('relations', `Begreppet ${target} finns inte i filen, och TBX tillåter inga lösa hänvisningar.`)
    if (remark !== undefined) lose('relations.note', 'TBX har ingen plats för en anmärkning om en relation.')
  }
  if (concept.citizenWording !== undefined) {
    auxiliary.push(labelled('citizenWording', concept.citizenWording.sv))
    if (concept.citizenWording.en !== undefined) auxiliary.push(labelled('citizenWordingEn', concept.citizenWording.en))
  }
  if (concept.neverReplace !== undefined) auxiliary.push(labelled('neverReplace', concept.neverReplace))
  for (const remark of concept.notes ?? []) auxiliary.push(note(remark))
  for (const field of ['situations', 'hiddenLabels', 'flags', 'allows', 'reviewBy', 'replacedBy'] as const)
    if (concept[field] !== undefined) lose(field, 'TBX-Basic har ingen datakategori för uppgiften.')

  const languages = new Map<string, XmlElement[]>()
  const addTerm = (lang: string, section: XmlElement): void => {
    languages.set(lang, [...(languages.get(lang) ?? []), section])
  }
  for (const [index, term] of concept.terms.entries())
    addTerm(term.lang, termSection(term, concept.id, index === 0 ? (concept.examples ?? []) : [], context))
  for (const [lang, equivalents] of Object.entries(concept.equivalents ?? {}))
    for (const equivalent of equivalents) addTerm(lang, equivalentSection(equivalent, category, lose))

  return element(
    'conceptEntry',
    { id },
    auxiliary,
    [...languages].map(([lang, sections]) =>
      element('langSec', { 'xml:lang': lang }, definitions(concept, lang, category), sections),
    ),
    // A definition in a language without terms has nowhere to stand.
    reportHomelessDefinitions(concept, languages, lose),
  )
}

function definitions(concept: Concept, lang: string, category: CategoryWriter): XmlElement[] {
  if (lang !== 'sv' && lang !== 'en') return []
  return (['public', 'professional'] as const).flatMap((audience) => {
    const text = concept.definition?.[audience]?.[lang]
    return text === undefined
      ? []
      : [element('descripGrp', {}, category('definition', text), labelled('audience', audience))]
  })
}

function reportHomelessDefinitions(
  concept: Concept,
  languages: ReadonlyMap<string, unknown>,
  lose: (field: string, message: string) => void,
): undefined {
  for (const lang of ['sv', 'en'] as const)
    if (
      !languages.has(lang) &&
      (concept.definition?.public[lang] ?? concept.definition?.professional?.[lang]) !== undefined
    )
      lose(`definition.${lang}`, 'TBX kan inte ha en definition på ett språk utan term.')
}

/** What TBX-Basic has no category for. */
const UNCARRIED: readonly (keyof Term)[] = [...GRAMMAR_KEYS, 'validFrom', 'reviewBy']

function termSection(term: Term, conceptId: string, examples: readonly string[], context: Context): XmlElement {
  const { category, dialect, losses } = context
  const lose = (key: string, message: string): void => losses.add(conceptId, `terms[${term.label}].${key}`, message)
  const termNotes: XmlElement[] = []
  const rest: XmlElement[] = []

  termNotes.push(category('administrativeStatus', STATUS_VALUES.find(([ours]) => ours === term.status)![1]))
  const known = (dataCategories.partOfSpeech.values as readonly string[]).includes(term.pos)
  termNotes.push(category('partOfSpeech', known ? term.pos : 'other'))
  if (!known) rest.push(labelled('pos', term.pos))
  if (term.gender !== undefined) {
    // TBX has no common gender: "other" with the Swedish value beside it.
    termNotes.push(category('grammaticalGender', term.gender === 'neuter' ? 'neuter' : 'other'))
    if (term.gender === 'common') rest.push(labelled('gender', 'utrum'))
  }
  if (term.pos === 'abbreviation') termNotes.push(category('termType', 'abbreviation'))
  if (term.pos === 'phrase') termNotes.push(category('termType', 'phrase'))
  if (term.register !== undefined) {
    if (dialect === 'TBX-Linguist')
      termNotes.push(category('register', REGISTER_VALUES.find(([ours]) => ours === term.register)![1]))
    else lose('register', 'TBX-Basic har ingen datakategori för stilnivå. TBX-Linguist har det.')
  }
  if (term.uiPlace?.includes('button')) termNotes.push(category('termLocation', 'pushButton'))
  if (term.uiPlace !== undefined) rest.push(labelled('uiPlace', term.uiPlace.join(', ')))
  if (term.abbreviationOf !== undefined) rest.push(labelled('abbreviationOf', term.abbreviationOf))
  if (term.reason !== undefined) rest.push(labelled('reason', term.reason))
  if (term.note !== undefined) rest.push(note(term.note))
  for (const source of term.sources ?? []) {
    rest.push(category('source', source.name))
    if (source.url !== undefined) rest.push(category('externalCrossReference', source.name, { target: source.url }))
    if (source.relation !== undefined) lose('sources.relation', 'TBX har ingen plats för hur en källa förhåller sig.')
  }
  for (const example of examples) rest.push(category('context', example))
  for (const key of UNCARRIED)
    if (term[key] !== undefined) lose(key, 'TBX har ingen datakategori för böjning och regler för termen.')
  return element('termSec', {}, element('term', {}, term.label), termNotes, rest)
}

function equivalentSection(
  { label, confirmed, note: remark }: Equivalent,
  category: CategoryWriter,
  lose: (field: string, message: string) => void,
): XmlElement {
  if (remark !== undefined) lose(`equivalents[${label}].note`, 'Anmärkningen om motsvarigheten följer inte med.')
  return element(
    'termSec',
    {},
    element('term', {}, label),
    category('partOfSpeech', 'other'),
    labelled('equivalent', confirmed ? 'belagd' : 'obelagd'),
  )
}
