import { defaultOptions } from '../rules/default-options.js'
import { RULES } from '../rules/index.js'
import type { Preset, Rule, Severity } from '../rules/rule.js'
import type { ConfiguredRule } from '../rules/run.js'
import { AUDIENCE_RULES } from './audience.js'
import type { PlainSettings } from './merge.js'

/**
 * The rules that settings ask for, in the order of precedence. What is said of a rule holds before
 * what the audience means for it, and that before the preset.
 *
 * @param only rules to run whatever the settings say of which to run
 */
export function configuredRules(settings: PlainSettings, only?: ReadonlySet<Rule>): readonly ConfiguredRule[] {
  const preset = settings.preset ?? 'recommended'
  return RULES.filter((rule) => only === undefined || only.has(rule)).flatMap((rule) => {
    const [said, options] = settingOf(rule, settings)
    const severity = said ?? byDefault(rule, preset, settings)
    if (severity === 'off' && only === undefined) return []
    return [
      {
        rule,
        severity: severity === 'off' ? rule.severity : severity,
        // What files say has been through the schema when they were read.
        options: {
          ...defaultOptions(rule),
          ...(rule.presetOptions?.[preset] as object | undefined),
          ...sharedOptions(rule, settings),
          ...options,
        },
      },
    ]
  })
}

function settingOf({ id }: Rule, { rules = {} }: PlainSettings): readonly [Severity | undefined, object] {
  const setting = Object.hasOwn(rules, id) ? rules[id] : undefined
  return Array.isArray(setting) ? setting : [setting, {}]
}

function byDefault(rule: Rule, preset: Preset, { audience = 'citizen' }: PlainSettings): Severity {
  if (preset !== 'all' && rule.presets?.includes(preset) !== true) return 'off'
  return AUDIENCE_RULES[audience][rule.id] ?? rule.severity
}

/** Options that the settings say in a place of their own, by rule. */
function sharedOptions({ id }: Rule, { suppressions, profile }: PlainSettings): object {
  if (id === 'disable-comment') return { ...suppressions }
  if (id === 'spelling-variant' && profile?.bankId !== undefined) return { profile: profile.bankId }
  return {}
}
