/** A number as Swedish writes it, with `decimals` decimals: 12 345 and 4,2. */
export const number = (value: number, decimals = 0): string =>
  value.toLocaleString('sv-SE', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** ”1 sida”, ”12 sidor”. */
export const counted = (count: number, one: string, several: string): string =>
  `${number(count)} ${count === 1 ? one : several}`

/** A share of 0 to 1 in whole per cent; never 100 for what is not all, nor 0 for what is something. */
export function percent(share: number): number {
  const rounded = Math.round(share * 100)
  return share < 1 && rounded === 100 ? 99 : share > 0 && rounded === 0 ? 1 : rounded
}
