import type { Timed } from '../lint.js'

export interface Stopwatch {
  readonly timed: Timed
  /** A table of what took time, the longest first; milliseconds and share. */
  table(): string
}

export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const spent = new Map<string, { milliseconds: number; times: number }>()
  return {
    timed(name, work) {
      const start = now()
      try {
        return work()
      } finally {
        const known = spent.get(name) ?? { milliseconds: 0, times: 0 }
        known.milliseconds += now() - start
        known.times++
        spent.set(name, known)
      }
    },
    table() {
      const rows = [...spent].sort(([, a], [, b]) => b.milliseconds - a.milliseconds)
      const total = rows.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0)
      const width = Math.max('Regel eller steg'.length, ...rows.map(([name]) => name.length))
      const line = (name: string, time: string, share: string, times: string) =>
        `${name.padEnd(width)}  ${time.padStart(10)}  ${share.padStart(6)}  ${times.padStart(8)}\n`
      return [
        line('Regel eller steg', 'ms', 'andel', 'filer'),
        ...rows.map(([name, { milliseconds, times }]) =>
          line(name, milliseconds.toFixed(1), `${((100 * milliseconds) / (total || 1)).toFixed(1)} %`, String(times)),
        ),
      ].join('')
    },
  }
}
