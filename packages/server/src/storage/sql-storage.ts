import { randomBytes } from 'node:crypto'
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type {
  ApiKey,
  Author,
  Edited,
  Entry,
  EntryEdit,
  EntryKey,
  EntryKind,
  Organisation,
  PatchStep,
  Proposal,
  ProposalFilter,
  ProposalStatus,
  Revision,
  Role,
  Storage,
  Versioned,
} from './storage.js'
import { StorageFull, StorageUnavailable, subjects } from './storage.js'
import type { Tables } from './tables.js'

/** The storage over any database that Kysely speaks to and `migrate` has been run on. */
export function sqlStorage(
  db: Kysely<Tables>,
  kind: Storage['kind'],
  random: (size: number) => Buffer = randomBytes,
): Storage {
  const history = keeper(random)
  const { keep, note } = history

  return {
    kind,
    ping: guarded(async () => void (await sql`select 1`.execute(db))),
    close: () => db.destroy(),

    addUnmet: guarded(async (day, counts, organisation = '') => {
      if (counts.size === 0) return
      await db
        .insertInto('unmet_words')
        .values([...counts].map(([word, count]) => ({ day, organisation, word, count })))
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'organisation', 'word'])
            .doUpdateSet({ count: sql<number>`unmet_words.count + excluded.count` }),
        )
        .execute()
    }),
    unmetNeeds: guarded(async ({ since, atLeast, limit, organisation }) => {
      const rows = await db
        .selectFrom('unmet_words')
        .select(({ fn }) => ['word', fn.sum<number | string>('count').as('asked')])
        .where('day', '>=', since)
        .$if(organisation !== undefined, (query) => query.where('organisation', '=', organisation!))
        .groupBy('word')
        .having(({ fn }) => fn.sum('count'), '>=', atLeast)
        .orderBy('asked', 'desc')
        .orderBy('word')
        .limit(limit)
        .execute()
      return rows.map(({ word, asked }) => ({ word, count: Number(asked) }))
    }),

    organisations: guarded(async () =>
      (await db.selectFrom('organisations').selectAll().orderBy('name').execute()).map(organisationOf),
    ),
    organisation: guarded(async (name) => {
      const row = await db.selectFrom('organisations').selectAll().where('name', '=', name).executeTakeFirst()
      return row === undefined ? undefined : organisationOf(row)
    }),
    addOrganisation: guarded((organisation, author) =>
      db.transaction().execute(async (step) => {
        const { name, title, createdAt } = organisation
        const { numInsertedOrUpdatedRows } = await step
          .insertInto('organisations')
          .values({
            name,
            title,
            created_at: createdAt,
            version: 1,
            updated_at: author.at,
            updated_by: author.actor,
          })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirst()
        const isNew = Number(numInsertedOrUpdatedRows ?? 0) > 0
        if (isNew) await keep(step, 'organisation.add', subjects.organisation(name), 1, organisation, author)
        return isNew
      }),
    ),
    renameOrganisation: guarded((name, title, expected, author) =>
      db.transaction().execute(async (step): Promise<Edited<Organisation>> => {
        const { numUpdatedRows } = await step
          .updateTable('organisations')
          .set({ title, version: expected + 1, updated_at: author.at, updated_by: author.actor })
          .where('name', '=', name)
          .where('version', '=', expected)
          .executeTakeFirst()
        const row = await step.selectFrom('organisations').selectAll().where('name', '=', name).executeTakeFirst()
        if (Number(numUpdatedRows) === 0 || row === undefined) return refused(row?.version ?? 0)
        const value = organisationOf(row)
        await keep(step, 'organisation.rename', subjects.organisation(name), value.version, value.value, author)
        return { ok: true, value }
      }),
    ),

    layerVersion: guarded(async (layer) => {
      const row = await db.selectFrom('layers').select('version').where('name', '=', layer).executeTakeFirst()
      return row?.version ?? 0
    }),
    entries: guarded(async (layer) => {
      const rows = await db
        .selectFrom('entries')
        .selectAll()
        .where('layer', '=', layer)
        .orderBy('kind')
        .orderBy('concept_id')
        .execute()
      return rows.map(entryOf)
    }),
    entry: guarded(async (key) => {
      const row = await oneEntry(db, key)
      return row === undefined ? undefined : entryOf(row)
    }),
    saveEntry: guarded((edit, author) =>
      undoing(() =>
        db
          .transaction()
          .execute(async (step) => ({ ok: true, value: await saveEntry(step, edit, author, history) }) as const),
      ),
    ),
    usedIds: guarded(async (layer) => {
      const beginning = subjects.entry({ layer, kind: 'concept', id: '' })
      const rows = await db.selectFrom('revisions').select('subject').distinct().where('layer', '=', layer).execute()
      return rows.flatMap(({ subject }) => (subject.startsWith(beginning) ? subject.slice(beginning.length) : []))
    }),
    layerHistory: guarded(async (layer, { limit, offset }) => {
      const { total } = await db
        .selectFrom('revisions')
        .select(({ fn }) => fn.countAll().as('total'))
        .where('layer', '=', layer)
        .executeTakeFirstOrThrow()
      const rows = await db
        .selectFrom('revisions as one')
        .leftJoin('revisions as before', (join) =>
          join.onRef('before.subject', '=', 'one.subject').onRef('before.version', '=', sql<number>`one.version - 1`),
        )
        .select([
          'one.subject',
          'one.version',
          'one.body',
          'one.actor',
          'one.at',
          'one.reason',
          'before.body as earlier',
        ])
        .where('one.layer', '=', layer)
        .orderBy('one.at', 'desc')
        .orderBy('one.subject')
        .orderBy('one.version', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      const items = rows.map(({ subject, version, body, earlier, actor, at, reason }) => ({
        layer,
        kind: subject.slice(0, subject.indexOf(':')) as EntryKind,
        id: subject.slice(subject.indexOf('/') + 1),
        version,
        before: parsed(earlier),
        after: parsed(body),
        author: { actor, at, reason },
      }))
      return { total: Number(total), items }
    }),

    revisions: guarded(async (subject, { limit, offset }) => {
      const { total } = await db
        .selectFrom('revisions')
        .select(({ fn }) => fn.countAll().as('total'))
        .where('subject', '=', subject)
        .executeTakeFirstOrThrow()
      const rows = await db
        .selectFrom('revisions')
        .selectAll()
        .where('subject', '=', subject)
        .orderBy('version', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      return { total: Number(total), items: rows.map(revisionOf) }
    }),
    revision: guarded(async (subject, version) => {
      const row = await db
        .selectFrom('revisions')
        .selectAll()
        .where('subject', '=', subject)
        .where('version', '=', version)
        .executeTakeFirst()
      return row === undefined ? undefined : revisionOf(row)
    }),

    history: guarded(async ({ limit, offset }) => {
      const { total } = await db
        .selectFrom('revisions')
        .select(({ fn }) => fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await db
        .selectFrom('revisions')
        .selectAll()
        .orderBy('at')
        .orderBy('subject')
        .orderBy('version')
        .limit(limit)
        .offset(offset)
        .execute()
      return { total: Number(total), items: rows.map((row) => ({ subject: row.subject, ...revisionOf(row) })) }
    }),

    addProposal: guarded((proposal, author) =>
      db.transaction().execute(async (step) => {
        const row = {
          id: proposal.id,
          layer: proposal.layer,
          kind: proposal.kind,
          concept_id: proposal.conceptId ?? null,
          title: proposal.title,
          operations: JSON.stringify(proposal.operations),
          context: proposal.context ?? null,
          proposed_by: proposal.proposedBy,
          proposer_id: proposal.proposerId,
          status: proposal.status,
          answer: proposal.answer ?? null,
          version: 1,
          created_at: proposal.createdAt,
          updated_at: author.at,
          updated_by: author.actor,
          idempotency_key: proposal.idempotencyKey ?? null,
        }
        const { numInsertedOrUpdatedRows } = await step
          .insertInto('proposals')
          .values(row)
          .onConflict((conflict) => conflict.columns(['proposer_id', 'idempotency_key']).doNothing())
          .executeTakeFirst()
        if (Number(numInsertedOrUpdatedRows ?? 0) === 0) {
          const earlier = await step
            .selectFrom('proposals')
            .selectAll()
            .where('proposer_id', '=', proposal.proposerId)
            .where('idempotency_key', '=', row.idempotency_key)
            .executeTakeFirstOrThrow()
          return proposalOf(earlier)
        }
        await keep(step, 'proposal.add', subjects.proposal(proposal.id), 1, proposal, author)
        return proposalOf(row)
      }),
    ),
    proposal: guarded(async (id) => {
      const row = await db.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : proposalOf(row)
    }),
    proposals: guarded(async ({ limit, offset, ...filter }) => {
      const chosen = filtered(db, filter)
      const { total } = await chosen.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow()
      const rows = await chosen
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute()
      return { total: Number(total), items: rows.map(proposalOf) }
    }),
    decideProposal: guarded((id, { status, answer }, expected, author, edit) =>
      undoing(() =>
        db.transaction().execute(async (step): Promise<Edited<Proposal>> => {
          const version = expected + 1
          const { numUpdatedRows } = await step
            .updateTable('proposals')
            .set({ status, answer, version, updated_at: author.at, updated_by: author.actor })
            .where('id', '=', id)
            .where('version', '=', expected)
            .where('status', '=', 'OPEN')
            .executeTakeFirst()
          const row = await step.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst()
          if (Number(numUpdatedRows) === 0 || row === undefined) return refused(row?.version ?? 0)
          const value = proposalOf(row)
          await keep(step, `proposal.${status.toLowerCase()}`, subjects.proposal(id), version, value.value, author)
          if (edit === undefined) return { ok: true, value }
          await saveEntry(step, edit, author, history).catch((error: unknown) => {
            // The version of the entry says nothing to one who decides about a proposal.
            throw error instanceof Undone ? new Undone() : error
          })
          return { ok: true, value }
        }),
      ),
    ),

    addApiKey: guarded((key, author) =>
      db.transaction().execute(async (step) => {
        await step
          .insertInto('api_keys')
          .values({
            id: key.id,
            hash: key.hash,
            name: key.name,
            role: key.role,
            organisation: key.organisation ?? null,
            created_at: key.createdAt,
            expires_at: key.expiresAt ?? null,
            revoked_at: key.revokedAt ?? null,
          })
          .execute()
        await note(step, 'api-key.add', subjects.apiKey(key.id), author)
      }),
    ),
    apiKeys: guarded(async () =>
      (await db.selectFrom('api_keys').selectAll().orderBy('created_at').orderBy('id').execute()).map(apiKeyOf),
    ),
    apiKey: guarded(async (id) => {
      const row = await db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : apiKeyOf(row)
    }),
    revokeApiKey: guarded((id, author) =>
      db.transaction().execute(async (step) => {
        const { numUpdatedRows } = await step
          .updateTable('api_keys')
          .set({ revoked_at: author.at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirst()
        const isRevoked = Number(numUpdatedRows) > 0
        if (isRevoked) await note(step, 'api-key.revoke', subjects.apiKey(id), author)
        return isRevoked
      }),
    ),
    audit: guarded(async ({ limit, offset }) => {
      const { total } = await db
        .selectFrom('audit')
        .select(({ fn }) => fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute()
      const items = rows.map(({ id, action, subject, actor, at, reason }) => ({
        id,
        action,
        subject,
        author: { actor, at, reason },
      }))
      return { total: Number(total), items }
    }),
  }
}

type Step = Transaction<Tables>

const refused = (version: number) => ({ ok: false, version }) as const

/** Thrown within a transaction to take back what it has done. `version` is what the entry has instead. */
class Undone extends Error {
  constructor(readonly version?: number) {
    super('Somebody else was first.')
  }
}

/** Work whose transaction takes itself back when what it was examined with is no longer so. */
async function undoing<T>(work: () => Promise<Edited<T>>): Promise<Edited<T>> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Undone)) throw error
    return error.version === undefined ? { ok: false } : refused(error.version)
  }
}

const oneEntry = (db: Kysely<Tables>, { layer, kind, id }: EntryKey) =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('layer', '=', layer)
    .where('kind', '=', kind)
    .where('concept_id', '=', id)
    .executeTakeFirst()

/**
 * Edits of one layer are made one after the other: the first statement takes the layer's row, and gives up when the
 * layer has changed since the edit was examined.
 *
 * @throws {Undone} when the entry or the layer has changed
 */
async function saveEntry(step: Step, edit: EntryEdit, author: Author, { keep }: Keeper): Promise<Versioned<Entry>> {
  const { layer, kind, id, body, expected, layerVersion } = edit
  const taken =
    layerVersion === 0
      ? (
          await step
            .insertInto('layers')
            .values({ name: layer, version: 1 })
            .onConflict((conflict) => conflict.column('name').doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await step
            .updateTable('layers')
            .set({ version: layerVersion + 1 })
            .where('name', '=', layer)
            .where('version', '=', layerVersion)
            .executeTakeFirst()
        ).numUpdatedRows
  const current = await oneEntry(step, edit)
  if ((current?.version ?? 0) !== expected) throw new Undone(current?.version ?? 0)
  if (Number(taken ?? 0) === 0) throw new Undone()
  const subject = subjects.entry(edit)
  const row = {
    layer,
    kind,
    concept_id: id,
    body: JSON.stringify(body ?? null),
    version: await nextVersion(step, subject),
    updated_at: author.at,
    updated_by: author.actor,
  }
  if (body === undefined)
    await step
      .deleteFrom('entries')
      .where('layer', '=', layer)
      .where('kind', '=', kind)
      .where('concept_id', '=', id)
      .execute()
  else
    await step
      .insertInto('entries')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['layer', 'kind', 'concept_id']).doUpdateSet(({ ref }) => ({
          body: ref('excluded.body'),
          version: ref('excluded.version'),
          updated_at: ref('excluded.updated_at'),
          updated_by: ref('excluded.updated_by'),
        })),
      )
      .execute()
  await keep(step, `${kind}.${body === undefined ? 'remove' : 'save'}`, subject, row.version, body, author, layer)
  return entryOf(row)
}

interface Keeper {
  keep(
    step: Step,
    action: string,
    subject: string,
    version: number,
    value: unknown,
    author: Author,
    layer?: string,
  ): Promise<void>
  note(step: Step, action: string, subject: string, author: Author): Promise<void>
}

/** What writes the history, in the same transaction as the edit that it is about. */
function keeper(random: (size: number) => Buffer): Keeper {
  /** A line in the audit log. */
  const note: Keeper['note'] = async (step, action, subject, author) => {
    // Ids sort by time; the random part tells what happened in the same millisecond apart.
    const id = `${author.at}-${random(6).toString('hex')}`
    await step
      .insertInto('audit')
      .values({ id, action, subject, ...author })
      .execute()
  }
  return {
    note,
    /** A revision and a line in the audit log. */
    async keep(step, action, subject, version, value, author, layer) {
      const body = value === undefined ? null : JSON.stringify(value)
      await step
        .insertInto('revisions')
        .values({ subject, version, body, layer: layer ?? null, ...author })
        .execute()
      await note(step, action, subject, author)
    },
  }
}

/** Versions go on counting after a value has been taken away, so that an old one is never taken for a new one. */
async function nextVersion(step: Step, subject: string): Promise<number> {
  const { last } = await step
    .selectFrom('revisions')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

function filtered(db: Kysely<Tables>, { status, layer, conceptId, proposerId }: ProposalFilter) {
  let query = db.selectFrom('proposals')
  if (status !== undefined) query = query.where('status', '=', status)
  if (layer !== undefined) query = query.where('layer', '=', layer)
  if (conceptId !== undefined) query = query.where('concept_id', '=', conceptId)
  if (proposerId !== undefined) query = query.where('proposer_id', '=', proposerId)
  return query
}

const parsed = (body: string | null): unknown => (body === null ? undefined : JSON.parse(body))

const versioned = <T>(
  { version, updated_at, updated_by }: { version: number; updated_at: string; updated_by: string },
  value: T,
): Versioned<T> => ({ version, value, updatedAt: updated_at, updatedBy: updated_by })

const organisationOf = (row: Selectable<Tables['organisations']>): Versioned<Organisation> =>
  versioned(row, { name: row.name, title: row.title, createdAt: row.created_at })

const entryOf = (row: Selectable<Tables['entries']>): Versioned<Entry> =>
  versioned(row, { layer: row.layer, kind: row.kind as EntryKind, id: row.concept_id, body: JSON.parse(row.body) })

const revisionOf = ({ version, body, actor, at, reason }: Selectable<Tables['revisions']>): Revision => ({
  version,
  value: parsed(body),
  author: { actor, at, reason },
})

const proposalOf = (row: Selectable<Tables['proposals']>): Versioned<Proposal> =>
  versioned(row, {
    id: row.id,
    layer: row.layer,
    kind: row.kind as EntryKind,
    ...(row.concept_id === null ? {} : { conceptId: row.concept_id }),
    title: row.title,
    operations: JSON.parse(row.operations) as readonly PatchStep[],
    ...(row.context === null ? {} : { context: row.context }),
    proposedBy: row.proposed_by,
    proposerId: row.proposer_id,
    status: row.status as ProposalStatus,
    ...(row.answer === null ? {} : { answer: row.answer }),
    createdAt: row.created_at,
    ...(row.idempotency_key === null ? {} : { idempotencyKey: row.idempotency_key }),
  })

const apiKeyOf = (row: Selectable<Tables['api_keys']>): ApiKey => ({
  id: row.id,
  hash: row.hash,
  name: row.name,
  role: row.role as Role,
  ...(row.organisation === null ? {} : { organisation: row.organisation }),
  createdAt: row.created_at,
  ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
  ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
})

/** How SQLite and PostgreSQL say that there is no room: SQLITE_FULL and disk_full. */
const NO_ROOM = /SQLITE_FULL|database or disk is full|ENOSPC|No space left on device/u
const NO_ROOM_POSTGRES = '53100'

/** The work with every fault of the database told as `StorageUnavailable` or `StorageFull`. */
function guarded<Args extends readonly unknown[], T>(
  work: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  return async (...args) => {
    try {
      return await work(...args)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
      const isFull = code === NO_ROOM_POSTGRES || NO_ROOM.test(`${code} ${message}`)
      throw new (isFull ? StorageFull : StorageUnavailable)(message, { cause })
    }
  }
}
