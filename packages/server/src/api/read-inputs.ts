import { z } from 'zod'
import type { Refusal } from './problems.js'
import { type ProblemCode, refuse } from './problems.js'

type Values = Readonly<Record<string, unknown>>

/** Makes the reader of an operation's parameters, which come as text. Only a strict schema refuses those it does not know. */
export function parameterReader(schema: z.ZodObject | undefined, code: ProblemCode) {
  // Made at the first call: there are many operations, and most are seldom asked for.
  let reader: ReturnType<typeof readerOf> | undefined
  return (given: Iterable<readonly [string, string]>) => (reader ??= readerOf(schema, code))(given)
}

function readerOf(schema: z.ZodObject | undefined, code: ProblemCode) {
  const { properties, additionalProperties } = z.toJSONSchema(schema ?? z.strictObject({}), { io: 'input' })
  const isStrict = additionalProperties === false
  const whole = new Set(
    Object.entries(properties ?? {})
      .filter(([, property]) => typeof property === 'object' && property.type === 'integer')
      .map(([name]) => name),
  )
  const known = Object.keys(properties ?? {})
  return (given: Iterable<readonly [string, string]>): { readonly values: Values } | Refusal => {
    const values: Record<string, unknown> = {}
    for (const [name, text] of given) {
      if (!known.includes(name)) {
        if (isStrict) return wrong(code, name.slice(0, 60), unknownName(known))
        continue
      }
      if (Object.hasOwn(values, name))
        return wrong(code, name, { sv: 'Ange parametern en gång.', en: 'Give the parameter once.' })
      values[name] = whole.has(name) && /^-?\d{1,9}$/u.test(text) ? Number(text) : text
    }
    return schema === undefined ? { values } : read(schema, values, code)
  }
}

const unknownName = (known: readonly string[]) =>
  known.length === 0
    ? { sv: 'Den här adressen har inga parametrar.', en: 'This address has no parameters.' }
    : {
        sv: `Parametern finns inte. De som finns: ${known.join(', ')}.`,
        en: `There is no such parameter. There are: ${known.join(', ')}.`,
      }

const wrong = (code: ProblemCode, field: string, message: { readonly sv: string; readonly en: string }): Refusal =>
  refuse(
    code,
    {
      sv: `${field === '' ? 'Innehållet' : field}: ${message.sv}`,
      en: `${field === '' ? 'The content' : field}: ${message.en}`,
    },
    { errors: [{ field, message }] },
  )

/** Most errors of one request that are told of. */
const MOST_ERRORS = 10

/** Values by their schema, or what is wrong with them. */
export function read(schema: z.ZodType, values: unknown, code: ProblemCode): { readonly values: Values } | Refusal {
  const result = schema.safeParse(values, { reportInput: true })
  if (result.success) return { values: result.data as Values }
  const errors = result.error.issues.slice(0, MOST_ERRORS).map((issue) => ({
    field: issue.path.map(String).join('.').slice(0, 100),
    message: explain(issue),
  }))
  const [first] = errors
  return { ...wrong(code, first!.field, first!.message), errors }
}

type Issue = z.core.$ZodIssue

/** What is wrong, in the words of the one who asks. The value itself is not repeated. */
function explain(issue: Issue): { readonly sv: string; readonly en: string } {
  switch (issue.code) {
    case 'too_small':
      return {
        sv: issue.origin === 'string' ? `Minst ${issue.minimum} tecken.` : `Minst ${issue.minimum}.`,
        en: issue.origin === 'string' ? `At least ${issue.minimum} characters.` : `At least ${issue.minimum}.`,
      }
    case 'too_big':
      return issue.origin === 'string'
        ? { sv: `Högst ${issue.maximum} tecken.`, en: `At most ${issue.maximum} characters.` }
        : { sv: `Högst ${issue.maximum}.`, en: `At most ${issue.maximum}.` }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { sv: `Välj bland: ${values}.`, en: `Choose one of: ${values}.` }
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.map((key) => key.slice(0, 40)).join(', ')
      return { sv: `Fältet finns inte: ${keys}.`, en: `There is no such field: ${keys}.` }
    }
    case 'invalid_type':
      return issue.input === undefined
        ? {
            sv: `Det här behövs (${typeName(issue.expected, 'sv')}).`,
            en: `This is needed (${typeName(issue.expected, 'en')}).`,
          }
        : {
            sv: `Det här ska vara ${typeName(issue.expected, 'sv')}.`,
            en: `This should be ${typeName(issue.expected, 'en')}.`,
          }
    default:
      return { sv: 'Värdet går inte att använda.', en: 'The value cannot be used.' }
  }
}

const TYPES: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  string: { sv: 'text', en: 'text' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  number: { sv: 'ett tal', en: 'a number' },
  boolean: { sv: 'sant eller falskt', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  object: { sv: 'ett objekt', en: 'an object' },
}
const typeName = (name: string, language: 'sv' | 'en'): string => TYPES[name]?.[language] ?? name
