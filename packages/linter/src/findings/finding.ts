import type { Span } from '@klarsprak/swedish'
import type { Source } from '@klarsprak/termbank'
import type { SegmentKind } from '../documents/document.js'
import type { Severity } from '../rules/rule.js'

/** Replace `span` of the file by `text`, and by nothing but it. */
export interface Suggestion {
  /** May be wider than the finding's, when an article or an adjective changes too. */
  readonly span: Span
  readonly text: string
  /** May be applied without anyone reading the result. */
  readonly safe: boolean
}

/** What a rule tells a writer about their copy. */
export interface Finding {
  readonly ruleId: string
  readonly conceptId?: string
  readonly severity: Exclude<Severity, 'off'>
  readonly message: string
  /** Why, and what to think of; whole sentences. */
  readonly note?: string
  readonly sources: readonly Source[]
  readonly span: Span
  /** The file's text at `span`. */
  readonly text: string
  /** What kind of text it stands in. */
  readonly kind?: SegmentKind
  /** Where the text is kept in a file of texts: `bokning.knapp.avboka`. */
  readonly keyPath?: string
  /** Best first. */
  readonly suggestions: readonly Suggestion[]
  readonly url: string
  /** The same for the same finding when text above it is edited; see `fingerprint`. */
  readonly fingerprint: string
  /** Set by rules about several files: how often a term of the concept is used in this file. Such a finding is not shown. */
  readonly noted?: TermCount
}

/** How often a file uses one of the terms of a concept. Plain data, so that it can be kept between runs. */
export interface TermCount {
  readonly label: string
  /** Terms are compared with those of the same concept and the same word class only. */
  readonly pos: string
  readonly isPreferred: boolean
  readonly count: number
  /** Left out: Swedish. */
  readonly lang?: string
}
