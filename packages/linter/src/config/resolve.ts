import { merge, NO_SETTINGS, type Origin, type TracedSettings, traced } from './merge.js'
import type { Config } from './schema.js'

/** The settings of one file, or of a preset or the flags. Its paths have been made absolute. */
export interface ConfigLayer {
  readonly config: Config
  /** The folder that its patterns start from, absolute, with forward slashes. */
  readonly folder: string
  originOf(path: readonly (string | number)[]): Origin
}

/** Whether a pattern matches a path, both with forward slashes and from the same folder. */
export type Matches = (pattern: string, path: string) => boolean

/**
 * What holds for the file at `path` (absolute, with forward slashes): each layer on top of those
 * before it, and what a layer says of some files on top of what it says of all.
 */
export function settingsFor(path: string, layers: readonly ConfigLayer[], matches: Matches): TracedSettings {
  let settings = NO_SETTINGS
  for (const { config, folder, originOf } of layers) {
    const { $schema, extends: base, overrides = [], ...part } = config
    settings = merge(settings, traced(part, originOf))
    const relative = relativeTo(folder, path)
    if (relative === undefined) continue
    for (const [index, { files, ...own }] of overrides.entries()) {
      if (!files.some((pattern) => matches(pattern, relative))) continue
      settings = merge(
        settings,
        traced(own, (at) => originOf(['overrides', index, ...at])),
      )
    }
  }
  return settings
}

/** `path` from `folder`, or undefined when it lies elsewhere. */
export function relativeTo(folder: string, path: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`
  return path.startsWith(start) ? path.slice(start.length) : undefined
}
