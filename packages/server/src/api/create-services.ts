import type { Rewriter, TermSearch } from '@klarsprak/linter'
import type { TermIndex } from '@klarsprak/termbank'
import { createBankExports } from '../bank/bank-exports.js'
import type { ReleaseShelf } from '../bank/release-shelf.js'
import { createServedBank } from '../bank/served-bank.js'
import { createChecker } from '../checks/checker.js'
import type { Services } from './services.js'

export interface ServicesOptions {
  readonly index: TermIndex & TermSearch
  readonly rewrite: Rewriter
  readonly releases: ReleaseShelf
  /** Where the service stands, as others reach it: `https://termer.exempel.se`. Left out, links begin with a slash. */
  readonly publicUrl?: string | undefined
  /** Where it listens, for whole addresses when nobody has said how others reach it. */
  readonly listensAt?: () => string
  /** Milliseconds that a check may take. */
  readonly budget?: number
}

export async function createServices({
  index,
  rewrite,
  releases,
  publicUrl,
  listensAt = () => '',
  budget,
}: ServicesOptions): Promise<Services> {
  const root = publicUrl?.replace(/\/+$/u, '') ?? ''
  const bank = createServedBank({ index, rewrite })
  const conceptBase = root === '' ? 'urn:klarsprak:begrepp:' : `${root}/begrepp/`
  return {
    bank,
    releases,
    checker: await createChecker({ index, rewrite, ...(budget === undefined ? {} : { budget }) }),
    exportOf: createBankExports({ release: bank.release, concepts: bank.concepts, conceptBase }),
    origin: () => (root === '' ? listensAt() : root),
    link: (path) => root + path,
    conceptBase,
  }
}
