import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { loadWords } from '@klarsprak/linter/words'
import { rewrite } from '@klarsprak/swedish'
import { compileIndex, createBank, type Layer } from '@klarsprak/termbank'
import { expect, test } from 'vitest'
import { createServices } from '../api/create-services.js'
import { exampleBank } from '../openapi/example-bank.js'
import { openStorage } from '../storage/open-storage.js'
import { createBankCompiler } from './bank-compiler.js'
import { nationalLayer } from './layered-banks.js'
import { memoryShelf } from './memory-shelf.js'
import { conceptsById } from './served-bank.js'

const own: Layer = {
  name: 'region-x',
  concepts: [],
  overlays: [{ concept: 'c-0001', reason: 'Så heter det här.', prefer: 'hälsoportal' }],
}

test('others are answered while the bank of an organisation is compiled, and it is compiled once', async () => {
  const author = { actor: 'anna', at: '2026-11-23T08:00:00.000Z', reason: 'Prov' }
  const storage = await openStorage({})
  await storage.addOrganisation({ name: 'region-x', title: 'Region X', createdAt: author.at }, author)
  const [body] = own.overlays!
  const entry = { layer: 'region-x', kind: 'overlay', id: 'c-0001', body: body!, expected: 0, layerVersion: 1 } as const
  await storage.saveEntry({ ...entry, layerVersion: await storage.layerVersion('region-x') }, author)
  const waiting: (() => void)[] = []
  const { concepts, release } = exampleBank()
  const bank = createBank({ layers: [{ name: 'national', release, concepts }] }).bank
  const services = createServices({
    index: compileIndex(bank),
    rewrite,
    storage,
    releases: memoryShelf([{ name: release, concepts }]),
    compile: (theirs) =>
      new Promise((resolve) => {
        waiting.push(() => resolve({ index: compileIndex(theirs) }))
      }),
  })
  const asked = [services.ofOrganisation('region-x'), services.ofOrganisation('region-x')]
  expect(services.bank.lookup('hälsoportal')[0]?.term.status).toBe('deprecated')
  while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve))
  for (const resolve of waiting) resolve()
  const [first, second] = await Promise.all(asked)
  expect(waiting).toHaveLength(1)
  expect(first!.bank).toBe(second!.bank)
  expect(first!.bank.lookup('hälsoportal')[0]?.term.status).toBe('preferred')
  await storage.close()
})

const file = join(import.meta.dirname, '../../dist/bundle/compile-thread.js')
// Needs node scripts/build.mjs.
test.skipIf(!existsSync(file))(
  'a thread compiles what is compiled here, and the loop of events goes on meanwhile',
  async () => {
    const { index, save } = await loadWords()
    const base = nationalLayer({ release: index.release, concepts: conceptsById(index) })
    const here = save(createBank({ layers: [base, own] }).bank)
    const compiler = createBankCompiler({ start: () => new Worker(file) })
    let turns = 0
    let isDone = false
    const count = (): void => {
      turns++
      if (!isDone) setImmediate(count)
    }
    setImmediate(count)
    const { search, ...there } = await compiler.compile(own)
    isDone = true
    expect(turns).toBeGreaterThan(100)
    expect(search.length).toBeGreaterThan(100_000)
    for (const [name, bytes] of Object.entries(there))
      expect(Buffer.compare(bytes, here[name as keyof typeof here]), name).toBe(0)
    await compiler.close()
  },
  120_000,
)
