import { expect, test } from 'vitest'
import { bankFileJsonSchema, conceptJsonSchema, type JsonSchema } from './json-schema.js'

test('every key that an author can write is described', () => {
  const undescribed: string[] = []
  const visit = (schema: JsonSchema, path: string): void => {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      if (value.description === undefined) undescribed.push(`${path}${key}`)
      visit(value, `${path}${key}.`)
    }
    if (schema.items) visit(schema.items, `${path}[].`)
  }
  visit(conceptJsonSchema(), '')
  visit((bankFileJsonSchema().$defs as Readonly<Record<string, JsonSchema>>).overlay!, 'overlay.')
  expect(undescribed).toEqual([])
})

test('unknown keys are refused, and defaults need not be written', () => {
  const schema = conceptJsonSchema()
  expect(schema.additionalProperties).toBe(false)
  expect(schema.required).toEqual(['id', 'terms'])
  expect(schema.properties?.terms?.items?.required).toEqual(['label', 'status'])
})
