import { findRule, RULES } from '../rules/index.js'
import { nearestRuleId } from '../rules/nearest-rule-id.js'
import { presetRules } from '../rules/preset-rules.js'
import type { Rule } from '../rules/rule.js'
import { type ConfiguredRule, withDefaults } from '../rules/run.js'
import { UserError } from './io.js'

/** The rules named by `ids`, or the recommended ones. */
export function chosenRules(ids: readonly string[]): readonly ConfiguredRule[] {
  if (ids.length === 0) return presetRules('recommended')
  const chosen = new Set(ids.map(ruleNamed))
  return RULES.filter((rule) => chosen.has(rule)).map((rule) => withDefaults(rule))
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
