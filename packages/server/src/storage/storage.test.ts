import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresBinaries, type TemporaryPostgres, temporaryPostgres } from '../testing/temporary-postgres.js'
import { openSqlite } from './open-sqlite.js'
import { openStorage } from './open-storage.js'
import type { Author, EntryKey, Proposal, Storage } from './storage.js'
import { StorageFull, StorageUnavailable, subjects } from './storage.js'

const author = (reason = 'Prov'): Author => ({ actor: 'anna', at: '2026-11-23T08:00:00.000Z', reason })
const proposal = (id: string, createdAt = '2026-11-23T08:00:00.000Z'): Proposal => ({
  id,
  layer: 'national',
  kind: 'concept',
  conceptId: 'c-0001',
  title: 'Avråd från portal',
  operations: [{ op: 'add', path: '/terms/-', value: { label: 'vårdingång' } }],
  proposedBy: 'Anna',
  proposerId: 'key:1',
  status: 'OPEN',
  createdAt,
})

const all = { limit: 100, offset: 0 }

const binaries = postgresBinaries()
if (binaries === undefined) console.warn('PostgreSQL was not found (initdb), so its storage is not tested.')

interface Engine {
  readonly name: string
  open(): Promise<Storage>
  start(): Promise<void>
  end(): void
}

const folder = mkdtempSync(join(tmpdir(), 'klarsprak-'))
let postgres: TemporaryPostgres | undefined
const engines: readonly Engine[] = [
  {
    name: 'the embedded database',
    start: async () => undefined,
    open: () => openStorage({ data: folder }),
    end: () => rmSync(folder, { recursive: true, force: true }),
  },
  ...(binaries === undefined
    ? []
    : [
        {
          name: 'PostgreSQL',
          start: async () => void (postgres = await temporaryPostgres(binaries)),
          open: () => openStorage({ databaseUrl: postgres!.address }),
          end: () => postgres?.remove(),
        },
      ]),
]

describe.each(engines)('$name', ({ open, start, end }) => {
  let storage: Storage
  beforeAll(async () => {
    await start()
    storage = await open()
  }, 60_000)
  afterAll(async () => {
    await storage.close()
    end()
  })

  test('answers', async () => {
    await expect(storage.ping()).resolves.toBeUndefined()
  })

  test('counts words that were not found, by day, and shows those that several have asked for', async () => {
    await storage.addUnmet('2026-11-22', new Map([['vårdvakt', 2]]))
    await storage.addUnmet(
      '2026-11-23',
      new Map([
        ['vårdvakt', 3],
        ['remissvar', 1],
      ]),
    )
    await storage.addUnmet('2026-11-23', new Map([['vårdvakt', 1]]))
    await storage.addUnmet('2026-11-23', new Map())
    const from = (since: string, atLeast: number) => storage.unmetNeeds({ since, atLeast, limit: 10 })
    expect(await from('2026-11-22', 1)).toEqual([
      { word: 'vårdvakt', count: 6 },
      { word: 'remissvar', count: 1 },
    ])
    expect(await from('2026-11-23', 3)).toEqual([{ word: 'vårdvakt', count: 4 }])
    expect(await from('2026-11-24', 1)).toEqual([])
  })

  test('an organisation is added once, and renamed by whoever has its latest version', async () => {
    const region = { name: 'region-x', title: 'Region X', createdAt: '2026-11-23T08:00:00.000Z' }
    expect(await storage.addOrganisation(region, author())).toBe(true)
    expect(await storage.addOrganisation({ ...region, title: 'En annan' }, author())).toBe(false)
    expect(await storage.organisations()).toMatchObject([{ version: 1, value: region }])
    expect(await storage.renameOrganisation('region-x', 'Region Exempel', 1, author('Nytt namn'))).toMatchObject({
      ok: true,
      value: { version: 2, value: { title: 'Region Exempel' } },
    })
    expect(await storage.renameOrganisation('region-x', 'X', 1, author())).toEqual({ ok: false, version: 2 })
    expect(await storage.renameOrganisation('region-y', 'Y', 1, author())).toEqual({ ok: false, version: 0 })
    expect(await storage.organisation('region-x')).toMatchObject({ version: 2 })
    expect(await storage.organisation('region-y')).toBeUndefined()
    const { items } = await storage.revisions(subjects.organisation('region-x'), all)
    expect(items.map(({ version, author }) => [version, author.reason])).toEqual([
      [2, 'Nytt namn'],
      [1, 'Prov'],
    ])
  })

  const key = { layer: 'region-x', kind: 'overlay', id: 'c-0001' } as const
  const save = async (body: unknown, expected: number, reason = 'Prov', entry: EntryKey = key) =>
    storage.saveEntry(
      { ...entry, body, expected, layerVersion: await storage.layerVersion(entry.layer) },
      author(reason),
    )

  test('an entry is edited by whoever has its latest version, and every state is kept', async () => {
    const overlay = { concept: 'c-0001', reason: 'Vår tjänst heter så.', prefer: 'vårdportal' }
    const changed = { ...overlay, prefer: 'vårdingång' }
    expect(await storage.layerVersion('region-x')).toBe(0)
    expect(await storage.entry(key)).toBeUndefined()
    const saved = await save(overlay, 0, 'Första')
    expect(saved).toMatchObject({
      ok: true,
      value: { version: 1, value: { ...key, body: overlay }, updatedBy: 'anna' },
    })
    expect(await save(changed, 0)).toEqual({ ok: false, version: 1 })
    expect(await save(changed, 7)).toEqual({ ok: false, version: 1 })
    expect(await save(changed, 1, 'Andra')).toMatchObject({ ok: true, value: { version: 2, value: { body: changed } } })
    expect(await storage.entry(key)).toMatchObject({ version: 2, value: { body: changed } })
    expect(await save(undefined, 1)).toEqual({ ok: false, version: 2 })
    expect(await save(undefined, 2, 'Bort')).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await storage.entries('region-x')).toEqual([])
    // A new one is not taken for the one that was there before.
    expect(await save(overlay, 0, 'Åter')).toMatchObject({ value: { version: 4 } })
    expect(await storage.layerVersion('region-x')).toBe(4)
    const { total, items } = await storage.revisions(subjects.entry(key), { limit: 3, offset: 1 })
    expect(total).toBe(4)
    expect(items.map(({ version, value, author }) => [version, value, author.reason])).toEqual([
      [3, undefined, 'Bort'],
      [2, changed, 'Andra'],
      [1, overlay, 'Första'],
    ])
    expect(await storage.revision(subjects.entry(key), 2)).toMatchObject({ value: changed })
    expect(await storage.revision(subjects.entry(key), 9)).toBeUndefined()
  })

  test('an edit that was examined with another state of the layer is not made', async () => {
    const edit = { ...key, id: 'c-0009', body: {}, expected: 0, layerVersion: 1 }
    expect(await storage.saveEntry(edit, author())).toEqual({ ok: false })
    expect(await storage.entry(edit)).toBeUndefined()
  })

  test('of many editors at once, one is first', async () => {
    const entry = { layer: 'region-z', kind: 'concept', id: 'c-9001' } as const
    const edits = await Promise.all(Array.from({ length: 8 }, (_, n) => save({ n }, 0, `Nummer ${n}`, entry)))
    expect(edits.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await storage.revisions(subjects.entry(entry), all)).total).toBe(1)
    expect(await storage.layerVersion('region-z')).toBe(1)
    expect(await storage.usedIds('region-z')).toEqual(['c-9001'])
    expect(await storage.usedIds('region-x')).toEqual([])
  })

  test('the history of a layer tells each state with the one before it', async () => {
    const { total, items } = await storage.layerHistory('region-x', { limit: 2, offset: 0 })
    expect(total).toBe(4)
    expect(items).toMatchObject([
      { kind: 'overlay', id: 'c-0001', version: 4, before: undefined, after: { prefer: 'vårdportal' } },
      { kind: 'overlay', id: 'c-0001', version: 3, before: { prefer: 'vårdingång' }, after: undefined },
    ])
  })

  test('a proposal is decided once', async () => {
    await storage.addProposal(proposal('p-1'), author())
    await storage.addProposal(proposal('p-2', '2026-11-23T09:00:00.000Z'), author())
    expect(await storage.proposal('p-1')).toMatchObject({ version: 1, value: proposal('p-1') })
    expect(await storage.proposal('p-0')).toBeUndefined()
    const decision = { status: 'ACCEPTED', answer: 'Tack!' } as const
    expect(await storage.decideProposal('p-1', decision, 1, author())).toMatchObject({
      ok: true,
      value: { version: 2, value: { status: 'ACCEPTED', answer: 'Tack!' } },
    })
    expect(await storage.decideProposal('p-1', { ...decision, status: 'REJECTED' }, 2, author())).toEqual({
      ok: false,
      version: 2,
    })
    expect(await storage.decideProposal('p-0', decision, 1, author())).toEqual({ ok: false, version: 0 })
    const open = await storage.proposals({ status: 'OPEN', ...all })
    expect(open).toMatchObject({ total: 1, items: [{ value: { id: 'p-2' } }] })
    const second = await storage.proposals({ limit: 1, offset: 1 })
    expect(second).toMatchObject({ total: 2, items: [{ value: { id: 'p-1' } }] })
    const of = async (filter: object) => (await storage.proposals({ ...filter, ...all })).total
    expect(await of({ conceptId: 'c-0001', layer: 'national', proposerId: 'key:1' })).toBe(2)
    expect(await of({ conceptId: 'c-0002' })).toBe(0)
    expect(await of({ layer: 'region-x' })).toBe(0)
    expect(await of({ proposerId: 'key:2' })).toBe(0)
  })

  test('a proposal and what follows from it are kept together or not at all', async () => {
    const decision = { status: 'ACCEPTED', answer: 'Tack!' } as const
    const edit = { layer: 'national', kind: 'concept', id: 'c-0001', body: { id: 'c-0001' }, expected: 0 } as const
    for (const not of [
      { ...edit, layerVersion: 5 },
      { ...edit, layerVersion: 0, expected: 3 },
    ])
      expect(await storage.decideProposal('p-2', decision, 1, author(), not)).toEqual({ ok: false })
    expect(await storage.proposal('p-2')).toMatchObject({ version: 1, value: { status: 'OPEN' } })
    expect(await storage.layerVersion('national')).toBe(0)
    const done = await storage.decideProposal('p-2', decision, 1, author(), { ...edit, layerVersion: 0 })
    expect(done).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await storage.entry(edit)).toMatchObject({ version: 1, value: { body: edit.body } })
  })

  test('a proposal that is sent twice under one name is one', async () => {
    const sent = { ...proposal('p-3'), idempotencyKey: 'a' }
    expect(await storage.addProposal(sent, author())).toMatchObject({ value: { id: 'p-3' } })
    expect(await storage.addProposal({ ...sent, id: 'p-4' }, author())).toMatchObject({ value: { id: 'p-3' } })
    expect(await storage.addProposal({ ...sent, id: 'p-5', proposerId: 'key:2' }, author())).toMatchObject({
      value: { id: 'p-5' },
    })
    expect(await storage.proposal('p-4')).toBeUndefined()
  })

  test('a key is found by its id, and revoked once', async () => {
    const key = {
      id: 'k-1',
      hash: 'ab'.repeat(32),
      name: 'Anna',
      role: 'editor',
      organisation: 'region-x',
      createdAt: '2026-11-23T08:00:00.000Z',
    } as const
    await storage.addApiKey(key, author())
    expect(await storage.apiKey('k-1')).toEqual(key)
    expect(await storage.apiKey('k-2')).toBeUndefined()
    expect(await storage.revokeApiKey('k-1', author())).toBe(true)
    expect(await storage.revokeApiKey('k-1', author())).toBe(false)
    expect(await storage.apiKeys()).toEqual([{ ...key, revokedAt: author().at }])
  })

  test('everything that was done is in the log', async () => {
    const { total, items } = await storage.audit({ limit: 1_000, offset: 0 })
    expect(total).toBe(items.length)
    expect([...new Set(items.map(({ action }) => action))].sort()).toEqual([
      'api-key.add',
      'api-key.revoke',
      'concept.save',
      'organisation.add',
      'organisation.rename',
      'overlay.remove',
      'overlay.save',
      'proposal.accepted',
      'proposal.add',
    ])
    expect((await storage.audit({ limit: 2, offset: 1 })).items).toEqual(items.slice(1, 3))
  })

  test('opened again, it has what was saved', async () => {
    const again = await open()
    expect((await again.entries('region-x')).map(({ value }) => value.id)).toEqual(['c-0001'])
    await again.close()
  })
})

describe.skipIf(binaries === undefined)('PostgreSQL that goes away', () => {
  test('is unavailable, and heals when it is back', async () => {
    const server = await temporaryPostgres(binaries!)
    const storage = await openStorage({ databaseUrl: server.address })
    server.stop('immediate')
    await expect(storage.ping()).rejects.toBeInstanceOf(StorageUnavailable)
    await expect(storage.addUnmet('2026-11-23', new Map([['ord', 1]]))).rejects.toBeInstanceOf(StorageUnavailable)
    await server.start()
    await storage.addUnmet('2026-11-23', new Map([['ord', 1]]))
    expect(await storage.unmetNeeds({ since: '2026-11-23', atLeast: 1, limit: 1 })).toEqual([{ word: 'ord', count: 1 }])
    await storage.close()
    server.remove()
  }, 60_000)
})

test('an embedded database without room says so, has kept what was answered, and takes the edit when there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-full-'))
  const file = join(folder, 'klarsprak.db')
  const edit = (n: number) => ({
    layer: 'region-x',
    kind: 'concept' as const,
    id: `c-${9001 + n}`,
    body: { text: 'x'.repeat(20_000) },
    expected: 0,
    layerVersion: n,
  })
  const full = await openSqlite(file, { mostPages: 100 })
  let answered = 0
  const fill = async (): Promise<void> => {
    for (;;) {
      await full.saveEntry(edit(answered), author())
      answered++
    }
  }
  await expect(fill()).rejects.toBeInstanceOf(StorageFull)
  // Again and again, and what can be read still can.
  await expect(full.saveEntry(edit(answered), author())).rejects.toBeInstanceOf(StorageFull)
  expect(answered).toBeGreaterThan(2)
  expect(await full.layerVersion('region-x')).toBe(answered)
  await full.close()
  const roomy = await openSqlite(file)
  expect((await roomy.saveEntry(edit(answered), author())).ok).toBe(true)
  expect(await roomy.entries('region-x')).toHaveLength(answered + 1)
  expect((await roomy.audit(all)).total).toBe(answered + 1)
  await roomy.close()
  rmSync(folder, { recursive: true })
})
