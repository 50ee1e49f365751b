import type { RuleSetting, SettingsPart } from './schema.js'

/** Where a value was set: a file and its line, a preset, a flag or a page. */
export interface Origin {
  readonly name: string
  /** From 1. */
  readonly line?: number
}

export interface Traced<Value> {
  readonly value: Value
  readonly origin: Origin
}

/** Settings in which every value knows where it comes from. */
export interface TracedSettings {
  /** By path, as `rules › jargon › severity`. Of two, the later holds. */
  readonly values: ReadonlyMap<string, Traced<unknown> & { readonly path: readonly string[] }>
  /** Lists grow: `bank`, `ignore`, `plugins`. */
  readonly lists: ReadonlyMap<ListKey, readonly Traced<string>[]>
}

const LIST_KEYS = ['bank', 'ignore', 'plugins'] as const
type ListKey = (typeof LIST_KEYS)[number]

export const NO_SETTINGS: TracedSettings = { values: new Map(), lists: new Map() }

/** `part` with `originOf` each value, whose path is that in the part as written. */
export function traced(part: SettingsPart, originOf: (path: readonly (string | number)[]) => Origin): TracedSettings {
  const values: [string, Traced<unknown> & { readonly path: readonly string[] }][] = []
  const lists: [ListKey, readonly Traced<string>[]][] = []
  const add = (path: readonly string[], value: unknown, written: readonly (string | number)[]) => {
    if (value !== undefined) values.push([path.join(SEPARATOR), { path, value, origin: originOf(written) }])
  }
  for (const [key, value] of Object.entries(part)) {
    const listKey = LIST_KEYS.find((name) => name === key)
    if (value === undefined) continue
    if (listKey !== undefined) {
      lists.push([
        listKey,
        (value as readonly string[]).map((item, at) => ({ value: item, origin: originOf([key, at]) })),
      ])
    } else if (key === 'rules') {
      for (const [id, setting] of Object.entries(part.rules ?? {})) {
        const [severity, options] = asPair(setting)
        const isPair = Array.isArray(setting)
        add(['rules', id, 'severity'], severity, isPair ? ['rules', id, 0] : ['rules', id])
        for (const [name, option] of Object.entries(options)) {
          add(['rules', id, 'options', name], option, ['rules', id, 1, name])
        }
      }
    } else if (typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) add([key, name], inner, [key, name])
    } else add([key], value, [key])
  }
  return { values: new Map(values), lists: new Map(lists) }
}

const SEPARATOR = ' › '
const asPair = (setting: RuleSetting): readonly [string, Readonly<Record<string, unknown>>] =>
  Array.isArray(setting) ? [setting[0], setting[1]] : [setting, {}]

/** `below` with what `above` says on top: value by value, rule by rule and option by option. Lists are joined. */
export function merge(below: TracedSettings, above: TracedSettings): TracedSettings {
  const lists = new Map(below.lists)
  for (const [key, items] of above.lists) lists.set(key, [...(lists.get(key) ?? []), ...items])
  return { values: new Map([...below.values, ...above.values]), lists }
}

/** The settings without where they come from. */
export function plain({ values, lists }: TracedSettings): PlainSettings {
  const settings: Record<string, unknown> = {}
  const rules = new Map<string, { severity?: string; options: Record<string, unknown> }>()
  for (const { path, value } of values.values()) {
    const [key, name, kind, option] = path
    if (key === 'rules' && name !== undefined) {
      const rule = rules.get(name) ?? { options: {} }
      if (kind === 'severity') rule.severity = String(value)
      else if (option !== undefined) rule.options[option] = value
      rules.set(name, rule)
    } else if (key !== undefined && name !== undefined) {
      settings[key] = { ...(settings[key] as object | undefined), [name]: value }
    } else if (key !== undefined) settings[key] = value
  }
  for (const [key, items] of lists) settings[key] = [...new Set(items.map(({ value }) => value))]
  if (rules.size > 0) {
    settings.rules = Object.fromEntries(
      [...rules].map(([id, { severity, options }]) => [
        id,
        Object.keys(options).length === 0 ? severity : [severity, options],
      ]),
    )
  }
  return settings as PlainSettings
}

/** As a config file writes them, with the defaults left out. */
export type PlainSettings = SettingsPart
