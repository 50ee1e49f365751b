import { RULES } from './index.js'
import type { Preset } from './rule.js'
import { type ConfiguredRule, withDefaults } from './run.js'

/** The rules of a preset as they are when no settings say otherwise, in the order of precedence. */
export const presetRules = (preset: Preset): readonly ConfiguredRule[] =>
  RULES.filter(({ presets }) => preset === 'all' || presets?.includes(preset) === true).map((rule) =>
    withDefaults(rule, preset),
  )
