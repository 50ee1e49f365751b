import { type BankSource, type BankStore, inPathOrder } from './bank-store.js'

/** A store of files given as values: for tests, and for surfaces without a disk. */
export function memoryStore(sources: readonly BankSource[]): BankStore {
  const sorted = inPathOrder(sources)
  return { readAll: async () => sorted }
}
