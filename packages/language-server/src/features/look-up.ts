import type { TermIndex } from '@klarsprak/termbank'
import type { BankSearch } from '@klarsprak/termbank/search'
import type { Texts } from '../texts/texts.js'
import { preferredTerms, showSense } from './show-concept.js'

export interface LookedUp {
  readonly conceptId: string
  readonly label: string
  readonly status: string
  readonly preferred: readonly string[]
  /** All about it, in Markdown. */
  readonly text: string
}

/** What a word may mean, in any form, misspelt, or in somebody's own words. */
export type LookUp = (index: TermIndex, word: string, texts: Texts) => Promise<readonly LookedUp[]>

export function createLookUp(): LookUp {
  const searches = new WeakMap<TermIndex, BankSearch>()
  return async (index, word, texts) => {
    const { createBankSearch } = await import('@klarsprak/termbank/search')
    const search = searches.get(index) ?? createBankSearch(index)
    searches.set(index, search)
    return search
      .search(word, MOST)
      .filter(({ term }) => term.lang === 'sv')
      .map(({ concept, term }) => ({
        conceptId: concept.id,
        label: term.label,
        status: term.status,
        preferred: preferredTerms(concept).map(({ label }) => label),
        text: showSense({ concept, term }, index, texts),
      }))
  }
}

const MOST = 20
