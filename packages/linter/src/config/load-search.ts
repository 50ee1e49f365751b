import { loadNationalSearch } from '@klarsprak/termbank'
import { type BankSearch, createBankSearch } from '@klarsprak/termbank/search'
import type { LoadedWords } from './load-words.js'

/** The search in words that have been loaded. For the national bank the build has made what it needs. */
export const searchIn = ({ index, isNational }: Pick<LoadedWords, 'index' | 'isNational'>): BankSearch =>
  createBankSearch(index, isNational ? () => loadNationalSearch(index) : undefined)
