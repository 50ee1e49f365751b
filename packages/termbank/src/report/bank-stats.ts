import type { Concept } from '../model/concept.js'

type Counts = Readonly<Record<string, number>>

/** How much the bank holds, by every way of dividing it. */
export interface BankStats {
  readonly concepts: number
  readonly terms: number
  /** Swedish terms, and spellings that are only for searching. */
  readonly swedishLabels: number
  readonly byStatus: Counts
  readonly byLanguage: Counts
  readonly bySubject: Counts
  readonly byRegister: Counts
  readonly byPos: Counts
  readonly definitions: { readonly public: number; readonly professional: number; readonly english: number }
  readonly equivalents: Counts
  readonly relations: number
  readonly situations: number
  readonly sentences: { readonly flags: number; readonly allows: number }
}

export function bankStats(concepts: readonly Concept[]): BankStats {
  const terms = concepts.flatMap((concept) => concept.terms)
  const count = (of: (concept: Concept) => number): number => concepts.reduce((sum, concept) => sum + of(concept), 0)
  const swedish = terms.filter(({ lang }) => lang === 'sv')
  return {
    concepts: concepts.length,
    terms: terms.length,
    swedishLabels: swedish.length + count(({ hiddenLabels }) => hiddenLabels?.length ?? 0),
    byStatus: tally(terms.map(({ status }) => status)),
    byLanguage: tally(terms.map(({ lang }) => lang)),
    bySubject: tally(concepts.map(({ subject }) => subject)),
    byRegister: tally(terms.map(({ register }) => register ?? 'unspecified')),
    byPos: tally(terms.map(({ pos }) => pos)),
    definitions: {
      public: count(({ definition }) => (definition === undefined ? 0 : 1)),
      professional: count(({ definition }) => (definition?.professional === undefined ? 0 : 1)),
      english: count(({ definition }) => (definition?.public.en === undefined ? 0 : 1)),
    },
    equivalents: tally(
      concepts.flatMap(({ equivalents }) =>
        Object.entries(equivalents ?? {}).flatMap(([lang, items]) => items.map(() => lang)),
      ),
    ),
    relations: count(({ relations }) => relations?.length ?? 0),
    situations: count(({ situations }) => situations?.length ?? 0),
    sentences: { flags: count(({ flags }) => flags?.length ?? 0), allows: count(({ allows }) => allows?.length ?? 0) },
  }
}

/** The most common first; equals by name. */
function tally(values: readonly string[]): Counts {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)))
}
