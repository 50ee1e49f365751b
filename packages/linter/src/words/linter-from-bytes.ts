import { prepareEnglish } from '../analysis/english.js'
import { type Audience, audienceIn } from '../config/audience.js'
import { configuredRules } from '../config/configured-rules.js'
import type { PlainSettings } from '../config/merge.js'
import { rulesByAudience } from '../config/rules-by-audience.js'
import { createLinter, type Linter } from '../create-linter.js'
import { prepareParsers } from '../documents/parsers.js'
import { type WordBytes, wordsFromBytes } from './words-from-bytes.js'

export interface LinterFromBytesOptions {
  /** What `klarsprak.config.yaml` would say. */
  readonly settings?: PlainSettings
  /** The kinds of files to come, as `.html`. Markdown and plain text are always read. */
  readonly extensions?: Iterable<string>
  /** Today, as 2027-01-31, for comments that count until a day. */
  readonly today?: string
}

/**
 * The linter of the command, where there is no disk: on a web page, in a web worker. For the same text, settings and
 * bank it finds what `klarsprak lint` finds.
 *
 * @throws {IndexFormatError} if the index is damaged or of another version
 */
export async function linterFromBytes(
  bytes: WordBytes,
  { settings = {}, extensions = [], today }: LinterFromBytesOptions = {},
): Promise<Pick<Linter, 'lint' | 'inspect' | 'fix'>> {
  const { index, rewrite } = wordsFromBytes(bytes)
  const parserFor = await prepareParsers(extensions)
  const english = await prepareEnglish(configuredRules(settings))
  const linters = new Map<Audience | undefined, Linter>()
  // A text may say itself who it is written to.
  const linterFor = (text: string): Linter => {
    const audience = audienceIn(text) ?? settings.audience
    let linter = linters.get(audience)
    if (linter === undefined) {
      const rules = rulesByAudience(audience === undefined ? settings : { ...settings, audience })
      linter = createLinter({ index, rewrite, parserFor, english, rules, ...(today === undefined ? {} : { today }) })
      linters.set(audience, linter)
    }
    return linter
  }
  return {
    lint: (file) => linterFor(file.text).lint(file),
    inspect: (file) => linterFor(file.text).inspect(file),
    fix: (file, isFixed) => linterFor(file.text).fix(file, isFixed),
  }
}
