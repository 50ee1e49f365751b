import type { Content } from '@klarsprak/linter/markup'
import type { CachePolicy } from '../api/operation.js'
import type { Language } from '../api/problems.js'
import type { Services } from '../api/services.js'
import type { Organisation } from '../storage/storage.js'
import type { Assets } from './assets.js'
import type { Say } from './say.js'

/** What a page is made from. */
export interface PageCall {
  readonly lang: Language
  readonly say: Say
  readonly params: Readonly<Record<string, string>>
  /** Of the address, or of the form that was sent; a value that is missing is ''. */
  value(name: string): string
  /** The address of another page in the same language, with what is asked there; it stays within the organisation. */
  href(path: string, query?: Query): string
  /** Where the service stands, as the asker reached it: `https://termer.exempel.se`. */
  readonly origin: string
  /** Whose layer on top of the national bank is shown; undefined for none. */
  readonly organisation: Pick<Organisation, 'name' | 'title'> | undefined
  readonly services: Services
  readonly assets: Assets
  /** Whether anybody may propose; otherwise those with a key. */
  readonly openProposals: boolean
  /** Counts a proposal without a key. The seconds to wait when the address has made too many. */
  countProposal(): Promise<number | undefined>
  /** The OpenAPI description as JSON. */
  openApi(): Promise<string>
}

export interface Page {
  readonly title: string
  readonly description?: string
  readonly main: Content
  readonly status?: number
  /** Scripts that make the page better: names of assets. The page works without them. */
  readonly scripts?: readonly string[]
  /** Not for search engines, since it depends on what somebody has asked. */
  readonly isPrivate?: boolean
  /** Depends on what somebody has sent, and is kept by nobody. */
  readonly isPassing?: boolean
  /** The path of what stands for it in the national bank, when an organisation’s is shown; the same unless said. */
  readonly nationalPath?: string
  /** How long it may be kept; as long as the release unless said. */
  readonly cache?: CachePolicy
  /** Which place in the menu it belongs to. */
  readonly place?: string
  /** Words that were looked up and are not in the bank. */
  readonly missing?: readonly string[]
  /** The same in formats for programs: media type and address. */
  readonly alternates?: readonly { readonly type: string; readonly href: string }[]
}

export interface Redirect {
  readonly redirect: string
}

export type MakePage = (call: PageCall) => Page | Redirect | Promise<Page | Redirect>

export const LANGUAGES: readonly Language[] = ['sv', 'en']

/** Swedish pages stand at the root, English ones below /en. */
export const pathIn = (lang: Language, path: string): string => {
  if (lang === 'sv') return path
  return path === '/' ? '/en' : `/en${path}`
}

/** What is asked at an address; what is undefined is left out. */
export type Query = Readonly<Record<string, string | undefined>>

/** An address with what is asked there. */
export function addressOf(path: string, query: Query): string {
  const asked = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`
}

export const sayIn =
  (lang: Language): Say =>
  (sv, en) =>
    lang === 'sv' ? sv : en
