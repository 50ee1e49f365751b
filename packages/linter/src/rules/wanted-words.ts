import { rememberedByWord, wordNumbersOf } from '@klarsprak/swedish'
import type { AnalysedSegment } from '../analysis/analyse.js'

/** Words that a rule looks for. */
export interface WantedWords {
  /** The tokens of `segment` that are one of them, in order. */
  tokensIn(segment: AnalysedSegment): readonly number[]
}

/** Each has a bit of a number with 32, of which one is left to spare. */
const MOST_WANTERS = 31

const wanters: ((key: string) => boolean)[] = []

/**
 * Looks for the words whose key `wants` accepts. What it says of a key must never change.
 *
 * Most words of a text are wanted by nobody. One pass over a segment, in which a word costs a look at its number, finds
 * those that are, for all rules together; a rule that wants none of them is told so at once.
 */
export function wantedWords(wants: (key: string) => boolean): WantedWords {
  if (wanters.length === MOST_WANTERS) throw new RangeError(`No more than ${MOST_WANTERS} may look for words.`)
  const bit = 1 << wanters.length
  wanters.push(wants)
  wantedIn = createPass()
  return {
    tokensIn(segment) {
      const { all, masks, tokens } = segment.known(wantedIn)
      return (all & bit) === 0 ? NONE : tokens.filter((_, at) => (masks[at]! & bit) !== 0)
    },
  }
}

/** The words of a segment that somebody wants, and for each a bit for each that does. `all`: the bits of all of them. */
interface Wanted {
  readonly all: number
  readonly masks: readonly number[]
  readonly tokens: readonly number[]
}

const NONE: readonly number[] = []
const NOBODY: Wanted = { all: 0, masks: NONE, tokens: NONE }

/** What segments are asked; another function when there is one more that wants words, so that they are asked anew. */
let wantedIn = createPass()

function createPass(): (segment: AnalysedSegment) => Wanted {
  const wantersOf = rememberedByWord((key) =>
    wanters.reduce((bits, wants, at) => (wants(key) ? bits | (1 << at) : bits), 0),
  )
  return ({ words }) => {
    const numbers = wordNumbersOf(words)
    let masks: number[] | undefined
    let tokens: number[] | undefined
    let all = 0
    for (let token = 0; token < numbers.length; token++) {
      const mask = wantersOf(numbers[token]!)
      if (mask === 0) continue
      all |= mask
      masks ??= []
      masks.push(mask)
      tokens ??= []
      tokens.push(token)
    }
    return masks === undefined || tokens === undefined ? NOBODY : { all, masks, tokens }
  }
}
