import type { ConfiguredRule, SourceFile } from '@klarsprak/linter'
import { audienceIn, type ConfigLoader, type PlainSettings, plain, rulesByAudience } from '@klarsprak/linter/config'
import { createRewriter } from '@klarsprak/swedish'
import type { Place } from '@klarsprak/termbank'
import type { Settings } from '../settings.js'
import { createProject, type Project, type ProjectParts } from './project.js'

/** A project whose rules are those of the settings nearest to each text. */
export function configuredProject({
  index,
  compile,
  hasUnreadBank,
  places,
  audience,
  loader,
}: Pick<ProjectParts, 'index' | 'compile' | 'hasUnreadBank'> & {
  /** Where the bank's concepts are written, by id. */
  readonly places?: ReadonlyMap<string, Place>
  readonly audience: Settings['audience']
  /** The settings as they are now. */
  readonly loader: () => Pick<ConfigLoader, 'settingsFor' | 'isIgnored'>
}): Project {
  const made = new Map<string, readonly ConfiguredRule[]>()
  return createProject({
    index,
    compile,
    hasUnreadBank,
    rewrite: createRewriter(),
    today: () => new Date().toISOString().slice(0, 10),
    placeOf: ({ id }) => places?.get(id),
    isIgnored: (path) => loader().isIgnored(path),
    async rulesFor(file) {
      const settings = await settingsOf(file, loader(), audience)
      const key = JSON.stringify(settings)
      const rules = made.get(key) ?? rulesByAudience(settings)
      made.set(key, rules)
      return rules
    },
  })
}

/** The file's settings, with what its text says of who it is for, or the editor does. */
async function settingsOf(
  { path, text }: SourceFile,
  loader: Pick<ConfigLoader, 'settingsFor'>,
  chosen: Settings['audience'],
): Promise<PlainSettings> {
  const { ignore, maxFileSize, bank, onlyBank, ...settings } = plain(await loader.settingsFor(path))
  const audience = audienceIn(text) ?? (chosen === 'project' ? undefined : chosen)
  return audience === undefined ? settings : { ...settings, audience }
}
