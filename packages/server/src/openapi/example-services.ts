import { rewrite } from '@klarsprak/swedish'
import { compileIndex } from '@klarsprak/termbank'
import { createServices } from '../api/create-services.js'
import type { Services } from '../api/services.js'
import { createApiKey } from '../auth/api-key.js'
import { memoryShelf } from '../bank/memory-shelf.js'
import { openSqlite } from '../storage/open-sqlite.js'
import type { EntryKey, Proposal, Storage } from '../storage/storage.js'
import { exampleBank } from './example-bank.js'

/** What the example answers are made with; also good for tests. Nothing in it hangs on the clock or on chance. */
export async function exampleServices({
  publicUrl,
  budget = Number.POSITIVE_INFINITY,
  storage,
}: {
  readonly publicUrl?: string
  /** Milliseconds for a check. Left out, as long as it takes: the first one, on a loaded machine, takes seconds. */
  readonly budget?: number
  /** Left out, one in memory with an organisation, its layer, proposals and keys. */
  readonly storage?: Storage
} = {}): Promise<Services> {
  const bank = exampleBank()
  return createServices({
    index: compileIndex(bank),
    rewrite,
    releases: memoryShelf([
      { name: '2026.1', concepts: bank.concepts },
      { name: '2025.4', concepts: bank.concepts.slice(0, 2) },
    ]),
    storage: storage ?? (await exampleStorage()),
    now: steadyClock(),
    random: countedBytes(100),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    budget,
  })
}

/** A second later each time it is asked, from the same moment. */
function steadyClock(): () => string {
  let seconds = 0
  return () => new Date(Date.UTC(2026, 10, 23, 9) + 1_000 * seconds++).toISOString()
}

/** Bytes that count up, for ids that are the same each time. */
function countedBytes(first: number): (size: number) => Buffer {
  let count = first
  return (size) => Buffer.from((count++).toString(16).padStart(size * 2, '0'), 'hex')
}

async function exampleStorage(): Promise<Storage> {
  const storage = await openSqlite(':memory:', { random: countedBytes(1) })
  const at = '2026-11-23T08:00:00.000Z'
  const author = (reason: string) => ({ actor: 'Anna Andersson (key:000000000001)', at, reason })
  await storage.addOrganisation({ name: 'region-x', title: 'Region X', createdAt: at }, author('Ny organisation.'))
  const save = async (key: EntryKey, body: unknown) => {
    const layerVersion = await storage.layerVersion(key.layer)
    await storage.saveEntry({ ...key, body, expected: 0, layerVersion }, author('Från början.'))
  }
  const overlay = (id: string) => ({ layer: 'region-x', kind: 'overlay', id }) as const
  const concept = (layer: string, id: string) => ({ layer, kind: 'concept', id }) as const
  await save(overlay('c-0001'), {
    concept: 'c-0001',
    reason: 'Vår tjänst heter Hälsoportalen och är inarbetad.',
    prefer: 'hälsoportal',
  })
  await save(overlay('c-0003'), { concept: 'c-0003', reason: 'Ordet står i vår app.', admit: ['avisering'] })
  const app = { id: 'c-9001', subject: 'digital-ingang', terms: [term('mottagningsapp', 'mottagningsappar')] }
  await save(concept('region-x', 'c-9001'), app)
  await save(concept('region-x', 'c-9002'), { ...app, id: 'c-9002', terms: [term('väntelista', 'väntelistor')] })
  for (const id of ['c-0002', 'c-0003']) {
    const { terms, ...rest } = structuredClone(exampleBank().concept(id)!)
    await save(concept('national', id), { ...rest, terms, notes: ['Ses över.'] })
  }
  const proposal = (number: number, more: Partial<Proposal>): Proposal => ({
    id: `p-${String(number).padStart(12, '0')}`,
    layer: 'national',
    kind: 'concept',
    conceptId: 'c-0001',
    title: 'Avråd från ”e-portal”.',
    operations: [
      {
        op: 'add',
        path: '/terms/-',
        value: { label: 'e-portal', status: 'deprecated', gender: 'common', reason: 'Läsarna vet inte vad det är.' },
      },
    ],
    context: 'Logga in på e-portalen.',
    proposedBy: 'Anna Andersson (key:000000000001)',
    proposerId: 'key:000000000001',
    status: 'OPEN',
    createdAt: at,
    ...more,
  })
  await storage.addProposal(proposal(1, {}), author('Avråd från ”e-portal”.'))
  await storage.addProposal(
    proposal(2, {
      title: 'Nämn appen i exemplet.',
      operations: [{ op: 'add', path: '/examples/-', value: 'Öppna den digitala ingången i appen.' }],
    }),
    author('Nämn appen i exemplet.'),
  )
  const random = countedBytes(1)
  for (const name of ['Anna Andersson', 'Provnyckel']) {
    const { kept } = createApiKey({ name, role: 'administrator', createdAt: at }, (size) =>
      size === 6 ? random(6) : Buffer.alloc(size),
    )
    await storage.addApiKey(kept, author(`Nyckel till ${name}.`))
  }
  return storage
}

const term = (label: string, plural: string) => ({
  label,
  lang: 'sv',
  status: 'preferred',
  pos: 'noun',
  gender: 'common',
  plural,
})
