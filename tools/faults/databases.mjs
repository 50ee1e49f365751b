// The two databases that the service has, each in a place of its own that is taken away afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresBinaries, temporaryPostgres } from '../../packages/server/dist/testing/temporary-postgres.js'

export const hasPostgres = () => postgresBinaries() !== undefined

export function embedded(folder) {
  const data = mkdtempSync(join(folder ?? tmpdir(), 'klarsprak-faults-'))
  return {
    name: 'SQLite',
    surroundings: { data },
    remove: () => rmSync(data, { recursive: true, force: true }),
  }
}

export async function postgres() {
  const data = mkdtempSync(join(tmpdir(), 'klarsprak-faults-'))
  const server = await temporaryPostgres(postgresBinaries())
  return {
    name: 'PostgreSQL',
    surroundings: { data, databaseUrl: server.address },
    server,
    remove() {
      server.remove()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
