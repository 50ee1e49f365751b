import { Worker } from 'node:worker_threads'
import type { SourceFile } from '../../documents/document.js'
import type { Linted } from '../../lint.js'
import type { ThreadAnswer, ThreadJob, ThreadSetup } from './lint-thread.js'
import type { Recipe } from './linters.js'
import { THREAD_ARGUMENT } from './thread-argument.js'

/** Texts that a thread has been given and not answered: enough that it never waits for us, few enough that all end at once. */
const MOST_GIVEN = 4

/** Called with what was found, or with nothing when the thread failed to lint the text. */
export type Done = (linted: Linted | undefined) => void

export interface LintThreads {
  /** Whether a thread can be given one more text now. */
  hasRoom(): boolean
  give(file: SourceFile, key: string, recipe: Recipe, done: Done): void
  /**
   * Until a thread has answered since the last time.
   *
   * @throws {Error} when a thread has died
   */
  next(): Promise<void>
  close(): void
}

interface Thread {
  readonly worker: Worker
  readonly given: Map<number, Done>
  readonly keys: Set<string>
}

export function startThreads(file: URL, count: number, setup: ThreadSetup): LintThreads {
  let isClosed = false
  let death: Error | undefined
  let hasNews = false
  let wake = (): void => {}
  let ids = 0

  const tell = (): void => {
    hasNews = true
    wake()
  }
  const dies = (error: Error): void => {
    if (isClosed) return
    death ??= error
    tell()
  }
  const threads = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(file, { argv: [THREAD_ARGUMENT], workerData: setup })
    const given = new Map<number, Done>()
    worker.on('message', ({ id, linted }: ThreadAnswer) => {
      given.get(id)?.(linted)
      given.delete(id)
      tell()
    })
    worker.on('messageerror', dies)
    worker.on('error', dies)
    worker.on('exit', (code) => dies(new Error(`En tråd slutade granska, med koden ${code}.`)))
    return { worker, given, keys: new Set() }
  })
  const idlest = () => threads.reduce((one, other) => (other.given.size < one.given.size ? other : one))

  return {
    hasRoom: () => death === undefined && threads.some(({ given }) => given.size < MOST_GIVEN),
    give(source, key, recipe, done) {
      const { worker, given, keys } = idlest()
      const id = ids++
      given.set(id, done)
      const job: ThreadJob = { id, file: source, key, recipe: keys.has(key) ? undefined : recipe }
      keys.add(key)
      worker.postMessage(job)
    },
    async next() {
      if (death === undefined && !hasNews) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      hasNews = false
      if (death !== undefined) throw death
    },
    close() {
      isClosed = true
      for (const { worker } of threads) void worker.terminate()
    },
  }
}
