import { randomBytes } from 'node:crypto'
import type { Overlay } from '@klarsprak/termbank'
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type {
  ApiKey,
  Author,
  Edited,
  PatchStep,
  Proposal,
  ProposalStatus,
  Role,
  Storage,
  Versioned,
} from './storage.js'
import { StorageUnavailable } from './storage.js'
import type { Tables } from './tables.js'

/** The storage over any database that Kysely speaks to and `migrate` has been run on. */
export function sqlStorage(db: Kysely<Tables>, kind: Storage['kind']): Storage {
  return {
    kind,
    ping: guarded(async () => void (await sql`select 1`.execute(db))),
    close: () => db.destroy(),

    addUnmet: guarded(async (day, counts) => {
      if (counts.size === 0) return
      await db
        .insertInto('unmet_needs')
        .values([...counts].map(([word, count]) => ({ day, word, count })))
        .onConflict((conflict) =>
          conflict.columns(['day', 'word']).doUpdateSet({ count: sql<number>`unmet_needs.count + excluded.count` }),
        )
        .execute()
    }),
    unmetNeeds: guarded(async ({ since, atLeast, limit }) => {
      const rows = await db
        .selectFrom('unmet_needs')
        .select(({ fn }) => ['word', fn.sum<number | string>('count').as('asked')])
        .where('day', '>=', since)
        .groupBy('word')
        .having(({ fn }) => fn.sum('count'), '>=', atLeast)
        .orderBy('asked', 'desc')
        .orderBy('word')
        .limit(limit)
        .execute()
      return rows.map(({ word, asked }) => ({ word, count: Number(asked) }))
    }),

    organisations: guarded(async () => {
      const rows = await db.selectFrom('organisations').selectAll().orderBy('name').execute()
      return rows.map(({ name, title, created_at }) => ({ name, title, createdAt: created_at }))
    }),
    addOrganisation: guarded(({ name, title, createdAt }, author) =>
      db.transaction().execute(async (step) => {
        const { numInsertedOrUpdatedRows } = await step
          .insertInto('organisations')
          .values({ name, title, created_at: createdAt })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirst()
        const isNew = Number(numInsertedOrUpdatedRows ?? 0) > 0
        if (isNew) await note(step, 'organisation.add', `organisation:${name}`, author)
        return isNew
      }),
    ),
    overlays: guarded(async (organisation) => {
      const rows = await db
        .selectFrom('overlays')
        .selectAll()
        .where('organisation', '=', organisation)
        .orderBy('concept_id')
        .execute()
      return rows.map(overlayOf)
    }),
    saveOverlay: guarded((organisation, overlay, expected, author) =>
      db.transaction().execute(async (step) => {
        const row = {
          organisation,
          concept_id: overlay.concept,
          body: JSON.stringify(overlay),
          version: await nextVersion(step, overlaySubject(organisation, overlay.concept)),
          updated_at: author.at,
          updated_by: author.actor,
        }
        const { body, version, updated_at, updated_by } = row
        // One statement decides who is first, so that two editors at once cannot both be.
        const written =
          expected === 0
            ? (
                await step
                  .insertInto('overlays')
                  .values(row)
                  .onConflict((conflict) => conflict.columns(['organisation', 'concept_id']).doNothing())
                  .executeTakeFirst()
              ).numInsertedOrUpdatedRows
            : (
                await step
                  .updateTable('overlays')
                  .set({ body, version, updated_at, updated_by })
                  .where('organisation', '=', organisation)
                  .where('concept_id', '=', overlay.concept)
                  .where('version', '=', expected)
                  .executeTakeFirst()
              ).numUpdatedRows
        if (Number(written ?? 0) === 0) return refused(await overlayVersion(step, organisation, overlay.concept))
        await keep(step, 'overlay.save', overlaySubject(organisation, overlay.concept), version, body, author)
        return { ok: true, value: overlayOf(row) }
      }),
    ),
    removeOverlay: guarded((organisation, conceptId, expected, author) =>
      db.transaction().execute(async (step): Promise<Edited<undefined>> => {
        const { numDeletedRows } = await step
          .deleteFrom('overlays')
          .where('organisation', '=', organisation)
          .where('concept_id', '=', conceptId)
          .where('version', '=', expected)
          .executeTakeFirst()
        if (Number(numDeletedRows) === 0) return refused(await overlayVersion(step, organisation, conceptId))
        const subject = overlaySubject(organisation, conceptId)
        const version = await nextVersion(step, subject)
        await keep(step, 'overlay.remove', subject, version, null, author)
        return { ok: true, value: { version, value: undefined, updatedAt: author.at, updatedBy: author.actor } }
      }),
    ),
    overlayHistory: guarded(async (organisation, conceptId) => {
      const rows = await db
        .selectFrom('revisions')
        .selectAll()
        .where('subject', '=', overlaySubject(organisation, conceptId))
        .orderBy('version')
        .execute()
      return rows.map(({ version, body, actor, at, reason }) => ({
        version,
        value: body === null ? undefined : JSON.parse(body),
        author: { actor, at, reason },
      }))
    }),

    addProposal: guarded((proposal, author) =>
      db.transaction().execute(async (step) => {
        await step
          .insertInto('proposals')
          .values({
            id: proposal.id,
            concept_id: proposal.conceptId ?? null,
            title: proposal.title,
            operations: JSON.stringify(proposal.operations),
            context: proposal.context ?? null,
            proposed_by: proposal.proposedBy,
            status: proposal.status,
            answer: proposal.answer ?? null,
            version: 1,
            created_at: proposal.createdAt,
            updated_at: author.at,
            updated_by: author.actor,
          })
          .execute()
        await keep(step, 'proposal.add', `proposal:${proposal.id}`, 1, JSON.stringify(proposal), author)
      }),
    ),
    proposal: guarded(async (id) => {
      const row = await db.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : proposalOf(row)
    }),
    proposals: guarded(async ({ status, limit, offset }) => {
      const chosen =
        status === undefined ? db.selectFrom('proposals') : db.selectFrom('proposals').where('status', '=', status)
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
    decideProposal: guarded((id, { status, answer }, expected, author) =>
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
        await keep(
          step,
          `proposal.${status.toLowerCase()}`,
          `proposal:${id}`,
          version,
          JSON.stringify(value.value),
          author,
        )
        return { ok: true, value }
      }),
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
        await note(step, 'api-key.add', `api-key:${key.id}`, author)
      }),
    ),
    apiKeys: guarded(async () =>
      (await db.selectFrom('api_keys').selectAll().orderBy('created_at').orderBy('id').execute()).map(apiKeyOf),
    ),
    apiKeyByHash: guarded(async (hash) => {
      const row = await db.selectFrom('api_keys').selectAll().where('hash', '=', hash).executeTakeFirst()
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
        if (isRevoked) await note(step, 'api-key.revoke', `api-key:${id}`, author)
        return isRevoked
      }),
    ),
    audit: guarded(async (limit) => {
      const rows = await db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit).execute()
      return rows.map(({ id, action, subject, actor, at, reason }) => ({
        id,
        action,
        subject,
        author: { actor, at, reason },
      }))
    }),
  }
}

type Step = Transaction<Tables>

const refused = (version: number) => ({ ok: false, version }) as const
const overlaySubject = (organisation: string, conceptId: string): string => `overlay:${organisation}/${conceptId}`

/** A revision and a line in the audit log; in the same transaction as the edit they are about. */
async function keep(
  step: Step,
  action: string,
  subject: string,
  version: number,
  body: string | null,
  author: Author,
): Promise<void> {
  await step
    .insertInto('revisions')
    .values({ subject, version, body, ...author })
    .execute()
  await note(step, action, subject, author)
}

async function note(step: Step, action: string, subject: string, author: Author): Promise<void> {
  // Ids sort by time; the random part tells what happened in the same millisecond apart.
  const id = `${author.at}-${randomBytes(6).toString('hex')}`
  await step
    .insertInto('audit')
    .values({ id, action, subject, ...author })
    .execute()
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

async function overlayVersion(step: Step, organisation: string, conceptId: string): Promise<number> {
  const row = await step
    .selectFrom('overlays')
    .select('version')
    .where('organisation', '=', organisation)
    .where('concept_id', '=', conceptId)
    .executeTakeFirst()
  return row?.version ?? 0
}

const overlayOf = (row: Selectable<Tables['overlays']>): Versioned<Overlay> => ({
  version: row.version,
  value: JSON.parse(row.body) as Overlay,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
})

const proposalOf = (row: Selectable<Tables['proposals']>): Versioned<Proposal> => ({
  version: row.version,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  value: {
    id: row.id,
    ...(row.concept_id === null ? {} : { conceptId: row.concept_id }),
    title: row.title,
    operations: JSON.parse(row.operations) as readonly PatchStep[],
    ...(row.context === null ? {} : { context: row.context }),
    proposedBy: row.proposed_by,
    status: row.status as ProposalStatus,
    ...(row.answer === null ? {} : { answer: row.answer }),
    createdAt: row.created_at,
  },
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

/** The work with every fault of the database told as `StorageUnavailable`. */
function guarded<Args extends readonly unknown[], T>(
  work: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  return async (...args) => {
    try {
      return await work(...args)
    } catch (cause) {
      throw new StorageUnavailable(cause instanceof Error ? cause.message : String(cause), { cause })
    }
  }
}
