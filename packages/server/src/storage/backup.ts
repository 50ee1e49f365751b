import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { DATABASE_FILE } from './open-storage.js'

/**
 * Copies the embedded database, as it is at one moment, also while a service uses it.
 *
 * @throws {RangeError} when there is nothing to copy, or something where the copy is to be
 */
export function backup(data: string, file: string): void {
  const from = join(data, DATABASE_FILE)
  if (!existsSync(from)) throw new RangeError(`Det finns ingen databas i ${data}. Ange mappen med --data.`)
  if (existsSync(file)) throw new RangeError(`${file} finns redan. Ange en fil som inte finns.`)
  const database = new Database(from)
  try {
    database.prepare('vacuum into ?').run(file)
  } finally {
    database.close()
  }
}
