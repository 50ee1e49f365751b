import { CONCEPT_ID, type Concept, type ConceptInput, type Term } from '../../model/concept.js'

/**
 * The columns of the table that editors get: a row for each term, the concept's own values on its
 * first row. Lists stand in one cell with ` | ` between; a value's own `|` and `\` are written `\|`
 * and `\\`. Everything fits, so a table read back is the same bank.
 */
export type Row = Readonly<Record<string, string>>

const LIST_SEPARATOR = ' | '

export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replaceAll(/[\\|]/gu, '\\$&')).join(LIST_SEPARATOR)
}

export function splitList(cell: string): string[] {
  const items: string[] = []
  let item = ''
  for (let at = 0; at < cell.length; at++) {
    const char = cell[at]!
    if (char === '\\' && at + 1 < cell.length) item += cell[++at]!
    else if (char === '|') {
      items.push(item.trim())
      item = ''
    } else item += char
  }
  if (item.trim() !== '' || items.length > 0) items.push(item.trim())
  return items.filter((text) => text !== '')
}

type Cell = string | undefined

interface Column<T, Input> {
  readonly name: string
  readonly get: (value: T) => Cell
  /** Puts the cell, which is never empty, into what is being built. */
  readonly set: (into: Input, cell: string) => void
}

type Building<T> = { -readonly [Key in keyof T]?: T[Key] }
type ConceptBuilding = Building<ConceptInput> & {
  equivalents?: Record<string, { label: string; confirmed: boolean; note?: string }[]>
}
type TermBuilding = Building<ConceptInput['terms'][number]>

const textOfTerm = (key: keyof Term & keyof ConceptInput['terms'][number]): Column<Term, TermBuilding> => ({
  name: key,
  get: (term) => term[key] as Cell,
  set: (term, cell) => {
    ;(term as Record<string, unknown>)[key] = cell
  },
})
const booleanOfTerm = (key: 'passive' | 'homograph'): Column<Term, TermBuilding> => ({
  name: key,
  get: (term) => (term[key] === undefined ? undefined : String(term[key])),
  set: (term, cell) => {
    term[key] = cell.toLowerCase() === 'true'
  },
})
const listOfTerm = (
  key: 'forms' | 'compoundForms' | 'unless' | 'nearWords' | 'notNearWords' | 'uiPlace',
): Column<Term, TermBuilding> => ({
  name: key,
  get: (term) => (term[key] === undefined ? undefined : joinList(term[key])),
  set: (term, cell) => {
    ;(term as Record<string, unknown>)[key] = splitList(cell)
  },
})

export const termColumns: readonly Column<Term, TermBuilding>[] = [
  textOfTerm('label'),
  textOfTerm('lang'),
  textOfTerm('status'),
  textOfTerm('register'),
  textOfTerm('pos'),
  textOfTerm('gender'),
  {
    name: 'plural',
    get: (term) => (term.plural === undefined ? undefined : String(term.plural)),
    set: (term, cell) => {
      term.plural = cell.toLowerCase() === 'false' ? false : cell
    },
  },
  textOfTerm('definite'),
  textOfTerm('present'),
  textOfTerm('past'),
  textOfTerm('supine'),
  booleanOfTerm('passive'),
  textOfTerm('neuter'),
  listOfTerm('forms'),
  listOfTerm('compoundForms'),
  textOfTerm('compound'),
  textOfTerm('abbreviationOf'),
  booleanOfTerm('homograph'),
  listOfTerm('unless'),
  listOfTerm('nearWords'),
  listOfTerm('notNearWords'),
  listOfTerm('uiPlace'),
  textOfTerm('reason'),
  textOfTerm('note'),
  {
    name: 'termSources',
    get: (term) => term.sources && joinList(term.sources.map(sourceCell)),
    set: (term, cell) => {
      term.sources = splitList(cell).map(readSource)
    },
  },
  textOfTerm('validFrom'),
  { ...textOfTerm('reviewBy'), name: 'termReviewBy' },
]

const sourceCell = ({ name, url, relation }: NonNullable<Concept['sources']>[number]): string =>
  [name, ...(url === undefined ? [] : [`<${url}>`]), ...(relation === undefined ? [] : [`[${relation}]`])].join(' ')

function readSource(cell: string): NonNullable<ConceptInput['sources']>[number] {
  const relation = / \[(based-on|see-also|agrees-with|differs-from)\]$/u.exec(cell)
  const rest = relation === null ? cell : cell.slice(0, relation.index)
  const url = / <(\S+)>$/u.exec(rest)
  return {
    name: url === null ? rest : rest.slice(0, url.index),
    ...(url === null ? {} : { url: url[1]! }),
    ...(relation === null ? {} : { relation: relation[1] as 'based-on' }),
  }
}

const localised = (
  name: string,
  get: (concept: Concept) => { sv: string; en?: string | undefined } | undefined,
  into: (concept: ConceptBuilding) => { sv: string; en?: string | undefined },
): Column<Concept, ConceptBuilding>[] => [
  {
    name: `${name}.sv`,
    get: (concept) => get(concept)?.sv,
    set: (concept, cell) => {
      into(concept).sv = cell
    },
  },
  {
    name: `${name}.en`,
    get: (concept) => get(concept)?.en,
    set: (concept, cell) => {
      into(concept).en = cell
    },
  },
]
const listOfConcept = (
  key: 'hiddenLabels' | 'notes' | 'examples' | 'flags' | 'allows',
): Column<Concept, ConceptBuilding> => ({
  name: key,
  get: (concept) => concept[key] && joinList(concept[key]),
  set: (concept, cell) => {
    concept[key] = splitList(cell)
  },
})
const textOfConcept = (
  key: 'id' | 'subject' | 'neverReplace' | 'replacedBy' | 'reviewBy',
): Column<Concept, ConceptBuilding> => ({
  name: key,
  get: (concept) => concept[key],
  set: (concept, cell) => {
    concept[key] = cell
  },
})

const arrow = ' => '

export const conceptColumns: readonly Column<Concept, ConceptBuilding>[] = [
  textOfConcept('id'),
  textOfConcept('subject'),
  ...localised(
    'definition.public',
    ({ definition }) => definition?.public,
    (concept) => (concept.definition ??= { public: { sv: '' } }).public,
  ),
  ...localised(
    'definition.professional',
    ({ definition }) => definition?.professional,
    (concept) => ((concept.definition ??= { public: { sv: '' } }).professional ??= { sv: '' }),
  ),
  ...localised(
    'citizenWording',
    ({ citizenWording }) => citizenWording,
    (concept) => (concept.citizenWording ??= { sv: '' }),
  ),
  {
    name: 'sources',
    get: (concept) => concept.sources && joinList(concept.sources.map(sourceCell)),
    set: (concept, cell) => {
      concept.sources = splitList(cell).map(readSource)
    },
  },
  {
    name: 'relations',
    get: (concept) =>
      concept.relations &&
      joinList(concept.relations.map(({ type, target, note }) => [type, target, note].filter(Boolean).join(' '))),
    set: (concept, cell) => {
      concept.relations = splitList(cell).map((item) => {
        const [type, target, ...note] = item.split(' ')
        return {
          type: type as NonNullable<ConceptInput['relations']>[number]['type'],
          target: target ?? '',
          ...(note.length > 0 ? { note: note.join(' ') } : {}),
        }
      })
    },
  },
  {
    name: 'equivalents',
    get: (concept) =>
      concept.equivalents &&
      joinList(
        Object.entries(concept.equivalents).flatMap(([lang, items]) =>
          items.map(
            ({ label, confirmed, note }) =>
              `${lang}: ${label}${confirmed ? ' *' : ''}${note === undefined ? '' : `${arrow}${note}`}`,
          ),
        ),
      ),
    set: (concept, cell) => {
      for (const item of splitList(cell)) {
        const colon = item.indexOf(': ')
        const [label, note] = item.slice(colon + 2).split(arrow) as [string, string?]
        const confirmed = label.endsWith(' *')
        ;((concept.equivalents ??= {})[item.slice(0, colon)] ??= []).push({
          label: confirmed ? label.slice(0, -2) : label,
          confirmed,
          ...(note === undefined ? {} : { note }),
        })
      }
    },
  },
  {
    name: 'situations',
    get: (concept) =>
      concept.situations &&
      joinList(
        concept.situations.map(
          ({ sv, leadsTo, emergency }) =>
            `${sv}${arrow}${leadsTo}${emergency === undefined ? '' : `${arrow}${emergency}`}`,
        ),
      ),
    set: (concept, cell) => {
      concept.situations = splitList(cell).map((item) => {
        const [sv, leadsTo, emergency] = item.split(arrow)
        return {
          sv: sv ?? '',
          leadsTo: leadsTo ?? '',
          ...(emergency === undefined ? {} : { emergency: emergency === 'true' }),
        }
      })
    },
  },
  textOfConcept('neverReplace'),
  listOfConcept('hiddenLabels'),
  listOfConcept('notes'),
  listOfConcept('examples'),
  listOfConcept('flags'),
  listOfConcept('allows'),
  textOfConcept('replacedBy'),
  textOfConcept('reviewBy'),
]

export const columnNames: readonly string[] = [
  'id',
  'subject',
  ...termColumns.map(({ name }) => name),
  ...conceptColumns.map(({ name }) => name).filter((name) => name !== 'id' && name !== 'subject'),
]

/** One row a term. */
export function rowsOf(concepts: readonly Concept[]): Row[] {
  return concepts.flatMap((concept) =>
    concept.terms.map((term, index) => {
      const row: Record<string, string> = { id: concept.id }
      for (const { name, get } of termColumns) row[name] = get(term) ?? ''
      for (const { name, get } of conceptColumns) if (name === 'id' || index === 0) row[name] = get(concept) ?? ''
      return row
    }),
  )
}

/** Concepts from rows in the order their ids first appear. A row without an id belongs to the one above. */
export function conceptsOf(
  rows: readonly Row[],
  lose: (conceptId: string | undefined, field: string, message: string) => void,
): ConceptInput[] {
  const building = new Map<string, ConceptBuilding & { terms: ConceptInput['terms'] }>()
  let id: string | undefined
  for (const row of rows) {
    const cell = (name: string): string => (row[name] ?? '').trim()
    if (cell('id') !== '') id = cell('id')
    if (id === undefined) {
      lose(undefined, 'id', `Raden ”${cell('label')}” har inget id och är utelämnad.`)
      continue
    }
    if (!CONCEPT_ID.test(id)) lose(id, 'id', `Id:t ”${id}” ska vara c- och minst fyra siffror, till exempel c-0107.`)
    let concept = building.get(id)
    if (concept === undefined) building.set(id, (concept = { id, terms: [] }))
    for (const { name, set } of conceptColumns) if (cell(name) !== '') set(concept, cell(name))
    if (cell('label') === '') {
      lose(id, 'label', 'En rad utan term är utelämnad.')
      continue
    }
    const term: TermBuilding = {}
    for (const { name, set } of termColumns) if (cell(name) !== '') set(term, cell(name))
    term.status ??= 'admitted'
    concept.terms.push(term as ConceptInput['terms'][number])
  }
  return [...building.values()].filter(({ terms }) => terms.length > 0) as ConceptInput[]
}
