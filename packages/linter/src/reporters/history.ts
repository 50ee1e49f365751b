import { z } from 'zod'

/** What an earlier report said. */
export interface EarlierReport {
  /** As 2026-03-31. */
  readonly date: string
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

const count = z.int().nonnegative()
const JsonReport = z.object({
  version: z.literal(1),
  summary: z.object({ files: count, errors: count, warnings: count, infos: count }),
})

/**
 * A report that `lint --format json` has written, as the trend needs it; `undefined` when `json` is
 * no such report. The report does not say when it was made, so the caller does.
 */
export function earlierReport(date: string, json: string): EarlierReport | undefined {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
  const { data } = JsonReport.safeParse(value)
  return data === undefined ? undefined : { date, ...data.summary }
}
