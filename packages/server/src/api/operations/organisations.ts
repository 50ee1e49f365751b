import { z } from 'zod'
import { changedMeanwhile, expectedVersion } from '../../editing/if-match.js'
import { authorOf } from '../../editing/save-entry.js'
import type { Organisation, Versioned } from '../../storage/storage.js'
import { noSuchOrganisation } from '../create-api.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { paging } from '../schemas/common.js'
import {
  LayerProblemList,
  OrganisationChange,
  OrganisationInput,
  OrganisationList,
  OrganisationResource,
} from '../schemas/editing.js'
import type { Services } from '../services.js'
import { pageOf } from './page-of.js'
import { answerEdit, answerVersion } from './show-version.js'

const PATH = '/organisations'
/** The part of an address that names an organisation. */
export const inOrganisation = {
  organisation: z.string().max(60).describe('Organisationens namn.').meta({ example: 'region-x' }),
}
const params = z.strictObject(inOrganisation)

export const listOrganisations = defineOperation({
  id: 'listOrganisations',
  method: 'get',
  path: PATH,
  tag: 'organisations',
  summary: { sv: 'Lista organisationerna', en: 'List the organisations' },
  description: 'Those that have a layer of their own on top of the national bank, by name.',
  query: z.strictObject(paging),
  produces: [{ type: JSON_TYPE, schema: OrganisationList, describe: 'A page of organisations.' }],
  refuses: ['not-found'],
  example: {},
  async handle({ query }, services) {
    const page = pageOf(await services.storage.organisations(), query, `/v1${PATH}`, services)
    if ('code' in page) return page
    const organisations = page.items.map((one) => show(one, services))
    return answerJson({ organisations, ...page.paging }, 'state', { headers: page.headers })
  },
})

export const getOrganisation = defineOperation({
  id: 'getOrganisation',
  method: 'get',
  path: `${PATH}/{organisation}`,
  tag: 'organisations',
  summary: { sv: 'Hämta en organisation', en: 'Get an organisation' },
  description: 'Its title, and links to its layer. The ETag is what an edit names in If-Match.',
  params,
  produces: [{ type: JSON_TYPE, schema: OrganisationResource, describe: 'The organisation.' }],
  refuses: ['not-found'],
  example: { params: { organisation: 'region-x' } },
  async handle({ params: { organisation } }, services) {
    const found = await services.storage.organisation(organisation)
    if (found === undefined) return noSuchOrganisation(organisation)
    return answerVersion(show(found, services), found.version)
  },
})

export const listOrganisationProblems = defineOperation({
  id: 'listOrganisationProblems',
  method: 'get',
  path: `${PATH}/{organisation}/problems`,
  tag: 'organisations',
  summary: { sv: 'Vad passar inte den nationella termbanken?', en: 'What does not fit the national bank?' },
  description:
    'What does not go together in the layer, on the release in use now: a new release may have taken away what an edit changes. What is left of the layer counts all the same.',
  params,
  query: z.strictObject(paging),
  produces: [{ type: JSON_TYPE, schema: LayerProblemList, describe: 'A page of problems.' }],
  refuses: ['not-found'],
  example: { params: { organisation: 'region-x' } },
  async handle({ params: { organisation }, query }, services) {
    const layer = await services.layers.of(organisation)
    if (layer === undefined) return noSuchOrganisation(organisation)
    const page = pageOf(layer.problems, query, `/v1${PATH}/${organisation}/problems`, services)
    if ('code' in page) return page
    const problems = page.items.map(({ code, severity, message, conceptId }) => ({
      code,
      severity,
      message,
      ...(conceptId === undefined ? {} : { conceptId }),
    }))
    return answerJson({ problems, ...page.paging }, 'state', { headers: page.headers })
  },
})

export const createOrganisation = defineOperation({
  id: 'createOrganisation',
  method: 'post',
  path: PATH,
  tag: 'organisations',
  summary: { sv: 'Lägg till en organisation', en: 'Add an organisation' },
  description: 'For administrators. The name is for addresses and is never changed.',
  access: 'administrator',
  body: OrganisationInput,
  status: 201,
  produces: [{ type: JSON_TYPE, schema: OrganisationResource, describe: 'The organisation.' }],
  refuses: ['conflict'],
  example: { body: { name: 'kommun-y', title: 'Kommun Y' } },
  async handle({ body: { name, title }, caller }, services) {
    const author = authorOf(caller!, 'Ny organisation.', services)
    const organisation = { name, title, createdAt: author.at }
    if (!(await services.storage.addOrganisation(organisation, author)))
      return refuse('conflict', {
        sv: `Det finns redan en organisation med namnet ${name}.`,
        en: `There is an organisation with the name ${name} already.`,
      })
    services.layers.touch(name)
    const made = { version: 1, value: organisation, updatedAt: author.at, updatedBy: author.actor }
    return answerEdit(show(made, services), 1, { location: services.link(`/v1${PATH}/${name}`) })
  },
})

export const updateOrganisation = defineOperation({
  id: 'updateOrganisation',
  method: 'put',
  path: `${PATH}/{organisation}`,
  tag: 'organisations',
  summary: { sv: 'Ändra en organisations titel', en: 'Change the title of an organisation' },
  description: 'For administrators. Send the ETag you got in If-Match.',
  access: 'administrator',
  heeds: ['ifMatch'],
  params,
  body: OrganisationChange,
  produces: [{ type: JSON_TYPE, schema: OrganisationResource, describe: 'The organisation.' }],
  refuses: ['not-found'],
  example: {
    params: { organisation: 'region-x' },
    body: { title: 'Region Exempel', reason: 'Regionen har bytt namn.' },
  },
  async handle({ params: { organisation }, body: { title, reason }, caller, conditions }, services) {
    const { storage } = services
    const current = await storage.organisation(organisation)
    if (current === undefined) return noSuchOrganisation(organisation)
    const expected = expectedVersion(conditions.ifMatch, current.version)
    if (typeof expected !== 'number') return expected
    const edited = await storage.renameOrganisation(organisation, title, expected, authorOf(caller!, reason, services))
    if (!edited.ok) return changedMeanwhile(edited.version ?? 0)
    return answerEdit(show(edited.value, services), edited.value.version)
  },
})

function show(
  { value: { name, title, createdAt }, version, updatedAt }: Versioned<Organisation>,
  services: Services,
): z.output<typeof OrganisationResource> {
  const to = (path: string) => ({ href: services.link(path) })
  const own = `/v1${PATH}/${name}`
  return {
    name,
    title,
    createdAt,
    version,
    updatedAt,
    links: {
      self: to(own),
      collection: to(`/v1${PATH}`),
      overlays: to(`${own}/overlays`),
      ownConcepts: to(`${own}/concepts`),
      concepts: to(`/v1/concepts?organisation=${name}`),
      index: to(`/v1${PATH}/${name}/index`),
      changes: to(`${own}/changes`),
      problems: to(`${own}/problems`),
      archive: to(`/v1/archives/${name}`),
    },
  }
}
