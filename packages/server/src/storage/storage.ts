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

export interface Paging {
  readonly limit: number
  readonly offset: number
}
export interface Paged<T> {
  readonly total: number
  readonly items: readonly T[]
}

/** What a layer consists of: concepts of its own, and changes to concepts below. */
export const ENTRY_KINDS = ['concept', 'overlay'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** Names an entry of a layer: of an organisation's, or of the coming changes to the national bank. */
export interface EntryKey {
  readonly layer: string
  readonly kind: EntryKind
  /** The concept's id. */
  readonly id: string
}

/** A concept or an overlay, as JSON. The port does not look into it. */
export interface Entry extends EntryKey {
  readonly body: unknown
}

/** What is to become of an entry. */
export interface EntryEdit extends EntryKey {
  /** `undefined` takes the entry away. */
  readonly body: unknown
  /** The version that is changed; 0 for a new one. */
  readonly expected: number
  /** The state of the layer that the edit was examined with; see `layerVersion`. */
  readonly layerVersion: number
}

/** A revision of an entry of a layer, with the one before it. */
export interface LayerRevision extends EntryKey {
  readonly version: number
  readonly before: unknown
  readonly after: unknown
  readonly author: Author
}

export const PROPOSAL_STATUSES = ['OPEN', 'ACCEPTED', 'REJECTED'] as const
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number]

export const PATCH_OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'] as const
/** One step of JSON Patch (RFC 6902). */
export interface PatchStep {
  readonly op: (typeof PATCH_OPERATIONS)[number]
  readonly path: string
  readonly from?: string | undefined
  readonly value?: unknown
}

/** What somebody wants a layer to say. */
export interface Proposal {
  readonly id: string
  readonly layer: string
  readonly kind: EntryKind
  /** Absent for a concept that is not there yet. */
  readonly conceptId?: string
  readonly title: string
  readonly operations: readonly PatchStep[]
  /** The sentence in which the word was met. */
  readonly context?: string
  readonly proposedBy: string
  /** Who that is, whatever the name: `key:…`. */
  readonly proposerId: string
  readonly status: ProposalStatus
  /** What the editor answered. */
  readonly answer?: string
  readonly createdAt: Instant
  /** What the proposer's program calls the call, so that one sent twice is one proposal. */
  readonly idempotencyKey?: string
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
  /** The organisation that an editor edits. */
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
  /** The layer is not what the edit was examined with: examine it again. */
  | { readonly ok: false; readonly version?: undefined }

/**
 * Port: what the service remembers. Everything else comes from the releases of the bank, which are files.
 *
 * An edit that has been answered is kept, whatever happens to the process after that, and none is kept by half.
 * Rejects with `StorageUnavailable` when the database cannot be reached, and with `StorageFull` when it has no room.
 */
export interface Storage {
  readonly kind: 'sqlite' | 'postgres'
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>

  /** @param organisation whose bank was asked; '' for the national one */
  addUnmet(day: string, counts: ReadonlyMap<string, number>, organisation?: string): Promise<void>
  /** The most wanted words since `day`, those asked for at least `atLeast` times. */
  unmetNeeds(options: {
    readonly since: string
    readonly atLeast: number
    readonly limit: number
    /** Left out, everything that was asked of any bank. */
    readonly organisation?: string
  }): Promise<readonly UnmetNeed[]>

  /** By name. */
  organisations(): Promise<readonly Versioned<Organisation>[]>
  organisation(name: string): Promise<Versioned<Organisation> | undefined>
  /** False when there is one with that name. */
  addOrganisation(organisation: Organisation, author: Author): Promise<boolean>
  renameOrganisation(name: string, title: string, expected: number, author: Author): Promise<Edited<Organisation>>

  /** One more for each edit of an entry of the layer; 0 before the first. */
  layerVersion(layer: string): Promise<number>
  /** By kind and id. */
  entries(layer: string): Promise<readonly Versioned<Entry>[]>
  entry(key: EntryKey): Promise<Versioned<Entry> | undefined>
  saveEntry(edit: EntryEdit, author: Author): Promise<Edited<Entry>>
  /** The ids of every concept of its own that a layer has or has had. */
  usedIds(layer: string): Promise<readonly string[]>
  /** What was done to a layer, latest first. */
  layerHistory(layer: string, paging: Paging): Promise<Paged<LayerRevision>>

  /** Every state that something has had, latest first. See `subjects`. */
  revisions(subject: string, paging: Paging): Promise<Paged<Revision>>
  revision(subject: string, version: number): Promise<Revision | undefined>
  /** Every state that anything has had, the earliest first. */
  history(paging: Paging): Promise<Paged<Revision & { readonly subject: string }>>

  /** Adds a proposal; or finds the one that the same proposer has added with the same idempotency key. */
  addProposal(proposal: Proposal, author: Author): Promise<Versioned<Proposal>>
  proposal(id: string): Promise<Versioned<Proposal> | undefined>
  /** Latest first. */
  proposals(options: ProposalFilter & Paging): Promise<Paged<Versioned<Proposal>>>
  /** Decides, and makes the edit that follows from it; both or neither. */
  decideProposal(
    id: string,
    decision: { readonly status: Exclude<ProposalStatus, 'OPEN'>; readonly answer: string },
    expected: number,
    author: Author,
    edit?: EntryEdit,
  ): Promise<Edited<Proposal>>

  addApiKey(key: ApiKey, author: Author): Promise<void>
  apiKeys(): Promise<readonly ApiKey[]>
  apiKey(id: string): Promise<ApiKey | undefined>
  /** False when there is no such key in use. */
  revokeApiKey(id: string, author: Author): Promise<boolean>

  /** Everything that was done, latest first. */
  audit(paging: Paging): Promise<Paged<AuditEntry>>
}

export interface ProposalFilter {
  readonly status?: ProposalStatus | undefined
  readonly layer?: string | undefined
  readonly conceptId?: string | undefined
  readonly proposerId?: string | undefined
}

export interface AuditEntry {
  readonly id: string
  readonly action: string
  /** What it was done to: `overlay:region-x/c-0001`. */
  readonly subject: string
  readonly author: Author
}

/** What the history calls the things that are edited. */
export const subjects = {
  entry: ({ layer, kind, id }: EntryKey): string => `${kind}:${layer}/${id}`,
  organisation: (name: string): string => `organisation:${name}`,
  proposal: (id: string): string => `proposal:${id}`,
  apiKey: (id: string): string => `api-key:${id}`,
}

/** The database cannot be reached. The message is for the log. */
export class StorageUnavailable extends Error {
  override readonly name: string = 'StorageUnavailable'
}

/** The database has no room left. What was to be written is not, and what was there is whole. */
export class StorageFull extends StorageUnavailable {
  override readonly name = 'StorageFull'
}
