import type { ExchangeFormat, Written } from '@klarsprak/termbank/exchange'
import type { ServedBank } from './served-bank.js'

/**
 * Writes the whole bank in a format. That takes up to seconds, so what is being written for one asker is
 * given to all who ask meanwhile.
 */
export function createBankExports(
  bank: Pick<ServedBank, 'release' | 'concepts'>,
  conceptBase: string,
): (format: ExchangeFormat) => Promise<Written> {
  const underway = new Map<string, Promise<Written>>()
  return (format) => {
    const known = underway.get(format.id)
    if (known !== undefined) return known
    const options = { release: bank.release, title: 'Klarspråks termbank', base: conceptBase }
    const work = format.write(bank.concepts, options).finally(() => underway.delete(format.id))
    underway.set(format.id, work)
    return work
  }
}
