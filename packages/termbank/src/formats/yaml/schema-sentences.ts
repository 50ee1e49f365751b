import { z } from 'zod'
import { conceptJsonSchema, type JsonSchema, schemaAt } from '../../model/json-schema.js'
import { nearest } from '../../model/nearest.js'
import { Overlay } from '../../model/overlay.js'
import type { KeyPath } from './read-concepts.js'

export interface SchemaProblem {
  readonly key: KeyPath
  readonly what: string
  /** Point at the key rather than at its value. */
  readonly atKey: boolean
}

type Issue = z.core.$ZodIssue

const KINDS: Readonly<Record<string, string>> = {
  string: 'en text',
  number: 'ett tal',
  boolean: 'true eller false',
  array: 'en lista, där varje post börjar med ett bindestreck',
  object: 'ett block med nycklar',
  record: 'ett block med nycklar',
}

/** The Swedish sentences for one issue of the schema; an issue about several unknown keys gives one for each. */
export function whatIsWrong(issue: Issue, value: unknown, kind: 'concept' | 'overlay'): readonly SchemaProblem[] {
  const key = issue.path as KeyPath
  const at = valueAt(value, key)
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(schemaAt(schemaOf(kind), key)?.properties ?? {})
    return issue.keys.map((name) => {
      const guess = nearest(name, known)
      const wayOut = guess === undefined ? ` Nycklar som får stå här: ${known.join(', ')}.` : ` Menar du ${guess}?`
      return { key: [...key, name], what: `Okänd nyckel.${wayOut}`, atKey: true }
    })
  }
  if (at === undefined) {
    const description = schemaAt(schemaOf(kind), key)?.description
    return [{ key, what: `Uppgiften saknas.${description === undefined ? '' : ` ${description}`}`, atKey: true }]
  }
  return [{ key, what: sentence(issue, at), atKey: false }]
}

function sentence(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
        return `Det ska vara en text. Sätt citationstecken runt värdet: '${value}'.`
      }
      return `Det ska vara ${KINDS[issue.expected] ?? issue.expected}, men det står ${shown(value)}.`
    case 'invalid_value': {
      const values = issue.values.map(String)
      const guess = typeof value === 'string' ? nearest(value, values) : undefined
      const wayOut = guess === undefined ? '' : ` Menar du ${guess}?`
      return `Det står ${shown(value)}, men värdet ska vara ${either(values)}.${wayOut}`
    }
    case 'too_small':
      return value === '' || (typeof value === 'string' && value.trim() === '')
        ? 'Texten är tom. Skriv något, eller ta bort nyckeln.'
        : 'Listan är tom. Skriv minst en post, eller ta bort nyckeln.'
    case 'invalid_format':
      if (issue.format === 'url') return `${shown(value)} är ingen webbadress. Den ska börja med https://.`
      if (issue.format === 'date') return `${shown(value)} är inget datum. Skriv år-månad-dag, till exempel 2026-03-31.`
      return `${shown(value)} har fel form${formExample(issue.message)}.`
    case 'invalid_union': {
      const expected = issue.errors.flatMap((branch) =>
        branch.flatMap((one) =>
          one.code === 'invalid_type'
            ? [KINDS[one.expected] ?? one.expected]
            : one.code === 'invalid_value'
              ? one.values.map(String)
              : [],
        ),
      )
      return `Det ska vara ${either(expected)}, men det står ${shown(value)}.`
    }
    case 'invalid_key':
      return 'Nyckeln ska vara en språkkod, till exempel en eller nb.'
    default:
      return issue.message
  }
}

// The schema's own messages read "expected …, for example …"; the example is what helps.
function formExample(message: string): string {
  const example = /for example (\S+)$/u.exec(message)?.[1]
  return example === undefined ? '' : `; skriv till exempel ${example}`
}

function either(values: readonly string[]): string {
  return values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} eller ${values.at(-1)}`
}

function shown(value: unknown): string {
  if (value === null) return 'ingenting'
  if (Array.isArray(value)) return 'en lista'
  if (typeof value === 'object') return 'ett block med nycklar'
  const text = String(value)
  return `”${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}

function valueAt(value: unknown, key: KeyPath): unknown {
  let at = value
  for (const step of key) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<PropertyKey, unknown>)[step]
  }
  return at
}

const schemaOf = (kind: 'concept' | 'overlay'): JsonSchema =>
  kind === 'concept' ? conceptJsonSchema() : (z.toJSONSchema(Overlay, { io: 'input' }) as JsonSchema)
