import type { Worker } from 'node:worker_threads'
import { type AwaitedChecker, type CheckRequest, type CheckResult, CheckTooSlow } from './checker.js'

/** Checks texts in a thread of its own, so that a long one does not hold up everybody else. */
export interface ApartChecker extends AwaitedChecker {
  /**
   * @throws {CheckTooSlow} when the time is up; the thread is ended, whatever it was doing
   * @throws {ChecksBusy} when too many wait already
   */
  check(request: CheckRequest): Promise<CheckResult>
  /** Ends the thread. */
  close(): Promise<void>
}

export class ChecksBusy extends Error {
  override readonly name = 'ChecksBusy'
}

/** What the thread is sent, and what it answers. */
export interface Task {
  readonly id: number
  readonly request: CheckRequest
}
export type Done =
  | { readonly id: number; readonly result: CheckResult }
  | { readonly id: number; readonly tooSlow: true }
  | { readonly id: number; readonly fault: string }

/** Texts that may wait; the last of them would wait long enough to give up. */
const MOST_WAITING = 16
/** A thread that has had nothing to do for this long is ended, since it holds a bank of its own in memory. In milliseconds. */
const IDLE = 5 * 60_000
/** What starting a thread and reading the bank may take on a loaded machine, in milliseconds. */
const STARTING = 20_000

interface Waiting {
  readonly task: Task
  readonly resolve: (result: CheckResult) => void
  readonly reject: (reason: Error) => void
}

/**
 * One thread, started at the first text and again after it was ended; one text at a time. The checker in the thread
 * looks at the clock itself, so ending the thread is the last resort, for work that never comes to a look.
 *
 * @param start makes the thread, which says `ready` when it can check
 * @param budget milliseconds that the thread may take for a text
 */
export function createApartChecker({
  start,
  budget = 4_000,
  idle = IDLE,
}: {
  readonly start: () => Worker
  readonly budget?: number
  readonly idle?: number
}): ApartChecker {
  const queue: Waiting[] = []
  let worker: Worker | undefined
  let ready: Promise<void> | undefined
  let current: Waiting | undefined
  let timer: NodeJS.Timeout | undefined
  let ids = 0

  const end = async (): Promise<void> => {
    clearTimeout(timer)
    const ending = worker
    worker = undefined
    ready = undefined
    await ending?.terminate()
  }
  const settle = (act: (waiting: Waiting) => void): void => {
    clearTimeout(timer)
    const done = current
    current = undefined
    if (done !== undefined) act(done)
    if (queue.length > 0) void next()
    else {
      timer = setTimeout(() => void end(), idle)
      timer.unref()
    }
  }
  const begin = (): Promise<void> => {
    const made = start()
    worker = made
    const isOurs = () => worker === made
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('The thread for checks did not start.')), STARTING)
      late.unref()
      made.on('message', (message: 'ready' | Done) => {
        if (message === 'ready') {
          clearTimeout(late)
          resolve()
        } else if (isOurs() && message.id === current?.task.id) {
          if ('result' in message) settle((done) => done.resolve(message.result))
          else if ('tooSlow' in message) settle((done) => done.reject(new CheckTooSlow('The time for a check is up.')))
          else settle((done) => done.reject(new Error(message.fault)))
        }
      })
      // A thread that falls over takes its text with it; the next text gets a new one.
      made.on('error', (error: Error) => {
        clearTimeout(late)
        reject(error)
        if (!isOurs()) return
        worker = undefined
        ready = undefined
        settle((done) => done.reject(error))
      })
    })
  }
  const next = async (): Promise<void> => {
    const taken = queue.shift()
    if (taken === undefined || current !== undefined) return
    current = taken
    clearTimeout(timer)
    try {
      await (ready ??= begin())
    } catch (error) {
      await end()
      if (current === taken) settle((done) => done.reject(error as Error))
      return
    }
    if (current !== taken) return
    timer = setTimeout(() => {
      void end()
      settle((done) => done.reject(new CheckTooSlow(`A check took more than ${budget} ms.`)))
    }, budget)
    worker!.postMessage(taken.task)
  }

  return {
    check(request) {
      if (queue.length >= MOST_WAITING) return Promise.reject(new ChecksBusy('Too many texts wait to be checked.'))
      return new Promise((resolve, reject) => {
        queue.push({ task: { id: ++ids, request }, resolve, reject })
        if (current === undefined) void next()
      })
    },
    async close() {
      await end()
      for (const { reject } of [...(current === undefined ? [] : [current]), ...queue.splice(0)])
        reject(new ChecksBusy('The service is closing.'))
      current = undefined
    },
  }
}
