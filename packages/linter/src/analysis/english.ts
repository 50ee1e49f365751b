import type { Span } from '@klarsprak/swedish'

/** A sentence that formulas for English find hard. Offsets are in the prose. */
export interface HardSentence extends Span {
  /** How many of the formulas agree. */
  readonly agreeing: number
  readonly formulas: number
}

export interface HardnessLimits {
  /** Years: a reader of this age is to understand. */
  readonly age: number
  /** How many of the formulas must agree. */
  readonly agreeing: number
  /** Shorter sentences are not measured. */
  readonly minWords: number
}

/** Measures English. The libraries are large, so it is loaded when a rule needs it; see `prepareEnglish`. */
export interface EnglishReader {
  hardSentences(prose: string, limits: HardnessLimits): readonly HardSentence[]
}

/** What the rules in use need to read English; `undefined` when none of them does. */
export async function prepareEnglish(
  rules: readonly { readonly rule: { readonly readsEnglish?: ReadsEnglish } }[],
): Promise<EnglishReader | undefined> {
  const needs = new Set(rules.map(({ rule }) => rule.readsEnglish))
  if (needs.has('sentences')) return (await import('./retext-english.js')).createEnglishReader()
  return needs.has('terms') ? { hardSentences: () => [] } : undefined
}

/** What a rule about text in English looks at: the bank's terms, or how hard its sentences are. */
export type ReadsEnglish = 'terms' | 'sentences'
