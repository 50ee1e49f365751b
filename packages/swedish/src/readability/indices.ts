/** What LIX is reckoned from. */
export interface LixCounts {
  readonly words: number
  readonly sentences: number
  /** Words of more than six letters. */
  readonly longWords: number
}

/** What OVIX is reckoned from. */
export interface OvixCounts {
  readonly words: number
  /** Different words, whatever their case. */
  readonly types: number
}

/**
 * Läsbarhetsindex: mean sentence length plus the percentage of long words. `undefined` without words or sentences.
 * Source: C. H. Björnsson, Läsbarhet, 1968.
 */
export function lix({ words, sentences, longWords }: LixCounts): number | undefined {
  if (words === 0 || sentences === 0) return undefined
  return words / sentences + (100 * longWords) / words
}

/**
 * Ordvariationsindex. `undefined` when every word is different, or there are fewer than two: the measure has no value
 * there. It is unsteady below some 100 words and grows with the length of the text, so compare texts of like length.
 * Source: T. G. Hultman and M. Westman, Gymnasistsvenska, 1977.
 */
export function ovix({ words, types }: OvixCounts): number | undefined {
  if (words < 2 || types < 1 || types >= words) return undefined
  return Math.log(words) / Math.log(2 - Math.log(types) / Math.log(words))
}

/** How hard a text of that LIX is, in words for its writer. */
export type LixBand = 'mycket lättläst' | 'lättläst' | 'medelsvår' | 'svår' | 'mycket svår'

/** The Swedish bands (lix.se). The Danish ones differ; do not mix them. A band begins at its lower bound. */
export function lixBand(value: number): LixBand {
  if (value < 30) return 'mycket lättläst'
  if (value < 40) return 'lättläst'
  if (value < 50) return 'medelsvår'
  return value < 60 ? 'svår' : 'mycket svår'
}
