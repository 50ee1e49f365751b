import type { PreparedAnswer } from './prepared-answer.js'

export interface KeptAnswer {
  readonly answer: PreparedAnswer
  /** The path of its operation, with parameters by name; for logs and counts. */
  readonly route: string
}

/** Answers that have been given, the last used ones, up to a total size. */
export interface AnswerCache {
  get(key: string): KeptAnswer | undefined
  set(key: string, kept: KeptAnswer): void
  clear(): void
}

/** @param capacity in bytes of answers; the packed forms come on top */
export function createAnswerCache(capacity: number): AnswerCache {
  // A Map remembers the order of insertion: what is used is put last, so the first is the one to go.
  const answers = new Map<string, KeptAnswer>()
  let size = 0
  const cost = (key: string, { answer }: KeptAnswer): number => answer.size + key.length * 2
  return {
    get(key) {
      const answer = answers.get(key)
      if (answer === undefined) return undefined
      answers.delete(key)
      answers.set(key, answer)
      return answer
    },
    set(key, answer) {
      const known = answers.get(key)
      if (known !== undefined) size -= cost(key, known)
      answers.delete(key)
      if (cost(key, answer) > capacity / 4) return
      answers.set(key, answer)
      size += cost(key, answer)
      for (const [oldest, leaving] of answers) {
        if (size <= capacity) break
        size -= cost(oldest, leaving)
        answers.delete(oldest)
      }
    },
    clear() {
      answers.clear()
      size = 0
    },
  }
}
