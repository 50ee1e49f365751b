import type { Segment } from '../documents/document.js'
import type { Rule } from '../rules/rule.js'
import type { ConfiguredRule } from '../rules/run.js'
import { AUDIENCES, type Audience } from './audience.js'
import { configuredRules } from './configured-rules.js'
import { matchesKey } from './key-pattern.js'
import type { PlainSettings } from './merge.js'

/**
 * The rules that settings ask for, also for those parts of a file that are written to others: what the
 * markup or the keys around a text say, or `audienceByKey` says of its key.
 */
export function rulesByAudience(settings: PlainSettings, only?: ReadonlySet<Rule>): readonly ConfiguredRule[] {
  const { audience: whole = 'citizen', audienceByKey = {} } = settings
  const patterns = AUDIENCES.flatMap((audience) =>
    (audienceByKey[audience] ?? []).map((pattern) => ({ audience, pattern })),
  )
  const audienceOf = ({ audience, keyPath }: Segment): Audience | undefined => {
    const named =
      AUDIENCES.find((one) => one === audience) ??
      (keyPath === undefined ? undefined : patterns.find(({ pattern }) => matchesKey(pattern, keyPath))?.audience)
    return named === whole ? undefined : named
  }
  return [undefined, ...AUDIENCES.filter((audience) => audience !== whole)].flatMap((audience) =>
    configuredRules({ ...settings, audience: audience ?? whole }, only).map((rule) => ({
      ...rule,
      scope: { audience, audienceOf },
    })),
  )
}
