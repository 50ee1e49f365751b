import { prepareEnglish } from '../../analysis/english.js'
import { configuredRules } from '../../config/configured-rules.js'
import { type PlainSettings, plain, type TracedSettings } from '../../config/merge.js'
import { rulesByAudience } from '../../config/rules-by-audience.js'
import { createLinter, type Linter } from '../../create-linter.js'
import type { ParserFor } from '../../documents/parsers.js'
import type { Timed } from '../../lint.js'
import type { Rule } from '../../rules/rule.js'
import type { Io } from '../io.js'
import { type OpenedWords, openWords } from '../open-words.js'
import { type Arguments, secondsIn } from '../parse-arguments.js'

/** A linter and what it was made of. */
export interface SetUp {
  readonly linter: Linter
  readonly words: OpenedWords
  /** The same for settings that say the same. */
  readonly key: string
  readonly settings: PlainSettings
}

export interface Linters {
  for(settings: TracedSettings): Promise<SetUp>
}

export interface LintersOptions {
  readonly args: Arguments
  readonly io: Io
  readonly parserFor: ParserFor
  /** Rules to run whatever the settings say. */
  readonly only?: ReadonlySet<Rule> | undefined
  readonly timed?: Timed | undefined
}

/** One linter for all files with the same settings, and one opening of each bank. */
export function createLinters({ args, io, parserFor, only, timed }: LintersOptions): Linters {
  const words = new Map<string, Promise<OpenedWords>>()
  const made = new Map<string, Promise<SetUp>>()
  const seconds = secondsIn('max-time', args.one('max-time'))
  const timeLimit = seconds === undefined ? undefined : { milliseconds: seconds * 1000, now: () => performance.now() }

  async function make(settings: PlainSettings, key: string, isFlagged: boolean): Promise<SetUp> {
    const { bank, onlyBank, organisation } = settings
    const bankKey = JSON.stringify([bank, onlyBank, organisation])
    const opened = words.get(bankKey) ?? openWords(args, io, { bank, onlyBank, organisation })
    words.set(bankKey, opened)
    const known = await opened
    const rules = isFlagged ? configuredRules(settings, only) : rulesByAudience(settings, only)
    const linter = createLinter({
      index: known.index,
      rewrite: known.rewrite,
      rules,
      parserFor,
      english: await prepareEnglish(rules),
      today: io.today(),
      ...(timed === undefined ? {} : { timed }),
      timeLimit,
    })
    return { linter, words: known, key, settings }
  }

  return {
    for(settings) {
      const { ignore, maxFileSize, ...rest } = plain(settings)
      // A flag says more than what a page says of its parts.
      const isFlagged = settings.values.get('audience')?.origin.name === '--audience'
      const key = JSON.stringify([rest, [...(only ?? [])].map(({ id }) => id), isFlagged])
      const known = made.get(key) ?? make(rest, key, isFlagged)
      made.set(key, known)
      return known
    },
  }
}
