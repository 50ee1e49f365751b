import { parentPort, workerData } from 'node:worker_threads'
import type { SourceFile } from '../../documents/document.js'
import { prepareParsers } from '../../documents/parsers.js'
import type { Linted } from '../../lint.js'
import type { Io } from '../io.js'
import { parseArguments } from '../parse-arguments.js'
import { ruleNamed } from '../rule-named.js'
import { createLinters, type Recipe } from './linters.js'
import { SETTINGS_OPTIONS } from './options.js'

/** What holds for all texts of the run. All of it, and of what is sent to and fro, is plain data. */
export interface ThreadSetup {
  readonly cwd: string
  readonly today: string
  readonly maxTime: string | undefined
  /** Ids of the rules to run whatever the settings say. */
  readonly only: readonly string[] | undefined
  readonly extensions: readonly string[]
}

/** A text to lint, with the settings that have this key. */
export interface ThreadJob {
  readonly id: number
  readonly file: SourceFile
  readonly key: string
  /** The first time a thread hears of the key; banks are paths on disk by then. */
  readonly recipe: Recipe | undefined
}

export interface ThreadAnswer {
  readonly id: number
  /** Left out when it failed: who asked can try for itself, and tell of it as it does of its own faults. */
  readonly linted?: Linted
}

/** Lints what it is sent until it is ended. It writes nothing: what there is to tell of a bank has been told by who started it. */
export async function lintInThread(): Promise<void> {
  const { cwd, today, maxTime, only, extensions } = workerData as ThreadSetup
  const io: Io = {
    cwd,
    env: process.env,
    isTerminal: false,
    today: () => today,
    readStdin: async () => new Uint8Array(),
    out: () => {},
    err: () => {},
  }
  const linters = createLinters({
    args: parseArguments(maxTime === undefined ? [] : ['--max-time', maxTime], SETTINGS_OPTIONS),
    io,
    parserFor: await prepareParsers(extensions),
    only: only === undefined ? undefined : new Set(only.map(ruleNamed)),
  })
  const recipes = new Map<string, Recipe>()
  const answer = async ({ id, file, key, recipe }: ThreadJob): Promise<ThreadAnswer> => {
    if (recipe !== undefined) recipes.set(key, recipe)
    const known = recipes.get(key)
    if (known === undefined) return { id }
    try {
      return { id, linted: (await linters.from(known)).linter.inspect(file) }
    } catch {
      return { id }
    }
  }
  parentPort?.on('message', async (job: ThreadJob) => parentPort?.postMessage(await answer(job)))
}
