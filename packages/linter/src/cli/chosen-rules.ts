import { findRule, RULES } from '../rules/index.js'
import { nearestRuleId } from '../rules/nearest-rule-id.js'
import type { Rule } from '../rules/rule.js'
import { type ConfiguredRule, withDefaults } from '../rules/run.js'
import { UserError } from './io.js'

/** The rules named by `ids`, or all. */
export function chosenRules(ids: readonly string[]): readonly ConfiguredRule[] {
  if (ids.length === 0) return RULES.map(withDefaults)
  const chosen = new Set(ids.map(ruleNamed))
  return RULES.filter((rule) => chosen.has(rule)).map(withDefaults)
}

/** @throws {UserError} */
export function ruleNamed(id: string): Rule {
  const rule = findRule(id)
  if (rule !== undefined) return rule
  const near = nearestRuleId(id)
  throw new UserError(
    `Det finns ingen regel som heter ”${id}”.${near === undefined ? '' : ` Menar du ”${near}”?`} Kör klarsprak rules för att se alla.`,
  )
}
