import { createHash } from 'node:crypto'
import { saveIndex } from '@klarsprak/termbank'
import { z } from 'zod'
import { noSuchOrganisation } from '../create-api.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { IndexResource } from '../schemas/releases.js'
import { inOrganisation } from './organisations.js'

const BYTES = 'application/octet-stream'

/** Where the words of an organisation lie, ready for a linter. */
export const organisationIndexPath = (organisation: string): string =>
  `/v1/organisations/${encodeURIComponent(organisation)}/index`

export const getOrganisationIndex = defineOperation({
  id: 'getOrganisationIndex',
  method: 'get',
  path: '/organisations/{organisation}/index',
  tag: 'organisations',
  summary: { sv: 'Hämta organisationens termindex', en: 'Get the index of an organisation' },
  description:
    'The national bank with the layer of the organisation on top, compiled for a linter that runs elsewhere, such as in a browser; in the format of the file sv.index of a release. Ask for it by the header Accept: application/octet-stream. The ETag changes when the layer does.',
  params: z.strictObject(inOrganisation),
  produces: [
    { type: JSON_TYPE, schema: IndexResource, describe: 'What is known of it, without the index itself.' },
    { type: BYTES, describe: 'The index.' },
  ],
  refuses: ['not-found'],
  example: { params: { organisation: 'region-x' } },
  async handle({ params: { organisation }, type }, services) {
    const theirs = await services.ofOrganisation(organisation)
    if (theirs === undefined) return noSuchOrganisation(organisation)
    const bytes = saveIndex(theirs.bank.index)
    if (type === JSON_TYPE) {
      const { release } = theirs.bank
      const checksum = `sha-256:${createHash('sha256').update(bytes).digest('hex')}`
      const links = { self: { href: services.link(organisationIndexPath(organisation)) } }
      return answerJson({ organisation, release, size: bytes.length, checksum, links }, 'state')
    }
    return {
      status: 200,
      type: BYTES,
      body: bytes,
      cache: 'state',
      headers: { 'content-disposition': `attachment; filename="${organisation}.sv.index"` },
    }
  },
})
