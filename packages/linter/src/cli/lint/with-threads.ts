import { existsSync } from 'node:fs'
import { extensionOf } from '../../documents/parsers.js'
import type { Rule } from '../../rules/rule.js'
import type { Io } from '../io.js'
import { bankPaths } from '../open-words.js'
import type { Arguments } from '../parse-arguments.js'
import { inspectAhead } from './inspect-ahead.js'
import { startThreads } from './lint-threads.js'
import type { Recipe, SetUp } from './linters.js'
import type { Arrived, Opened } from './opened.js'
import { threadFile } from './thread-file.js'

/** However many are asked for: each has the words and the rules in memory of its own. */
const MOST_WORKERS = 32

export interface ThreadsOptions {
  readonly args: Arguments
  readonly io: Io
  readonly only: ReadonlySet<Rule> | undefined
  /** As many threads as somebody asks for, beside this one. */
  readonly workers: number
}

/** Opens each path, with the help of threads; where the command is not built there is nothing to start one from. */
export function withThreads(
  paths: readonly string[],
  open: (path: string) => Promise<Opened>,
  { args, io, only, workers }: ThreadsOptions,
): AsyncGenerator<Arrived> {
  const count = existsSync(threadFile) ? Math.min(workers, MOST_WORKERS, paths.length) : 0
  const setup = {
    cwd: io.cwd,
    today: io.today(),
    maxTime: args.one('max-time'),
    only: only === undefined ? undefined : [...only].map(({ id }) => id),
    extensions: [...new Set(paths.map(extensionOf))],
  }
  const recipes = new Map<string, Promise<Recipe>>()
  const recipeOf = (setUp: SetUp) => {
    const known = recipes.get(setUp.key) ?? portable(setUp, args, io)
    recipes.set(setUp.key, known)
    return known
  }
  return inspectAhead<Opened>({
    paths,
    open,
    inspectionOf: (opened) =>
      opened.kind === 'to-inspect'
        ? { source: opened.source, setUp: opened.setUp, known: opened.memory.known?.linted }
        : undefined,
    recipeOf,
    start: () => startThreads(threadFile, count, setup),
  })
}

/** The recipe with all of its banks on the disk: what lies at a service is fetched, pinned and told of once, and not by each thread. */
async function portable({ key, settings, isFlagged }: SetUp, args: Arguments, io: Io): Promise<Recipe> {
  const { bank, onlyBank, organisation, ...rest } = settings
  const paths = await bankPaths(args, io, { bank, onlyBank, organisation })
  return { key, isFlagged, settings: { ...rest, bank: [...paths], onlyBank: true } }
}
