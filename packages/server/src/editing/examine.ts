import { wordKey } from '@klarsprak/swedish'
import { type Bank, checkBank, createBank, type Layer, NATIONAL, type Problem } from '@klarsprak/termbank'
import { Concept, Overlay } from '@klarsprak/termbank/model'
import { type Refusal, refuse } from '../api/problems.js'
import { read } from '../api/read-inputs.js'
import type { Entry, EntryKey, Versioned } from '../storage/storage.js'

/** An entry that may be saved, and what somebody should look at all the same. */
export interface Examined {
  readonly body: Concept | Overlay
  readonly warnings: readonly Problem[]
}

/**
 * Whether an entry may be part of its layer: by its schema, and by what it does to the bank. Only the concepts that it
 * has to do with are put together, so it costs as much as they are many.
 *
 * @param entries of the same layer, as they are now
 */
export function examine(
  { layer, kind, id }: EntryKey,
  content: unknown,
  entries: readonly Versioned<Entry>[],
  national: Bank,
): Examined | Refusal {
  const schema = kind === 'concept' ? Concept : Overlay
  const checked = read(schema, content, 'invalid-content')
  if ('code' in checked) return within(kind, checked)
  const body = checked.values as unknown as Concept | Overlay
  const named = kind === 'concept' ? (body as Concept).id : (body as Overlay).concept
  if (named !== id) return wrongId(kind, id, named)

  const others = entries.filter(({ value }) => !(value.kind === kind && value.id === id)).map(({ value }) => value)
  const before = entries.map(({ value }) => value)
  const after: readonly Pick<Entry, 'kind' | 'id' | 'body'>[] = [...others, { kind, id, body }]
  const asked = [...before, ...after].filter((entry) => entry.kind === kind && entry.id === id)
  const about = relatives([...asked.map((entry) => entry.body as Concept | Overlay)], [...before, ...after], national)
  const had = new Set(problemsOf(layer, before, about, national).map(signature))
  const found = problemsOf(layer, after, about, national).filter((problem) => !had.has(signature(problem)))
  const faults = found.filter(({ severity }) => severity === 'error')
  if (faults.length === 0) return { body, warnings: found }
  // What termbank says is Swedish; the code and the place are for those who read English.
  const [first] = faults
  return refuse(
    'invalid-content',
    { sv: first!.message, en: `${first!.code}: ${first!.message}` },
    {
      errors: faults.slice(0, 10).map(({ code, message }) => ({
        field: kind,
        message: { sv: message, en: `${code}: ${message}` },
      })),
    },
  )
}

const signature = ({ code, message, conceptId }: Problem): string => `${code} ${conceptId ?? ''} ${message}`

/** Fields as the asker wrote them: below `concept` or `overlay`. */
const within = (kind: string, refusal: Refusal): Refusal => ({
  ...refusal,
  detail: { sv: `${kind}.${refusal.detail.sv}`, en: `${kind}.${refusal.detail.en}` },
  ...(refusal.errors === undefined
    ? {}
    : { errors: refusal.errors.map((error) => ({ ...error, field: `${kind}.${error.field}` })) }),
})

function wrongId(kind: EntryKey['kind'], id: string, named: string): Refusal {
  const field = kind === 'concept' ? 'concept.id' : 'overlay.concept'
  const message = { sv: `Det ska vara ${id}, som i adressen.`, en: `It should be ${id}, as in the address.` }
  return refuse(
    'invalid-content',
    { sv: `${field} är ${named}. ${message.sv}`, en: `${field} is ${named}. ${message.en}` },
    { errors: [{ field, message }] },
  )
}

type Part = Pick<Entry, 'kind' | 'id' | 'body'>

/** Everything wrong with the layer on top of those national concepts that have to do with the edit. */
function problemsOf(
  name: string,
  parts: readonly Part[],
  about: ReadonlySet<string>,
  national: Bank,
): readonly Problem[] {
  const concepts = parts
    .filter(({ kind }) => kind === 'concept')
    .map(({ body }) => body as Concept)
    .filter(({ id }) => about.has(id))
  const below = national.concepts.filter(({ id }) => about.has(id))
  const layers: Layer[] =
    name === NATIONAL
      ? [{ name, concepts: withDrafts(below, concepts) }]
      : [
          { name: NATIONAL, concepts: below },
          {
            name,
            concepts,
            overlays: parts
              .filter(({ kind }) => kind === 'overlay')
              .map(({ body }) => body as Overlay)
              .filter(({ concept }) => about.has(concept)),
          },
        ]
  const { bank, problems } = createBank({ layers })
  return [...problems, ...checkBank(bank)]
}

/** The national bank with the coming changes: changed concepts in their places, new ones last. */
export function withDrafts(concepts: readonly Concept[], drafts: readonly Concept[]): readonly Concept[] {
  const changed = new Map(drafts.map((draft) => [draft.id, draft]))
  const known = new Set(concepts.map(({ id }) => id))
  return [
    ...concepts.map((concept) => changed.get(concept.id) ?? concept),
    ...drafts.filter(({ id }) => !known.has(id)),
  ]
}

/** Relations that must not go in circles, so all that they lead to is looked at. */
const GOES_ROUND: ReadonlySet<string> = new Set([
  'broader',
  'narrower',
  'part-of',
  'has-part',
  'carries',
  'carried-by',
  'replaced-by',
  'replaces',
])

/** The ids of the concepts that have to do with some entries: themselves, those with the same words, and where relations lead. */
function relatives(
  bodies: readonly (Concept | Overlay)[],
  parts: readonly Part[],
  national: Bank,
): ReadonlySet<string> {
  const own = new Map(
    parts.filter(({ kind }) => kind === 'concept').map(({ body }) => [(body as Concept).id, body as Concept]),
  )
  const labels = new Set<string>()
  const about = new Set<string>()
  const waiting: string[] = []
  const meet = (id: string): void => {
    if (about.has(id)) return
    about.add(id)
    waiting.push(id)
  }
  const addLabels = (terms: readonly { readonly label: string }[]): void => {
    for (const { label } of terms) labels.add(wordKey(label))
  }
  for (const body of bodies) {
    if ('terms' in body) {
      meet(body.id)
      addLabels(body.terms)
    } else {
      meet(body.concept)
      addLabels(body.add ?? [])
      addLabels(national.concept(body.concept)?.terms ?? own.get(body.concept)?.terms ?? [])
    }
  }
  for (const label of labels) for (const { concept } of national.conceptsOf(label)) meet(concept.id)
  for (const { kind, body } of parts) {
    const terms = kind === 'concept' ? (body as Concept).terms : ((body as Overlay).add ?? [])
    if (terms.some(({ label }) => labels.has(wordKey(label))))
      meet(kind === 'concept' ? (body as Concept).id : (body as Overlay).concept)
  }
  // An overlay changes no relations, so where they lead does not matter.
  const edited = bodies.filter((body) => 'terms' in body)
  for (const { relations = [], replacedBy } of edited)
    for (const target of [...relations.map((relation) => relation.target), replacedBy])
      if (target !== undefined && (national.concept(target) !== undefined || own.has(target))) meet(target)
  if (edited.length === 0) return about
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const concept of [national.concept(id), own.get(id)])
      for (const { type, target } of concept?.relations ?? [])
        if (GOES_ROUND.has(type) && (national.concept(target) !== undefined || own.has(target))) meet(target)
  return about
}
