import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Percent that the heap may grow by between two collections of all of it. */
const GROWTH = 20
/** Bytes of the two halves of the young generation together, beyond which they grow no more. */
const YOUNG = 8_000_000
/** Files between two looks at how large it is. */
const OFTEN = 1

/**
 * For runs over many files: V8 otherwise lets the heap grow to several times what is in use, and its young generation to
 * 32 MB. What it gives and costs: docs/decisions/0026.
 *
 * @returns to be called for each file
 */
export function keepHeapSmall(): () => void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
  let files = 0
  let isGrowing = true
  return () => {
    if (!isGrowing || ++files % OFTEN !== 0) return
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
    if (young === undefined || young.space_size < YOUNG) return
    setFlagsFromString('--semi-space-growth-factor=1')
    isGrowing = false
  }
}
