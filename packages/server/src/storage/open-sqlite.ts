import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { migrate } from './migrations.js'
import { sqlStorage } from './sql-storage.js'
import type { Storage } from './storage.js'
import type { Tables } from './tables.js'

/** How long a writer waits for another process that holds the file, in milliseconds. */
const BUSY_TIMEOUT = 5_000

/**
 * The embedded database, in a file or, for `:memory:`, in memory only.
 *
 * A transaction that has been answered is on the disk: the log is flushed at each commit.
 *
 * @param random for what must be the same each time, as in examples
 */
export async function openSqlite(file: string, random?: (size: number) => Buffer): Promise<Storage> {
  const database = new Database(file)
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    `busy_timeout = ${BUSY_TIMEOUT}`,
  ])
    database.pragma(pragma)
  // libsql has the interface of better-sqlite3, which is what the dialect needs.
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as unknown as SqliteDatabase }) })
  await migrate(db)
  return sqlStorage(db, 'sqlite', random)
}
