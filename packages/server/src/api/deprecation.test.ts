import { expect, test } from 'vitest'
import { z } from 'zod'
import { createOpenApi } from '../openapi/create-open-api.js'
import { exampleServices } from '../openapi/example-services.js'
import { createApi } from './create-api.js'
import { answerJson, defineOperation, JSON_TYPE } from './operation.js'

const old = defineOperation({
  id: 'listOld',
  method: 'get',
  path: '/old-words',
  tag: 'words',
  summary: { sv: 'Gamla ord', en: 'Old words' },
  description: 'Words.',
  deprecated: { since: '2027-01-01', until: '2028-01-01', successor: '/v2/words' },
  query: z.strictObject({}),
  produces: [{ type: JSON_TYPE, schema: z.object({}), describe: 'Words.' }],
  example: {},
  handle: () => answerJson({}, 'release', { headers: { link: '</v1/old-words?page=2>; rel="next"' } }),
})

test('an operation that will go away says when, and what comes after', async () => {
  const services = await exampleServices()
  const surfaces = [{ root: '/v1', operations: [old] }]
  const api = createApi(surfaces, services)
  const ask = async (url: string) => {
    const found = api.find({ method: 'GET', url, accept: undefined })
    if ('code' in found) throw new Error(found.detail.en)
    return api.answer(found)
  }
  const right = {
    deprecation: '@1798761600',
    sunset: 'Sat, 01 Jan 2028 00:00:00 GMT',
    link: '</v1/old-words?page=2>; rel="next", </v2/words>; rel="successor-version"',
  }
  expect((await ask('/v1/old-words')).headers).toEqual(right)
  // Those who ask wrongly are told too.
  expect((await ask('/v1/old-words?x=1')).headers).toEqual({ ...right, link: '</v2/words>; rel="successor-version"' })
  const { paths } = await createOpenApi({ surfaces, base: '/v1', info: {}, tags: {} }, services)
  expect((paths as Record<string, Record<string, { deprecated?: boolean }>>)['/old-words']!.get!.deprecated).toBe(true)
})
