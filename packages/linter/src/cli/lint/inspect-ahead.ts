import type { SourceFile } from '../../documents/document.js'
import type { Linted } from '../../lint.js'
import type { LintThreads } from './lint-threads.js'
import type { Recipe, SetUp } from './linters.js'

/** A text to lint, unless it is known since before what is found in it. */
export interface Inspection {
  readonly source: SourceFile
  readonly setUp: SetUp
  readonly known: Linted | undefined
}

export interface AheadOptions<Opened> {
  readonly paths: readonly string[]
  /** Called in order, one at a time. */
  open(path: string): Promise<Opened>
  /** What there is to lint in what was opened. */
  inspectionOf(opened: Opened): Inspection | undefined
  /** The settings, with banks that any thread can open. */
  recipeOf(setUp: SetUp): Promise<Recipe>
  /** Called when there is something to lint. */
  start(): LintThreads
}

/** Texts that are open at once, and their code units: so much is read ahead, and no more is held in memory. */
const MOST_OPEN = 256
const MOST_UNITS = 16_000_000

interface Entry<Opened> {
  readonly path: string
  readonly size: number
  outcome: (() => { opened: Opened; linted: Linted | undefined }) | undefined
}
interface Waiting {
  readonly inspection: Inspection
  readonly recipe: Recipe
  /** Here, when no thread has done it. */
  here(): void
  there(linted: Linted): void
}

/**
 * What opening and linting each of `paths` gives, in their order, and what fails where it fails: as if one was linted after
 * the other. In truth threads lint those that come later, and so does this one while it waits for theirs.
 */
export async function* inspectAhead<Opened>(
  options: AheadOptions<Opened>,
): AsyncGenerator<{ path: string; opened: Opened; linted: Linted | undefined }> {
  const { paths, open, inspectionOf, recipeOf, start } = options
  const entries: Entry<Opened>[] = []
  const waiting: Waiting[] = []
  let threads: LintThreads | undefined
  let [at, units] = [0, 0]

  async function openNext(path: string): Promise<void> {
    let opened: Opened
    let inspection: Inspection | undefined
    let recipe: Recipe | undefined
    try {
      opened = await open(path)
      inspection = inspectionOf(opened)
      if (inspection !== undefined && inspection.known === undefined) recipe = await recipeOf(inspection.setUp)
    } catch (error) {
      at = paths.length
      const outcome = () => {
        throw error
      }
      entries.push({ path, size: 0, outcome })
      return
    }
    if (inspection === undefined || recipe === undefined) {
      entries.push({ path, size: 0, outcome: () => ({ opened, linted: inspection?.known }) })
      return
    }
    const { source, setUp } = inspection
    const entry: Entry<Opened> = { path, size: source.text.length, outcome: undefined }
    const there = (linted: Linted) => {
      entry.outcome = () => ({ opened, linted })
    }
    const here = () => {
      try {
        there(setUp.linter.inspect(source))
      } catch (error) {
        entry.outcome = () => {
          throw error
        }
      }
    }
    entries.push(entry)
    waiting.push({ inspection, recipe, here, there })
    units += entry.size
  }

  function giveAway(): void {
    if (waiting.length > 0) threads ??= start()
    while (threads?.hasRoom()) {
      const next = waiting.shift()
      if (next === undefined) return
      const { inspection, recipe, here, there } = next
      threads.give(inspection.source, inspection.setUp.key, recipe, (linted) =>
        linted === undefined ? here() : there(linted),
      )
    }
  }

  try {
    for (;;) {
      while (at < paths.length && entries.length < MOST_OPEN && (units < MOST_UNITS || entries.length === 0)) {
        await openNext(paths[at++] as string)
        giveAway()
      }
      giveAway()
      const [first] = entries
      if (first === undefined) return
      if (first.outcome !== undefined) {
        entries.shift()
        units -= first.size
        yield { path: first.path, ...first.outcome() }
        continue
      }
      const own = waiting.shift()
      if (own === undefined) await threads?.next()
      else {
        own.here()
        // Hear what the threads have answered.
        await new Promise(setImmediate)
      }
    }
  } finally {
    threads?.close()
  }
}
