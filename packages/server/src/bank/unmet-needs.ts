import type { Storage } from '../storage/storage.js'

/** Counts words that were looked up and not found, so that editors know what is missing. */
export interface UnmetNeeds {
  add(words: readonly string[]): void
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

export function createUnmetNeeds({
  storage,
  today,
}: {
  readonly storage: Pick<Storage, 'addUnmet'>
  /** The day as 2026-11-23. */
  readonly today: () => string
}): UnmetNeeds {
  let day = today()
  let counts = new Map<string, number>()
  return {
    get waiting() {
      return counts.size
    },
    add(words) {
      for (const word of words) {
        const key = word.normalize('NFC').toLowerCase().trim()
        if (!isCountable(key)) continue
        const known = counts.get(key)
        if (known !== undefined || counts.size < MOST_WAITING) counts.set(key, (known ?? 0) + 1)
      }
    },
    async flush() {
      const [counted, of] = [counts, day]
      counts = new Map()
      day = today()
      if (counted.size === 0) return
      try {
        await storage.addUnmet(of, counted)
      } catch (error) {
        // Back with those that have come meanwhile; the day is then that of the next writing.
        for (const [word, count] of counted)
          if (counts.has(word) || counts.size < MOST_WAITING) counts.set(word, (counts.get(word) ?? 0) + count)
        throw error
      }
    },
  }
}
