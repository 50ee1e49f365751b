// Settings for programs that have a disk, such as an editor's server: `@klarsprak/linter/config`.
export { AUDIENCES, type Audience, audienceIn } from './audience.js'
export { ConfigError } from './config-error.js'
export type { ConfigProblem } from './config-problem.js'
export { configuredRules } from './configured-rules.js'
export { isRemote } from './is-remote.js'
export {
  CONFIG_FILES,
  type ConfigLoader,
  type ConfigLoaderOptions,
  type ConfigSource,
  createConfigLoader,
} from './load-config.js'
export { fetchedBank } from './load-remote/fetched-bank.js'
export { type Origin, type PlainSettings, plain, type Traced, type TracedSettings } from './merge.js'
export { type ReadConfig, readConfig } from './read-config.js'
export type { ConfigLayer } from './resolve.js'
export { rulesByAudience } from './rules-by-audience.js'
export { Config, configJsonSchema, type SettingsPart } from './schema.js'
