import { Counter, collectDefaultMetrics, Registry } from 'prom-client'
import { createDurations, type Series } from './durations.js'

export interface Metrics {
  observe(request: {
    readonly method: string
    readonly route: string
    readonly status: number
    readonly seconds: number
  }): void
  /** A word was looked up that is not in the bank. */
  unmet(count: number): void
  /** In Prometheus' text format. */
  text(): Promise<{ readonly type: string; readonly body: string }>
}

/** Seconds; answers from memory take less than a thousandth. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** @param options.release of the bank that is served */
export function createMetrics({
  release,
  process = true,
}: {
  readonly release: string
  /** Also those of the Node process. */
  readonly process?: boolean
}): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ bank: release })
  if (process) collectDefaultMetrics({ register: registry })
  const durations = createDurations(
    'klarsprak_http_request_duration_seconds',
    'Time from a request to its answer',
    BUCKETS,
  )
  // There are as many as there are operations, methods and codes.
  const series = new Map<string, Series>()
  const unmet = new Counter({
    name: 'klarsprak_unmet_lookups_total',
    help: 'Words that were looked up and are not in the bank',
    registers: [registry],
  })
  return {
    observe({ method, route, status, seconds }) {
      const key = `${method} ${status} ${route}`
      const known =
        series.get(key) ?? durations.series(`bank="${release}",method="${method}",route="${route}",status="${status}"`)
      series.set(key, known)
      known.observe(seconds)
    },
    unmet: (count) => unmet.inc(count),
    text: async () => ({ type: registry.contentType, body: `${await registry.metrics()}\n${durations.text()}` }),
  }
}
