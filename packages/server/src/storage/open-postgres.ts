import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrate } from './migrations.js'
import { sqlStorage } from './sql-storage.js'
import type { Storage } from './storage.js'
import type { Tables } from './tables.js'

/** Connections of one server. */
const CONNECTIONS = 10
/** After this many milliseconds a database that does not answer is unavailable. */
const PATIENCE = 5_000

/** PostgreSQL, at an address like `postgres://user@host/name`. The tables are brought up to date. */
export async function openPostgres(address: string): Promise<Storage> {
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    statement_timeout: PATIENCE,
  })
  // A connection that breaks is replaced when it is next needed; what it was doing is rejected.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db)
  return sqlStorage(db, 'postgres')
}
