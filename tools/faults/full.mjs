// A disk that is full: refused, nothing lost, and healed when there is room again.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embedded } from './databases.mjs'
import { adminKey, startService } from './service.mjs'

/** A small disk of its own. Only root makes one; undefined for others. */
export function smallDisk(size) {
  if (process.getuid?.() !== 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  return {
    folder,
    remove() {
      execFileSync('umount', [folder])
      rmSync(folder, { recursive: true })
    },
  }
}

/** The embedded database on a disk with something else on it, which is taken away to make room. */
export async function fullDisk(disk) {
  const ballast = join(disk.folder, 'annat')
  writeFileSync(ballast, Buffer.alloc(3_000_000, 1))
  const database = embedded(disk.folder)
  const key = await adminKey(database.surroundings)
  const service = await startService(database.surroundings, key)
  try {
    return await fillAndHeal(service, () => rmSync(ballast))
  } finally {
    await service.stop()
    database.remove()
  }
}

/** PostgreSQL whose tables lie on a small disk; its log does not, as it never should. */
export async function fullTablespace(disk, database) {
  const { default: pg } = await import(
    new URL('../../packages/server/node_modules/pg/lib/index.js', import.meta.url).href
  )
  const tables = join(disk.folder, 'tables')
  mkdirSync(tables)
  // The server may run as another user than we do.
  const owner = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }))
  execFileSync('chown', ['-R', String(owner), disk.folder])
  const client = new pg.Client({ connectionString: database.surroundings.databaseUrl })
  await client.connect()
  await client.query(`create tablespace small location '${tables}'`)
  await client.query('create database small_one tablespace small')
  await client.end()
  const databaseUrl = database.surroundings.databaseUrl.replace('/postgres?', '/small_one?')
  const surroundings = { ...database.surroundings, databaseUrl }
  const key = await adminKey(surroundings)
  const ballast = join(disk.folder, 'annat')
  const free = Number(execFileSync('df', ['--output=avail', '-B1', disk.folder], { encoding: 'utf8' }).split('\n')[1])
  writeFileSync(ballast, Buffer.alloc(Math.max(0, free - 1_000_000), 1))
  const service = await startService(surroundings, key)
  try {
    return await fillAndHeal(service, () => rmSync(ballast))
  } finally {
    await service.stop()
  }
}

async function fillAndHeal(service, makeRoom) {
  const checks = []
  const check = (what, is, isRight) => checks.push({ what, is, isRight })
  const PATH = '/organisations/region-x/concepts'
  await service.call('POST', '/organisations', { body: { name: 'region-x', title: 'Region X' } })
  const concept = (n) => ({
    concept: {
      id: `c-${9001 + n}`,
      terms: [
        {
          label: `provord${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(n / 26) % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(n / 676)]}`,
          status: 'preferred',
          gender: 'neuter',
        },
      ],
      notes: Array.from({ length: 8 }, (_, at) => `${n} ${at} ${'x'.repeat(3_500)}`),
    },
    reason: 'Fyller disken.',
  })
  const answered = []
  let refused
  for (let n = 0; n < 2_000 && refused === undefined; n++) {
    const done = await service.call('PUT', `${PATH}/c-${9001 + n}`, { body: concept(n) })
    if (done?.status === 201) answered.push(n)
    else refused = { n, ...done }
  }
  check('edits before it was full', answered.length, answered.length > 5)
  check(
    'edit when full',
    `${refused?.status} ${refused?.body?.code}`,
    refused?.status === 507 && refused.body.code === 'no-room',
  )
  check('Retry-After', refused?.headers?.get('retry-after'), Number(refused?.headers?.get('retry-after')) > 0)
  const missing = await missingOf(service, PATH, answered, concept)
  check('lost while full', missing, missing === 0)
  const half = await service.call('GET', `${PATH}/c-${9001 + refused.n}`)
  const halfHistory = await service.call('GET', `${PATH}/c-${9001 + refused.n}/revisions`)
  check('kept by half', `${half.status}, ${halfHistory.status}`, half.status === 404 && halfHistory.status === 404)
  const lookup = await service.call('GET', '/lookups?word=remissens')
  check('lookups while full', lookup.status, lookup.status === 200)

  makeRoom()
  const healed = await service.call('PUT', `${PATH}/c-${9001 + refused.n}`, { body: concept(refused.n) })
  check('the same edit when there is room', healed?.status, healed?.status === 201)
  const after = await missingOf(service, PATH, [...answered, refused.n], concept)
  check('lost afterwards', after, after === 0)
  return checks
}

async function missingOf(service, path, answered, concept) {
  let missing = 0
  for (const n of answered) {
    const found = await service.call('GET', `${path}/c-${9001 + n}`)
    const isWhole = JSON.stringify(found?.body?.concept?.notes) === JSON.stringify(concept(n).concept.notes)
    if (!isWhole) missing++
  }
  return missing
}
