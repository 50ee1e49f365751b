/** The tables, the same in SQLite and PostgreSQL: text and whole numbers, JSON as text, instants as ISO 8601. */
export interface Tables {
  unmet_words: { day: string; organisation: string; word: string; count: number }
  organisations: {
    name: string
    title: string
    created_at: string
    version: number
    updated_at: string
    updated_by: string
  }
  /** Counts the edits of each layer. Its row is what edits of one layer wait for each other at. */
  layers: { name: string; version: number }
  entries: {
    layer: string
    kind: string
    concept_id: string
    body: string
    version: number
    updated_at: string
    updated_by: string
  }
  proposals: {
    id: string
    layer: string
    kind: string
    concept_id: string | null
    title: string
    operations: string
    context: string | null
    proposed_by: string
    proposer_id: string
    status: string
    answer: string | null
    version: number
    created_at: string
    updated_at: string
    updated_by: string
    idempotency_key: string | null
  }
  api_keys: {
    id: string
    hash: string
    name: string
    role: string
    organisation: string | null
    created_at: string
    expires_at: string | null
    revoked_at: string | null
  }
  revisions: {
    subject: string
    version: number
    body: string | null
    actor: string
    at: string
    reason: string
    /** Of an entry: its layer. */
    layer: string | null
  }
  audit: { id: string; action: string; subject: string; actor: string; at: string; reason: string }
}
