import type { Worker } from 'node:worker_threads'

/** Work that is done in a thread of its own, so that it does not hold up everybody else. */
export interface Thread<Request, Result> {
  /** Rejects with the errors of `ThreadOptions`, or with what the thread says went wrong. */
  ask(request: Request): Promise<Result>
  /** Ends the thread. */
  close(): Promise<void>
}

/** What the thread is sent, and what it answers. */
export interface Task<Request> {
  readonly id: number
  readonly request: Request
}
export type Done<Result> =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly tooSlow: true }
  | { readonly id: number; readonly fault: string }

export interface ThreadOptions {
  /** Makes the thread, which says `ready` when it can work. */
  readonly start: () => Worker
  /** Milliseconds that the thread may take for a piece of work. */
  readonly budget: number
  /** Milliseconds after which a thread that has had nothing to do is ended, since it holds a bank of its own in memory. */
  readonly idle?: number
  readonly errors: {
    /** The time was up; the thread is ended, whatever it was doing. */
    readonly tooSlow: (message: string) => Error
    /** Too much waits already, or the service is closing. */
    readonly busy: (message: string) => Error
  }
}

/** Pieces of work that may wait; the last of them would wait long enough to give up. */
const MOST_WAITING = 16
/** In milliseconds. */
const IDLE = 5 * 60_000
/** What starting a thread and reading the bank may take on a loaded machine, in milliseconds. */
const STARTING = 20_000

interface Waiting<Request, Result> {
  readonly task: Task<Request>
  readonly resolve: (result: Result) => void
  readonly reject: (reason: Error) => void
}

/**
 * One thread, started at the first piece of work and again after it was ended; one piece at a time. The thread looks at the
 * clock itself when it can, so ending it is the last resort, for work that never comes to a look.
 */
export function createThread<Request, Result>({
  start,
  budget,
  idle = IDLE,
  errors,
}: ThreadOptions): Thread<Request, Result> {
  const queue: Waiting<Request, Result>[] = []
  let worker: Worker | undefined
  let ready: Promise<void> | undefined
  let current: Waiting<Request, Result> | undefined
  let timer: NodeJS.Timeout | undefined
  let ids = 0

  const end = async (): Promise<void> => {
    clearTimeout(timer)
    const ending = worker
    worker = undefined
    ready = undefined
    await ending?.terminate()
  }
  const settle = (act: (waiting: Waiting<Request, Result>) => void): void => {
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
      const late = setTimeout(() => reject(new Error('The thread did not start.')), STARTING)
      late.unref()
      made.on('message', (message: 'ready' | Done<Result>) => {
        if (message === 'ready') {
          clearTimeout(late)
          resolve()
        } else if (isOurs() && message.id === current?.task.id) {
          if ('result' in message) settle((done) => done.resolve(message.result))
          else if ('tooSlow' in message) settle((done) => done.reject(errors.tooSlow('The time is up.')))
          else settle((done) => done.reject(new Error(message.fault)))
        }
      })
      // A thread that falls over takes its work with it; the next piece gets a new one.
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
      settle((done) => done.reject(errors.tooSlow(`It took more than ${budget} ms.`)))
    }, budget)
    worker!.postMessage(taken.task)
  }

  return {
    ask(request) {
      if (queue.length >= MOST_WAITING) return Promise.reject(errors.busy('Too much waits to be done.'))
      return new Promise((resolve, reject) => {
        queue.push({ task: { id: ++ids, request }, resolve, reject })
        if (current === undefined) void next()
      })
    },
    async close() {
      await end()
      for (const { reject } of [...(current === undefined ? [] : [current]), ...queue.splice(0)])
        reject(errors.busy('The service is closing.'))
      current = undefined
    },
  }
}
