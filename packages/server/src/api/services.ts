import type { Concept, Problem } from '@klarsprak/termbank'
import type { ExchangeFormat, Written } from '@klarsprak/termbank/exchange'
import type { Authenticate } from '../auth/authenticate.js'
import type { LayeredBanks } from '../bank/layered-banks.js'
import type { ReleaseShelf } from '../bank/release-shelf.js'
import type { ServedBank } from '../bank/served-bank.js'
import type { ApartChecker } from '../checks/apart-checker.js'
import type { AwaitedChecker } from '../checks/checker.js'
import type { Instant, Storage } from '../storage/storage.js'

/** What the operations work with. */
export interface Services {
  readonly bank: ServedBank
  readonly releases: ReleaseShelf
  /** Checks here and now, for short texts; see `checkText`. */
  readonly checker: AwaitedChecker
  /** Checks long texts apart; undefined for an organisation's bank, which the thread does not have. */
  readonly longChecks: ApartChecker | undefined
  /** An address of the service: `/v1` and what comes after it is absolute when the service knows where it stands. */
  link(path: string): string
  /** Where the service stands, for those who need whole addresses: `https://termer.exempel.se`. Empty when nobody knows. */
  origin(): string
  /** The whole bank in a format. */
  exportOf(format: ExchangeFormat): Promise<Written>
  /** What a concept's address begins with in formats that need one; its id comes after. */
  readonly conceptBase: string
  /** The same with an organisation's layer on top; undefined when there is no such organisation. */
  ofOrganisation(name: string): Promise<Services | undefined>
  /** What people have added, beside the releases. */
  readonly storage: Storage
  readonly layers: LayeredBanks
  readonly authenticate: Authenticate
  /** What does not hold of the sentences that a concept carries (`flags`, `allows`), above the national bank. */
  tryExamples(concept: Concept): readonly Problem[]
  now(): Instant
  /** Random bytes, for ids and keys. */
  random(size: number): Buffer
}
