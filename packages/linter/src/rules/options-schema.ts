import { z } from 'zod'
import type { Rule } from './rule.js'

const schemas = new WeakMap<Rule, z.ZodType>()

/** The schema of a rule's options, made when it is first asked for: a run without settings needs none. */
export function optionsSchema(rule: Rule): z.ZodType {
  const schema = schemas.get(rule) ?? rule.options(z)
  schemas.set(rule, schema)
  return schema
}
