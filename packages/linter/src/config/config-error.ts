import { type ConfigProblem, formatConfigProblem } from './config-problem.js'

/** Settings that cannot be used. The problems say where and why. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(formatConfigProblem).join('\n'))
  }
}
