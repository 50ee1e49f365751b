import { nearest } from '../nearest.js'
import { RULES } from './index.js'

/** The rule that somebody who wrote `id` most likely meant. */
export const nearestRuleId = (id: string): string | undefined =>
  nearest(
    id,
    RULES.map((rule) => rule.id),
  )
