import { findRule } from '../rules/index.js'
import { nearestRuleId } from '../rules/nearest-rule-id.js'
import type { Rule } from '../rules/rule.js'
import { UserError } from './io.js'

/** @throws {UserError} */
export function ruleNamed(id: string): Rule {
  const rule = findRule(id)
  if (rule !== undefined) return rule
  const near = nearestRuleId(id)
  throw new UserError(
    `Det finns ingen regel som heter ”${id}”.${near === undefined ? '' : ` Menar du ”${near}”?`} Kör klarsprak rules för att se alla.`,
  )
}
