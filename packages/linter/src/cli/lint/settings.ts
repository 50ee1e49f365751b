import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Audience } from '../../config/audience.js'
import { type ConfigLoader, createConfigLoader } from '../../config/load-config.js'
import { merge, type TracedSettings, traced } from '../../config/merge.js'
import type { ConfigLayer } from '../../config/resolve.js'
import type { Config, SettingsPart } from '../../config/schema.js'
import { type Io, UserError } from '../io.js'
import type { Arguments } from '../parse-arguments.js'
import { fileSizeOf } from './options.js'

/** The settings that the flags ask for, with what the flags say on top. */
export function openSettings(args: Arguments, { cwd }: Io): ConfigLoader {
  const file = args.one('config')
  if (file !== undefined && !existsSync(resolve(cwd, file))) {
    throw new UserError(`Filen ${file} i --config finns inte. Kontrollera sökvägen.`)
  }
  const isSearched = file === undefined && !args.flag('no-config')
  return createConfigLoader({
    cwd,
    from: isSearched ? { search: true } : { file },
    last: flagLayers(args),
    ignorePatterns: args.all('ignore-pattern'),
    noIgnore: args.flag('no-ignore'),
  })
}

/** One layer for each flag, so that the origin of a value names it. */
function flagLayers(args: Arguments): readonly ConfigLayer[] {
  const layer = (flag: string, config: Config): ConfigLayer => ({
    config,
    folder: '/',
    originOf: () => ({ name: `--${flag}` }),
  })
  const preset = args.one('preset') as Config['preset']
  const audience = args.one('audience') as Config['audience']
  const maxFileSize = fileSizeOf(args)
  return [
    ...(preset === undefined ? [] : [layer('preset', { preset })]),
    ...(audience === undefined ? [] : [layer('audience', { audience })]),
    ...(maxFileSize === undefined ? [] : [layer('max-file-size', { maxFileSize })]),
    ...(args.flag('report-unused-disable-directives')
      ? [layer('report-unused-disable-directives', { suppressions: { unused: 'warning' } })]
      : []),
  ]
}

/** `settings` with what the text says of itself; a flag says more. */
export function withOwnAudience(
  settings: TracedSettings,
  { path, audience }: { readonly path: string; readonly audience: Audience | undefined },
): TracedSettings {
  const said = settings.values.get('audience')
  if (audience === undefined || said?.origin.name === '--audience') return settings
  const part: SettingsPart = { audience }
  return merge(
    settings,
    traced(part, () => ({ name: path })),
  )
}
