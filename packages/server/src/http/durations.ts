/**
 * A histogram of Prometheus, in its text format. One of our own, since each call is counted: that of prom-client looks its labels
 * and buckets up by text at every observation, which cost a twentieth of an answer from memory.
 */
export interface Durations {
  /** @param labels as they stand between the braces: `method="GET",status="200"`. There are to be few of them. */
  series(labels: string): Series
  text(): string
}

export interface Series {
  observe(seconds: number): void
}

/** @param bounds seconds, the smallest first; each bucket holds what took at most as long */
export function createDurations(name: string, help: string, bounds: readonly number[]): Durations {
  const all = new Map<string, Series & { lines(): string }>()
  const make = (labels: string) => {
    /** The last is for what took longer than all bounds. */
    const counts = new Float64Array(bounds.length + 1)
    let sum = 0
    return {
      observe(seconds: number): void {
        let bucket = 0
        while (bucket < bounds.length && seconds > bounds[bucket]!) bucket++
        counts[bucket]!++
        sum += seconds
      },
      lines(): string {
        let count = 0
        const buckets = [...bounds, '+Inf'].map((bound, at) => {
          count += counts[at]!
          return `${name}_bucket{le="${bound}",${labels}} ${count}\n`
        })
        return `${buckets.join('')}${name}_sum{${labels}} ${sum}\n${name}_count{${labels}} ${count}\n`
      },
    }
  }
  return {
    series(labels) {
      const known = all.get(labels) ?? make(labels)
      all.set(labels, known)
      return known
    },
    text: () =>
      `# HELP ${name} ${help}\n# TYPE ${name} histogram\n${[...all.values()].map((series) => series.lines()).join('')}`,
  }
}
