import type { Severity, Zod } from './rule.js'

type Level = Exclude<Severity, 'off'>

/** An option that is a number above which there is something to report; 0 switches it off. */
export const limit = (z: Zod, value: number, description: string) => z.int().min(0).default(value).describe(description)

/** The worst level whose limit `value` is above. */
export function levelOf(value: number, limits: Partial<Readonly<Record<Level, number>>>): Level | undefined {
  for (const level of ['error', 'warning', 'info'] as const) {
    const above = limits[level]
    if (above !== undefined && above > 0 && value > above) return level
  }
  return undefined
}
