import { randomBytes } from 'node:crypto'
import { checkExamplesOf, type Rewriter, type TermSearch } from '@klarsprak/linter'
import { type Bank, type Concept, compileIndex, type Layer, type TermIndex } from '@klarsprak/termbank'
import type { SearchTables } from '@klarsprak/termbank/search'
import { createAuthenticator } from '../auth/authenticate.js'
import type { Caller } from '../auth/caller.js'
import { createBankExports } from '../bank/bank-exports.js'
import { createLayeredBanks } from '../bank/layered-banks.js'
import type { ReleaseShelf } from '../bank/release-shelf.js'
import { createServedBank } from '../bank/served-bank.js'
import type { ApartChecker } from '../checks/apart-checker.js'
import { checkerWhenAsked, createChecker } from '../checks/checker.js'
import type { Instant, Storage } from '../storage/storage.js'
import type { Services } from './services.js'

type Index = TermIndex & TermSearch

export interface CompiledBank {
  readonly index: Index
  /** What searches need of it; made from the index when left out. */
  readonly prepareSearch?: (() => SearchTables) | undefined
}

export interface ServicesOptions {
  readonly index: Index
  readonly rewrite: Rewriter
  /** What searches in `index` need, when it has been made before. */
  readonly prepareSearch?: CompiledBank['prepareSearch']
  readonly releases: ReleaseShelf
  readonly storage: Storage
  /** Makes the bank of an organisation ready, from its layers put together and its own; by the terms alone when left out. */
  readonly compile?: (bank: Bank, own: Layer) => Promise<CompiledBank>
  /** Makes a small bank ready to try examples with; by the terms alone when left out. */
  readonly compileSmall?: (bank: Bank) => TermSearch
  /** Reads the tokens of those who have signed in elsewhere. Left out, only keys are taken. */
  readonly tokens?: ((token: string) => Promise<Caller | undefined>) | undefined
  /** Where the service stands, as others reach it: `https://termer.exempel.se`. Left out, links begin with a slash. */
  readonly publicUrl?: string | undefined
  /** Where it listens, for whole addresses when nobody has said how others reach it. */
  readonly listensAt?: () => string
  /** A thread for long texts. Left out, they are checked like others. */
  readonly longChecks?: ApartChecker | undefined
  /** Milliseconds that a check may take. */
  readonly budget?: number
  readonly now?: () => Instant
  readonly random?: (size: number) => Buffer
}

/** Letters of examples that are tried: more than any concept has, and so few that nobody has to wait for them. */
const MOST_TRIED = 10_000

const lengthOf = ({ flags = [], allows = [] }: Concept): number =>
  [...flags, ...allows].reduce((sum, { length }) => sum + length, 0)

/** The operations that answer from an organisation's bank; links from one such answer to another stay within it. */
const LAYERED = /^\/v1\/(?:concepts|lookups|replacements|suggestions|guides|checks|exports)\b/u

export function createServices(options: ServicesOptions): Services {
  const { index, rewrite, releases, storage, tokens, publicUrl, budget, random = randomBytes } = options
  const {
    compile = async (bank: Bank): Promise<CompiledBank> => ({ index: compileIndex(bank) }),
    compileSmall = compileIndex,
    now = () => new Date().toISOString(),
    listensAt = () => '',
  } = options
  const root = publicUrl?.replace(/\/+$/u, '') ?? ''
  const conceptBase = root === '' ? 'urn:klarsprak:begrepp:' : `${root}/begrepp/`
  const national = serveBank(options)
  const layers = createLayeredBanks({ national: national.bank, storage })
  const theirs = new WeakMap<Bank, Promise<ReturnType<typeof serveBank>>>()

  function serveBank({ index: over, prepareSearch }: CompiledBank) {
    const bank = createServedBank({ index: over, rewrite, prepareSearch })
    return {
      bank,
      checker: checkerWhenAsked(() =>
        createChecker({ index: over, rewrite, ...(budget === undefined ? {} : { budget }) }),
      ),
      longChecks: over === index ? options.longChecks : undefined,
      exportOf: createBankExports(bank, conceptBase),
    }
  }

  const services: Services = {
    ...national,
    releases,
    origin: () => (root === '' ? listensAt() : root),
    link: (path) => root + path,
    conceptBase,
    async ofOrganisation(name) {
      const layer = await layers.of(name)
      if (layer === undefined) return undefined
      const { bank, own } = layer
      let made = bank === undefined ? Promise.resolve(national) : theirs.get(bank)
      if (made === undefined) {
        made = compile(bank!, own!).then(serveBank)
        theirs.set(bank!, made)
        made.catch(() => theirs.delete(bank!))
      }
      const within = (path: string): string =>
        LAYERED.test(path) && !path.includes('organisation=')
          ? `${path}${path.includes('?') ? '&' : '?'}organisation=${encodeURIComponent(name)}`
          : path
      return { ...services, ...(await made), link: (path) => root + within(path) }
    },
    storage,
    layers,
    authenticate: createAuthenticator({ storage, tokens, now }),
    tryExamples: (concept) =>
      lengthOf(concept) > MOST_TRIED
        ? []
        : checkExamplesOf({ concepts: [concept] }, { index, rewrite, compile: compileSmall }, 'draft'),
    now,
    random,
  }
  return services
}
