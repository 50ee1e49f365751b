/** The tables, the same in SQLite and PostgreSQL: text and whole numbers, JSON as text, instants as ISO 8601. */
export interface Tables {
  unmet_needs: { day: string; word: string; count: number }
  organisations: { name: string; title: string; created_at: string }
  overlays: {
    organisation: string
    concept_id: string
    body: string
    version: number
    updated_at: string
    updated_by: string
  }
  proposals: {
    id: string
    concept_id: string | null
    title: string
    operations: string
    context: string | null
    proposed_by: string
    status: string
    answer: string | null
    version: number
    created_at: string
    updated_at: string
    updated_by: string
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
  }
  audit: { id: string; action: string; subject: string; actor: string; at: string; reason: string }
}
