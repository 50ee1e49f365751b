import type { PreparedAnswer } from './prepared-answer.js'

export interface KeptAnswer {
  readonly answer: PreparedAnswer
  /** The path of its operation, with parameters by name; for logs and counts. */
  readonly route: string
}

/** Answers that have been given, up to a total size. */
export interface AnswerCache {
  get(key: string): KeptAnswer | undefined
  set(key: string, kept: KeptAnswer): void
  clear(): void
}

/** The part of the room for answers that nobody has asked for again. A larger answer is not kept. */
const ROOM_FOR_NEW = 1 / 4

/**
 * Two rooms, each of which lets the one go that has not been asked for longest. A new answer moves from the first to the
 * second when it is asked for again, so that whoever asks for word after word never sweeps away what many ask for.
 *
 * @param capacity in bytes of answers, with their packed forms
 */
export function createAnswerCache(capacity: number): AnswerCache {
  const fresh = createRoom(capacity * ROOM_FOR_NEW)
  const asked = createRoom(capacity * (1 - ROOM_FOR_NEW))
  return {
    get(key) {
      const known = asked.again(key)
      if (known !== undefined) return known
      const kept = fresh.take(key)
      if (kept !== undefined) asked.put(key, kept)
      return kept
    },
    set(key, kept) {
      if (costOf(key, kept) > capacity * ROOM_FOR_NEW) return
      asked.take(key)
      fresh.put(key, kept)
    },
    clear() {
      fresh.clear()
      asked.clear()
    },
  }
}

/** What an entry of a Map and the objects of an answer take beside its texts, in bytes. */
const OVERHEAD = 600
const costOf = (key: string, { answer }: KeptAnswer): number => answer.size + key.length * 2 + OVERHEAD

function createRoom(capacity: number) {
  // A Map remembers the order of insertion: what is put again comes last, so the first is the one to go.
  const answers = new Map<string, { readonly kept: KeptAnswer; cost: number }>()
  let size = 0
  const take = (key: string): KeptAnswer | undefined => {
    const found = answers.get(key)
    if (found === undefined) return undefined
    answers.delete(key)
    size -= found.cost
    return found.kept
  }
  const makeRoom = (): void => {
    if (size <= capacity) return
    for (const oldest of answers.keys()) {
      take(oldest)
      if (size <= capacity) break
    }
  }
  return {
    take,
    /** What is held, which then is the last to go. */
    again(key: string): KeptAnswer | undefined {
      const found = answers.get(key)
      if (found === undefined) return undefined
      answers.delete(key)
      answers.set(key, found)
      // Measured each time: an answer grows when it is packed.
      const cost = costOf(key, found.kept)
      size += cost - found.cost
      found.cost = cost
      makeRoom()
      return found.kept
    },
    put(key: string, kept: KeptAnswer): void {
      take(key)
      const cost = costOf(key, kept)
      answers.set(key, { kept, cost })
      size += cost
      makeRoom()
    },
    clear(): void {
      answers.clear()
      size = 0
    },
  }
}
