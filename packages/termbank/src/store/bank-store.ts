/** A source file of a bank. */
export interface BankSource {
  /** As it is shown in problems: relative to where the user stands, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Where concept files come from. See `memoryStore` and `fileStore`. */
export interface BankStore {
  /** Every source file, sorted by path. Rejects only when the store cannot be reached. */
  readAll(): Promise<readonly BankSource[]>
}

/** The order of source files in every store: by code unit, so that it is the same on all machines. */
export const inPathOrder = (sources: readonly BankSource[]): readonly BankSource[] =>
  [...sources].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
