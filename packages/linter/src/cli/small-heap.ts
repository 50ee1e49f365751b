import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** What V8 may keep beyond what is in use. */
interface HeapLimits {
  /** Percent that the heap may grow by between two collections of all of it. Left to itself V8 allows several times as much. */
  readonly growth: number
  /**
   * Bytes of room for what has just been made, of which half is in use at a time; of those sizes that V8 doubles between, the
   * first that is as large is the last. Left to itself V8 takes 32 MB.
   */
  readonly young: number
}

/** For runs over many files. What it gives and costs: docs/decisions/0026 and 0032. */
const RUN: HeapLimits = { growth: 20, young: 8_000_000 }
/**
 * For a service, which had 294 MB for 70 that were in use. A program that does nothing but make garbage took 15 percent more
 * processor time for the first. For the second a lookup takes no more than the noise; with half as much room, a fifth more.
 */
const SERVICE: HeapLimits = { growth: 30, young: 8 << 20 }

/**
 * @returns looks at the room for what is new, and says whether it may still grow; takes 20 µs. V8 makes it small again when
 *   little happens, so who lives long has to go on looking
 */
function limitHeap({ growth, young }: HeapLimits): () => boolean {
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  let mayGrow = true
  return () => {
    const room = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
    const isSmall = room !== undefined && room.space_size < young
    // The size itself can be said only when Node starts; how much it grows by can be said later.
    if (isSmall !== mayGrow) setFlagsFromString(`--semi-space-growth-factor=${isSmall ? 2 : 1}`)
    mayGrow = isSmall
    return mayGrow
  }
}

/** @returns to be called for each file */
export function keepHeapSmallInRun(): () => void {
  const look = limitHeap(RUN)
  let mayGrow = true
  return () => {
    if (mayGrow) mayGrow = look()
  }
}

/** More is never needed: a tenth of it fills the room. */
const MOST_HELD = 1_000
/** Milliseconds between two looks. */
const OFTEN = 1_000

/** To be called once, before the service is loaded: what has become large stays so. */
export function keepHeapSmallInService(): void {
  const look = limitHeap(SERVICE)
  // Filled at once, so that the first calls have the room that later ones have.
  const held: unknown[] = []
  while (look() && held.length < MOST_HELD) held.push(Array.from({ length: 1_000 }, () => new Array(4)))
  setInterval(look, OFTEN).unref()
}
