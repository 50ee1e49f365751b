import type { Storage } from '../storage/storage.js'

/** Counts words that were looked up and not found, so that editors know what is missing. */
export interface UnmetNeeds {
  /** @param organisation whose bank was asked; left out, the national one */
  add(words: readonly string[], organisation?: string): void
  /** Writes what has been counted. When the database is away, it is kept and written later. */
  flush(): Promise<void>
  /** Words counted and not yet written. */
  readonly waiting: number
}

/** A word, or two or three, of letters with hyphens and points: no numbers, so no personal identity numbers. */
const LOOKS_LIKE_WORDS = /^\p{L}[\p{L}\p{M}.:-]*(?: \p{L}[\p{L}\p{M}.:-]*){0,2}$/u
const LONGEST = 60
/** More different words than this between two writings are not counted. */
const MOST_WAITING = 5_000

export const isCountable = (word: string): boolean =>
  word.length >= 2 && word.length <= LONGEST && LOOKS_LIKE_WORDS.test(word)

type Counts = Map<string, Map<string, number>>

export function createUnmetNeeds({
  storage,
  today,
}: {
  readonly storage: Pick<Storage, 'addUnmet'>
  /** The day as 2026-11-23. */
  readonly today: () => string
}): UnmetNeeds {
  let day = today()
  /** By organisation; the national bank is ''. */
  let counts: Counts = new Map()
  let waiting = 0
  const count = (organisation: string, word: string, times: number): void => {
    const theirs = counts.get(organisation) ?? new Map<string, number>()
    const known = theirs.get(word)
    if (known === undefined && waiting >= MOST_WAITING) return
    if (known === undefined) waiting++
    counts.set(organisation, theirs.set(word, (known ?? 0) + times))
  }
  return {
    get waiting() {
      return waiting
    },
    add(words, organisation = '') {
      for (const word of words) {
        const key = word.normalize('NFC').toLowerCase().trim()
        if (isCountable(key)) count(organisation, key, 1)
      }
    },
    async flush() {
      const [counted, of] = [counts, day]
      counts = new Map()
      waiting = 0
      day = today()
      for (const [organisation, words] of counted)
        try {
          await storage.addUnmet(of, words, organisation)
          counted.delete(organisation)
        } catch (error) {
          // Back with those that have come meanwhile; the day is then that of the next writing.
          for (const [theirs, left] of counted) for (const [word, times] of left) count(theirs, word, times)
          throw error
        }
    },
  }
}
