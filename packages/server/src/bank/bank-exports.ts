import type { Concept } from '@klarsprak/termbank'
import type { ExchangeFormat, Written } from '@klarsprak/termbank/exchange'

/**
 * Writes the whole bank in a format. That takes up to seconds, so what is being written for one asker is
 * given to all who ask meanwhile.
 */
export function createBankExports(bank: {
  readonly release: string
  readonly concepts: readonly Concept[]
  readonly conceptBase: string
}): (format: ExchangeFormat) => Promise<Written> {
  const underway = new Map<string, Promise<Written>>()
  return (format) => {
    const known = underway.get(format.id)
    if (known !== undefined) return known
    const options = { release: bank.release, title: 'Klarspråks termbank', base: bank.conceptBase }
    const work = format.write(bank.concepts, options).finally(() => underway.delete(format.id))
    underway.set(format.id, work)
    return work
  }
}
