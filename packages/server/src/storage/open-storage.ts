import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from './open-sqlite.js'
import type { Storage } from './storage.js'

/** The embedded database in its folder. */
export const DATABASE_FILE = 'klarsprak.db'

/** PostgreSQL when there is an address, else the embedded database in the folder `data`, else one in memory. */
export async function openStorage({
  databaseUrl,
  data,
}: {
  readonly databaseUrl?: string | undefined
  readonly data?: string | undefined
}): Promise<Storage> {
  // Loaded only when it is used.
  if (databaseUrl !== undefined) return (await import('./open-postgres.js')).openPostgres(databaseUrl)
  if (data === undefined) return openSqlite(':memory:')
  mkdirSync(data, { recursive: true })
  return openSqlite(join(data, DATABASE_FILE))
}
