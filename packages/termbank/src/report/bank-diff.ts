import { type Concept, GRAMMAR_KEYS, type Term } from '../model/concept.js'

/** What has happened to a concept between two states of a bank, each change as a Swedish sentence. */
export interface ConceptChange {
  readonly conceptId: string
  /** The term that the concept goes by: the first preferred one, of the newer state when there is one. */
  readonly label: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly sentences: readonly string[]
}

/** By id. A concept that is the same in both is not in the answer. */
export function bankDiff(older: readonly Concept[], newer: readonly Concept[]): readonly ConceptChange[] {
  const before = new Map(older.map((concept) => [concept.id, concept]))
  const after = new Map(newer.map((concept) => [concept.id, concept]))
  const changes: ConceptChange[] = []
  for (const id of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const was = before.get(id)
    const is = after.get(id)
    const label = nameOf((is ?? was)!)
    if (was === undefined)
      changes.push({ conceptId: id, label, kind: 'added', sentences: [`Nytt begrepp: ${listOf(is!.terms)}.`] })
    else if (is === undefined)
      changes.push({
        conceptId: id,
        label,
        kind: 'removed',
        sentences: [`Begreppet finns inte längre. Det hade ${listOf(was.terms)}.`],
      })
    else {
      const sentences = [...termChanges(was, is), ...valueChanges(was, is)]
      if (sentences.length > 0) changes.push({ conceptId: id, label, kind: 'changed', sentences })
    }
  }
  return changes
}

const STATUS_WORDS = {
  preferred: 'rekommenderad',
  admitted: 'tillåten',
  deprecated: 'avrådd',
  superseded: 'ersatt',
} as const

const nameOf = ({ terms }: Concept): string => (terms.find(({ status }) => status === 'preferred') ?? terms[0]!).label

const listOf = (terms: readonly Term[]): string => {
  const items = terms.map(({ label, status }) => `”${label}” (${STATUS_WORDS[status]})`)
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} och ${items.at(-1)}`
}

function termChanges(was: Concept, is: Concept): string[] {
  const key = ({ lang, label }: Term): string => `${lang} ${label}`
  const before = new Map(was.terms.map((term) => [key(term), term]))
  const after = new Map(is.terms.map((term) => [key(term), term]))
  const sentences: string[] = []
  for (const [id, term] of after) {
    const old = before.get(id)
    if (old === undefined) sentences.push(`Termen ”${term.label}” är ny (${STATUS_WORDS[term.status]}).`)
    else {
      if (old.status !== term.status)
        sentences.push(`”${term.label}” var ${STATUS_WORDS[old.status]} och är nu ${STATUS_WORDS[term.status]}.`)
      if (old.reason !== term.reason && term.reason !== undefined)
        sentences.push(`”${term.label}” har fått en annan motivering: ${term.reason}`)
      const grammar = grammarKeys.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(term[name]))
      if (grammar.length > 0)
        sentences.push(`”${term.label}” böjs eller hittas på ett annat sätt (${grammar.join(', ')}).`)
    }
  }
  for (const [id, term] of before) if (!after.has(id)) sentences.push(`Termen ”${term.label}” är borttagen.`)
  return sentences
}

const grammarKeys = ['pos', 'gender', 'register', ...GRAMMAR_KEYS] as const satisfies readonly (keyof Term)[]

/** The rest of a concept, in the words of somebody who edits it. */
const VALUES: readonly (readonly [key: keyof Concept, name: string])[] = [
  ['subject', 'ämnet'],
  ['definition', 'definitionen'],
  ['citizenWording', 'det man skriver till invånare'],
  ['neverReplace', 'varför inget byts ut automatiskt'],
  ['relations', 'relationerna'],
  ['equivalents', 'motsvarigheterna på andra språk'],
  ['situations', 'situationerna'],
  ['hiddenLabels', 'stavningarna för sökning'],
  ['notes', 'anmärkningarna'],
  ['examples', 'exemplen'],
  ['sources', 'källorna'],
  ['flags', 'meningarna som ska rapporteras'],
  ['allows', 'meningarna som inte får rapporteras'],
  ['replacedBy', 'vilket begrepp som har tagit över'],
  ['reviewBy', 'när begreppet ska ses över'],
]

function valueChanges(was: Concept, is: Concept): string[] {
  return VALUES.filter(([key]) => JSON.stringify(was[key]) !== JSON.stringify(is[key])).map(([key, name]) => {
    if (key === 'definition' && was.definition?.public.sv !== is.definition?.public.sv)
      return `Ändrat: ${name}. Nu: ${is.definition?.public.sv ?? 'ingen'}`
    return `Ändrat: ${name}.`
  })
}
