import { join } from 'node:path'
import { checkBank, createBank, fileStore, readConcepts, readSources } from '@klarsprak/termbank'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'
import { conceptFile } from './concept-file.js'

const store = fileStore(join(import.meta.dirname, '../../../termbank/concepts'))
const national = readSources(await store.readAll())

test('every concept of the national bank, written as a file and read again, is the same', () => {
  const files = national.concepts.map(conceptFile)
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length)
  for (const [at, { path, text }] of files.entries()) {
    const { concepts, problems } = readConcepts(text, path)
    expect(problems).toEqual([])
    expect(concepts).toEqual([national.concepts[at]])
  }
})

test('the files are as good a national bank as the ones they came from', () => {
  const errors = ({ concepts, placeOf }: ReturnType<typeof readSources>) =>
    checkBank(createBank({ layers: [{ name: 'national', concepts, placeOf }] }).bank).map(
      ({ code, message }) => `${code} ${message}`,
    )
  const written = readSources(national.concepts.map((concept) => conceptFile(concept)))
  expect(errors(written)).toEqual(errors(national))
})

describe('an archive', () => {
  let service: TestService
  beforeAll(async () => {
    service = await testService()
  })
  afterAll(() => service.close())
  const get = async (name: string, key?: string) =>
    service.call(`/v1/archives/${name}`, key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } })
  const filesOf = async (name: string, key?: string): Promise<readonly { path: string; text: string }[]> =>
    (await jsonOf(await get(name, key))).files

  test('of drafts has the concepts that have any, as they are to be', async () => {
    const files = await filesOf('drafts')
    expect(files.map(({ path }) => path)).toEqual([
      'concepts/kommunikation/c-0003-meddelande.yaml',
      'concepts/resor/c-0002-fardtjanst.yaml',
    ])
    expect(files[1]!.text).toContain('- Ses över.')
    expect(files[1]!.text).not.toContain('pos: noun')
  })

  test('of the national bank has every concept, with the drafts in it', async () => {
    const files = await filesOf('national')
    expect(files).toHaveLength(3)
    const { concepts, problems } = readSources(files)
    expect(problems).toEqual([])
    expect(concepts.find(({ id }) => id === 'c-0002')!.notes).toEqual(['Ses över.'])
  })

  test('of an organisation is a bank file that says what its layer says', async () => {
    const [file] = await filesOf('region-x')
    expect(file!.path).toBe('region-x.yaml')
    const { concepts, overlays, problems } = readConcepts(file!.text, file!.path)
    expect(problems).toEqual([])
    expect(overlays.map(({ concept }) => concept)).toEqual(['c-0001', 'c-0003'])
    expect(concepts.map(({ id }) => id)).toEqual(['c-9001', 'c-9002'])
    const entries = await service.storage.entries('region-x')
    expect([...concepts, ...overlays]).toEqual(entries.map(({ value }) => value.body))
  })

  test('of everything is for administrators, and has all history but no secrets', async () => {
    expect((await get('state')).status).toBe(401)
    expect((await get('state', service.keys.editor)).status).toBe(403)
    const files = new Map((await filesOf('state', service.keys.administrator)).map(({ path, text }) => [path, text]))
    expect([...files.keys()].filter((path) => !path.startsWith('concepts/'))).toEqual([
      'history/audit.jsonl',
      'history/history.jsonl',
      'history/keys.jsonl',
      'history/organisations.jsonl',
      'history/proposals.jsonl',
      'organisations/region-x.yaml',
    ])
    const lines = (name: string) =>
      files
        .get(`history/${name}.jsonl`)!
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    expect(lines('history')).toHaveLength((await service.storage.history({ limit: 1, offset: 0 })).total)
    expect(lines('audit')).toHaveLength((await service.storage.audit({ limit: 1, offset: 0 })).total)
    expect(lines('proposals')).toHaveLength(2)
    expect(files.get('history/keys.jsonl')).not.toContain('hash')
  })

  test('is a zip file for those who ask, the same bytes each time', async () => {
    const ask = async () => {
      const response = await service.call('/v1/archives/national', { headers: { accept: 'application/zip' } })
      expect(response.headers.get('content-disposition')).toBe('attachment; filename="klarsprak-national.zip"')
      return new Uint8Array(await response.arrayBuffer())
    }
    const first = await ask()
    expect(await ask()).toEqual(first)
    const files = Object.entries(unzipSync(first)).map(([path, data]) => ({ path, text: strFromU8(data) }))
    expect(files).toEqual(await filesOf('national'))
  })

  test('that nobody has is not there', async () => {
    expect((await get('zebra')).status).toBe(404)
  })
})

describe('the changes of an organisation', () => {
  let service: TestService
  beforeAll(async () => {
    service = await testService()
  })
  afterAll(() => service.close())

  test('are told in whole sentences, with when and why, also as a feed', async () => {
    const path = '/v1/organisations/region-x/changes'
    const { changes, total } = await jsonOf(await service.call(path))
    expect(total).toBe(4)
    expect(changes).toContainEqual(
      expect.objectContaining({
        conceptId: 'c-0001',
        label: 'hälsoportal',
        kind: 'added',
        reason: 'Från början.',
        version: 1,
        sentences: expect.arrayContaining([
          expect.stringContaining('”hälsoportal” var avrådd och är nu rekommenderad'),
        ]),
      }),
    )
    const feed = await service.call(path, { headers: { accept: 'application/atom+xml' } })
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const text = await feed.text()
    expect(text.match(/<entry>/gu)).toHaveLength(4)
    expect(text).toContain('<title>Ändringar i termbanken av Region X</title>')
    expect((await service.call('/v1/organisations/region-q/changes')).status).toBe(404)
  })
})
