import { loadIndex, lookup } from '@klarsprak/termbank'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const PATH = '/v1/organisations/region-x/index'
const bytesOf = (headers: Readonly<Record<string, string>> = {}) =>
  service.call(PATH, { headers: { accept: 'application/octet-stream', ...headers } })

test('a linter elsewhere gets the words of an organisation as they are here, and again only when they have changed', async () => {
  const answer = await bytesOf()
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const index = loadIndex(bytes)
  const theirs = await service.services.ofOrganisation('region-x')
  expect([...index.concepts()]).toEqual([...theirs!.bank.index.concepts()])
  expect(lookup(index, 'mottagningsappen')).toEqual(theirs!.bank.lookup('mottagningsappen'))
  const about = await jsonOf(await service.call(PATH))
  expect(about).toMatchObject({ organisation: 'region-x', release: '2026.1', size: bytes.length })
  const tag = answer.headers.get('etag')!
  expect((await bytesOf({ 'if-none-match': tag })).status).toBe(304)
  const saved = await service.call('/v1/organisations/region-x/concepts/c-9002?reason=Ja.', {
    method: 'DELETE',
    headers: { authorization: `Bearer ${service.keys.editor}`, 'if-match': '*' },
  })
  expect(saved.ok).toBe(true)
  expect((await bytesOf({ 'if-none-match': tag })).status).toBe(200)
})
test('an organisation that is not there has no words', async () => {
  expect((await service.call('/v1/organisations/region-q/index')).status).toBe(404)
})
