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

/** What a linter is made from, as plain data. */
export interface Recipe {
  /** The same for settings that say the same. */
  readonly key: string
  readonly settings: PlainSettings
  /** Whether a flag says who the reader is: it says more than what a page says of its parts. */
  readonly isFlagged: boolean
}

/** A linter and what it was made of. */
export interface SetUp extends Recipe {
  readonly linter: Linter
  readonly words: OpenedWords
}

export interface Linters {
  for(settings: TracedSettings): Promise<SetUp>
  /** What `for` knows settings by: the same for settings that say the same. */
  keyOf(settings: TracedSettings): string
  /** The linter that another thread has made from the same. */
  from(recipe: Recipe): Promise<SetUp>
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

  async function make({ settings, key, isFlagged }: Recipe): Promise<SetUp> {
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
    return { linter, words: known, key, settings, isFlagged }
  }

  function from(recipe: Recipe): Promise<SetUp> {
    const known = made.get(recipe.key) ?? make(recipe)
    made.set(recipe.key, known)
    return known
  }

  /** Files of a folder mostly have the same settings, as the same object. */
  const recipes = new WeakMap<TracedSettings, Recipe>()
  function recipeOf(traced: TracedSettings): Recipe {
    const known = recipes.get(traced)
    if (known !== undefined) return known
    const { ignore, maxFileSize, ...settings } = plain(traced)
    const isFlagged = traced.values.get('audience')?.origin.name === '--audience'
    const key = JSON.stringify([settings, [...(only ?? [])].map(({ id }) => id), isFlagged])
    const recipe = { settings, key, isFlagged }
    recipes.set(traced, recipe)
    return recipe
  }

  return {
    for: (traced) => from(recipeOf(traced)),
    keyOf: (traced) => recipeOf(traced).key,
    from,
  }
}
