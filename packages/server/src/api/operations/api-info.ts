import { z } from 'zod'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { ApiInfo } from '../schemas/releases.js'
import { API_VERSION } from '../version.js'

/** The day that this version of the API was first given out. */
const RELEASED = '2026-11-23'

export const apiInfo = defineOperation({
  id: 'getApiInfo',
  method: 'get',
  path: '/api-info',
  tag: 'service',
  summary: { sv: 'Om gränssnittet', en: 'About the API' },
  description:
    'Which version this is, where it is documented and which release of the bank it answers from (national profile, VER.06).',
  query: z.strictObject({}),
  produces: [{ type: JSON_TYPE, schema: ApiInfo, describe: 'About the API.' }],
  example: {},
  handle(_, services) {
    const to = (path: string) => ({ href: services.link(path) })
    return answerJson({
      apiName: 'Klarspråk',
      apiVersion: API_VERSION,
      apiReleased: RELEASED,
      apiDocumentation: services.link('/v1/openapi.json'),
      apiStatus: 'active',
      bankRelease: services.bank.release,
      links: {
        self: to('/v1/api-info'),
        concepts: to('/v1/concepts'),
        lookups: to('/v1/lookups'),
        replacements: to('/v1/replacements'),
        suggestions: to('/v1/suggestions'),
        guides: to('/v1/guides'),
        checks: to('/v1/checks'),
        releases: to('/v1/releases'),
        changes: to('/v1/changes'),
        exports: to('/v1/exports'),
        organisations: to('/v1/organisations'),
        drafts: to('/v1/drafts'),
        proposals: to('/v1/proposals'),
        me: to('/v1/callers/me'),
      },
    })
  },
})
