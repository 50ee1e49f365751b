import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import type { Tables } from './tables.js'

/** By name, in order. One that has been released is never changed: add another. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-start': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('unmet_needs')
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('word', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('unmet_needs_key', ['day', 'word'])
        .execute()
      await db.schema
        .createTable('organisations')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('overlays')
        .addColumn('organisation', 'text', (column) => column.notNull().references('organisations.name'))
        .addColumn('concept_id', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .addColumn('updated_by', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('overlays_key', ['organisation', 'concept_id'])
        .execute()
      await db.schema
        .createTable('proposals')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('concept_id', 'text')
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('operations', 'text', (column) => column.notNull())
        .addColumn('context', 'text')
        .addColumn('proposed_by', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('answer', 'text')
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .addColumn('updated_by', 'text', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('proposals_by_status').on('proposals').columns(['status', 'created_at']).execute()
      await db.schema
        .createTable('api_keys')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('hash', 'text', (column) => column.notNull().unique())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('organisation', 'text')
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text')
        .addColumn('revoked_at', 'text')
        .execute()
      await db.schema
        .createTable('revisions')
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('body', 'text')
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('revisions_key', ['subject', 'version'])
        .execute()
      await db.schema
        .createTable('audit')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .execute()
    },
  },
  '002-layers': {
    async up(db: Kysely<unknown>) {
      // Overlays become entries of a layer, beside concepts of its own.
      await db.schema
        .createTable('layers')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('version', 'integer', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('entries')
        .addColumn('layer', 'text', (column) => column.notNull().references('layers.name'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('concept_id', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .addColumn('updated_by', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('entries_key', ['layer', 'kind', 'concept_id'])
        .execute()
      await sql`insert into layers (name, version) select name, 1 from organisations`.execute(db)
      await sql`insert into entries (layer, kind, concept_id, body, version, updated_at, updated_by)
        select organisation, 'overlay', concept_id, body, version, updated_at, updated_by from overlays`.execute(db)
      await db.schema.dropTable('overlays').execute()
      for (const [table, column, value] of [
        ['organisations', 'updated_by', "''"],
        ['organisations', 'updated_at', "''"],
        ['proposals', 'layer', "'national'"],
        ['proposals', 'kind', "'concept'"],
        ['proposals', 'proposer_id', "''"],
      ] as const)
        await db.schema
          .alterTable(table)
          .addColumn(column, 'text', (added) => added.notNull().defaultTo(sql.raw(value)))
          .execute()
      await sql`update organisations set updated_at = created_at`.execute(db)
      await db.schema
        .alterTable('organisations')
        .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
        .execute()
      await db.schema.alterTable('proposals').addColumn('idempotency_key', 'text').execute()
      await db.schema
        .createIndex('proposals_once')
        .unique()
        .on('proposals')
        .columns(['proposer_id', 'idempotency_key'])
        .execute()
      await db.schema
        .createIndex('proposals_by_concept')
        .on('proposals')
        .columns(['layer', 'concept_id', 'status'])
        .execute()
      await db.schema.alterTable('revisions').addColumn('layer', 'text').execute()
      await sql`update revisions
        set layer = (select name from organisations where subject like 'overlay:' || name || '/%')
        where subject like 'overlay:%'`.execute(db)
      await db.schema.createIndex('revisions_by_layer').on('revisions').columns(['layer', 'at']).execute()
    },
  },
  '003-unmet-words': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('unmet_words')
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('organisation', 'text', (column) => column.notNull())
        .addColumn('word', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('unmet_words_key', ['day', 'organisation', 'word'])
        .execute()
      await sql`insert into unmet_words (day, organisation, word, count)
        select day, '', word, count from unmet_needs`.execute(db)
      await db.schema.dropTable('unmet_needs').execute()
    },
  },
}

/** Brings the tables up to date. Several servers may start at once: PostgreSQL lets one of them do it. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
