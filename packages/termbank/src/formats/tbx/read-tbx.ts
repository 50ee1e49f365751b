import { POS } from '@klarsprak/swedish'
import type { Element } from '@xmldom/xmldom'
import { type ConceptInput, RELATION_TYPES } from '../../model/concept.js'
import { conceptIds, subjectSlug } from '../concept-ids.js'
import { type LossList, lossList, type Read, UnreadableFile } from '../exchange-format.js'
import { childElements, descendants, localName, parseXml, trimmedText } from '../xml.js'
import { NOTE_PREFIXES, REGISTER_VALUES, STATUS_VALUES } from './categories.js'

type TermInput = ConceptInput['terms'][number]
type SourceInput = NonNullable<ConceptInput['sources']>[number]

/**
 * Reads TBX v3 in both styles (DCA, DCT) and TBX v2 (martif, termEntry, tig and ntig), with the status
 * values of all dialects in use. What is not understood is kept out and reported.
 *
 * @throws {UnreadableFile} when the text is not XML, or is XML of another kind.
 */
export function readTbx(text: string): Read {
  const root = parseXml(text).documentElement!
  if (!['tbx', 'martif', 'TBX'].includes(localName(root)))
    throw new UnreadableFile(
      `Filen är inte TBX: det yttersta elementet heter ${localName(root)}, inte tbx eller martif.`,
    )
  const losses = lossList()
  const entries = descendants(root, 'conceptEntry', 'termEntry')
  const foreignIds = entries.map((entry, index) => entry.getAttribute('id') ?? `entry-${index + 1}`)
  const ids = conceptIds(foreignIds)
  const concepts = entries.flatMap((entry, index) => {
    const concept = readEntry(entry, ids.get(foreignIds[index]!)!, ids, losses)
    return concept === undefined ? [] : [concept]
  })
  return { concepts, losses: losses.losses }
}

/** One data category as both styles and both versions write it. */
interface Item {
  readonly category: string
  readonly value: string
  readonly target: string | undefined
  /** The notes of the same group, such as the audience of a definition. */
  readonly notes: readonly string[]
}

const GROUPS = new Set(['descripGrp', 'adminGrp', 'termNoteGrp', 'transacGrp', 'termGrp'])
const STRUCTURE = new Set(['langSec', 'langSet', 'termSec', 'tig', 'ntig', 'term', 'conceptEntry', 'termEntry'])

function itemsOf(parent: Element): readonly Item[] {
  return childElements(parent).flatMap((child): readonly Item[] => {
    const name = localName(child)
    if (STRUCTURE.has(name)) return []
    if (GROUPS.has(name)) {
      const items = itemsOf(child)
      const notes = items.filter(({ category }) => category === 'note').map(({ value }) => value)
      if (name === 'termGrp') return items
      return items.filter(({ category }) => category !== 'note').map((item) => ({ ...item, notes }))
    }
    // DCA names the category in `type`; in DCT the element is the category.
    const category = name === 'note' || name === 'date' ? name : (child.getAttribute('type') ?? name)
    return [{ category, value: trimmedText(child), target: child.getAttribute('target') ?? undefined, notes: [] }]
  })
}

function readEntry(
  entry: Element,
  id: string,
  ids: ReadonlyMap<string, string>,
  losses: LossList,
): ConceptInput | undefined {
  const lose = (field: string, message: string): void => losses.add(id, field, message)
  const terms: TermInput[] = []
  const equivalents: Record<string, { label: string; confirmed: boolean }[]> = {}
  const definition: Record<'public' | 'professional', { sv?: string; en?: string }> = { public: {}, professional: {} }
  const examples: string[] = []
  const shared = readShared(itemsOf(entry), ids, lose)

  const define = (lang: string, { value, notes }: Item): void => {
    const audience = noteValue(notes, 'audience') === 'professional' ? 'professional' : 'public'
    if (lang !== 'sv' && lang !== 'en') lose(`definition.${lang}`, 'Definitioner läses in på svenska och engelska.')
    else if (definition[audience][lang] === undefined) definition[audience][lang] = value
    else lose(`definition.${lang}`, `Fler än en definition; den här läses inte in: ”${value}”`)
  }
  for (const item of shared.definitions) define('sv', item)

  for (const section of descendants(entry, 'langSec', 'langSet')) {
    const lang = language(section)
    for (const item of itemsOf(section)) {
      if (item.category === 'definition') define(lang, item)
      else if (item.category === 'note' || item.category === 'source') shared.read(item)
      else lose(`${lang}.${item.category}`, `Uppgiften på språknivå läses inte in: ”${item.value}”`)
    }
    for (const termSection of descendants(section, 'termSec', 'tig', 'ntig')) {
      const label = trimmedText(descendants(termSection, 'term')[0] ?? termSection)
      if (label === '') {
        lose('terms', 'En tom term är utelämnad.')
        continue
      }
      const items = itemsOf(termSection)
      const marked = noteValue(
        items.filter(({ category }) => category === 'note').map(({ value }) => value),
        'equivalent',
      )
      if (marked !== undefined) (equivalents[lang] ??= []).push({ label, confirmed: marked === 'belagd' })
      else terms.push(readTerm(label, lang, items, examples, (key, message) => lose(`terms[${label}].${key}`, message)))
    }
  }
  if (terms.length === 0) {
    lose('terms', 'Begreppet har ingen term och är utelämnat.')
    return undefined
  }
  if (definition.public.sv === undefined && definition.public.en !== undefined)
    lose('definition', 'Begreppet har ingen svensk definition; den engelska läses inte in.')
  return {
    id,
    subject: shared.subject ?? 'ovrigt',
    ...(definition.public.sv === undefined
      ? {}
      : {
          definition: {
            public: { ...definition.public, sv: definition.public.sv },
            ...(definition.professional.sv === undefined
              ? {}
              : { professional: { ...definition.professional, sv: definition.professional.sv } }),
          },
        }),
    ...(shared.sources.length === 0 ? {} : { sources: shared.sources }),
    terms,
    ...(shared.citizenWording === undefined ? {} : { citizenWording: shared.citizenWording }),
    ...(shared.neverReplace === undefined ? {} : { neverReplace: shared.neverReplace }),
    ...(shared.relations.length === 0 ? {} : { relations: shared.relations }),
    ...(Object.keys(equivalents).length === 0 ? {} : { equivalents }),
    ...(shared.notes.length === 0 ? {} : { notes: shared.notes }),
    ...(examples.length === 0 ? {} : { examples }),
  }
}

const language = (section: Element): string => {
  const tag = section.getAttribute('xml:lang') ?? section.getAttribute('lang') ?? 'sv'
  const [primary, region] = tag.split(/[-_]/u)
  return region !== undefined && /^[A-Za-z]{2}$/u.test(region)
    ? `${primary!.toLowerCase()}-${region.toUpperCase()}`
    : primary!.toLowerCase()
}

function noteValue(notes: readonly string[], prefix: keyof typeof NOTE_PREFIXES): string | undefined {
  const lead = `${NOTE_PREFIXES[prefix]}: `
  return notes.find((text) => text.startsWith(lead))?.slice(lead.length)
}

/** What stands at the level of the concept. `read` takes one more item, `definitions` is left to the caller. */
function readShared(
  items: readonly Item[],
  ids: ReadonlyMap<string, string>,
  lose: (field: string, message: string) => void,
) {
  const shared = {
    subject: undefined as string | undefined,
    sources: [] as SourceInput[],
    relations: [] as NonNullable<ConceptInput['relations']>,
    notes: [] as string[],
    citizenWording: undefined as { sv: string; en?: string } | undefined,
    neverReplace: undefined as string | undefined,
    definitions: [] as Item[],
    read(item: Item): void {
      const { category, value, target } = item
      switch (category) {
        case 'subjectField':
          shared.subject ??= subjectSlug(value)
          break
        case 'source':
          shared.sources.push({ name: value })
          break
        case 'definition':
          shared.definitions.push(item)
          break
        case 'crossReference':
          if (target !== undefined && ids.has(target))
            shared.relations.push({ type: relationType(value), target: ids.get(target)! })
          else lose('relations', `Hänvisningen till ${target ?? 'inget'} leder ingenstans.`)
          break
        case 'externalCrossReference': {
          // Our own writer puts a source's address right after the source.
          const source = shared.sources.at(-1)
          if (source !== undefined && source.name === value && source.url === undefined && target !== undefined)
            source.url = target
          else if (target !== undefined) shared.relations.push({ type: relationType(value), target })
          break
        }
        case 'note': {
          const sv = noteValue([value], 'citizenWording')
          const en = noteValue([value], 'citizenWordingEn')
          const never = noteValue([value], 'neverReplace')
          if (sv !== undefined) shared.citizenWording = { ...shared.citizenWording, sv }
          else if (en !== undefined && shared.citizenWording !== undefined) shared.citizenWording.en = en
          else if (never !== undefined) shared.neverReplace = never
          else if (value !== '') shared.notes.push(value)
          break
        }
        default:
          lose(category, `Uppgiften läses inte in: ”${value}”`)
      }
    },
  }
  for (const item of items) shared.read(item)
  return shared
}

type RelationType = (typeof RELATION_TYPES)[number]

/** The text of a reference says the relation when we wrote it; from elsewhere it is just a reference. */
function relationType(text: string): RelationType {
  return RELATION_TYPES.find((type) => type === text) ?? 'related'
}

function readTerm(
  label: string,
  lang: string,
  items: readonly Item[],
  examples: string[],
  lose: (key: string, message: string) => void,
): TermInput {
  const term: TermInput = { label, lang, status: 'admitted' }
  let statusSeen = false
  let pos: string | undefined
  for (const { category, value, target } of items) {
    switch (category) {
      case 'administrativeStatus':
      case 'usageStatus':
      case 'normativeAuthorization': {
        const status = STATUS_VALUES.find((names) => names.some((name) => name === value))
        if (status === undefined) lose('status', `Statusen ”${value}” är okänd; termen blir tillåten.`)
        else {
          term.status = status[0]
          statusSeen = true
        }
        break
      }
      case 'partOfSpeech':
        pos ??= value
        break
      case 'grammaticalGender':
        if (value === 'neuter') term.gender = 'neuter'
        else if (value === 'masculine' || value === 'feminine') {
          if (lang === 'sv') term.gender = 'common'
          else lose('gender', `Genus ”${value}” läses inte in för ${lang}.`)
        }
        break
      case 'termType':
        if (value === 'abbreviation' || value === 'acronym' || value === 'initialism') pos = 'abbreviation'
        else if (value === 'phrase') pos = 'phrase'
        break
      case 'register': {
        const register = REGISTER_VALUES.find(([, theirs]) => theirs === value)
        if (register === undefined) lose('register', `Stilnivån ”${value}” saknar motsvarighet.`)
        else term.register = register[0]
        break
      }
      case 'termLocation':
        if (value === 'pushButton') term.uiPlace ??= ['button']
        else lose('uiPlace', `Platsen ”${value}” saknar motsvarighet.`)
        break
      case 'context':
        examples.push(value)
        break
      case 'source':
        term.sources = [...(term.sources ?? []), { name: value }]
        break
      case 'externalCrossReference': {
        const source = term.sources?.at(-1)
        if (source !== undefined && source.name === value && target !== undefined) source.url = target
        else lose(category, `Länken läses inte in: ${target ?? value}`)
        break
      }
      case 'note':
        pos = readTermNote(term, value) ?? pos
        break
      default:
        lose(category, `Uppgiften läses inte in: ”${value}”`)
    }
  }
  if (!statusSeen) lose('status', 'Termen saknar status i filen och läses in som tillåten.')
  if (pos !== undefined && pos !== 'other') {
    if ((POS as readonly string[]).includes(pos)) term.pos = pos as NonNullable<TermInput['pos']>
    else lose('pos', `Ordklassen ”${pos}” saknar motsvarighet.`)
  } else if (pos === 'other') term.pos = 'phrase'
  return term
}

/** Reads one of our own labelled notes; any other note is kept as it is. Answers the word class if the note says it. */
function readTermNote(term: TermInput, value: string): string | undefined {
  const labelled = (prefix: keyof typeof NOTE_PREFIXES): string | undefined => noteValue([value], prefix)
  const pos = labelled('pos')
  if (pos !== undefined) return pos
  const places = labelled('uiPlace')
  if (labelled('gender') === 'utrum') term.gender = 'common'
  else if (labelled('reason') !== undefined) term.reason = labelled('reason')
  else if (labelled('abbreviationOf') !== undefined) term.abbreviationOf = labelled('abbreviationOf')
  else if (places !== undefined) term.uiPlace = places.split(', ') as NonNullable<TermInput['uiPlace']>
  else if (value !== '') term.note = term.note === undefined ? value : `${term.note} ${value}`
  return undefined
}
