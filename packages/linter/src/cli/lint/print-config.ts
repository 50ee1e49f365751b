import { AUDIENCE_RULES } from '../../config/audience.js'
import { configuredRules } from '../../config/configured-rules.js'
import { type Origin, plain, type TracedSettings } from '../../config/merge.js'
import { RULES } from '../../rules/index.js'

/** A value as it holds for a file, and where it was set. */
export interface ShownValue {
  readonly name: string
  readonly value: unknown
  readonly origin: string
}

const DEFAULT: Origin = { name: 'förvalt' }

/** Every setting that holds, those nobody has set included, and every rule with its level and options. */
export function shownValues(settings: TracedSettings): readonly ShownValue[] {
  const { values, lists } = settings
  const shown: ShownValue[] = []
  const origin = (key: string) => values.get(key)?.origin ?? DEFAULT
  const whole = plain(settings)
  const preset = whole.preset ?? 'recommended'
  const audience = whole.audience ?? 'citizen'
  shown.push({ name: 'preset', value: preset, origin: format(origin('preset')) })
  shown.push({ name: 'audience', value: audience, origin: format(origin('audience')) })
  for (const { path, value, origin: from } of values.values()) {
    if (path[0] === 'rules' || path[0] === 'preset' || path[0] === 'audience') continue
    shown.push({ name: path.join('.'), value, origin: format(from) })
  }
  for (const [name, items] of lists) {
    for (const { value, origin: from } of items) shown.push({ name, value, origin: format(from) })
  }
  const configured = new Map(configuredRules(whole).map(({ rule, ...rest }) => [rule, rest]))
  for (const rule of RULES) {
    const { id } = rule
    const said = values.get(['rules', id, 'severity'].join(' › '))?.origin
    const byAudience = AUDIENCE_RULES[audience][id] !== undefined
    const isInPreset = preset === 'all' || rule.presets?.includes(preset) === true
    const byDefault = byAudience && isInPreset ? origin('audience') : origin('preset')
    const on = configured.get(rule)
    shown.push({ name: `rules.${id}`, value: on?.severity ?? 'off', origin: format(said ?? byDefault) })
    if (on === undefined) continue
    for (const [name, value] of Object.entries(on.options as object)) {
      const own = values.get(['rules', id, 'options', name].join(' › '))?.origin
      const shared = id === 'disable-comment' ? values.get(['suppressions', name].join(' › '))?.origin : undefined
      const presetSays = Object.hasOwn((rule.presetOptions?.[preset] as object | undefined) ?? {}, name)
      const from = own ?? shared ?? (presetSays ? origin('preset') : DEFAULT)
      shown.push({ name: `rules.${id}.${name}`, value, origin: format(from) })
    }
  }
  return shown
}

const format = ({ name, line }: Origin) => (line === undefined ? name : `${name}:${line}`)

export function formatValues(values: readonly ShownValue[]): string {
  const rows = values.map(({ name, value, origin }) => ({ text: `${name}: ${show(value)}`, origin }))
  const width = Math.min(60, Math.max(...rows.map(({ text }) => text.length)))
  return rows.map(({ text, origin }) => `${text.padEnd(width)}  # ${origin}\n`).join('')
}

const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
