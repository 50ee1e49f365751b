import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openPostgres } from './open-postgres.js'
import { openSqlite } from './open-sqlite.js'
import type { Storage } from './storage.js'

/** PostgreSQL when there is an address, else the embedded database in the folder `data`, else one in memory. */
export async function openStorage({
  databaseUrl,
  data,
}: {
  readonly databaseUrl?: string | undefined
  readonly data?: string | undefined
}): Promise<Storage> {
  if (databaseUrl !== undefined) return openPostgres(databaseUrl)
  if (data === undefined) return openSqlite(':memory:')
  mkdirSync(data, { recursive: true })
  return openSqlite(join(data, 'klarsprak.db'))
}
