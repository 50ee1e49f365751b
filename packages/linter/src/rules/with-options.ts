import type { AnalysedSegment } from '../analysis/analyse.js'

/** `find` with some options, the same function each time, as `AnalysedSegment.known` asks. */
export function withOptions<Options extends object, Fact>(
  find: (segment: AnalysedSegment, options: Options) => Fact,
): (options: Options) => (segment: AnalysedSegment) => Fact {
  const made = new WeakMap<Options, (segment: AnalysedSegment) => Fact>()
  return (options) => {
    const known = made.get(options) ?? ((segment) => find(segment, options))
    made.set(options, known)
    return known
  }
}
