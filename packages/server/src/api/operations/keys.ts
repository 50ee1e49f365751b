import { z } from 'zod'
import { createApiKey } from '../../auth/api-key.js'
import { authorOf } from '../../editing/save-entry.js'
import type { ApiKey, Role } from '../../storage/storage.js'
import { noSuchOrganisation } from '../create-api.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { paging } from '../schemas/common.js'
import { CallerResource, KeyInput, KeyList, KeyResource, reason } from '../schemas/editing.js'
import type { Services } from '../services.js'
import { forAdministrators } from './for-administrators.js'
import { pageOf } from './page-of.js'
import { nothing } from './show-version.js'

const PATH = '/keys'
/** A key that nobody thinks of lasts this long, in days. */
const USUAL_DAYS = 365
const LONGEST_DAYS = 5 * 366
const DAY = 86_400_000

export const getCaller = defineOperation({
  id: 'getCaller',
  method: 'get',
  path: '/callers/me',
  tag: 'keys',
  summary: { sv: 'Vem är jag?', en: 'Who am I?' },
  description: 'What the key or the token that you send may do.',
  access: 'contributor',
  query: z.strictObject({}),
  produces: [{ type: JSON_TYPE, schema: CallerResource, describe: 'You.' }],
  example: {},
  handle({ caller }, services) {
    const { id, name, isAdministrator, edits } = caller!
    const roles: Role[] = [
      'contributor',
      ...(edits.length > 0 ? (['editor'] as const) : []),
      ...(isAdministrator ? (['administrator'] as const) : []),
    ]
    const links = { self: { href: services.link('/v1/callers/me') } }
    return answerJson({ id, name, roles, organisations: edits, links }, 'private')
  },
})

export const listKeys = forAdministrators({
  id: 'listKeys',
  method: 'get',
  path: PATH,
  summary: { sv: 'Lista nycklarna', en: 'List the keys' },
  description: 'Every key there has been, the oldest first; never the keys themselves.',
  query: z.strictObject(paging),
  produces: [{ type: JSON_TYPE, schema: KeyList, describe: 'A page of keys.' }],
  refuses: ['not-found'],
  example: {},
  async handle({ query }, services) {
    const page = pageOf(await services.storage.apiKeys(), query, `/v1${PATH}`, services)
    if ('code' in page) return page
    const keys = page.items.map((key) => show(key, services))
    return answerJson({ keys, ...page.paging }, 'private', { headers: page.headers })
  },
})

export const createKey = forAdministrators({
  id: 'createKey',
  method: 'post',
  path: PATH,
  summary: { sv: 'Skapa en nyckel', en: 'Create a key' },
  description:
    'The key stands in this answer and nowhere else: the service keeps a hash of it. It is sent as Authorization: Bearer.',
  body: KeyInput,
  status: 201,
  produces: [{ type: JSON_TYPE, schema: KeyResource, describe: 'The key.' }],
  refuses: ['not-found'],
  example: { body: { name: 'Redaktionen, Region X', role: 'editor', organisation: 'region-x' } },
  async handle({ body, caller }, services) {
    const { name, role, organisation, expiresAt } = body
    if ((role === 'editor') !== (organisation !== undefined)) {
      const message =
        role === 'editor'
          ? {
              sv: 'En redaktör hör till en organisation. Ange organisation.',
              en: 'An editor belongs to an organisation. Give organisation.',
            }
          : { sv: 'Bara en redaktör hör till en organisation.', en: 'Only an editor belongs to an organisation.' }
      return refuse('invalid-content', message, { errors: [{ field: 'organisation', message }] })
    }
    if (organisation !== undefined && (await services.storage.organisation(organisation)) === undefined)
      return noSuchOrganisation(organisation)
    const author = authorOf(caller!, `Nyckel till ${name}.`, services)
    const now = Date.parse(author.at)
    const ends = expiresAt === undefined ? now + USUAL_DAYS * DAY : Date.parse(expiresAt)
    if (!(ends > now && ends <= now + LONGEST_DAYS * DAY)) {
      const message = {
        sv: 'Nyckeln ska sluta gälla efter nu, och inom fem år.',
        en: 'The key should expire after now, and within five years.',
      }
      return refuse('invalid-content', message, { errors: [{ field: 'expiresAt', message }] })
    }
    const made = createApiKey(
      { name, role, organisation, createdAt: author.at, expiresAt: new Date(ends).toISOString() },
      services.random,
    )
    await services.storage.addApiKey(made.kept, author)
    return answerJson({ ...show(made.kept, services), key: made.key }, 'none', {
      status: 201,
      headers: { location: services.link(`/v1${PATH}/${made.kept.id}`) },
    })
  },
})

const params = z.strictObject({
  id: z.string().max(20).describe('Nyckelns id.').meta({ example: '000000000001' }),
})

export const getKey = forAdministrators({
  id: 'getKey',
  method: 'get',
  path: `${PATH}/{id}`,
  summary: { sv: 'Visa en nyckel', en: 'Show a key' },
  description: 'What is known of it; never the key itself.',
  params,
  produces: [{ type: JSON_TYPE, schema: KeyResource, describe: 'About the key.' }],
  refuses: ['not-found'],
  example: { params: { id: '000000000001' } },
  async handle({ params: { id } }, services) {
    const found = await keyOf(id, services)
    return found === undefined ? noSuchKey(id) : answerJson(show(found, services), 'private')
  },
})

export const revokeKey = forAdministrators({
  id: 'revokeKey',
  method: 'delete',
  path: `${PATH}/{id}`,
  summary: { sv: 'Återkalla en nyckel', en: 'Revoke a key' },
  description: 'It stops working at once, in every server. It remains in the list.',
  params,
  query: z.strictObject({ reason: reason.optional() }),
  status: 204,
  produces: [{ type: JSON_TYPE, describe: 'It has been revoked.' }],
  refuses: ['not-found'],
  example: { params: { id: '000000000002' }, query: { reason: 'Anna har slutat.' } },
  async handle({ params: { id }, query, caller }, services) {
    const author = authorOf(caller!, query.reason ?? 'Återkallad.', services)
    const isRevoked = (await keyOf(id, services)) !== undefined && (await services.storage.revokeApiKey(id, author))
    return isRevoked ? nothing : noSuchKey(id)
  },
})

/** Ids are hexadecimal; no other text reaches the database. */
const keyOf = async (id: string, { storage }: Services): Promise<ApiKey | undefined> =>
  /^[0-9a-f]{12}$/u.test(id) ? storage.apiKey(id) : undefined

const noSuchKey = (id: string) =>
  refuse('not-found', { sv: `Det finns ingen nyckel ${id} i bruk.`, en: `There is no key ${id} in use.` })

function show({ hash: _, ...about }: ApiKey, services: Services): z.output<typeof KeyResource> {
  return {
    ...about,
    links: {
      self: { href: services.link(`/v1${PATH}/${about.id}`) },
      collection: { href: services.link(`/v1${PATH}`) },
    },
  }
}
