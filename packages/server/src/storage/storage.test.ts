import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresBinaries, type TemporaryPostgres, temporaryPostgres } from '../testing/temporary-postgres.js'
import { openStorage } from './open-storage.js'
import type { Author, Proposal, Storage } from './storage.js'
import { StorageUnavailable } from './storage.js'

const author = (reason = 'Prov'): Author => ({ actor: 'anna', at: '2026-11-23T08:00:00.000Z', reason })
const proposal = (id: string, createdAt = '2026-11-23T08:00:00.000Z'): Proposal => ({
  id,
  conceptId: 'c-0001',
  title: 'Avråd från portal',
  operations: [{ op: 'add', path: '/terms/-', value: { label: 'vårdingång' } }],
  proposedBy: 'anna',
  status: 'OPEN',
  createdAt,
})

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

  test('an organisation is added once', async () => {
    const region = { name: 'region-x', title: 'Region X', createdAt: '2026-11-23T08:00:00.000Z' }
    expect(await storage.addOrganisation(region, author())).toBe(true)
    expect(await storage.addOrganisation({ ...region, title: 'En annan' }, author())).toBe(false)
    expect(await storage.organisations()).toEqual([region])
  })

  test('an overlay is edited by whoever has its latest version, and every state is kept', async () => {
    const overlay = { concept: 'c-0001', reason: 'Vår tjänst heter så.', prefer: 'vårdportal' }
    const changed = { ...overlay, prefer: 'vårdingång' }
    const saved = await storage.saveOverlay('region-x', overlay, 0, author('Första'))
    expect(saved).toMatchObject({ ok: true, value: { version: 1, value: overlay, updatedBy: 'anna' } })
    expect(await storage.saveOverlay('region-x', changed, 0, author())).toEqual({ ok: false, version: 1 })
    expect(await storage.saveOverlay('region-x', changed, 7, author())).toEqual({ ok: false, version: 1 })
    expect(await storage.saveOverlay('region-x', changed, 1, author('Andra'))).toMatchObject({
      ok: true,
      value: { version: 2, value: changed },
    })
    expect(await storage.removeOverlay('region-x', 'c-0001', 1, author())).toEqual({ ok: false, version: 2 })
    expect(await storage.removeOverlay('region-x', 'c-0001', 2, author('Bort'))).toMatchObject({ ok: true })
    expect(await storage.overlays('region-x')).toEqual([])
    // A new one is not taken for the one that was there before.
    expect(await storage.saveOverlay('region-x', overlay, 0, author('Åter'))).toMatchObject({ value: { version: 4 } })
    expect(
      (await storage.overlayHistory('region-x', 'c-0001')).map(({ version, value, author }) => [
        version,
        value,
        author.reason,
      ]),
    ).toEqual([
      [1, overlay, 'Första'],
      [2, changed, 'Andra'],
      [3, undefined, 'Bort'],
      [4, overlay, 'Åter'],
    ])
  })

  test('of many editors at once, one is first', async () => {
    const edits = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        storage.saveOverlay('region-x', { concept: 'c-0002', reason: `Nummer ${n}`, prefer: 'x' }, 0, author()),
      ),
    )
    expect(edits.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await storage.overlayHistory('region-x', 'c-0002')).toHaveLength(1)
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
    const open = await storage.proposals({ status: 'OPEN', limit: 10, offset: 0 })
    expect(open).toMatchObject({ total: 1, items: [{ value: { id: 'p-2' } }] })
    const second = await storage.proposals({ limit: 1, offset: 1 })
    expect(second).toMatchObject({ total: 2, items: [{ value: { id: 'p-1' } }] })
  })

  test('a key is found by its hash, and revoked once', async () => {
    const key = {
      id: 'k-1',
      hash: 'ab'.repeat(32),
      name: 'Anna',
      role: 'editor',
      organisation: 'region-x',
      createdAt: '2026-11-23T08:00:00.000Z',
    } as const
    await storage.addApiKey(key, author())
    expect(await storage.apiKeyByHash(key.hash)).toEqual(key)
    expect(await storage.apiKeyByHash('cd'.repeat(32))).toBeUndefined()
    expect(await storage.revokeApiKey('k-1', author())).toBe(true)
    expect(await storage.revokeApiKey('k-1', author())).toBe(false)
    expect(await storage.apiKeys()).toEqual([{ ...key, revokedAt: author().at }])
  })

  test('everything that was done is in the log', async () => {
    const actions = (await storage.audit(100)).map(({ action }) => action)
    expect([...new Set(actions)].sort()).toEqual([
      'api-key.add',
      'api-key.revoke',
      'organisation.add',
      'overlay.remove',
      'overlay.save',
      'proposal.accepted',
      'proposal.add',
    ])
    expect(await storage.audit(2)).toHaveLength(2)
  })

  test('opened again, it has what was saved', async () => {
    const again = await open()
    expect((await again.overlays('region-x')).map(({ value }) => value.concept)).toEqual(['c-0001', 'c-0002'])
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
