import type { AnalysedSegment } from '../analysis/analyse.js'
import { signFor } from '../analysis/signs.js'
import type { Sign } from './hears.js'

/** Words that a rule looks for. A rule can listen for them. */
export interface WantedWords extends Sign {
  /** The tokens of `segment` that are one of them, in order. */
  tokensIn(segment: AnalysedSegment): readonly number[]
}

/**
 * Looks for the words whose key `wants` accepts. What it says of a key must never change.
 *
 * Most words of a text are wanted by nobody. One pass over a segment, in which a word costs a look at its number, tells
 * whether it has any, for all rules together; a rule that wants none of them is told so at once.
 */
export function wantedWords(wants: (key: string) => boolean): WantedWords {
  const words = signFor(wants)
  return { words, tokensIn: (segment) => segment.tokensWith(words) }
}
