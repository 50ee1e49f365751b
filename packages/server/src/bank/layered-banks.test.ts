import { beforeEach, expect, test } from 'vitest'
import { exampleBank } from '../openapi/example-bank.js'
import { openStorage } from '../storage/open-storage.js'
import type { Storage } from '../storage/storage.js'
import { createLayeredBanks } from './layered-banks.js'

const author = { actor: 'anna', at: '2026-11-23T08:00:00.000Z', reason: 'Prov' }
let storage: Storage
let time: number
beforeEach(async () => {
  storage = await openStorage({})
  time = 0
  await storage.addOrganisation({ name: 'region-x', title: 'Region X', createdAt: author.at }, author)
})

const server = (over: Partial<Storage> = {}) =>
  createLayeredBanks({ national: exampleBank(), storage: { ...storage, ...over }, clock: () => time })
const save = async (prefer: string) => {
  const key = { layer: 'region-x', kind: 'overlay', id: 'c-0001' } as const
  const body = { concept: 'c-0001', reason: 'Så heter det.', prefer }
  const expected = (await storage.entry(key))?.version ?? 0
  await storage.saveEntry({ ...key, body, expected, layerVersion: await storage.layerVersion('region-x') }, author)
}
const preferred = async (banks: ReturnType<typeof server>) => {
  const layer = await banks.of('region-x')
  return layer?.bank?.concept('c-0001')?.terms.find(({ status }) => status === 'preferred')?.label
}

test('an empty layer is the national bank; one that is not there is none', async () => {
  expect(await server().of('region-x')).toEqual({ bank: undefined, problems: [] })
  expect(await server().of('region-q')).toBeUndefined()
})

test('an edit is known at once where it was made, and within a second in another server', async () => {
  const [here, there] = [server(), server()]
  await save('hälsoportal')
  expect([await preferred(here), await preferred(there)]).toEqual(['hälsoportal', 'hälsoportal'])
  await save('digital ingång')
  here.touch('region-x')
  expect([await preferred(here), await preferred(there)]).toEqual(['digital ingång', 'hälsoportal'])
  time += 1_001
  expect(await preferred(there)).toBe('digital ingång')
})

test('a layer that has not changed is put together once, however many ask', async () => {
  await save('hälsoportal')
  let reads = 0
  const banks = server({
    entries: (layer) => {
      reads++
      return storage.entries(layer)
    },
  })
  const all = await Promise.all(Array.from({ length: 5 }, () => banks.of('region-x')))
  time += 5_000
  all.push(await banks.of('region-x'))
  expect(new Set(all.map((layer) => layer!.bank)).size).toBe(1)
  expect(reads).toBe(1)
})

test('while the database is away, what was known is what counts', async () => {
  await save('hälsoportal')
  let isAway = false
  const refuse = () => Promise.reject(new Error('away'))
  const banks = server({
    layerVersion: (layer) => (isAway ? refuse() : storage.layerVersion(layer)),
    entries: (layer) => (isAway ? refuse() : storage.entries(layer)),
  })
  expect(await preferred(banks)).toBe('hälsoportal')
  isAway = true
  time += 5_000
  expect(await preferred(banks)).toBe('hälsoportal')
  await expect(banks.of('region-y')).rejects.toThrow('away')
  isAway = false
  await save('digital ingång')
  time += 5_000
  expect(await preferred(banks)).toBe('digital ingång')
})

test('an overlay over a concept that a release has taken away is told of, and the rest counts', async () => {
  await save('hälsoportal')
  const key = { layer: 'region-x', kind: 'overlay', id: 'c-0404' } as const
  const edit = { ...key, body: { concept: 'c-0404', reason: 'Förut.' }, expected: 0, layerVersion: 1 }
  await storage.saveEntry(edit, author)
  const layer = await server().of('region-x')
  expect(layer!.problems.map(({ code }) => code)).toEqual(['BANK-OVERLAY-TARGET'])
  expect(layer!.bank!.concept('c-0001')!.terms.find(({ status }) => status === 'preferred')!.label).toBe('hälsoportal')
})
