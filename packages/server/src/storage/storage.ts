import type { Concept, Overlay } from '@klarsprak/termbank'

/** A moment as ISO 8601 in UTC: 2026-11-23T08:30:00.000Z. */
export type Instant = string

/** Words that were looked up and not found, on one day. Nothing about who asked is kept. */
export interface UnmetNeed {
  readonly word: string
  readonly count: number
}

export interface Organisation {
  /** A name for addresses: `region-x`. */
  readonly name: string
  readonly title: string
  readonly createdAt: Instant
}

/** Something that is edited under optimistic locking. */
export interface Versioned<T> {
  /** From 1; one more for each edit. */
  readonly version: number
  readonly value: T
  readonly updatedAt: Instant
  readonly updatedBy: string
}

/** Who does something and why; kept with every edit. */
export interface Author {
  readonly actor: string
  readonly at: Instant
  readonly reason: string
}

export interface Revision {
  readonly version: number
  /** The value as it was then; `undefined` when it was taken away. */
  readonly value: unknown
  readonly author: Author
}

export const PROPOSAL_STATUSES = ['OPEN', 'ACCEPTED', 'REJECTED'] as const
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number]

/** One step of JSON Patch (RFC 6902), those that add, replace or remove. */
export interface PatchStep {
  readonly op: 'add' | 'replace' | 'remove'
  readonly path: string
  readonly value?: unknown
}

/** What somebody wants the bank to say. `conceptId` is absent for a concept that is not there yet. */
export interface Proposal {
  readonly id: string
  readonly conceptId?: string
  readonly title: string
  readonly operations: readonly PatchStep[]
  /** The sentence in which the word was met. */
  readonly context?: string
  readonly proposedBy: string
  readonly status: ProposalStatus
  /** What the editor answered. */
  readonly answer?: string
  readonly createdAt: Instant
}

export const ROLES = ['contributor', 'editor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** A key as it is kept: never the key itself, only its hash. */
export interface ApiKey {
  readonly id: string
  /** SHA-256 of the key, in hexadecimal. */
  readonly hash: string
  /** Whom it was given to. */
  readonly name: string
  readonly role: Role
  /** An editor's organisation. */
  readonly organisation?: string
  readonly createdAt: Instant
  readonly expiresAt?: Instant
  readonly revokedAt?: Instant
}

/** The result of an edit that presupposes a version. */
export type Edited<T> =
  | { readonly ok: true; readonly value: Versioned<T> }
  /** Somebody else was first; `version` is what it is now, 0 when it is not there. */
  | { readonly ok: false; readonly version: number }

/**
 * Port: what the service remembers. Everything else comes from the releases of the bank, which are files.
 *
 * An edit that has been answered is kept, whatever happens to the process after that, and none is kept by half.
 * Rejects with `StorageUnavailable` when the database cannot be reached or cannot write.
 */
export interface Storage {
  readonly kind: 'sqlite' | 'postgres'
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>

  addUnmet(day: string, counts: ReadonlyMap<string, number>): Promise<void>
  /** The most wanted words since `day`, those asked for at least `atLeast` times. */
  unmetNeeds(options: {
    readonly since: string
    readonly atLeast: number
    readonly limit: number
  }): Promise<readonly UnmetNeed[]>

  organisations(): Promise<readonly Organisation[]>
  addOrganisation(organisation: Organisation, author: Author): Promise<boolean>
  overlays(organisation: string): Promise<readonly Versioned<Overlay>[]>
  /** Saves an overlay; `expected` is the version it changes, 0 for a new one. */
  saveOverlay(organisation: string, overlay: Overlay, expected: number, author: Author): Promise<Edited<Overlay>>
  removeOverlay(
    organisation: string,
    conceptId: Concept['id'],
    expected: number,
    author: Author,
  ): Promise<Edited<undefined>>
  overlayHistory(organisation: string, conceptId: Concept['id']): Promise<readonly Revision[]>

  addProposal(proposal: Proposal, author: Author): Promise<void>
  proposal(id: string): Promise<Versioned<Proposal> | undefined>
  proposals(options: {
    readonly status?: ProposalStatus
    readonly limit: number
    readonly offset: number
  }): Promise<{ readonly total: number; readonly items: readonly Versioned<Proposal>[] }>
  decideProposal(
    id: string,
    decision: { readonly status: Exclude<ProposalStatus, 'OPEN'>; readonly answer: string },
    expected: number,
    author: Author,
  ): Promise<Edited<Proposal>>

  addApiKey(key: ApiKey, author: Author): Promise<void>
  apiKeys(): Promise<readonly ApiKey[]>
  apiKeyByHash(hash: string): Promise<ApiKey | undefined>
  revokeApiKey(id: string, author: Author): Promise<boolean>

  /** Everything that was done, latest first. */
  audit(limit: number): Promise<readonly AuditEntry[]>
}

export interface AuditEntry {
  readonly id: string
  readonly action: string
  /** What it was done to: `overlay:region-x/c-0001`. */
  readonly subject: string
  readonly author: Author
}

/** The database cannot be reached, or cannot write (a full disk). The message is for the log. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
}
