import { z } from 'zod'
import { archiveFiles, DRAFTS_ARCHIVE, NATIONAL_ARCHIVE, STATE_ARCHIVE, zipOf } from '../../archive/archive.js'
import { keyNeeded } from '../../auth/authenticate.js'
import { notAllowed } from '../create-api.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { ArchiveResource } from '../schemas/editing.js'

const ZIP = 'application/zip'

export const getArchive = defineOperation({
  id: 'getArchive',
  method: 'get',
  path: '/archives/{name}',
  tag: 'releases',
  summary: { sv: 'Hämta bankfiler', en: 'Get bank files' },
  description:
    'Concepts and layers as the YAML files that klarsprak reads: drafts (the concepts with coming changes), national (the whole bank with them), the name of an organisation (its layer, for --bank), or, for administrators, state (all of it, with all history). As JSON, or as a zip file by the header Accept.',
  access: 'optional',
  params: z.strictObject({
    name: z
      .string()
      .max(60)
      .describe('drafts, national, state eller en organisations namn.')
      .meta({ example: 'region-x' }),
  }),
  produces: [
    { type: JSON_TYPE, schema: ArchiveResource, describe: 'The files.' },
    { type: ZIP, describe: 'The files, packed.' },
  ],
  refuses: ['not-found', 'not-allowed'],
  example: { params: { name: 'region-x' } },
  async handle({ params: { name }, type, caller }, services) {
    const isSecret = name === STATE_ARCHIVE
    if (isSecret && caller === undefined) return keyNeeded
    if (isSecret && !caller!.isAdministrator) return notAllowed
    const files = await archiveFiles(name, services)
    if (files === undefined)
      return refuse('not-found', {
        sv: `Det finns inget arkiv ${name}. De som finns: ${NATIONAL_ARCHIVE}, ${DRAFTS_ARCHIVE}, ${STATE_ARCHIVE} och organisationernas namn.`,
        en: `There is no archive ${name}. There are: ${NATIONAL_ARCHIVE}, ${DRAFTS_ARCHIVE}, ${STATE_ARCHIVE} and the names of organisations.`,
      })
    const cache = isSecret ? 'none' : caller === undefined ? 'state' : 'private'
    if (type === ZIP)
      return {
        status: 200,
        type: ZIP,
        body: await zipOf(files),
        cache,
        headers: { 'content-disposition': `attachment; filename="klarsprak-${name}.zip"` },
      }
    const links = { self: { href: services.link(`/v1/archives/${encodeURIComponent(name)}`) } }
    return answerJson({ name, release: services.bank.release, files, links }, cache)
  },
})
