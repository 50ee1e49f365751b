import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const isBuilt = [
  'packages/server/dist/testing/temporary-postgres.js',
  'packages/linter/dist/cli/commands/serve.js',
  'packages/termbank/dist/bank',
].every((file) => existsSync(join(root, file)))

interface Database {
  readonly name: string
  remove(): void
}
interface Databases {
  embedded(): Database
  hasPostgres(): boolean
  postgres(): Promise<Database>
}
interface Kill {
  killRounds(
    database: Database,
    options: { readonly rounds: number; readonly edits: number },
  ): Promise<readonly { readonly answered: number; readonly lost: number; readonly half: number }[]>
}
const load = (name: string) => import(pathToFileURL(join(root, 'tools/faults', name)).href)

// A short run of npm run faults. Needs node scripts/build.mjs.
describe.skipIf(!isBuilt)('a service that is killed in the middle of edits', async () => {
  if (!isBuilt) return
  const { embedded, hasPostgres, postgres }: Databases = await load('databases.mjs')
  const { killRounds }: Kill = await load('kill.mjs')
  const databases = [
    { name: 'SQLite', open: async () => embedded() },
    ...(hasPostgres() ? [{ name: 'PostgreSQL', open: postgres }] : []),
  ]
  test.each(databases)(
    'has all that was answered and nothing by half: $name',
    async ({ open }) => {
      const database = await open()
      try {
        const results = await killRounds(database, { rounds: 2, edits: 30 })
        for (const result of results) expect(result).toMatchObject({ lost: 0, half: 0 })
        expect(results.reduce((sum, { answered }) => sum + answered, 0)).toBeGreaterThan(5)
      } finally {
        database.remove()
      }
    },
    300_000,
  )
})
