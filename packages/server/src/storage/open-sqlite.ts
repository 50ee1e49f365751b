import { type Driver, Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { migrate } from './migrations.js'
import { sqlStorage } from './sql-storage.js'
import type { Storage } from './storage.js'
import type { Tables } from './tables.js'

/** How long a writer waits for another process that holds the file, in milliseconds. */
const BUSY_TIMEOUT = 5_000

/**
 * SQLite ends a transaction by itself when the disk is full. To roll it back then fails, and that failure would be told
 * instead of why.
 */
class Dialect extends SqliteDialect {
  constructor(private readonly database: Database.Database) {
    // libsql has the interface of better-sqlite3, which is what the dialect needs.
    super({ database: database as unknown as SqliteDatabase })
  }
  override createDriver(): Driver {
    const driver = super.createDriver()
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = async (connection) => {
      if (this.database.inTransaction) await rollback(connection)
    }
    return driver
  }
}

/**
 * The embedded database, in a file or, for `:memory:`, in memory only.
 *
 * A transaction that has been answered is on the disk: the log is flushed at each commit.
 *
 * @param options.random for what must be the same each time, as in examples
 * @param options.mostPages of 4,096 bytes each, to try what happens when there is no room
 */
export async function openSqlite(
  file: string,
  { random, mostPages }: { readonly random?: (size: number) => Buffer; readonly mostPages?: number } = {},
): Promise<Storage> {
  const database = new Database(file)
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    `busy_timeout = ${BUSY_TIMEOUT}`,
    ...(mostPages === undefined ? [] : [`max_page_count = ${mostPages}`]),
  ])
    database.pragma(pragma)
  const db = new Kysely<Tables>({ dialect: new Dialect(database) })
  await migrate(db)
  return sqlStorage(db, 'sqlite', random)
}
