import type { Rewriter } from '@klarsprak/linter'
import { type Concept, type LookupSense, lookup, type Term, type TermIndex } from '@klarsprak/termbank'
import { createBankSearch, type GuideHit, type SearchHit, type SearchTables } from '@klarsprak/termbank/search'

/** A state of the bank, ready to answer. Never changes; a new release is a new one. */
export interface ServedBank {
  readonly release: string
  readonly index: TermIndex
  readonly rewrite: Rewriter
  /** By id. Read when they are asked for, and of a large bank let go again when nobody holds them. */
  readonly concepts: readonly Concept[]
  concept(id: string): Concept | undefined
  layerOf(concept: Concept, term?: Term): string
  lookup(word: string): readonly LookupSense[]
  search(query: string, limit: number): readonly SearchHit[]
  guide(query: string, limit: number): readonly GuideHit[]
  /** Does now what would otherwise be done at the first search. */
  warm(): void
}

/** @param prepareSearch gives what searches need, when the first one comes; made from the index unless said */
export function createServedBank({
  index,
  rewrite,
  prepareSearch,
}: {
  readonly index: TermIndex
  readonly rewrite: Rewriter
  readonly prepareSearch?: (() => SearchTables) | undefined
}): ServedBank {
  const search = createBankSearch(index, prepareSearch)
  let known: WeakRef<readonly Concept[]> | undefined
  const concepts = (): readonly Concept[] => {
    const all = known?.deref() ?? conceptsById(index)
    known = new WeakRef(all)
    return all
  }
  return {
    release: index.release,
    index,
    rewrite,
    get concepts() {
      return concepts()
    },
    concept: (id) => index.conceptOf(id),
    layerOf: (concept, term) => index.layerOf(concept, term),
    lookup: (word) => lookup(index, word),
    search: (query, limit) => search.search(query, limit),
    guide: (query, limit) => search.guide(query, limit),
    warm() {
      search.search('e-tjänst', 1)
      search.guide('boka tid', 1)
    },
  }
}

export const conceptsById = (index: TermIndex): readonly Concept[] =>
  [...index.concepts()].sort((a, b) => (a.id < b.id ? -1 : 1))
