import type { Worker } from 'node:worker_threads'
import { createThread } from '../threads/thread.js'
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

/**
 * @param start makes the thread, which says `ready` when it can check
 * @param budget milliseconds that the thread may take for a text
 */
export function createApartChecker({
  start,
  budget = 4_000,
  idle,
}: {
  readonly start: () => Worker
  readonly budget?: number
  readonly idle?: number
}): ApartChecker {
  const thread = createThread<CheckRequest, CheckResult>({
    start,
    budget,
    ...(idle === undefined ? {} : { idle }),
    errors: {
      tooSlow: (message) => new CheckTooSlow(message),
      busy: (message) => new ChecksBusy(message),
    },
  })
  return { check: thread.ask, close: thread.close }
}
