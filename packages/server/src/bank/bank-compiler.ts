import type { Worker } from 'node:worker_threads'
import type { SavedWords } from '@klarsprak/linter/words'
import type { Layer } from '@klarsprak/termbank'
import { createThread } from '../threads/thread.js'

/** The bank of an organisation as bytes, with all that searches and checks need of it. */
export interface SavedBank extends SavedWords {
  readonly search: Uint8Array
}

/** Compiles organisations' banks in a thread: it takes a second, in which nobody else would be answered. */
export interface BankCompiler {
  /** @param own the organisation's layer; the thread has the national bank itself */
  compile(own: Layer): Promise<SavedBank>
  /** Ends the thread. */
  close(): Promise<void>
}

/** A second on a quiet machine; on a loaded one many times as much. In milliseconds. */
const BUDGET = 60_000
/** Edits come one after the other, and then none for long. In milliseconds. */
const IDLE = 30_000

/** @param start makes the thread, which says `ready` when it can compile */
export function createBankCompiler({ start }: { readonly start: () => Worker }): BankCompiler {
  const failed = (message: string) => new Error(message)
  const thread = createThread<Layer, SavedBank>({
    start,
    budget: BUDGET,
    idle: IDLE,
    errors: { tooSlow: failed, busy: failed },
  })
  return { compile: thread.ask, close: thread.close }
}
