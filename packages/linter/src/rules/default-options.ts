import { optionsSchema } from './options-schema.js'
import type { Rule } from './rule.js'

/**
 * The options of a rule when nobody has said anything. The bundled command has them as a table
 * (scripts/bundle.mjs), so that it starts without the library of schemas.
 */
export const defaultOptions = (rule: Rule): object => optionsSchema(rule).parse({}) as object
